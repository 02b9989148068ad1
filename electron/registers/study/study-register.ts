import type { Given } from '../../../shared/contract/base.ts';
import type { study } from '../../../shared/contract/study.ts';
import { type Attempt, type OfferedMove, offeredMoves, requireMove } from '../../../shared/rules/moves.ts';
import {
  hasFrozenList,
  type SessionFacts,
  sessionMachine,
  takesEdits,
} from '../../../shared/rules/session-moves.ts';
import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import { ensure } from '../../../shared/vocabulary/refusal.ts';
import {
  EDUCATION_TYPES,
  type EducationType,
  type SessionMove,
  type SessionState,
  type Whose,
} from '../../../shared/vocabulary/words.ts';
import type { Readable, SqlValue, Write } from '../../store/handles.ts';
import { OWN_OFFICE } from '../../store/office-sql.ts';
import { findRow, guardVersion, insertRow, updateRow } from '../../store/rows.ts';
import { type Actor, type Asking, whoseMoves } from '../actor.ts';
import { requireCampaignWords } from '../campaign/campaign-words.ts';
import { historyOf, movesOf } from '../moves-log.ts';
import { isClosedDay, requireOpenDay } from '../periods/period-lock.ts';
import { countReasonsMissing } from './study-attendance-sql.ts';
import { countDifferences } from './study-differences-sql.ts';
import type { SessionFields } from './study-input.ts';
import { countKnown, type SessionRow } from './study-sql.ts';
import { type ShownSums, shownSums, sumsOf } from './study-summary.ts';
import {
  countView,
  countViews,
  countWaiting,
  type SessionFilter,
  type SessionWaiting,
  sessionPage,
  whoseSession,
} from './study-views-sql.ts';

export function sessions(db: Readable, asking: Asking, input: Given<typeof study.sessions>) {
  const filter = filterOf(asking, input);
  return {
    total: countView(db, filter, input.view),
    sessions: sessionPage(db, filter, input).map((row) => shownSession(row, shownSums(row), row.whose)),
  };
}

export function sessionCounts(db: Readable, asking: Asking, input: Given<typeof study.sessionCounts>) {
  return countViews(db, filterOf(asking, input));
}

/** What waits for whom, each session once. */
export function sessionsWaiting(db: Readable, asking: Asking): SessionWaiting[] {
  return countWaiting(db, filterOf(asking, {}));
}

/** @throws Refusal `not_found` */
export function session(db: Readable, asking: Asking, id: string) {
  const row = findSession(db, asking.office, id);
  const whose = whoseSession(db, filterOf(asking, {}), row.pk);
  return {
    ...shownSession(row, sumsOf(db, asking.office, row.pk), whose),
    moves: historyOf(db, 'study_session', row.pk),
    allowed: offeredSteps(db, asking, row),
    differences: countDifferences(db, asking.office, row.pk),
  };
}

/** Nobody moves another office's session from here; nobody holds one before its day. */
function offeredSteps(db: Readable, { actor, today }: Asking, row: SessionRow): OfferedMove<SessionMove>[] {
  if (row.office !== OWN_OFFICE) return [];
  const offered = offeredMoves(sessionMachine, row.state, sessionAttempt(db, actor, row, today), ['reason']);
  const isAhead = row.day !== null && row.day > today;
  const isClosed = isClosedDay(db, row.office, row.day) || isClosedDay(db, row.office, today);
  const barred = (move: SessionMove) => {
    if (isClosed) return 'period_closed';
    return move === 'hold' && isAhead ? 'session_day_ahead' : null;
  };
  return offered.map(({ move, why }) => ({ move, why: why ?? barred(move) }));
}

type Asked = Partial<
  Pick<Given<typeof study.sessions>, 'state' | 'from' | 'until' | 'phase' | 'search' | 'matter'>
>;

function filterOf({ office, today, actor }: Asking, input: Asked): SessionFilter {
  return {
    office,
    today,
    state: input.state ?? null,
    from: input.from ?? null,
    until: input.until ?? null,
    phase: input.phase ?? null,
    search: input.search?.trim() || null,
    matter: input.matter ?? null,
    only: null,
    mine: whoseMoves(actor.roles),
  };
}

/** What the rules are told of a session when somebody wants to move it, or asks what can be done. */
export function sessionAttempt(
  db: Readable,
  actor: Actor,
  row: SessionRow,
  on: CalendarDate,
  reason?: string,
): Attempt<SessionState, SessionFacts> {
  const moves = movesOf(db, 'study_session', row.pk);
  return {
    roles: actor.roles,
    account: actor.account,
    submittedBy: moves.findLast((one) => one.move === 'submit')?.changed_by ?? null,
    singleAccount: actor.singleAccount,
    given: { ...fieldsOf(row), reason },
    facts: {
      unmarked: sumsOf(db, row.office, row.pk).unmarked,
      reasonsMissing: countReasonsMissing(db, row.office, row.pk),
    },
    on,
    lastMoveOn: moves.at(-1)?.effective_on ?? null,
  };
}

export function createSession(write: Write, input: SessionFields) {
  requireOpenDay(write, input.day);
  requireKnown(write, input.expected);
  requireCampaignWords(write, write.office, input);
  const id = write.newId();
  insertRow(write, 'study_session', id, { ...columns(input), state: sessionMachine.initial });
  write.record({ session: id });
  return { id, rev: write.rev };
}

/** Edits what the clerk wrote; once the list is frozen, its day and who is expected stay. */
export function updateSession(write: Write, input: Given<typeof study.updateSession>) {
  const row = findSession(write, write.office, input.id);
  guardVersion(write, row, input.rev);
  requireOpenDay(write, row.day, input.day);
  requireCampaignWords(write, write.office, input, row);
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

function shownSession(row: SessionRow, sums: ShownSums, whose: Whose | null) {
  return { id: row.id, rev: row.rev, ...fieldsOf(row), state: row.state, sums, whose };
}

export function columns(input: SessionFields) {
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

export function requireKnown(db: Write, expected: SessionFields['expected']): void {
  const [table, ids] =
    'units' in expected ? (['unit', expected.units] as const) : (['person', expected.people] as const);
  const wanted = new Set(ids).size;
  const known = wanted === 0 ? 0 : countKnown(db, table, db.office, JSON.stringify(ids));
  ensure(known === wanted, 'not_found', { register: table, count: wanted - known });
}

/** What 安排 required is not taken away again by an edit. */
export function requireScheduled(input: SessionFields): void {
  requireMove(sessionMachine, sessionMachine.initial, 'schedule', {
    roles: ['clerk'],
    account: 0,
    singleAccount: true,
    given: { ...input },
    facts: { unmarked: 0, reasonsMissing: 0 },
  });
}
