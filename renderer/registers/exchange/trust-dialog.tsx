import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { PartyRelation } from '../../../shared/vocabulary/party-relations.ts';
import type { Refusal } from '../../../shared/vocabulary/refusal.ts';
import { core } from '../../state/core.ts';
import { refusalOf } from '../../state/refusals.ts';
import { useIdentity } from '../../state/session.ts';
import { useWrite } from '../../state/writes.ts';
import { keyText } from '../../text/exchange-keys.ts';
import { exchangeText } from '../../text/exchange-page.ts';
import { groupTyped } from '../../text/fingerprint-words.ts';
import { formText } from '../../text/form.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { FileButton } from '../../ui/file-button.tsx';
import { readBase64 } from '../../ui/file-content.ts';
import { ErrorNotice } from '../../ui/notices.tsx';
import type { Party } from './exchange-queries.ts';
import { type Offered, OfferedKeys } from './offered-keys.tsx';
import { hiddenGroups } from './typed-groups.ts';

interface TrustDialogProps {
  readonly parties: readonly Party[];
  readonly onClose: () => void;
}

interface Typed {
  readonly groups: Readonly<Record<number, string>>;
  readonly reason: string;
  /** What the other group is to us. */
  readonly as: PartyRelation | null;
}

const NOTHING: Typed = { groups: {}, reason: '', as: null };

/** Another office's keys are pinned after the fingerprint was compared with its paper; signed records need none. */
export function TrustDialog({ parties, onClose }: TrustDialogProps) {
  const [hidden] = useState(() => hiddenGroups(Math.random));
  const [typed, setTyped] = useState(NOTHING);
  const { role } = useIdentity();
  const read = useMutation<Offered, Refusal, File>({
    mutationFn: async (file) => {
      setTyped(NOTHING);
      const content = await readBase64(file);
      const told = await core.exchange
        .readKeys({ content })
        .catch((error: unknown) => Promise.reject(refusalOf(error)));
      return { ...told, content, succeeds: predecessor(parties, told) };
    },
  });
  const pin = useWrite(core.exchange.trust, {
    shownInPlace: true,
    done: ({ name, standing }) => (standing > 0 ? keyText.standing(standing) : keyText.done(name)),
    onDone: onClose,
  });
  const offered = read.data;
  const closes = offered !== undefined && (offered.replaces || offered.succeeds !== null);
  const compared = hidden.map((group) => ({ group, digits: groupTyped(typed.groups[group] ?? '') }));
  const isCompared = compared.every(({ digits }) => digits !== null);
  const isAnswered = offered?.says !== 'keys' || (isCompared && (!closes || typed.reason.trim() !== ''));
  const asksRelation = offered !== undefined && role === 'group' && isUnsaidGroup(parties, offered);
  const isKnown = offered?.trusted === true;
  const mayPin = asksRelation
    ? typed.as !== null && (isKnown || isAnswered)
    : offered !== undefined && !isKnown && isAnswered;

  return (
    <Dialog
      title={exchangeText.trustTitle}
      onClose={onClose}
      onSubmit={() => offered && mayPin && pin.mutate(saidOf(offered))}
      foot={
        <>
          <Button onClick={onClose}>{formText.cancel}</Button>
          <Button
            type="primary"
            danger={closes || offered?.says === 'revocation'}
            htmlType="submit"
            disabled={!mayPin}
            loading={pin.isPending}
          >
            {isKnown && asksRelation ? keyText.sayRelation : actionOf(offered, closes)}
          </Button>
        </>
      }
    >
      <FileButton
        label={exchangeText.chooseKeys}
        accept=".json"
        onChoose={([file]) => file && read.mutate(file)}
      />
      {offered && (
        <OfferedKeys
          offered={offered}
          predecessor={parties.find(({ officeId }) => officeId === offered.succeeds)?.name ?? null}
          hidden={hidden}
          typed={typed.groups}
          reason={typed.reason}
          relation={asksRelation ? typed.as : undefined}
          onTyped={(group, text) => setTyped({ ...typed, groups: { ...typed.groups, [group]: text } })}
          onReason={(reason) => setTyped({ ...typed, reason })}
          onRelation={(as) => setTyped({ ...typed, as })}
        />
      )}
      <ErrorNotice refusal={read.error ?? pin.error} />
    </Dialog>
  );

  function saidOf({ content, says, succeeds }: Offered) {
    if (says !== 'keys') return { content };
    const as = typed.as ?? undefined;
    if (isKnown) return { content, as };
    const groups = compared.flatMap(({ group, digits }) => (digits === null ? [] : [{ group, digits }]));
    const closing = closes ? { reason: typed.reason.trim() } : {};
    return { content, as, compared: groups, ...closing, ...(succeeds === null ? {} : { succeeds }) };
  }
}

/** A group that nobody has said of whether it is above us or below. */
function isUnsaidGroup(
  parties: readonly Party[],
  { says, kind, officeId }: Pick<Offered, 'says' | 'kind' | 'officeId'>,
): boolean {
  const held = parties.find((party) => party.officeId === officeId);
  return says === 'keys' && kind === 'group' && (held?.relation ?? null) === null;
}

/** Another office under the same code: this one can only be its successor. */
function predecessor(
  parties: readonly Party[],
  { says, officeId, code, kind }: Pick<Offered, 'says' | 'officeId' | 'code' | 'kind'>,
): string | null {
  if (says !== 'keys') return null;
  const same = parties.find((party) => party.code === code && party.kind === kind);
  return same && same.officeId !== officeId ? same.officeId : null;
}

function actionOf(offered: Offered | undefined, closes: boolean): string {
  if (offered?.says === 'rotation') return keyText.takeRotation;
  if (offered?.says === 'revocation') return keyText.takeRevocation;
  return closes ? keyText.close : exchangeText.pin;
}
