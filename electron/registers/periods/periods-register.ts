import type { Given } from '../../../shared/contract/base.ts';
import type { periods } from '../../../shared/contract/periods.ts';
import { periodsBetween } from '../../../shared/rules/periods.ts';
import { addDays, type CalendarDate } from '../../../shared/vocabulary/dates.ts';
import { ensure } from '../../../shared/vocabulary/refusal.ts';
import type { Readable, Write } from '../../store/handles.ts';
import { findRow, guardVersion, insertRow, updateRow } from '../../store/rows.ts';
import { recordMove } from '../moves-log.ts';
import {
  beginsBy,
  type ListedPeriod,
  lastClosed,
  listPeriods,
  type PeriodRow,
  periodsOf,
} from './periods-sql.ts';
import { reportingRhythm } from './reporting-rhythm.ts';

export function listedPeriods(
  db: Readable,
  office: number,
  today: CalendarDate,
  page: { readonly offset: number; readonly limit: number },
) {
  const { total, rows } = listPeriods(db, office, page);
  return {
    total,
    rhythm: reportingRhythm(db),
    closedUntil: lastClosed(db, office),
    closable: closableDays(db, office, today),
    periods: rows.map(shownPeriod),
  };
}

/** Before a first closing; everything earlier goes with it. */
const DAYS_BACK = 62;

/** Ends of periods that are over, of those that were reopened, and today; nothing that is closed already. */
function closableDays(db: Readable, office: number, today: CalendarDate): CalendarDate[] {
  const open = periodsOf(db, office).filter(({ state }) => state === 'open');
  const closedUntil = lastClosed(db, office);
  const first = closedUntil ? addDays(closedUntil, 1) : addDays(today, -DAYS_BACK);
  const ends = periodsBetween(reportingRhythm(db).kind, first, today).map(({ until }) => until);
  const isWithin = (day: CalendarDate) => open.some((row) => beginsBy(row, day) && day < row.until_on);
  const over = ends.filter((day) => !isWithin(day)).concat(open.map(({ until_on }) => until_on));
  const days = [...over.filter((day) => day < today), ...(first <= today ? [today] : [])];
  return [...new Set(days)].sort();
}

/** What closing up to a day would close. @throws Refusal `period_closed`, `period_day_wrong` */
export function closingSpan(
  db: Readable,
  office: number,
  today: CalendarDate,
  until: CalendarDate,
): { from: CalendarDate | null; until: CalendarDate } {
  const closedUntil = lastClosed(db, office);
  if (!closableDays(db, office, today).includes(until)) {
    ensure(!closedUntil || until > closedUntil, 'period_closed', { until: closedUntil });
    ensure(false, 'period_day_wrong', { until, today });
  }
  const rows = periodsOf(db, office);
  const open = rows.findIndex((row) => row.state === 'open' && row.until_on <= until);
  const before = open < 0 ? closedUntil : rows[open - 1]?.until_on;
  return { from: before ? addDays(before, 1) : null, until };
}

/**
 * Closes every day up to that one: periods that bundles spoke of and those that were reopened each by themselves,
 * what lies between them with the next of them, and the rest as one. Undone by reopening.
 * @throws Refusal `period_closed`, `period_day_wrong`
 */
export function closePeriods(write: Write, { until }: Given<typeof periods.close>) {
  closingSpan(write, write.office, write.today, until);
  const rows = periodsOf(write, write.office).filter((row) => beginsBy(row, until));
  let before: CalendarDate | null = null;
  let last = '';
  for (const row of rows) {
    const end: CalendarDate = row.until_on < until ? row.until_on : until;
    if (row.state === 'open') last = closeRow(write, row, { from: dayAfter(before), until: end });
    before = end;
  }
  if (before === null || before < until) last = closeNew(write, { from: dayAfter(before), until });
  write.record({ closed: until });
  return { id: last, rev: write.rev };
}

function dayAfter(day: CalendarDate | null): CalendarDate | null {
  return day === null ? null : addDays(day, 1);
}

interface Span {
  readonly from: CalendarDate | null;
  readonly until: CalendarDate;
}

function closeRow(write: Write, row: PeriodRow, { from, until }: Span): string {
  const columns = { from_on: from, until_on: until, state: 'closed', closed_on: write.today };
  updateRow(write, 'period', row.pk, columns);
  logMove(write, row.pk, 'close');
  return row.id;
}

function closeNew(write: Write, { from, until }: Span): string {
  const id = write.newId();
  const columns = { from_on: from, until_on: until, state: 'closed', closed_on: write.today };
  logMove(write, insertRow(write, 'period', id, columns), 'close');
  return id;
}

/** @throws Refusal `not_found`, `conflict`, `period_not_closed` */
export function reopenPeriod(write: Write, { id, rev, reason }: Given<typeof periods.reopen>) {
  const row = findRow<PeriodRow>(write, 'period', write.office, id);
  guardVersion(write, row, rev);
  ensure(row.state === 'closed', 'period_not_closed', { until: row.until_on });
  reopenRow(write, row, { reason, on: write.today });
  return { id, rev: write.rev };
}

export interface Reopening {
  readonly reason: string | undefined;
  readonly on: CalendarDate;
  /** Id of the feedback row that says so. */
  readonly feedback?: string | undefined;
}

export function reopenRow(write: Write, row: PeriodRow, { reason, on, feedback }: Reopening): void {
  updateRow(write, 'period', row.pk, { state: 'open', closed_on: null });
  logMove(write, row.pk, 'reopen', { reason, on, detail: feedback ? { feedback } : undefined });
  write.record({ reopened: row.until_on, reason });
}

type Said = {
  readonly reason?: string | undefined;
  readonly on?: CalendarDate;
  readonly detail?: object | undefined;
};

function logMove(write: Write, subject: number, move: 'close' | 'reopen', said: Said = {}): void {
  const [from, to] = move === 'close' ? (['open', 'closed'] as const) : (['closed', 'open'] as const);
  recordMove(write, {
    register: 'period',
    ...{ subject, move, from, to },
    on: said.on ?? write.today,
    reason: said.reason,
    detail: said.detail && { ...said.detail },
  });
}

function shownPeriod(row: ListedPeriod) {
  return {
    id: row.id,
    rev: row.rev,
    from: row.from_on,
    until: row.until_on,
    nil: row.nil === 1,
    state: row.state,
    closedOn: row.closed_on,
    statedOn: row.stated_on,
    last: row.move === null ? null : { move: row.move, on: row.moved_on, reason: row.reason, by: row.mover },
  };
}
