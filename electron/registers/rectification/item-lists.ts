import type { z } from 'zod';
import type { Given } from '../../../shared/contract/base.ts';
import type { item as itemShape, rectification } from '../../../shared/contract/rectification.ts';
import { needsGroupReview } from '../../../shared/rules/item-moves.ts';
import { ensure } from '../../../shared/vocabulary/refusal.ts';
import { ITEM_SOURCES, ITEM_STATES, WHOSE } from '../../../shared/vocabulary/words.ts';
import type { Readable } from '../../store/handles.ts';
import { OWN_OFFICE } from '../../store/office-sql.ts';
import { findRow, officeOfRow } from '../../store/rows.ts';
import { type Asking, whoseMoves } from '../actor.ts';
import { campaignOffice, currentCampaign, hasCampaign } from '../campaign/campaign-register.ts';
import { phaseSpan } from '../campaign/phase-span.ts';
import { offeredSteps } from './item-life.ts';
import { printNumber } from './item-numbers.ts';
import {
  countGroups,
  countViews,
  countWaiting,
  findListedItem,
  type ItemFilter,
  type ItemWaiting,
  type ListedItem,
  listItems,
  listMine,
} from './item-views-sql.ts';
import { itemHistory } from './rectification-sql.ts';

/** Who asks: of one office's items or, at a group, of every office's. */
export interface ItemsAsking extends Omit<Asking, 'office'> {
  readonly office: number | null;
  /** At a group: versions of items that it has answered, as `id@rev`. */
  readonly answered?: readonly string[];
}

export function items(db: Readable, asking: ItemsAsking, input: Given<typeof rectification.items>) {
  const filter = filterOf(db, asking, input);
  const total = countViews(db, filter, [input.view])[input.view];
  return { total, items: listItems(db, filter, input).map(asItem) };
}

export function itemCounts(db: Readable, asking: ItemsAsking, input: Given<typeof rectification.counts>) {
  return countViews(db, filterOf(db, asking, input));
}

/** The rows of a view, counted by what they have in common. */
export function itemGroups(db: Readable, asking: ItemsAsking, input: Given<typeof rectification.groups>) {
  const orders = { unit: [], owner: [], source: ITEM_SOURCES, state: ITEM_STATES, whose: WHOSE };
  const order = input.by === 'category' ? categoryOrder(db, asking) : orders[input.by];
  return countGroups(db, filterOf(db, asking, input), { view: input.view, by: input.by, order });
}

/** Of the lists in force and of those that were: an item keeps the category that it was given. */
export function categoryOrder(db: Readable, { office }: { readonly office: number | null }): string[] {
  if (office === null || !hasCampaign(db, office)) return [];
  const { categoryLists } = currentCampaign(db, office).content;
  return [...new Set(categoryLists.flatMap((list) => list.categories.map(({ id }) => id)))];
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

/** @throws Refusal `not_found` */
export function listedItem(db: Readable, asking: ItemsAsking, id: string): ListedItem {
  const row = findListedItem(db, filterOf(db, asking, {}), id);
  ensure(row, 'not_found', { register: 'rectification_item' });
  return row;
}

export function item(db: Readable, asking: ItemsAsking, id: string) {
  const row = listedItem(db, asking, id);
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

function issuedIn(db: Readable, office: number, phase: string): ItemFilter['issued'] {
  return phaseSpan(db, campaignOffice(db, OWN_OFFICE, office), phase);
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
    sources: input.fromGroup ? ITEM_SOURCES.filter(needsGroupReview) : null,
    category: input.category ?? null,
    owner: input.owner ?? null,
    below: input.below ?? false,
    dueFrom: input.dueFrom ?? null,
    dueUntil: input.dueUntil ?? null,
    issued: input.phase === undefined ? null : issuedIn(db, office ?? OWN_OFFICE, input.phase),
    supervised: input.supervised ?? false,
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
    supervision:
      row.supervised_on === null
        ? null
        : { since: row.supervised_on, reason: row.supervision_reason ?? '', nextOn: row.follow_up_on },
  };
}
