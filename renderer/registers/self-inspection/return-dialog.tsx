import { Button } from 'antd';
import type { z } from 'zod';
import { selfInspection } from '../../../shared/contract/self-inspection.ts';
import { inputOf, useContractForm } from '../../state/contract-form.ts';
import { core } from '../../state/core.ts';
import { useWrite } from '../../state/writes.ts';
import { formText } from '../../text/form.ts';
import { filingText, returnText, unitsText } from '../../text/self-inspection-page.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { LongTextField } from '../../ui/fields.tsx';
import { Key } from '../../ui/page.tsx';
import { Refused, useReadAgain } from './decided.tsx';
import type { Filing } from './self-inspection-queries.ts';

interface ReturnDialogProps {
  readonly filing: Filing;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

interface Values {
  readonly reason: string | null;
}

const schema = (inputOf(selfInspection.moveFiling) as z.ZodObject).pick({ reason: true }).required();

export function ReturnDialog({ filing, onClose, onDone }: ReturnDialogProps) {
  const id = filing.id ?? '';
  const name = filing.name ?? unitsText.nameless;
  const form = useContractForm<Values>({
    schema,
    defaults: { reason: null },
    draft: `selfInspection.return ${id}`,
  });
  const readAgain = useReadAgain(filing.id);
  const make = useWrite(
    ({ rev, reason }: { rev: number; reason: string }) =>
      core.selfInspection.moveFiling({ id, rev, move: 'return', reason }),
    {
      shownInPlace: true,
      done: () => filingText.done(name, 'return'),
      onDone: () => {
        form.dropDraft();
        onDone();
      },
    },
  );
  const submitAt = (rev: number | null) =>
    form.handleSubmit(({ reason }) => make.mutate({ rev: rev ?? 0, reason: reason ?? '' }))();
  return (
    <Dialog
      title={returnText.title(name)}
      onClose={onClose}
      onSubmit={() => void submitAt(filing.rev)}
      foot={
        <>
          <Button onClick={onClose}>{formText.cancel}</Button>
          <Button type="primary" htmlType="submit" loading={make.isPending}>
            {filingText.moves.return}
            <Key>Ctrl+Enter</Key>
          </Button>
        </>
      }
    >
      <p className="secondary">{returnText.note}</p>
      <Refused
        refusal={make.error}
        onSaveMine={() => void readAgain().then(({ rev }) => submitAt(rev))}
        onDiscardMine={() => {
          form.dropDraft();
          onClose();
        }}
      />
      <LongTextField control={form.control} name="reason" label={returnText.reason} required autoFocus />
    </Dialog>
  );
}
