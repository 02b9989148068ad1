import { weeklyContent } from '../../../shared/contract/weekly-reports.ts';
import { weekOf } from '../../../shared/rules/weeks.ts';
import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import { ensure } from '../../../shared/vocabulary/refusal.ts';
import type { Readable, Write } from '../../store/handles.ts';
import { putReceivedRow, type RowFate } from '../../store/received-rows.ts';
import { partsOf } from '../text-parts.ts';
import { changedReports } from './weekly-reports-sql.ts';

/** A stretch of a version of a week's report. */
export interface WeeklyRecord {
  readonly id: string;
  /** From 0. */
  readonly part: number;
  readonly weekBeginsOn: CalendarDate;
  readonly version: number;
  readonly asOf: CalendarDate;
  readonly reason: string | null;
  readonly content: string;
  readonly deleted: number;
}

/** Versions frozen, or taken back, after revision `after`, in parts, by id. */
export function changedWeeks(db: Readable, office: number, after: number): WeeklyRecord[] {
  return changedReports(db, office, after).flatMap(({ week_begins_on: weekBeginsOn, as_of: asOf, ...row }) =>
    partsOf(row.content).map((content, part) => ({
      ...{ id: row.id, part, weekBeginsOn, version: row.version, asOf },
      ...{ reason: row.reason, content, deleted: row.deleted },
    })),
  );
}

/**
 * An office's versions, each checked as one that is frozen here.
 * @returns a fate for each part. @throws Refusal `bundle_row_invalid`
 */
export function putWeeks(
  write: Write,
  office: number,
  rev: number,
  records: readonly WeeklyRecord[],
): RowFate[] {
  // a version that was taken back gives its place to another one
  const versions = [...Map.groupBy(records, ({ id }) => id).values()];
  const goneFirst = versions.toSorted(([one], [other]) => (other?.deleted ?? 0) - (one?.deleted ?? 0));
  return goneFirst.flatMap((parts) => putVersion(write, office, rev, parts));
}

function putVersion(write: Write, office: number, rev: number, parts: readonly WeeklyRecord[]): RowFate[] {
  const [first] = parts;
  if (!first) return [];
  const { id, weekBeginsOn, version, asOf, reason, deleted } = first;
  const whole = parts.every(
    (one, place) =>
      one.part === place &&
      one.weekBeginsOn === weekBeginsOn &&
      one.version === version &&
      one.asOf === asOf &&
      one.reason === reason &&
      one.deleted === deleted,
  );
  refuseUnless(whole, 'part');
  refuseUnless(weekOf(weekBeginsOn) === weekBeginsOn && asOf >= weekBeginsOn, 'weekBeginsOn');
  const content = parts.map((one) => one.content).join('');
  refuseUnless(isContent(content, first), 'content');
  const fate = putReceivedRow(write, 'weekly_report', office, {
    ...{ id, rev, stamped: true, deleted },
    fixed: { week_begins_on: weekBeginsOn, version },
    values: { as_of: asOf, content, reason },
  });
  return parts.map(() => fate);
}

function isContent(text: string, { weekBeginsOn, asOf }: WeeklyRecord): boolean {
  try {
    const content = weeklyContent.parse(JSON.parse(text));
    return content.weekBeginsOn === weekBeginsOn && content.asOf === asOf;
  } catch {
    return false;
  }
}

function refuseUnless(holds: boolean, column: string): void {
  ensure(holds, 'bundle_row_invalid', { register: 'weeklyReport', column });
}
