import type { Given } from '../../../shared/contract/base.ts';
import type { rectification } from '../../../shared/contract/rectification.ts';
import type { Readable } from '../../store/handles.ts';
import type { FieldChange } from './item-changes.ts';
import { type EventRow, listEvents } from './item-history-sql.ts';
import { type ItemsAsking, listedItem } from './item-lists.ts';

/** Who did what to an item, when, and what stood there before; the latest first. */
export function history(db: Readable, asking: ItemsAsking, input: Given<typeof rectification.history>) {
  const { pk } = listedItem(db, asking, input.id);
  const { total, rows } = listEvents(db, pk, input);
  return {
    total,
    events: rows.map((row) => ({
      event: row.event,
      on: row.on_day,
      at: row.at,
      by: row.author,
      move: row.move,
      from: row.from_state,
      to: row.to_state,
      text: row.text,
      followUp: row.follow_up,
      isOn: row.is_on === null ? null : row.is_on === 1,
      changes: row.changes === null ? broughtAlong(row) : (JSON.parse(row.changes) as FieldChange[]),
    })),
  };
}

/** What moves bring along beside the state; a new due date stands over the one before. */
const BROUGHT = ['number', 'evidenceNumber', 'mergedInto'] as const;

function broughtAlong({ detail, due_before: before }: EventRow): FieldChange[] {
  const { newDueOn, ...others } = JSON.parse(detail ?? '{}') as Partial<Record<string, string>>;
  const due = newDueOn ? [{ field: 'extendedDueOn', before, after: newDueOn }] : [];
  const fields = BROUGHT.flatMap((field) => {
    const after = others[field];
    return after ? [{ field, before: null, after }] : [];
  });
  return [...due, ...fields];
}
