import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import type { EvaluationLevel, OrderKind, OrderState } from '../../../shared/vocabulary/evaluation-words.ts';
import type { Readable, SqlValue, Write } from '../../store/handles.ts';
import type { StoredRow } from '../../store/rows.ts';

interface OrderRow extends StoredRow {
  readonly evaluation: number;
  readonly kind: OrderKind;
  readonly subject: string | null;
  readonly text: string;
  readonly deadline: CalendarDate;
  readonly done_on: CalendarDate | null;
  readonly document: string | null;
}

/** An order with what became of it. */
export interface ListedOrder extends OrderRow {
  readonly evaluation_id: string;
  readonly phase: string;
  readonly round: number;
  readonly level: EvaluationLevel;
  readonly evaluated_on: CalendarDate;
  readonly subject_name: string | null;
  readonly open_makeups: number | null;
  readonly done_day: CalendarDate | null;
  readonly order_state: OrderState;
}

export interface OrderFilter {
  /** The evaluated one. */
  readonly office: number;
  readonly phase: string | null;
  readonly state: OrderState | null;
  readonly kind: OrderKind | null;
  /** Orders of one evaluation, or one order by its id. */
  readonly evaluation: number | null;
  readonly order: string | null;
}

/** Absences of the named session, or of all held until the day, that are not made good or waived yet. */
const OPEN_MAKEUPS = (office: string, session: string, day: string) => `
  (SELECT coalesce(sum(summary.makeup_pending + summary.makeup_done), 0)
   FROM study_session AS missed
   JOIN attendance_summary AS summary ON summary.office = missed.office AND summary.session = missed.pk
   WHERE missed.office = ${office} AND missed.deleted = 0 AND missed.state <> 'cancelled'
     AND (${session} IS NULL AND missed.day <= ${day} OR missed.id = ${session}))`;

/** The first move since the freezing that led there: a later correction takes nothing from what was done. */
const FIRST_MOVE = (register: string, subject: string, to: string) => `
  (SELECT min(move.effective_on) FROM move
   WHERE move.register = '${register}' AND move.subject = ${subject}.pk AND move.to_state = '${to}'
     AND move.rev > evaluation.frozen_rev AND move.deleted = 0)`;

const LAST_MAKEUP = `
  (SELECT max(move.effective_on) FROM move
   WHERE move.office = ?1 AND move.register = 'makeup' AND move.rev > evaluation.frozen_rev AND move.deleted = 0
     AND (session.pk IS NULL OR move.subject = session.pk))`;

const LISTED = `
  WITH found AS (
    SELECT ordered.*, evaluation.id AS evaluation_id, evaluation.phase, evaluation.round, evaluation.level,
      evaluation.evaluated_on, evaluation.frozen_rev, evaluation.state AS evaluation_state,
      CASE ordered.kind WHEN 'item' THEN item.number_year || '-' || item.number
        WHEN 'action' THEN action.name ELSE session.title END AS subject_name,
      CASE ordered.kind WHEN 'makeup'
        THEN ${OPEN_MAKEUPS('?1', 'ordered.subject', 'evaluation.as_of')} END AS open_makeups,
      CASE ordered.kind WHEN 'session' THEN ${FIRST_MOVE('study_session', 'session', 'approved')}
        WHEN 'item' THEN ${FIRST_MOVE('rectification_item', 'item', 'closed')}
        WHEN 'action' THEN ${FIRST_MOVE('action_instance', 'action', 'done')}
        WHEN 'makeup' THEN coalesce(${LAST_MAKEUP}, evaluation.evaluated_on) END AS fulfilled_on
    FROM evaluation_order AS ordered
    JOIN evaluation ON evaluation.pk = ordered.evaluation AND evaluation.deleted = 0
    LEFT JOIN study_session AS session ON ordered.kind IN ('session', 'makeup')
      AND session.office = ?1 AND session.id = ordered.subject
    LEFT JOIN rectification_item AS item ON ordered.kind = 'item'
      AND item.office = ?1 AND item.id = ordered.subject
    LEFT JOIN action_instance AS action ON ordered.kind = 'action'
      AND action.office = ?1 AND action.id = ordered.subject
    WHERE coalesce(evaluation.target, evaluation.office) = ?1 AND evaluation.outcome IS NULL
      AND ordered.deleted = 0 AND (?2 IS NULL OR evaluation.phase = ?2)
      AND (?3 IS NULL OR ordered.kind = ?3) AND (?4 IS NULL OR evaluation.pk = ?4)
      AND (?5 IS NULL OR ordered.id = ?5)),
  dated AS (
    SELECT *, CASE WHEN done_on IS NOT NULL THEN done_on WHEN evaluation_state = 'draft' THEN NULL
      WHEN coalesce(open_makeups, 0) = 0 THEN fulfilled_on END AS done_day FROM found),
  listed AS (
    SELECT *, CASE WHEN evaluation_state = 'draft' THEN 'planned' WHEN done_day IS NOT NULL THEN 'done'
      WHEN evaluation_state = 'withdrawn' THEN 'withdrawn' ELSE 'open' END AS order_state FROM dated)`;

/** By deadline; those of one day in the order in which they were given. */
export function listOrders(
  db: Readable,
  filter: OrderFilter,
  page: { readonly offset: number; readonly limit: number },
): { readonly total: number; readonly rows: ListedOrder[] } {
  const rows = db.all<ListedOrder>(
    `${LISTED} SELECT * FROM listed WHERE (?6 IS NULL OR order_state = ?6)
     ORDER BY deadline, pk LIMIT ?7 OFFSET ?8`,
    ...values(filter),
    page.limit,
    page.offset,
  );
  return { total: countOrders(db, filter), rows };
}

export function countOrders(db: Readable, filter: OrderFilter): number {
  const row = db.get<{ total: number }>(
    `${LISTED} SELECT count(*) AS total FROM listed WHERE (?6 IS NULL OR order_state = ?6)`,
    ...values(filter),
  );
  return row?.total ?? 0;
}

/** Open orders of each phase. */
export function openByPhase(db: Readable, office: number): ReadonlyMap<string, number> {
  const rows = db.all<{ phase: string; count: number }>(
    `${LISTED} SELECT phase, count(*) AS count FROM listed WHERE order_state = ?6 GROUP BY phase`,
    ...values({ office, phase: null, state: 'open', kind: null, evaluation: null, order: null }),
  );
  return new Map(rows.map(({ phase, count }) => [phase, count]));
}

/** Make-ups that an order would name: of one session by id, or of all held until the day. */
export function countOpenMakeups(
  db: Readable,
  office: number,
  session: string | null,
  until: CalendarDate,
): number {
  const sql = `SELECT ${OPEN_MAKEUPS('?1', '?2', '?3')} AS open`;
  return db.get<{ open: number }>(sql, office, session, until)?.open ?? 0;
}

/** The office says what proves that it has carried out an order of its group; the row stays the group's. */
export function answerOrder(
  write: Write,
  pk: number,
  { doneOn, document }: { readonly doneOn: CalendarDate; readonly document: string },
): void {
  write.run(
    'UPDATE evaluation_order SET done_on = ?, document = ?, answered_rev = ? WHERE pk = ?',
    doneOn,
    document,
    write.rev,
    pk,
  );
}

function values({ office, phase, kind, evaluation, order, state }: OrderFilter): SqlValue[] {
  return [office, phase, kind, evaluation, order, state];
}
