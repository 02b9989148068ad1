import type { z } from 'zod';
import type { Given } from '../../../shared/contract/base.ts';
import type { item as itemShape, rectification } from '../../../shared/contract/rectification.ts';
import { ensure } from '../../../shared/vocabulary/refusal.ts';
import type { Readable, Write } from '../../store/handles.ts';
import { findRow, guardVersion, insertRow, type StoredRow, updateRow } from '../../store/rows.ts';
import type { Actor } from '../actor.ts';
import { categoryId } from '../campaign/categories.ts';
import { checkEdit, type ItemFields } from './item-edits.ts';
import { type Moved, takeStep } from './item-life.ts';
import { printNumber } from './item-numbers.ts';
import { countItems, findItem, type ItemRow, itemHistory, listItems } from './rectification-sql.ts';

export function items(db: Readable, office: number, input: Given<typeof rectification.items>) {
  const filter = {
    state: input.state ?? null,
    source: input.source ?? null,
    unit: input.unit ? findRow(db, 'unit', office, input.unit).pk : null,
    offset: input.offset,
    limit: input.limit,
  };
  return { total: countItems(db, office, filter), items: listItems(db, office, filter).map(asItem) };
}

export function item(db: Readable, office: number, id: string) {
  const row = requireItem(db, office, id);
  const moves = itemHistory(db, row.pk).map((move) => ({
    move: move.move,
    from: move.from_state,
    to: move.to_state,
    effectiveOn: move.effective_on,
    reason: move.reason,
    at: move.changed_at,
    by: move.author,
  }));
  return { ...asItem(row), moves };
}

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
  guardVersion(row, input.rev);
  checkEdit(row, input, write.today);
  checkRepeats(write, input, row);
  updateRow(write, 'rectification_item', row.pk, columnsOf(write, input, row));
  write.record({ item: row.id });
  return { id: row.id, rev: write.rev };
}

export function extendItem(write: Write, actor: Actor, input: Given<typeof rectification.extendItem>) {
  const row = requireItem(write, write.office, input.id);
  guardVersion(row, input.rev);
  const { reason, dueOn: newDueOn } = input;
  const on = input.on ?? write.today;
  const { id, rev } = takeStep(write, actor, row, { move: 'extend', on, reason, newDueOn });
  return { id, rev };
}

export function moveItem(write: Write, actor: Actor, input: Given<typeof rectification.moveItem>): Moved {
  const row = requireItem(write, write.office, input.id);
  guardVersion(row, input.rev);
  const { move, on, reason, evidenceNumber, mergedInto } = input;
  return takeStep(write, actor, row, { move, on: on ?? write.today, reason, evidenceNumber, mergedInto });
}

function requireItem(db: Readable, office: number, id: string): ItemRow {
  const row = findItem(db, office, id);
  ensure(row, 'not_found', { register: 'rectification_item' });
  return row;
}

/** A repeated item is checked when it changes: it may have been reopened since. */
function checkRepeats(write: Write, input: ItemFields, row: ItemRow | null): void {
  if (!input.repeats || input.repeats === row?.repeats) return;
  const repeated = requireItem(write, write.office, input.repeats);
  ensure(repeated.state === 'closed' && repeated.pk !== row?.pk, 'item_repeats_open');
}

/** A category is looked up when it changes: a list retired since leaves old rows alone. */
function categoryOf(write: Write, { category }: ItemFields, row: ItemRow | null): string | null {
  if (!category || category === row?.category) return category;
  return categoryId(write, write.office, category, 'unit');
}

function columnsOf(write: Write, input: ItemFields, row: ItemRow | null) {
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

function asItem(row: ItemRow): z.output<typeof itemShape> {
  return {
    id: row.id,
    rev: row.rev,
    number: printNumber(row),
    source: row.source,
    category: row.category,
    problem: row.problem,
    measures: row.measures,
    unit: row.unit_id,
    unitName: row.unit_name,
    leader: row.leader,
    owner: row.owner,
    dueOn: row.due_on,
    extendedDueOn: row.extended_due_on,
    evidenceNumber: row.evidence_number,
    appliedOn: row.applied_on,
    closedOn: row.closed_on,
    timesReworked: row.times_reworked,
    repeats: row.repeats,
    mergedInto: row.merged_into,
    feedback: row.feedback,
    state: row.state,
  };
}
