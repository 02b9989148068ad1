import { useMutation } from '@tanstack/react-query';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import type { Refusal } from '../../../shared/vocabulary/refusal.ts';
import { core } from '../../state/core.ts';
import { refusalOf } from '../../state/refusals.ts';
import { useWrite } from '../../state/writes.ts';
import { exchangeText } from '../../text/exchange-page.ts';
import { formText } from '../../text/form.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { FileButton } from '../../ui/file-button.tsx';
import { readBase64 } from '../../ui/file-content.ts';
import { ErrorNotice } from '../../ui/notices.tsx';

type Offered = Awaited<ReturnType<typeof core.exchange.readKeys>> & { readonly content: string };

/** Another office's keys are pinned after the fingerprint was compared with its paper, group by group. */
export function TrustDialog({ onClose }: { readonly onClose: () => void }) {
  const [isCompared, setCompared] = useState(false);
  const read = useMutation<Offered, Refusal, File>({
    mutationFn: async (file) => {
      setCompared(false);
      const content = await readBase64(file);
      const told = await core.exchange
        .readKeys({ content })
        .catch((error: unknown) => Promise.reject(refusalOf(error)));
      return { ...told, content };
    },
  });
  const pin = useWrite(core.exchange.trust, {
    shownInPlace: true,
    done: ({ name }) => exchangeText.pinned(name),
    onDone: onClose,
  });
  const offered = read.data;
  const mayPin = offered !== undefined && isCompared && !offered.trusted;

  return (
    <Dialog
      title={exchangeText.trustTitle}
      onClose={onClose}
      onSubmit={() => mayPin && pin.mutate({ content: offered.content })}
      foot={
        <>
          <Button onClick={onClose}>{formText.cancel}</Button>
          <Button type="primary" htmlType="submit" disabled={!mayPin} loading={pin.isPending}>
            {exchangeText.pin}
          </Button>
        </>
      }
    >
      <FileButton
        label={exchangeText.chooseKeys}
        accept=".json"
        onChoose={([file]) => file && read.mutate(file)}
      />
      {offered && <OfferedKeys offered={offered} />}
      {offered && !offered.trusted && (
        <Checkbox checked={isCompared} onChange={({ target }) => setCompared(target.checked)}>
          {exchangeText.compared}
        </Checkbox>
      )}
      <ErrorNotice refusal={read.error ?? pin.error} />
    </Dialog>
  );
}

function OfferedKeys({ offered }: { readonly offered: Offered }) {
  const { name, code, fingerprint } = exchangeText.partyColumns;
  return (
    <>
      <p>{offered.trusted ? exchangeText.alreadyTrusted : exchangeText.trustSteps}</p>
      <dl className="pairs">
        <dt>{name}</dt>
        <dd>{offered.name}</dd>
        <dt>{code}</dt>
        <dd className="mono">{offered.code}</dd>
        <dt>{fingerprint}</dt>
        <dd className="mono exchange-fingerprint">{offered.fingerprint}</dd>
      </dl>
    </>
  );
}
