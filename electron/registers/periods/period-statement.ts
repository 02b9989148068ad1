import { periodOf } from '../../../shared/rules/periods.ts';
import { addDays, type CalendarDate } from '../../../shared/vocabulary/dates.ts';
import { ensure } from '../../../shared/vocabulary/refusal.ts';
import type { Readable, Write } from '../../store/handles.ts';
import type { PeriodRecord } from './periods-exchange.ts';
import { beginsBy, type PeriodRow, periodsOf, putStated } from './periods-sql.ts';
import { reportingRhythm } from './reporting-rhythm.ts';

/** The row of the period that a report speaks of, as it leaves. */
export interface StatedPeriod extends PeriodRecord {
  /** The row says so already, and leaves by its own rev. */
  readonly isSaid: boolean;
  /** The books have no row of it yet. */
  readonly isNew: boolean;
}

/**
 * The period that a report as of a day speaks of: the one that the books have, else the calendar's as far as no
 * other one reaches into it. Nil only while every bundle that spoke of it said so.
 */
export function statedPeriod(
  db: Readable,
  office: number,
  { asOf, nil, newId }: { readonly asOf: CalendarDate; readonly nil: boolean; newId(): string },
): StatedPeriod {
  const rows = periodsOf(db, office);
  const at = rows.findIndex(({ until_on }) => until_on >= asOf);
  const held = rows[at];
  if (held && beginsBy(held, asOf)) return ofHeld(held, nil);
  const days = { ...periodOf(reportingRhythm(db).kind, asOf) };
  const before = at < 0 ? rows.at(-1) : rows[at - 1];
  if (before && before.until_on >= days.from) days.from = addDays(before.until_on, 1);
  if (held?.from_on && held.from_on <= days.until) days.until = addDays(held.from_on, -1);
  return { id: newId(), ...days, nil: Number(nil), closed: 0, deleted: 0, isSaid: false, isNew: true };
}

function ofHeld(row: PeriodRow, given: boolean): StatedPeriod {
  const { id, from_on: from, until_on: until, stated_on: statedOn } = row;
  const nil = Number(statedOn === null ? given : given && row.nil === 1);
  const closed = Number(row.state === 'closed');
  return {
    id,
    from,
    until,
    nil,
    closed,
    deleted: 0,
    isNew: false,
    isSaid: statedOn !== null && nil === row.nil,
  };
}

/**
 * Notes what a bundle said, in the write that notes the bundle.
 * @param headRev up to which the bundle goes
 * @throws Refusal `conflict` when the period was drawn otherwise meanwhile
 */
export function keepStated(write: Write, { isSaid, ...stated }: StatedPeriod, headRev: number): void {
  const now = periodsOf(write, write.office).filter(({ until_on }) => until_on >= (stated.from ?? ''));
  const meets = now.filter((row) => beginsBy(row, stated.until));
  const fits = meets.every((row) => row.id === stated.id && row.until_on === stated.until);
  ensure(fits, 'conflict', { until: stated.until });
  if (!isSaid) putStated(write, stated, headRev);
}
