import type { Given } from '../../../shared/contract/base.ts';
import type { study } from '../../../shared/contract/study.ts';
import { sessionMachine, takesDifferences } from '../../../shared/rules/session-moves.ts';
import { ensure } from '../../../shared/vocabulary/refusal.ts';
import type { Difference } from '../../../shared/vocabulary/words.ts';
import type { Readable, Write } from '../../store/handles.ts';
import { guardVersion, updateRow } from '../../store/rows.ts';
import { requireOpenDay } from '../periods/period-lock.ts';
import {
  countDifferences,
  type DifferenceRow,
  differencePage,
  moveOnList,
  putOnList,
  takeFromList,
} from './study-differences-sql.ts';
import { findSession } from './study-register.ts';
import type { SessionRow } from './study-sql.ts';
import { rebuildSummary, sumsOf } from './study-summary.ts';
import { keepList } from './study-undo.ts';

/** 待处理差异 of one session: what postings back-dated after its list had frozen would change in it. */
export function differences(db: Readable, office: number, input: Given<typeof study.differences>) {
  const session = findSession(db, office, input.session).pk;
  const rows = differencePage(db, office, session, input);
  return { total: countDifferences(db, office, session), rows: rows.map(shownDifference) };
}

/**
 * Brings the list to what its postings say today, of the people named or all of them, as one step.
 * @throws Refusal `conflict`, `move_not_allowed` unless the session stands 退回, `no_difference`
 */
export function takeUpDifferences(write: Write, input: Given<typeof study.takeUpDifferences>) {
  const session = findSession(write, write.office, input.session);
  guardVersion(write, session, input.rev);
  requireOpenDay(write, session.day);
  const { state } = session;
  const { register } = sessionMachine;
  ensure(takesDifferences(state), 'move_not_allowed', { register, state, move: 'takeUpDifferences' });
  const rows = chosen(write, session, input.people);
  keepList(
    write,
    session.pk,
    rows.map((row) => row.person),
  );
  const taken = takeUp(write, session.pk, rows);
  rebuildSummary(write, write.office, [session.pk]);
  updateRow(write, 'study_session', session.pk, {});
  write.record({ session: session.id, differences: taken });
  return { id: session.id, rev: write.rev, sums: sumsOf(write, write.office, session.pk), taken };
}

/** All there are: to SQLite a negative limit is none. */
const ALL = { offset: 0, limit: -1 } as const;

function chosen(write: Write, session: SessionRow, people: readonly string[] | undefined): DifferenceRow[] {
  const rows = differencePage(write, write.office, session.pk, ALL);
  ensure(rows.length > 0, 'no_difference', { count: people?.length ?? 0 });
  if (!people) return rows;
  const named = new Set(people);
  const found = rows.filter((row) => named.has(row.person_id));
  ensure(found.length === named.size, 'no_difference', { count: named.size - found.length });
  return found;
}

function takeUp(write: Write, session: number, rows: readonly DifferenceRow[]): Record<Difference, number> {
  const of = (kind: Difference) => rows.filter((row) => row.kind === kind);
  const [missing, surplus, otherUnit] = [of('missing'), of('surplus'), of('otherUnit')];
  if (missing.length > 0) putOnList(write, session, missing.flatMap(placed));
  if (otherUnit.length > 0) moveOnList(write, session, otherUnit.flatMap(placed));
  const gone = surplus.map((row) => row.person);
  if (gone.length > 0) takeFromList(write, session, gone);
  return { missing: missing.length, surplus: surplus.length, otherUnit: otherUnit.length };
}

function placed({ person, unit_on_day: unit }: DifferenceRow): { person: number; unit: number }[] {
  return unit === null ? [] : [{ person, unit }];
}

function shownDifference(row: DifferenceRow) {
  return {
    person: row.person_id,
    name: row.name,
    kind: row.kind,
    listedUnit: row.listed_id,
    listedUnitName: row.listed_name,
    unitOnDay: row.day_id,
    unitOnDayName: row.day_name,
  };
}
