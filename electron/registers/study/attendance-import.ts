import { coarseMark, markRefusal } from '../../../shared/rules/attendance.ts';
import { foldName } from '../../../shared/rules/names.ts';
import { ensure, Refusal } from '../../../shared/vocabulary/refusal.ts';
import { MARKS, type Mark } from '../../../shared/vocabulary/words.ts';
import type { Readable, Write } from '../../store/handles.ts';
import { guardVersion } from '../../store/rows.ts';
import type { Actor } from '../actor.ts';
import type { ExpectedList } from './attendance-import-matching.ts';
import type { Meanings } from './attendance-import-meaning.ts';
import {
  countOutcomes,
  type PlannedRow,
  planAttendance,
  type RowDecision,
} from './attendance-import-plan.ts';
import type { SignInSheet, Totals } from './attendance-import-rows.ts';
import { expectedByName, unitTree } from './attendance-import-sql.ts';
import { mark } from './study-attendance.ts';
import { findSession } from './study-register.ts';
import type { SessionRow } from './study-sql.ts';
import { type ShownSums, sumsOf } from './study-summary.ts';

export interface SignInAsked {
  readonly session: string;
  /** Version guard. */
  readonly rev?: number | undefined;
  readonly decisions: readonly RowDecision[];
}

/** What the sheet says, and what its texts mean. */
export interface SignIn {
  readonly sheet: SignInSheet;
  readonly meanings: Meanings;
}

/**
 * Before a sheet is read: whether its marks could be taken at all.
 * @throws Refusal `not_found`, `conflict`, `move_not_allowed`
 */
export function sessionForImport(
  db: Readable,
  office: number,
  actor: Actor,
  { session: id, rev }: Pick<SignInAsked, 'session' | 'rev'>,
): SessionRow {
  const session = findSession(db, office, id);
  if (rev !== undefined) guardVersion(db, session, rev);
  const no = markRefusal(session.state, 'unmarked', actor.roles);
  if (no) throw new Refusal(no.code, no.fields);
  return session;
}

/** @throws Refusal as `sessionForImport`, `sheet_other_session` */
export function rehearseSignIn(
  db: Readable,
  office: number,
  actor: Actor,
  asked: SignInAsked,
  { sheet, meanings }: SignIn,
) {
  const session = sessionForImport(db, office, actor, asked);
  ensure(
    sheet.sessions.every((one) => one === session.id.toLowerCase()),
    'sheet_other_session',
  );
  const list = expectedList(db, office, session);
  const who = { state: session.state, roles: actor.roles };
  const { decisions } = asked;
  const { rows, unusedDecisions } = planAttendance(sheet.rows, list, { meanings, decisions, ...who });
  return {
    read: rows.length,
    ...countOutcomes(rows),
    sheet: sheet.sheetName,
    sheets: sheet.sheets.map((name) => ({ name })),
    rows: rows.map(shownRow),
    unmapped: unmappedTexts(rows),
    map: Object.fromEntries(meanings) as Record<string, Exclude<Mark, 'leave'>>,
    declared: sheet.declared,
    declaredIn: [...sheet.declaredIn],
    computed: computedTotals(rows),
    sums: sumsAfter(sumsOf(db, office, session.pk), rows),
    droppedColumns: [...sheet.droppedColumns],
    unusedDecisions: [...unusedDecisions],
    applied: false,
    sessionRev: session.rev,
  };
}

export type SignInReport = ReturnType<typeof rehearseSignIn>;

/**
 * Applies what a rehearsal in the same write finds, as one step of marks; the typed totals stay in the history.
 * @throws Refusal as `rehearseSignIn`
 */
export function applySignIn(write: Write, actor: Actor, asked: SignInAsked, signIn: SignIn): SignInReport {
  const report = rehearseSignIn(write, write.office, actor, asked, signIn);
  const marks = report.rows.flatMap(({ person, after }) =>
    person && after ? [{ person, mark: after.mark, reason: after.reason }] : [],
  );
  const { rev, sums } = mark(write, actor, { session: asked.session, rev: report.sessionRev, marks });
  const { read, added, changed, held, skipped, declared } = report;
  write.record({ read, added, changed, held, skipped, declared });
  return { ...report, sums: shownSums(sums), applied: true, sessionRev: rev };
}

function expectedList(db: Readable, office: number, session: SessionRow): ExpectedList {
  const units = new Map(unitTree(db, office).map((unit) => [unit.pk, unit]));
  const paths = new Map<number, readonly string[]>();
  const pathOf = (pk: number): readonly string[] => {
    const known = paths.get(pk);
    if (known) return known;
    const unit = units.get(pk);
    const path = unit ? [foldName(unit.name), ...(unit.parent === null ? [] : pathOf(unit.parent))] : [];
    paths.set(pk, path);
    return path;
  };
  const people = expectedByName(db, office, session.pk).map((row) => ({
    id: row.person_id,
    name: row.name,
    disambiguator: row.disambiguator,
    unitName: units.get(row.unit)?.name ?? '',
    unitPath: pathOf(row.unit),
    mark: MARKS[row.mark] ?? ('unmarked' as const),
    reason: row.reason,
  }));
  return { people, units: new Set([...units.values()].map(({ name }) => foldName(name))) };
}

function shownRow({ row, outcome, reason, person, candidates, meaning, after }: PlannedRow) {
  const unknown = meaning && 'unknown' in meaning ? meaning.unknown.text : '';
  const cell = row.marks.map(({ text }) => text).join(' / ') || unknown;
  return {
    line: row.line,
    block: row.block,
    outcome,
    name: row.name || null,
    unit: row.unit || null,
    reason,
    cell,
    person: person?.id ?? null,
    before: person && { mark: person.mark, reason: person.reason },
    after,
    ...(candidates.length > 0 && { candidates: candidates.map(shownCandidate) }),
  };
}

function shownCandidate({ id, name, unitName, disambiguator }: ExpectedList['people'][number]) {
  return { person: id, name, unitName, disambiguator };
}

function unmappedTexts(rows: readonly PlannedRow[]): { text: string; count: number }[] {
  const texts = new Map<string, { text: string; count: number }>();
  for (const { meaning, outcome } of rows) {
    if (!meaning || !('unknown' in meaning) || outcome === 'skipped') continue;
    const { text, key } = meaning.unknown;
    const known = texts.get(key);
    texts.set(key, { text: known?.text ?? text, count: (known?.count ?? 0) + 1 });
  }
  return [...texts.values()].toSorted((one, other) => other.count - one.count);
}

/** What the rows themselves add up to, whatever becomes of them. */
function computedTotals(rows: readonly PlannedRow[]) {
  const counts = { present: 0, leave: 0, absent: 0, exempt: 0, unmarked: 0, undecided: 0 };
  const entries = rows.filter(({ outcome }) => outcome !== 'skipped');
  for (const { meaning, reason } of entries) {
    if (!meaning || reason === 'contradictoryRows' || 'unknown' in meaning || 'contradictory' in meaning)
      counts.undecided += 1;
    else counts['blank' in meaning ? 'unmarked' : coarseMark(meaning.mark)] += 1;
  }
  const { present, leave, absent, exempt, unmarked, undecided } = counts;
  const listed = entries.length;
  const totals: Totals = { listed, due: listed - exempt, present, onLeave: leave, absent, exempt };
  return { ...totals, unmarked, undecided };
}

/** The session's sums with the rows that go in. */
function sumsAfter(before: ShownSums, rows: readonly PlannedRow[]) {
  const { present, onLeave: leave, absent, exempt, unmarked } = before;
  const sums = { present, leave, absent, exempt, unmarked };
  for (const { person, after } of rows) {
    if (!person || !after) continue;
    sums[coarseMark(person.mark)] -= 1;
    sums[coarseMark(after.mark)] += 1;
  }
  const { expected } = before;
  return shownSums({ ...sums, onLeave: sums.leave, expected, due: expected - sums.exempt });
}

function shownSums({
  expected,
  due,
  present,
  onLeave,
  absent,
  exempt,
  unmarked,
}: Omit<ShownSums, MakeupSum>) {
  return { expected, due, present, onLeave, absent, exempt, unmarked };
}

type MakeupSum = 'makeupPending' | 'makeupDone' | 'makeupConfirmed' | 'makeupWaived';
