import type { Given } from '../../../shared/contract/base.ts';
import type { study } from '../../../shared/contract/study.ts';
import { makeupAfterMark, markRefusal, NO_ATTENDANCE } from '../../../shared/rules/attendance.ts';
import { ensure, Refusal } from '../../../shared/vocabulary/refusal.ts';
import { MAKEUPS, MARKS, type Makeup, type Mark } from '../../../shared/vocabulary/words.ts';
import type { Readable, Write } from '../../store/handles.ts';
import { findRow, guardVersion, type StoredRow, updateRow } from '../../store/rows.ts';
import type { Actor, Asking } from '../actor.ts';
import { requireOpenDay } from '../periods/period-lock.ts';
import { type AttendanceRow, type ListedRow, listPage, rowsOfPeople } from './study-attendance-sql.ts';
import { countMakeups, countMakeupsOpen, makeupPage } from './study-makeups-sql.ts';
import { type MarkColumns, markUnmarked, setMark, unitsUnmarked } from './study-marks-sql.ts';
import { findSession } from './study-register.ts';
import type { SessionRow } from './study-sql.ts';
import { refreshSummary, shownSums, sumsOf } from './study-summary.ts';
import { batchSums, makeupCode, markCode, unitSums, unitSumsOfBatch } from './study-summary-sql.ts';
import { keepMarks, keepUnmarked } from './study-undo.ts';

type GivenMark = Given<typeof study.mark>['marks'][number];

/** A page of the list with the sums of the session, or of the unit and batch asked for. */
export function attendance(db: Readable, office: number, input: Given<typeof study.attendance>) {
  const session = findSession(db, office, input.session).pk;
  const unit = input.unit ? findRow<StoredRow>(db, 'unit', office, input.unit).pk : null;
  const { batch = null } = input;
  const rows = listPage(db, office, session, { unit, batch }, input).map(shownRow);
  const byBatch = batchSums(db, office, session, unit).map((row) => ({
    batch: row.batch,
    sums: shownSums(row),
  }));
  const sums =
    batch === null
      ? sumsOf(db, office, session, unit)
      : (byBatch.find((one) => one.batch === batch)?.sums ?? { ...NO_ATTENDANCE, due: 0 });
  const byUnit =
    batch === null ? unitSums(db, office, session, unit) : unitSumsOfBatch(db, office, session, unit, batch);
  const units = byUnit.map((row) => ({
    unit: row.unit_id,
    unitName: row.unit_name,
    sums: shownSums(row),
  }));
  const batches = byBatch.some((one) => one.batch > 0) ? byBatch : [];
  return { total: sums.expected, rows, sums, units, batches };
}

/** Absences that are to be made good, or were, by the session that was missed. */
export function makeups(
  db: Readable,
  { office, today }: Pick<Asking, 'office' | 'today'>,
  input: Given<typeof study.makeups>,
) {
  const session = input.session ? findSession(db, office, input.session).pk : null;
  const unit = input.unit ? findRow<StoredRow>(db, 'unit', office, input.unit).pk : null;
  const filter = { session, unit, phase: input.phase ?? null, today, state: input.state };
  return {
    total: countMakeups(db, office, filter),
    rows: makeupPage(db, office, filter, input).map((row) => {
      const { rev, ...shown } = shownRow(row);
      return {
        ...shown,
        session: row.session_id,
        sessionRev: row.session_rev,
        sessionTitle: row.session_title,
        sessionDay: row.session_day,
        hasLeft: row.has_left === 1,
      };
    }),
  };
}

/** How many absences wait for each side, each once. */
export function makeupsWaiting(db: Readable, { office, today }: Pick<Asking, 'office' | 'today'>) {
  const { pending, leavers, done } = countMakeupsOpen(db, office, today);
  return [
    { kind: 'makeupToRecord', whose: 'clerk', count: pending },
    { kind: 'makeupToConfirm', whose: 'reviewer', count: done },
    { kind: 'makeupOfLeaver', whose: 'reviewer', count: leavers },
  ] as const;
}

/**
 * Records marks of people on the list, all or none. Cost is by the marks given, not by the list's length, and
 * statements go by kinds of change, not by people. Rows that stay as they are are not written.
 * @throws Refusal `conflict`, `period_closed`, `move_not_allowed`, `not_expected`, `not_allowed`
 */
export function mark(write: Write, actor: Actor, input: Given<typeof study.mark>) {
  const session = findSession(write, write.office, input.session);
  guardVersion(write, session, input.rev);
  requireOpenDay(write, session.day);
  const rows = listedRows(
    write,
    session,
    input.marks.map((one) => one.person),
  );
  const changes = changesOf(rows, input.marks);
  requireMarks(actor, session, new Set(changes.map((one) => one.needs)), input.rest);

  const touched = changes.map((one) => one.row.unit);
  keepMarks(
    write,
    session.pk,
    changes.map((one) => one.row),
  );
  for (const { columns, people } of grouped(changes)) setMark(write, session.pk, columns, people);
  let marked = changes.length;
  if (input.rest) {
    touched.push(...unitsUnmarked(write, write.office, session.pk));
    keepUnmarked(write, session.pk);
    marked += markUnmarked(write, session.pk, markCode(input.rest));
  }
  refreshSummary(write, write.office, session.pk, touched);
  updateRow(write, 'study_session', session.pk, {});
  write.record({ session: session.id, marked });
  return { id: session.id, rev: write.rev, sums: sumsOf(write, write.office, session.pk) };
}

/**
 * The rows of these people in a session.
 * @throws Refusal `not_expected` with the count of those not on the list, `invalid_input` when one is named twice
 */
export function listedRows(db: Write, session: SessionRow, people: readonly string[]): AttendanceRow[] {
  ensure(new Set(people).size === people.length, 'invalid_input', { field: 'person' });
  const rows = people.length > 0 ? rowsOfPeople(db, db.office, session.pk, people) : [];
  ensure(rows.length === people.length, 'not_expected', { count: people.length - rows.length });
  return rows;
}

interface Change {
  readonly row: AttendanceRow;
  /** Whose right to it decides; 未登记 where the mark and its reason stay and only the batch is another. */
  readonly needs: Mark;
  readonly columns: MarkColumns;
}

function changesOf(rows: readonly AttendanceRow[], marks: readonly GivenMark[]): Change[] {
  const given = new Map(marks.map((one) => [one.person, one]));
  const changes: Change[] = [];
  for (const row of rows) {
    const one = given.get(row.person_id);
    const columns = one && columnsAfter(row, one);
    if (columns) changes.push({ row, needs: neededFor(row, columns), columns });
  }
  return changes;
}

/** undefined: the row says so already. */
function columnsAfter(row: AttendanceRow, given: GivenMark): MarkColumns | undefined {
  const { mark = markOf(row), batch = row.batch } = given;
  const code = markCode(mark);
  const kept = row.mark === code ? row.reason : null;
  const reason = given.reason === undefined ? kept : given.reason;
  if (row.mark === code && row.reason === reason && row.batch === batch) return undefined;
  const makeup = makeupCode(makeupAfterMark(makeupOf(row), mark));
  return {
    mark: code,
    reason,
    batch,
    makeup,
    forgetsMakeup: makeup !== row.makeup && row.makeup_on !== null,
  };
}

function neededFor(row: AttendanceRow, { mark, reason }: MarkColumns): Mark {
  return mark === row.mark && reason === row.reason ? 'unmarked' : (MARKS[mark] ?? 'unmarked');
}

/** Also asked when nothing changes, so that a session that takes no marks says so. */
function requireMarks(
  actor: Actor,
  session: SessionRow,
  marks: Set<Mark>,
  rest: Given<typeof study.mark>['rest'],
): void {
  if (rest) marks.add(rest);
  if (marks.size === 0) marks.add('unmarked');
  for (const one of marks) {
    const no = markRefusal(session.state, one, actor.roles);
    if (no) throw new Refusal(no.code, no.fields);
  }
}

/** Changes of one kind together: marks of a session are thousands, their kinds a handful. */
function grouped(changes: readonly Change[]): { columns: MarkColumns; people: number[] }[] {
  const groups = new Map<string, { columns: MarkColumns; people: number[] }>();
  for (const { row, columns } of changes) {
    const key = `${columns.mark}.${columns.makeup}.${columns.batch}.${columns.forgetsMakeup}.${columns.reason ?? ''}`;
    const group = groups.get(key);
    if (group) group.people.push(row.person);
    else groups.set(key, { columns, people: [row.person] });
  }
  return [...groups.values()];
}

export function makeupOf(row: AttendanceRow): Makeup {
  return MAKEUPS[row.makeup] ?? 'none';
}

function markOf(row: AttendanceRow): Mark {
  return MARKS[row.mark] ?? 'unmarked';
}

function shownRow(row: ListedRow) {
  return {
    person: row.person_id,
    name: row.name,
    unit: row.unit_id,
    unitName: row.unit_name,
    rev: row.rev,
    batch: row.batch,
    mark: markOf(row),
    reason: row.reason,
    makeup: makeupOf(row),
    makeupOn: row.makeup_on,
    makeupDocument: row.makeup_document,
  };
}
