import type { Given } from '../../../shared/contract/base.ts';
import type { rectification } from '../../../shared/contract/rectification.ts';
import { dueInForce } from '../../../shared/rules/figures.ts';
import { dueAfterWorkingDays, type WorkingCalendar } from '../../../shared/rules/working-days.ts';
import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import { ensure, Refusal } from '../../../shared/vocabulary/refusal.ts';
import type { Write } from '../../store/handles.ts';
import { guardVersion } from '../../store/rows.ts';
import type { Actor } from '../actor.ts';
import { fieldsOf } from './item-edits.ts';
import { type Moved, takeStep } from './item-life.ts';
import { printNumber } from './item-numbers.ts';
import { editItem, requireItem } from './rectification-register.ts';
import type { ItemRow } from './rectification-sql.ts';

type Chosen = Given<typeof rectification.editItems>['items'];

/** The same fields in many rows, as one step. Rows that already say so stay as they are. */
export function editItems(write: Write, { items, set }: Given<typeof rectification.editItems>) {
  const fields = Object.keys(set) as (keyof typeof set)[];
  const changed = forEach(write, items, (row) => {
    const before = fieldsOf(row);
    if (fields.every((field) => before[field] === set[field])) return false;
    editItem(write, row, { ...before, ...withoutUndefined(set) });
    return true;
  });
  return answer(write, changed.filter(Boolean).length, { fields });
}

/** 延期 of many rows, as one step: each is a dated move of its own. */
export function extendItems(
  write: Write,
  actor: Actor,
  input: Given<typeof rectification.extendItems>,
  calendar: WorkingCalendar,
) {
  const on = input.on ?? write.today;
  forEach(write, input.items, (row) => {
    const newDueOn = input.dueOn ?? laterBy(row, input.workingDays ?? 0, calendar);
    takeStep(write, actor, row, { move: 'extend', on, reason: input.reason, newDueOn });
  });
  return answer(write, input.items.length, {});
}

/** One move of many rows, in the order in which they are given: so run the numbers, too. */
export function moveItems(write: Write, actor: Actor, input: Given<typeof rectification.moveItems>) {
  const { move, on, reason, evidenceNumber, mergedInto } = input;
  const step = { move, on: on ?? write.today, reason, evidenceNumber, mergedInto };
  const moved = forEach(write, input.items, (row): Moved => takeStep(write, actor, row, step));
  const items = moved.map(({ id, number }) => ({ id, number }));
  return { ...answer(write, items.length, { move, numbers: items.map(({ number }) => number) }), items };
}

/** From the date in force on. @throws Refusal `missing_field` */
function laterBy(row: ItemRow, workingDays: number, calendar: WorkingCalendar): CalendarDate {
  const due = dueInForce(row.due_on, row.extended_due_on);
  ensure(due, 'missing_field', { register: 'rectification_item', field: 'dueOn', fields: ['dueOn'] });
  return dueAfterWorkingDays(due, workingDays, calendar).dueOn;
}

/**
 * Every row at the version that was seen, all or none.
 * @throws Refusal the code of the first row that refuses, with `items`, `numbers` and `count` of all that refuse so
 */
function forEach<T>(write: Write, chosen: Chosen, change: (row: ItemRow) => T): T[] {
  const refused: { row: ItemRow; refusal: Refusal }[] = [];
  const done: T[] = [];
  for (const { id, rev } of chosen) {
    const row = requireItem(write, write.office, id);
    try {
      guardVersion(write, row, rev);
      done.push(change(row));
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      refused.push({ row, refusal });
    }
  }
  const [first] = refused;
  if (!first) return done;
  const same = refused.filter(({ refusal }) => refusal.code === first.refusal.code).map(({ row }) => row);
  throw new Refusal(first.refusal.code, { ...first.refusal.fields, ...named(same) });
}

/** Drafts by their problem, cut short: they have no number yet. */
function named(rows: readonly ItemRow[]) {
  return {
    items: rows.map(({ id }) => id),
    numbers: rows.map((row) => printNumber(row) ?? row.problem.slice(0, 20)),
    count: rows.length,
  };
}

function answer(write: Write, count: number, more: Readonly<Record<string, unknown>>) {
  if (count === 0) write.undo.leaveNoStep();
  write.record({ ...more, items: count });
  return { rev: write.rev, count };
}

/** `exactOptionalPropertyTypes`: what was not given must not stand there as undefined. */
function withoutUndefined<T extends object>(set: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const given = Object.entries(set).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as { [K in keyof T]: Exclude<T[K], undefined> };
}
