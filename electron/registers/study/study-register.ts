import type { Given } from '../../../shared/contract/base.ts';
import type { study } from '../../../shared/contract/study.ts';
import { requireMove } from '../../../shared/rules/moves.ts';
import { hasFrozenList, sessionMachine, takesEdits } from '../../../shared/rules/session-moves.ts';
import { ensure } from '../../../shared/vocabulary/refusal.ts';
import { EDUCATION_TYPES, type EducationType } from '../../../shared/vocabulary/words.ts';
import type { Readable, SqlValue, Write } from '../../store/handles.ts';
import { findRow, guardVersion, insertRow, updateRow } from '../../store/rows.ts';
import type { SessionFields } from './study-input.ts';
import { countKnown, countSessions, type SessionRow, sessionPage } from './study-sql.ts';
import { type ShownSums, shownSums, sumsOf } from './study-summary.ts';

export function sessions(db: Readable, office: number, input: Given<typeof study.sessions>) {
  const filter = { state: input.state ?? null, from: input.from ?? null, until: input.until ?? null };
  return {
    total: countSessions(db, office, filter),
    sessions: sessionPage(db, office, filter, input).map((row) => shownSession(row, shownSums(row))),
  };
}

/** @throws Refusal `not_found` */
export function session(db: Readable, office: number, id: string) {
  const row = findSession(db, office, id);
  return shownSession(row, sumsOf(db, office, row.pk));
}

export function createSession(write: Write, input: SessionFields) {
  requireKnown(write, input.expected);
  const id = write.newId();
  insertRow(write, 'study_session', id, { ...columns(input), state: sessionMachine.initial });
  write.record({ session: id });
  return { id, rev: write.rev };
}

/** Edits what the clerk wrote; once the list is frozen, its day and who is expected stay. */
export function updateSession(write: Write, input: Given<typeof study.updateSession>) {
  const row = findSession(write, write.office, input.id);
  guardVersion(row, input.rev);
  const { register } = sessionMachine;
  ensure(takesEdits(row.state), 'move_not_allowed', { register, state: row.state, move: 'edit' });
  const next = columns(input);
  if (hasFrozenList(row.state)) {
    ensure(row.day === next.day && row.expected === next.expected, 'list_frozen');
  } else {
    requireKnown(write, input.expected);
  }
  if (row.state !== 'draft') requireScheduled(input);
  updateRow(write, 'study_session', row.pk, next);
  write.record({ session: row.id });
  return { id: row.id, rev: write.rev };
}

/** @throws Refusal `not_found` */
export function findSession(db: Readable, office: number, id: string): SessionRow {
  return findRow<SessionRow>(db, 'study_session', office, id);
}

/** A session's own fields, in the words of the contract and of the rules. */
export function fieldsOf(row: SessionRow) {
  return {
    title: row.title,
    phase: row.phase,
    types: JSON.parse(row.types) as EducationType[],
    form: row.form,
    action: row.action,
    day: row.day,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    venues: JSON.parse(row.venues) as string[],
    chair: row.chair,
    batch: row.batch,
    mandatory: row.mandatory === 1,
    materialNumber: row.material_number,
    expected: JSON.parse(row.expected) as SessionFields['expected'],
  };
}

/** Bit i for EDUCATION_TYPES[i]. */
export function typeMask(types: readonly EducationType[]): number {
  return types.reduce((mask, type) => mask | (1 << EDUCATION_TYPES.indexOf(type)), 0);
}

function shownSession(row: SessionRow, sums: ShownSums) {
  return { id: row.id, rev: row.rev, ...fieldsOf(row), state: row.state, sums };
}

function columns(input: SessionFields) {
  return {
    title: input.title,
    phase: input.phase,
    types: JSON.stringify(EDUCATION_TYPES.filter((type) => input.types.includes(type))),
    type_mask: typeMask(input.types),
    form: input.form,
    action: input.action,
    day: input.day,
    starts_at: input.startsAt,
    ends_at: input.endsAt,
    venues: JSON.stringify(input.venues),
    chair: input.chair,
    batch: input.batch,
    mandatory: Number(input.mandatory),
    material_number: input.materialNumber,
    expected: JSON.stringify(input.expected),
  } satisfies Record<string, SqlValue>;
}

function requireKnown(db: Write, expected: SessionFields['expected']): void {
  const [table, ids] =
    'units' in expected ? (['unit', expected.units] as const) : (['person', expected.people] as const);
  const wanted = new Set(ids).size;
  const known = wanted === 0 ? 0 : countKnown(db, table, db.office, JSON.stringify(ids));
  ensure(known === wanted, 'not_found', { register: table, count: wanted - known });
}

/** What 安排 required is not taken away again by an edit. */
function requireScheduled(input: SessionFields): void {
  requireMove(sessionMachine, sessionMachine.initial, 'schedule', {
    roles: ['clerk'],
    account: 0,
    singleAccount: true,
    given: { ...input },
    facts: { unmarked: 0, reasonsMissing: 0 },
  });
}
