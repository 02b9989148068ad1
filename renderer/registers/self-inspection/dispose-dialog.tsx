import { Button } from 'antd';
import type { z } from 'zod';
import { selfInspection } from '../../../shared/contract/self-inspection.ts';
import { inputOf, useContractForm } from '../../state/contract-form.ts';
import { core } from '../../state/core.ts';
import { useWrite } from '../../state/writes.ts';
import { formText } from '../../text/form.ts';
import { disposeText } from '../../text/self-inspection-page.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { LongTextField, TextField } from '../../ui/fields.tsx';
import { Key } from '../../ui/page.tsx';
import { Refused, useReadAgain } from './decided.tsx';
import type { Disposal } from './filing-items.tsx';
import { SealedSign } from './sealed-sign.tsx';
import type { Filing, FilingItem } from './self-inspection-queries.ts';

interface DisposeDialogProps {
  readonly filing: Filing;
  readonly item: FilingItem;
  readonly disposition: Disposal;
  readonly onClose: () => void;
}

interface Values {
  readonly problem: string | null;
  readonly transferDocument: string | null;
  readonly reason: string | null;
}

const NOTHING: Values = { problem: null, transferDocument: null, reason: null };
const { problem, transferDocument, reason } = (inputOf(selfInspection.disposeItem) as z.ZodObject).shape;

/** What each disposition asks for; the ledger's wording may be left to the draft. */
const SCHEMAS: Readonly<Record<Disposal, z.ZodType>> = {
  rectification: fields({ problem: problem.nullable() }),
  handedOver: fields({ transferDocument }).required(),
  noAction: fields({ reason }).required(),
};

/** 转整改, 移交 or 无需 for one item; what cannot be undone is said before. */
export function DisposeDialog({ filing, item, disposition, onClose }: DisposeDialogProps) {
  const form = useContractForm<Values>({
    schema: SCHEMAS[disposition],
    defaults: NOTHING,
    draft: `selfInspection.disposeItem ${disposition} ${item.id}`,
  });
  const readAgain = useReadAgain(filing.id);
  const dispose = useWrite(
    ({ rev, ...values }: Partial<Values> & { rev: number }) =>
      core.selfInspection.disposeItem({ item: item.id, rev, disposition, ...given(values) }),
    { shownInPlace: true, done: () => disposeText.done[disposition], onDone: close },
  );
  const { control } = form;
  const submitAt = (rev: number) => form.handleSubmit((values) => dispose.mutate({ rev, ...values }))();
  const isFinal = disposition === 'handedOver';
  return (
    <Dialog
      title={disposeText.title[disposition]}
      onClose={onClose}
      onSubmit={() => void submitAt(item.rev)}
      foot={
        <>
          <Button onClick={onClose}>{formText.cancel}</Button>
          <Button type="primary" danger={isFinal} htmlType="submit" loading={dispose.isPending}>
            {disposeText.title[disposition]}
            <Key>Ctrl+Enter</Key>
          </Button>
        </>
      }
    >
      <p className={isFinal ? 'notice warn' : 'secondary'}>{disposeText.note[disposition]}</p>
      {item.sealed && <SealedSign />}
      {item.summary && <p className="self-inspection-sealed">{item.summary}</p>}
      <Refused refusal={dispose.error} onSaveMine={() => void decideAnew()} onDiscardMine={close} />
      {disposition === 'rectification' && (
        <LongTextField
          control={control}
          name="problem"
          label={disposeText.problem}
          hint={disposeText.problemHint}
          autoFocus
        />
      )}
      {disposition === 'handedOver' && (
        <TextField
          control={control}
          name="transferDocument"
          label={disposeText.transferDocument}
          required
          autoFocus
        />
      )}
      {disposition === 'noAction' && (
        <LongTextField control={control} name="reason" label={disposeText.reason} required autoFocus />
      )}
    </Dialog>
  );

  function close(): void {
    form.dropDraft();
    onClose();
  }
  async function decideAnew(): Promise<void> {
    const { itemList } = await readAgain();
    await submitAt(itemList.find(({ id }) => id === item.id)?.rev ?? item.rev);
  }
}

function fields(shape: z.ZodRawShape): z.ZodObject {
  return (inputOf(selfInspection.disposeItem) as z.ZodObject).pick({}).extend(shape);
}

/** What was left empty is not sent. */
function given(values: Partial<Values>): Partial<Record<keyof Values, string>> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}
