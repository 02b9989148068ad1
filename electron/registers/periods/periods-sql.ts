import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import type { PeriodState, Rhythm } from '../../../shared/vocabulary/period-words.ts';
import type { Readable, Write } from '../../store/handles.ts';
import type { StoredRow } from '../../store/rows.ts';

export interface PeriodRow extends StoredRow {
  /** Null: every day until then. */
  readonly from_on: CalendarDate | null;
  readonly until_on: CalendarDate;
  readonly nil: number;
  readonly state: PeriodState;
  readonly closed_on: CalendarDate | null;
  readonly stated_on: CalendarDate | null;
}

export function beginsBy({ from_on }: Pick<PeriodRow, 'from_on'>, day: CalendarDate): boolean {
  return from_on === null || from_on <= day;
}

/** With the last closing or reopening. */
export interface ListedPeriod extends PeriodRow {
  readonly move: string | null;
  readonly moved_on: string;
  readonly reason: string | null;
  readonly mover: string | null;
}

/** The earliest first. */
export function periodsOf(db: Readable, office: number): PeriodRow[] {
  return db.all<PeriodRow>(
    'SELECT * FROM period WHERE office = ? AND deleted = 0 ORDER BY until_on, pk',
    office,
  );
}

/** A page of them, the latest first. */
export function listPeriods(
  db: Readable,
  office: number,
  page: { readonly offset: number; readonly limit: number },
): { total: number; rows: ListedPeriod[] } {
  const rows = db.all<ListedPeriod>(
    `SELECT period.*, move.move, move.effective_on AS moved_on, move.reason, account.name AS mover
     FROM period
     LEFT JOIN move ON move.pk = (SELECT max(pk) FROM move AS one
       WHERE one.register = 'period' AND one.subject = period.pk AND one.deleted = 0)
     LEFT JOIN account ON account.pk = move.changed_by
     WHERE period.office = ? AND period.deleted = 0
     ORDER BY period.until_on DESC, period.pk DESC LIMIT ? OFFSET ?`,
    office,
    page.limit,
    page.offset,
  );
  const counted = db.get<{ total: number }>(
    'SELECT count(*) AS total FROM period WHERE office = ? AND deleted = 0',
    office,
  );
  return { total: counted?.total ?? 0, rows };
}

/** The closed period that a day lies in. */
export function closedPeriodAt(db: Readable, office: number, day: string): PeriodRow | undefined {
  return db.get<PeriodRow>(
    `SELECT * FROM period WHERE office = ?1 AND deleted = 0 AND state = 'closed' AND until_on >= ?2
       AND (from_on IS NULL OR from_on <= ?2) ORDER BY until_on LIMIT 1`,
    office,
    day,
  );
}

export function lastClosed(db: Readable, office: number): CalendarDate | null {
  const row = db.get<{ until: CalendarDate | null }>(
    `SELECT max(until_on) AS until FROM period WHERE office = ? AND deleted = 0 AND state = 'closed'`,
    office,
  );
  return row?.until ?? null;
}

export function heldRhythm(db: Readable): { kind: Rhythm; graceDays: number } | undefined {
  return db.get('SELECT kind, grace_days AS graceDays FROM reporting_rhythm');
}

export function putRhythm(write: Write, kind: Rhythm, graceDays: number): void {
  write.run(
    `INSERT INTO reporting_rhythm (one, kind, grace_days) VALUES (1, ?1, ?2)
     ON CONFLICT (one) DO UPDATE SET kind = ?1, grace_days = ?2`,
    kind,
    graceDays,
  );
}

/** What a bundle said of a period, at the revision up to which that bundle goes; no step of anybody's. */
export function putStated(
  write: Write,
  { id, from, until, nil }: { id: string; from: string | null; until: string; nil: number },
  headRev: number,
): void {
  write.run(
    `INSERT INTO period (office, id, from_on, until_on, nil, state, stated_on, rev, changed_by, changed_at)
     VALUES (?1, ?2, ?3, ?4, ?5, 'open', ?6, ?7, ?8, ?9)
     ON CONFLICT (office, id) DO UPDATE
     SET nil = ?5, stated_on = coalesce(stated_on, ?6), rev = max(rev, ?7)`,
    ...[write.office, id, from, until, nil],
    ...[write.today, headRev, write.account, write.at],
  );
}
