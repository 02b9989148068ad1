import { Button } from 'antd';
import { useState } from 'react';
import type { ItemMove } from '../../../shared/vocabulary/words.ts';
import { useContractForm } from '../../state/contract-form.ts';
import { useIdentity } from '../../state/session.ts';
import { useWrite } from '../../state/writes.ts';
import { formText } from '../../text/form.ts';
import { ledgerText, moveFormText, moveTitle } from '../../text/rectification-page.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { DateField, LongTextField, TextField } from '../../ui/fields.tsx';
import { ConflictNotice, ErrorNotice } from '../../ui/notices.tsx';
import { Key } from '../../ui/page.tsx';
import { ItemPicker } from './item-picker.tsx';
import { type MoveValues, makeMove, schemaOfMove } from './move-form.ts';
import { fieldsOfMove } from './offered-moves.ts';
import type { Item } from './rectification-queries.ts';
import { useLatestItem } from './use-latest-item.ts';
import { WorkingDays } from './working-days.tsx';

interface MoveDialogProps {
  readonly item: Item;
  readonly move: ItemMove;
  readonly onClose: () => void;
}

/** One move: its date, what it needs, and beforehand what cannot be taken back. */
export function MoveDialog({ item: opened, move, onClose }: MoveDialogProps) {
  // The version that the user decided on, whatever the list behind reads meanwhile.
  const [item] = useState(opened);
  const form = useMoveForm(item, move);
  const make = useWrite(({ rev, values }: Decision) => makeMove(item.id, rev, move, values), {
    shownInPlace: true,
    done: ({ number = item.number }) => moveFormText.done(move, number),
    onDone: close,
  });
  const { latest, readAgain } = useLatestItem(item.id, make.error);
  const submit = form.handleSubmit((values) => make.mutate({ rev: item.rev, values }));
  const note = moveFormText.beforehand[move];

  return (
    <Dialog
      title={moveFormText.title(move, item.number ?? ledgerText.numberless)}
      onClose={onClose}
      onSubmit={() => void submit()}
      foot={
        <>
          <Button onClick={onClose}>{formText.cancel}</Button>
          <Button type="primary" htmlType="submit" danger={move === 'void'} loading={make.isPending}>
            {moveTitle(move)}
            <Key>Ctrl+Enter</Key>
          </Button>
        </>
      }
    >
      <p>{item.problem}</p>
      {note && <p className="notice warn">{note}</p>}
      {make.error?.code === 'conflict' ? (
        <ConflictNotice
          refusal={make.error}
          changes={latest && <p>{moveFormText.now(latest.state)}</p>}
          onSaveMine={() => void decideAnew()}
          onDiscardMine={close}
        />
      ) : (
        <ErrorNotice refusal={make.error} />
      )}
      <MoveFields item={item} move={move} form={form} />
    </Dialog>
  );

  async function decideAnew(): Promise<void> {
    const { rev } = await readAgain();
    await form.handleSubmit((values) => make.mutate({ rev, values }))();
  }
  function close(): void {
    form.dropDraft();
    onClose();
  }
}

interface Decision {
  readonly rev: number;
  readonly values: Partial<MoveValues>;
}

type MoveForm = ReturnType<typeof useMoveForm>;

function MoveFields({
  item,
  move,
  form: { control, setValue },
}: Pick<MoveDialogProps, 'item' | 'move'> & MoveFormProp) {
  const fields = fieldsOfMove(move, item.state);
  const due = item.extendedDueOn ?? item.dueOn;
  const on = { control, name: 'on', label: moveFormText.on, hint: moveFormText.onHint } as const;
  const evidence = { control, name: 'evidenceNumber', label: moveFormText.evidenceNumber } as const;
  const reason = { control, name: 'reason', label: moveFormText.reason } as const;
  const newDue = { control, name: 'newDueOn', label: moveFormText.newDueOn } as const;
  const target = { control, name: 'mergedInto', label: moveFormText.mergedInto } as const;
  // What the move needs comes first, as that is where the typing begins.
  return (
    <div className="form-grid">
      {fields.includes('evidenceNumber') && <TextField {...evidence} required />}
      {fields.includes('newDueOn') && (
        <div>
          <DateField {...newDue} hint={due && moveFormText.newDueHint(due)} required />
          {due && (
            <WorkingDays
              from={due}
              isFromDue
              onDue={(day) => setValue('newDueOn', day, { shouldDirty: true, shouldValidate: true })}
            />
          )}
        </div>
      )}
      {fields.includes('mergedInto') && (
        <ItemPicker {...target} hint={moveFormText.mergedIntoHint} own={item.id} required />
      )}
      {fields.includes('reason') && <LongTextField {...reason} required />}
      <DateField {...on} required />
    </div>
  );
}

interface MoveFormProp {
  readonly form: MoveForm;
}

function useMoveForm(item: Item, move: ItemMove) {
  const { today } = useIdentity();
  return useContractForm<MoveValues>({
    schema: schemaOfMove(fieldsOfMove(move, item.state)),
    defaults: {
      on: today,
      reason: null,
      evidenceNumber: item.evidenceNumber,
      mergedInto: null,
      newDueOn: null,
    },
    draft: `rectification.moveItem ${move} ${item.id}`,
  });
}
