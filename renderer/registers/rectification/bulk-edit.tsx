import { ITEM_SOURCES } from '../../../shared/vocabulary/words.ts';
import { core } from '../../state/core.ts';
import { bulkText } from '../../text/rectification-bulk.ts';
import { itemFormText } from '../../text/rectification-page.ts';
import { itemSourceWords } from '../../text/words.ts';
import { ChoiceField, DateField, LongTextField, TextField } from '../../ui/fields.tsx';
import { BulkDialog } from './bulk-dialog.tsx';
import { type BulkSet, planEdit } from './bulk-plan.ts';
import type { BulkTask } from './bulk-task.ts';
import { useBulkForm } from './bulk-task.ts';
import { useItemChoices } from './item-choices.ts';
import { WorkingDays } from './working-days.tsx';

const sources = ITEM_SOURCES.map((value) => ({ value, label: itemSourceWords[value] }));

const EMPTY = {
  source: null,
  category: null,
  measures: null,
  unit: null,
  leader: null,
  owner: null,
  dueOn: null,
};

type Values = { [Field in keyof typeof EMPTY]: string | null };

/** The same fields set in all chosen rows. */
export function BulkEdit({ rows, mover, onClose, onDone }: BulkTask) {
  const form = useBulkForm<Values>(EMPTY);
  const { units, categories } = useItemChoices();
  const set = given(form.watch());
  const plan = Object.keys(set).length > 0 ? planEdit(rows, set) : null;
  return (
    <BulkDialog
      title={bulkText.editTitle(rows.length)}
      note={bulkText.editNote}
      plan={plan}
      confirm={bulkText.confirm}
      write={(items) => core.rectification.editItems({ items, set: set as never })}
      done={({ count }) => (count > 0 ? bulkText.edited(count) : bulkText.unchanged)}
      onDone={onDone}
      onClose={onClose}
    >
      <div className="form-grid">
        <ChoiceField {...field('unit')} choices={units} allowClear />
        <ChoiceField {...field('category')} choices={categories} allowClear />
        <TextField {...field('leader')} />
        <TextField {...field('owner')} />
        <div>
          <DateField {...field('dueOn')} />
          <WorkingDays from={mover.on} onDue={(day) => form.setValue('dueOn', day)} />
        </div>
        <ChoiceField {...field('source')} choices={sources} allowClear />
        <LongTextField {...field('measures')} rows={2} />
      </div>
    </BulkDialog>
  );

  function field<Name extends keyof Values>(name: Name) {
    return { control: form.control, name, label: itemFormText.fields[name] };
  }
}

/** What was left empty stays as it is. */
function given(values: Values): BulkSet {
  const filled = Object.entries(values).filter(([, value]) => value !== null && value.trim() !== '');
  return Object.fromEntries(filled.map(([name, value]) => [name, value?.trim()]));
}
