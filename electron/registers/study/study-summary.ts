import { type AttendanceSums, dueAttendance } from '../../../shared/rules/attendance.ts';
import type { Readable, Writable } from '../../store/handles.ts';
import {
  countDeviations,
  recountSessions,
  recountUnits,
  type SummaryRow,
  sessionSums,
} from './study-summary-sql.ts';

/** Sums with 应到, as the contract shows them. */
export type ShownSums = AttendanceSums & { readonly due: number };

export function shownSums(row: SummaryRow): ShownSums {
  const sums: AttendanceSums = {
    expected: row.sum_expected,
    present: row.sum_present,
    onLeave: row.sum_on_leave,
    absent: row.sum_absent,
    exempt: row.sum_exempt,
    unmarked: row.sum_unmarked,
    makeupPending: row.sum_makeup_pending,
    makeupDone: row.sum_makeup_done,
    makeupConfirmed: row.sum_makeup_confirmed,
    makeupWaived: row.sum_makeup_waived,
  };
  return { ...sums, due: dueAttendance(sums) };
}

/** Sums of one session, or of one unit in it. */
export function sumsOf(db: Readable, office: number, session: number, unit: number | null = null): ShownSums {
  return shownSums(sessionSums(db, office, session, unit));
}

/** Brings the sums of the touched units up to date, in the transaction that touched them. */
export function refreshSummary(db: Writable, office: number, session: number, units: Iterable<number>): void {
  const touched = [...new Set(units)];
  if (touched.length > 0) recountUnits(db, office, session, JSON.stringify(touched));
}

/**
 * Counts an office's attendance again from its rows, for rows that came in another way than by `mark`.
 * @param sessions pks; all sessions of the office when left out
 */
export function rebuildSummary(db: Writable, office: number, sessions?: readonly number[]): void {
  recountSessions(db, office, sessions ? JSON.stringify(sessions) : null);
}

/** How many summary rows are missing, superfluous or wrong; 0 while all is well. */
export function verifySummary(db: Readable, office: number): number {
  return countDeviations(db, office);
}

/** The same over all offices whose rows stand here. */
export function verifySummaries(db: Readable): number {
  const offices = db.all<{ pk: number }>('SELECT pk FROM office');
  return offices.reduce((sum, { pk }) => sum + verifySummary(db, pk), 0);
}
