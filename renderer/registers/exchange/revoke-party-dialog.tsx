import { Button } from 'antd';
import { contract } from '../../../shared/contract/index.ts';
import { inputOf, useContractForm } from '../../state/contract-form.ts';
import { core } from '../../state/core.ts';
import { useWrite } from '../../state/writes.ts';
import { keyText } from '../../text/exchange-keys.ts';
import { formText } from '../../text/form.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { LongTextField } from '../../ui/fields.tsx';
import { ErrorNotice } from '../../ui/notices.tsx';
import type { Party } from './exchange-queries.ts';

interface RevokePartyProps {
  readonly party: Party;
  readonly onClose: () => void;
}

/** By hand, when the other side has no key left to sign a revocation with. */
export function RevokePartyDialog({ party, onClose }: RevokePartyProps) {
  const office = party.officeId;
  const form = useContractForm<{ office: string; reason: string | null }>({
    schema: inputOf(contract.exchange.revokeParty),
    defaults: { office, reason: null },
    draft: `revoke ${office}`,
  });
  const revoke = useWrite(core.exchange.revokeParty, {
    shownInPlace: true,
    done: ({ revoked }) => (revoked ? keyText.revoked(revoked.sequence) : null),
    onDone: () => {
      form.dropDraft();
      onClose();
    },
  });
  return (
    <Dialog
      title={`${keyText.revokeTitle} · ${party.name}`}
      onClose={onClose}
      onSubmit={form.handleSubmit(({ reason }) => revoke.mutate({ office, reason: reason ?? '' }))}
      foot={
        <>
          <Button onClick={onClose}>{formText.cancel}</Button>
          <Button type="primary" danger htmlType="submit" loading={revoke.isPending}>
            {keyText.revokeConfirm}
          </Button>
        </>
      }
    >
      <p>{keyText.revokeExplain}</p>
      <LongTextField control={form.control} name="reason" label={keyText.revokeReason} required autoFocus />
      <ErrorNotice refusal={revoke.error} />
    </Dialog>
  );
}
