import type { Given } from '../../../shared/contract/base.ts';
import type { rectification } from '../../../shared/contract/rectification.ts';
import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import { ensure } from '../../../shared/vocabulary/refusal.ts';
import type { ItemRow } from './rectification-sql.ts';

export type ItemFields = Given<typeof rectification.draftItem>;

/** May change as long as the work goes on, but not become empty again. */
const OPEN = ['measures', 'leader', 'owner'] as const;
/** What an item that came as feedback may still lack; filled in once. */
const FILLED_ONCE = ['category', 'unit', 'dueOn'] as const;
const FIXED = ['source', 'problem', 'repeats'] as const;

/**
 * Whether a row takes these fields: a draft takes all of them, an item at work only what it may.
 * @throws Refusal `item_not_editable`, `item_field_fixed`, `missing_field`, `deadline_before_day`
 */
export function checkEdit(row: ItemRow, input: ItemFields, today: CalendarDate): void {
  if (row.state === 'draft') return;
  ensure(row.state === 'issued' || row.state === 'inProgress', 'item_not_editable', {
    register: 'rectification_item',
    state: row.state,
  });
  const before = fieldsOf(row);
  const fixed = [...FIXED, ...FILLED_ONCE.filter((field) => before[field] !== null)];
  const changed = fixed.filter((field) => input[field] !== before[field]);
  ensure(changed.length === 0, 'item_field_fixed', { field: changed[0] ?? '', fields: changed });
  const emptied = OPEN.filter((field) => before[field] !== null && input[field] === null);
  ensure(emptied.length === 0, 'missing_field', { field: emptied[0] ?? '', fields: emptied });
  const due = before.dueOn === null ? input.dueOn : null;
  ensure(due === null || due >= today, 'deadline_before_day', { due, on: today });
}

/** A row as the input of an edit has it. */
export function fieldsOf(row: ItemRow): ItemFields {
  return {
    source: row.source,
    category: row.category,
    problem: row.problem,
    measures: row.measures,
    unit: row.unit_id,
    leader: row.leader,
    owner: row.owner,
    dueOn: row.due_on,
    repeats: row.repeats,
  };
}
