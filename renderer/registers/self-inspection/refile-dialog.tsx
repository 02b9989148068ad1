import { Button } from 'antd';
import { useWatch } from 'react-hook-form';
import { useContractForm } from '../../state/contract-form.ts';
import { core } from '../../state/core.ts';
import { useWrite } from '../../state/writes.ts';
import { formText } from '../../text/form.ts';
import { entryText, filingText, refileText, sealedText, unitsText } from '../../text/self-inspection-page.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { DraftNote } from '../../ui/draft-note.tsx';
import { DateField, TextField } from '../../ui/fields.tsx';
import { Key } from '../../ui/page.tsx';
import { Refused, useReadAgain } from './decided.tsx';
import { DeclarationChoice } from './declaration-choice.tsx';
import { BLANK_ITEM, type FilingValues, filingSchema } from './filing-values.ts';
import { ItemRows } from './item-rows.tsx';
import type { Filing } from './self-inspection-queries.ts';

type Move = 'file' | 'supplement';
type Moved = Parameters<typeof core.selfInspection.moveFiling>[0];

interface RefileDialogProps {
  readonly filing: Filing;
  readonly move: Move;
  readonly onClose: () => void;
}

/** After a return the form is filed again as a whole; a supplement brings only what comes on top. */
export function RefileDialog({ filing, move, onClose }: RefileDialogProps) {
  const id = filing.id ?? '';
  const name = filing.name ?? unitsText.nameless;
  const isAgain = move === 'file';
  const form = useContractForm<FilingValues>({
    schema: filingSchema(
      isAgain ? ['paperNumber', 'filedOn', 'declared', 'items'] : ['paperNumber', 'declared', 'items'],
    ),
    defaults: valuesOf(filing, move),
    draft: `selfInspection.refile ${move} ${id}`,
  });
  const { control } = form;
  const readAgain = useReadAgain(filing.id);
  const save = useWrite((values: Moved) => core.selfInspection.moveFiling(values), {
    shownInPlace: true,
    done: () => filingText.done(name, move),
    onDone: close,
  });
  const declared = useWatch({ control, name: 'declared' });
  const submitAt = (rev: number | null) =>
    form.handleSubmit((values) => save.mutate(movedBy(values, { id, rev: rev ?? 0, move })))();
  return (
    <Dialog
      wide
      title={refileText.title[move](name)}
      onClose={onClose}
      onSubmit={() => void submitAt(filing.rev)}
      foot={
        <>
          <Button onClick={onClose}>{formText.cancel}</Button>
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            {refileText.save}
            <Key>Ctrl+Enter</Key>
          </Button>
        </>
      }
    >
      <p className="secondary">{refileText.note[move]}</p>
      {isAgain && hasUnread(filing) && <p className="notice warn">{sealedText.lost}</p>}
      <DraftNote
        isDraft={form.isDraft}
        onDrop={() => {
          form.reset(valuesOf(filing, move));
          form.dropDraft();
        }}
      />
      <Refused
        refusal={save.error}
        onSaveMine={() => void readAgain().then(({ rev }) => submitAt(rev))}
        onDiscardMine={close}
      />
      <div className="form-grid">
        <TextField control={control} name="paperNumber" label={entryText.paperNumber} autoFocus />
        {isAgain && <DateField control={control} name="filedOn" label={entryText.filedOn} required />}
        {isAgain && <DeclarationChoice control={control} onChosen={prepareItems} />}
      </div>
      {declared === 'hasProblem' && (
        <ItemRows control={control} name="self-inspection-refile" hasKey={false} />
      )}
    </Dialog>
  );

  function prepareItems(next: FilingValues['declared']): void {
    if (next === 'hasProblem' && form.getValues('items').length === 0)
      form.setValue('items', [BLANK_ITEM], { shouldDirty: true });
  }
  function close(): void {
    form.dropDraft();
    onClose();
  }
}

function valuesOf({ person, paperNumber, filedOn, declared, itemList }: Filing, move: Move): FilingValues {
  const shared = { round: '', person, who: null, paperNumber, filedOn };
  if (move === 'supplement') return { ...shared, declared: 'hasProblem', items: [BLANK_ITEM] };
  const items = itemList
    .filter(({ disposition }) => disposition === 'open')
    .map(({ category, summary }) => ({ category, summary }));
  return { ...shared, declared, items };
}

/** Summaries that stand in the filing and not in the form, as this account cannot read them. */
function hasUnread({ itemList }: Filing): boolean {
  return itemList.some(({ sealed, disposition }) => sealed && disposition === 'open');
}

/** A paper's number that was left empty is not sent. */
function movedBy(values: FilingValues, step: Pick<Moved, 'id' | 'rev' | 'move'>): Moved {
  const { paperNumber, ...rest } = values;
  return { ...step, ...(rest as Partial<Moved>), ...(paperNumber && { paperNumber }) };
}
