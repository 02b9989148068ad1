import type { z } from 'zod';
import type { Given } from '../../../shared/contract/base.ts';
import type { item as itemShape, rectification } from '../../../shared/contract/rectification.ts';
import { ensure } from '../../../shared/vocabulary/refusal.ts';
import type { Readable, Write } from '../../store/handles.ts';
import {
  findRow,
  guardVersion,
  insertRow,
  officeOfRow,
  type StoredRow,
  updateRow,
} from '../../store/rows.ts';
import { type Actor, type Asking, whoseMoves } from '../actor.ts';
import { categoryId } from '../campaign/categories.ts';
import { checkEdit, type ItemFields } from './item-edits.ts';
import { type Moved, offeredSteps, takeStep } from './item-life.ts';
import { printNumber } from './item-numbers.ts';
import {
  countViews,
  countWaiting,
  findListedItem,
  type ItemFilter,
  type ItemWaiting,
  type ListedItem,
  listItems,
  listMine,
} from './item-views-sql.ts';
import { findItem, type ItemRow, itemHistory } from './rectification-sql.ts';

/** Who asks: of one office's items or, at a group, of every office's. */
export interface ItemsAsking extends Omit<Asking, 'office'> {
  readonly office: number | null;
  /** At a group: versions of items that it has answered, as `id@rev`. */
  readonly answered?: readonly string[];
}

export function items(db: Readable, asking: ItemsAsking, input: Given<typeof rectification.items>) {
  const filter = filterOf(db, asking, input);
  const total = countViews(db, filter)[input.view];
  return { total, items: listItems(db, filter, input).map(asItem) };
}

export function itemCounts(db: Readable, asking: ItemsAsking, input: Given<typeof rectification.counts>) {
  return countViews(db, filterOf(db, asking, input));
}

/** What waits for whom, each item once. */
export function itemsWaiting(db: Readable, asking: ItemsAsking): ItemWaiting[] {
  return countWaiting(db, filterOf(db, asking, {}));
}

/** The asking account's own items, the most urgent first. */
export function myItems(
  db: Readable,
  asking: ItemsAsking,
  input: {
    readonly only?: 'urgent' | 'returned' | undefined;
    readonly offset: number;
    readonly limit: number;
  },
) {
  const { total, items: rows } = listMine(db, filterOf(db, asking, {}), input.only ?? null, input);
  return { total, items: rows.map(asItem) };
}

export function item(db: Readable, asking: ItemsAsking, id: string) {
  const row = findListedItem(db, filterOf(db, asking, {}), id);
  ensure(row, 'not_found', { register: 'rectification_item' });
  const moves = itemHistory(db, row.pk).map((move) => ({
    move: move.move,
    from: move.from_state,
    to: move.to_state,
    effectiveOn: move.effective_on,
    reason: move.reason,
    at: move.changed_at,
    by: move.author,
  }));
  return { ...asItem(row), moves, allowed: offeredSteps(db, asking.actor, row, asking.today) };
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
  guardVersion(write, row, input.rev);
  checkEdit(row, input, write.today);
  checkRepeats(write, input, row);
  updateRow(write, 'rectification_item', row.pk, columnsOf(write, input, row));
  write.record({ item: row.id });
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

function filterOf(
  db: Readable,
  { office, today, actor, answered = [] }: ItemsAsking,
  input: Given<typeof rectification.counts>,
): ItemFilter {
  return {
    office,
    today,
    state: input.state ?? null,
    source: input.source ?? null,
    unit: input.unit
      ? findRow(db, 'unit', office ?? officeOfRow(db, 'unit', input.unit), input.unit).pk
      : null,
    search: input.search?.trim() || null,
    whose: input.whose ?? null,
    matter: input.matter ?? null,
    mine: whoseMoves(actor.roles),
    answered,
  };
}

/** @throws Refusal `not_found` */
export function requireItem(db: Readable, office: number, id: string): ItemRow {
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

function asItem(row: ListedItem): z.output<typeof itemShape> {
  return {
    id: row.id,
    rev: row.rev,
    office: row.office_id,
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
    whose: row.whose,
    daysLeft: row.days_left,
    returned: row.returned === 1,
  };
}
