import type { Given } from '../../../shared/contract/base.ts';
import type { rectification } from '../../../shared/contract/rectification.ts';
import { ensure } from '../../../shared/vocabulary/refusal.ts';
import type { Readable, Write } from '../../store/handles.ts';
import { findRow, guardVersion, insertRow, type StoredRow, updateRow } from '../../store/rows.ts';
import type { Actor } from '../actor.ts';
import { categoryId } from '../campaign/categories.ts';
import { requireOpenDay } from '../periods/period-lock.ts';
import { hasLeft } from '../personnel/departed.ts';
import { changesOf, recordChanges } from './item-changes.ts';
import { checkEdit, type ItemFields } from './item-edits.ts';
import { type Moved, takeStep } from './item-life.ts';
import { findItem, type ItemRow } from './rectification-sql.ts';

export function draftItem(write: Write, input: ItemFields) {
  checkRepeats(write, input, null);
  const id = write.newId();
  insertRow(write, 'rectification_item', id, { ...columnsOf(write, input, null), state: 'draft' });
  write.record({ item: id, source: input.source });
  return { id, rev: write.rev };
}

/**
 * The draft that an item of a filing becomes. What was declared stays in the filing, sealed and soon purged:
 * the ledger's own wording is written here, or later in the draft, because the ledger is sent on in full.
 * @returns the draft's id, which the filing keeps
 */
export function draftFromFiling(
  write: Write,
  from: { readonly category: string; readonly unit: number; readonly problem?: string | undefined },
): string {
  const id = write.newId();
  insertRow(write, 'rectification_item', id, {
    source: 'selfInspection',
    category: from.category,
    problem: from.problem ?? '',
    unit: from.unit,
    state: 'draft',
  });
  return id;
}

export function updateItem(write: Write, input: Given<typeof rectification.updateItem>) {
  const row = requireItem(write, write.office, input.id);
  guardVersion(write, row, input.rev);
  editItem(write, row, input);
  write.record({ item: row.id });
  return { id: row.id, rev: write.rev };
}

/** Puts these fields into a row, with what they replace in its history. @throws Refusal as `checkEdit`, and of each field */
export function editItem(write: Write, row: ItemRow, input: ItemFields): void {
  checkEdit(row, input, write.today);
  if (row.state !== 'draft') requireOpenDay(write, write.today);
  checkRepeats(write, input, row);
  const columns = columnsOf(write, input, row);
  const unitName = input.unit ? findRow<UnitNamed>(write, 'unit', write.office, input.unit).name : null;
  recordChanges(write, row, changesOf(row, columns, unitName));
  updateRow(write, 'rectification_item', row.pk, columns);
}

type UnitNamed = StoredRow & { readonly name: string };

/** 重复问题 linked, or no longer. @throws Refusal `conflict`, `item_not_editable`, `item_repeats_open` */
export function linkRepeat(write: Write, { id, rev, repeats }: Given<typeof rectification.linkRepeat>) {
  const row = requireItem(write, write.office, id);
  guardVersion(write, row, rev);
  ensure(['draft', 'issued', 'inProgress'].includes(row.state), 'item_not_editable', {
    register: 'rectification_item',
    state: row.state,
  });
  checkRepeats(write, { repeats }, row);
  recordChanges(write, row, changesOf(row, { repeats }, null));
  updateRow(write, 'rectification_item', row.pk, { repeats });
  write.record({ item: row.id, repeats });
  return { id: row.id, rev: write.rev };
}

export function extendItem(write: Write, actor: Actor, input: Given<typeof rectification.extendItem>) {
  const row = requireItem(write, write.office, input.id);
  guardVersion(write, row, input.rev);
  const { reason, dueOn: newDueOn } = input;
  const on = input.on ?? write.today;
  const { id, rev } = takeStep(write, actor, row, { move: 'extend', on, reason, newDueOn });
  return { id, rev };
}

export function moveItem(write: Write, actor: Actor, input: Given<typeof rectification.moveItem>): Moved {
  const row = requireItem(write, write.office, input.id);
  guardVersion(write, row, input.rev);
  const { move, on, reason, evidenceNumber, mergedInto } = input;
  return takeStep(write, actor, row, { move, on: on ?? write.today, reason, evidenceNumber, mergedInto });
}

/** @throws Refusal `not_found` */
export function requireItem(db: Readable, office: number, id: string): ItemRow {
  const row = findItem(db, office, id);
  ensure(row, 'not_found', { register: 'rectification_item' });
  return row;
}

/** A repeated item is checked when it changes: it may have been reopened since. */
function checkRepeats(write: Write, input: Pick<ItemFields, 'repeats'>, row: ItemRow | null): void {
  if (!input.repeats || input.repeats === row?.repeats) return;
  const repeated = requireItem(write, write.office, input.repeats);
  ensure(repeated.state === 'closed' && repeated.pk !== row?.pk, 'item_repeats_open');
}

/** A category is looked up when it changes: a list retired since leaves old rows alone. */
function categoryOf(write: Write, { category }: ItemFields, row: ItemRow | null): string | null {
  if (!category || category === row?.category) return category;
  return categoryId(write, write.office, category, 'unit');
}

/** Who has left is named for no new work; a name that the roster does not know is a text like any other. */
function checkPeople(write: Write, input: ItemFields, row: ItemRow | null): void {
  for (const field of ['leader', 'owner'] as const) {
    const name = input[field];
    if (!name || name === row?.[field]) continue;
    ensure(!hasLeft(write, write.office, name, write.today), 'person_left', { name, field });
  }
}

function columnsOf(write: Write, input: ItemFields, row: ItemRow | null) {
  checkPeople(write, input, row);
  return {
    source: input.source,
    category: categoryOf(write, input, row),
    problem: input.problem,
    measures: input.measures,
    unit: input.unit ? findRow<StoredRow>(write, 'unit', write.office, input.unit).pk : null,
    leader: input.leader,
    owner: input.owner,
    due_on: input.dueOn,
    repeats: input.repeats,
  };
}
