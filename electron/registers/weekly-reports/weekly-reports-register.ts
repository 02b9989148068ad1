import type { Given } from '../../../shared/contract/base.ts';
import type { weeklyReports } from '../../../shared/contract/weekly-reports.ts';
import type { Rate } from '../../../shared/rules/rates.ts';
import { type WeekAndTotal, weekOf } from '../../../shared/rules/weeks.ts';
import { addDays, type CalendarDate } from '../../../shared/vocabulary/dates.ts';
import { ensure } from '../../../shared/vocabulary/refusal.ts';
import type { WeeklyCount } from '../../../shared/vocabulary/weekly-words.ts';
import type { FigureId } from '../../../shared/vocabulary/words.ts';
import type { Readable, Write } from '../../store/handles.ts';
import { insertRow } from '../../store/rows.ts';
import { currentCampaign } from '../campaign/campaign-register.ts';
import {
  frozenMondays,
  lastVersionOf,
  listWeeks,
  versionsOf,
  type WeeklyReportRow,
} from './weekly-reports-sql.ts';

/** What a version freezes: integers and names, nothing that is computed again when it is read. */
export interface WeeklyContent {
  readonly weekBeginsOn: CalendarDate;
  readonly asOf: CalendarDate;
  readonly figures: Partial<Record<FigureId, Rate>>;
  readonly counts: Readonly<Record<WeeklyCount, WeekAndTotal>>;
  readonly categories: readonly {
    readonly category: string | null;
    readonly name: string | null;
    readonly issued: WeekAndTotal;
    readonly closed: WeekAndTotal;
  }[];
}

export interface FrozenWeek extends WeeklyContent {
  readonly version: number;
  readonly frozenAt: string;
  readonly frozenBy: string | null;
  readonly reason: string | null;
}

export function weeks(
  db: Readable,
  office: number,
  today: CalendarDate,
  page: { readonly offset: number; readonly limit: number },
) {
  const { total, rows } = listWeeks(db, office, page);
  return {
    total,
    open: openWeeks(db, office, today),
    weeks: rows.map((row) => ({
      weekBeginsOn: row.week_begins_on,
      asOf: row.as_of,
      version: row.version,
      frozenAt: row.changed_at,
      frozenBy: row.author,
    })),
  };
}

/** The versions of a week, oldest first, and the last one of the week before it. */
export function frozenWeek(db: Readable, office: number, monday: CalendarDate) {
  const before = lastVersionOf(db, office, addDays(monday, -7));
  return { versions: versionsOf(db, office, monday).map(frozen), before: before ? frozen(before) : null };
}

/**
 * Weeks of the campaign that are over, came after the first frozen one and were not frozen; an office that keeps
 * no weekly reports has none, and is reminded of nothing.
 */
export function openWeeks(db: Readable, office: number, today: CalendarDate): CalendarDate[] {
  const frozen = frozenMondays(db, office);
  const first = frozen[0];
  if (first === undefined) return [];
  const open: CalendarDate[] = [];
  const ends = currentCampaign(db, office).content.phases.at(-1)?.endsOn ?? today;
  const isOver = (monday: CalendarDate) => addDays(monday, 7) <= today && monday <= ends;
  for (let monday = addDays(first, 7); isOver(monday); monday = addDays(monday, 7)) {
    if (!frozen.includes(monday)) open.push(monday);
  }
  return open;
}

/**
 * Freezes a week: the first version, or after a correction the next one. A version is never changed.
 * @param content the week as it is now; null before it begins
 * @throws Refusal `weekly_not_monday`, `weekly_not_begun`, `conflict` when another version came meanwhile,
 *   `weekly_reason_missing` for a later version without one, `weekly_unchanged` when nothing differs
 */
export function freezeWeek(
  write: Write,
  { weekBeginsOn, after, reason }: Given<typeof weeklyReports.freeze>,
  content: WeeklyContent | null,
) {
  ensure(content !== null, 'weekly_not_begun', { on: weekBeginsOn });
  const last = lastVersionOf(write, write.office, weekBeginsOn);
  const found = last?.version ?? 0;
  ensure(found === after, 'conflict', { expected: after, found, by: last?.author ?? null });
  ensure(!last || reason !== undefined, 'weekly_reason_missing');
  const text = JSON.stringify(content);
  ensure(last?.content !== text, 'weekly_unchanged', { version: found });
  const version = found + 1;
  insertRow(write, 'weekly_report', write.newId(), {
    week_begins_on: weekBeginsOn,
    version,
    as_of: content.asOf,
    content: text,
    reason: last ? (reason ?? null) : null,
  });
  write.record({ week: weekBeginsOn, version });
  return { weekBeginsOn, version, asOf: content.asOf };
}

/** @throws Refusal `weekly_not_monday` */
export function ensureMonday(day: CalendarDate): void {
  ensure(weekOf(day) === day, 'weekly_not_monday', { on: day });
}

function frozen(row: WeeklyReportRow): FrozenWeek {
  return {
    ...(JSON.parse(row.content) as WeeklyContent),
    version: row.version,
    frozenAt: row.changed_at,
    frozenBy: row.author,
    reason: row.reason,
  };
}
