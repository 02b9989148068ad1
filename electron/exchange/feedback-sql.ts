import type { CalendarDate } from '../../shared/vocabulary/dates.ts';
import type { RemarkField, RemarkRegister } from '../../shared/vocabulary/remark-fields.ts';
import type { FeedbackKind, FeedbackState } from '../../shared/vocabulary/words.ts';
import type { Readable, Write } from '../store/handles.ts';
import type { RowFate } from '../store/received-rows.ts';
import type { FeedbackOutcomeRow } from './report-tables.ts';

/** One thing a group says to one of its offices; the same table at both ends. */
export interface FeedbackRow {
  readonly pk: number;
  /** Surrogate of the group that owns the row. */
  readonly office: number;
  readonly id: string;
  /** Surrogate of the office it is meant for. */
  readonly target: number;
  readonly kind: FeedbackKind;
  readonly register: RemarkRegister | null;
  readonly subject: string | null;
  readonly subject_rev: number | null;
  readonly field: RemarkField | null;
  readonly category: string | null;
  readonly problem: string | null;
  readonly due_on: CalendarDate | null;
  readonly reason: string | null;
  readonly state: FeedbackState;
  readonly released_on: CalendarDate | null;
  readonly outcome: string | null;
  readonly read_on: CalendarDate | null;
  readonly reply: string | null;
  /** At the office: the own revision at which the group was found to have lost the row; null: it has it. */
  readonly missing_rev: number | null;
  readonly drafted_by: number;
  readonly rev: number;
  readonly deleted: number;
  readonly changed_by: number;
  readonly changed_at: string;
}

/** With what the books know of what it speaks of. */
export interface ShownFeedbackRow extends FeedbackRow {
  readonly target_id: string;
  readonly subject_name: string | null;
  readonly reader: string | null;
}

/** What waits at an office: remarks that nobody has read, templates that nobody has decided on. */
export const FEEDBACK_MATTERS = ['remarkUnread', 'templateWaiting'] as const;
type FeedbackMatter = (typeof FEEDBACK_MATTERS)[number];

export interface FeedbackFilter {
  /** Surrogate of the office spoken to; null: of every one. */
  readonly target: number | null;
  readonly state: FeedbackState | null;
  readonly kind?: FeedbackKind | null | undefined;
  readonly subject?: string | null | undefined;
  readonly matter?: FeedbackMatter | null | undefined;
  /** Surrogate of the own office, whose matters are meant. */
  readonly own?: number | undefined;
}

const CHOSEN = `(?1 IS NULL OR feedback.target = ?1) AND (?2 IS NULL OR feedback.state = ?2)
  AND (?3 IS NULL OR feedback.kind = ?3) AND (?4 IS NULL OR feedback.subject = ?4) AND feedback.deleted = 0
  AND (?5 IS NULL OR (feedback.target = ?6 AND feedback.office <> ?6 AND CASE ?5
    WHEN 'remarkUnread' THEN feedback.kind = 'remark' AND feedback.state = 'applied' AND feedback.read_on IS NULL
    ELSE feedback.kind = 'template' AND feedback.state = 'released' END))`;

/** What the subject is an id of; new: the item that the row became. */
const SUBJECT_REGISTER = `coalesce(feedback.register, CASE feedback.kind
  WHEN 'orderRework' THEN 'session' WHEN 'reopenPeriod' THEN 'period' WHEN 'template' THEN 'template'
  WHEN 'evaluation' THEN 'evaluation' WHEN 'item' THEN 'new' ELSE 'item' END)`;

const of = (columns: string, table: string) =>
  `(SELECT ${columns} FROM ${table} AS it WHERE it.office = feedback.target AND it.id = feedback.subject)`;
const NUMBER = "it.number_year || '-' || it.number";

const SHOWN = `SELECT feedback.*, office.id AS target_id, account.name AS reader,
    CASE ${SUBJECT_REGISTER}
      WHEN 'item' THEN ${of(NUMBER, 'rectification_item')}
      WHEN 'new' THEN (SELECT ${NUMBER} FROM rectification_item AS it
        WHERE it.office = feedback.target AND it.feedback = feedback.id)
      WHEN 'session' THEN ${of("it.day || ' ' || it.title", 'study_session')}
      WHEN 'round' THEN ${of('it.name', 'inspection_round')}
      WHEN 'action' THEN ${of('it.name', 'action_instance')}
      WHEN 'period' THEN ${of('it.until_on', 'period')}
      WHEN 'template' THEN (SELECT it.name FROM template AS it
        WHERE it.office = feedback.office AND it.id = feedback.subject)
    END AS subject_name
  FROM feedback JOIN office ON office.pk = feedback.target LEFT JOIN account ON account.pk = feedback.read_by`;

function chosenBy({ target, state, kind, subject, matter, own }: FeedbackFilter) {
  return [target, state, kind ?? null, subject ?? null, matter ?? null, own ?? null] as const;
}

/** Newest first. */
export function feedbackRows(
  db: Readable,
  filter: FeedbackFilter,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): ShownFeedbackRow[] {
  return db.all<ShownFeedbackRow>(
    `${SHOWN} WHERE ${CHOSEN} ORDER BY feedback.pk DESC LIMIT ?7 OFFSET ?8`,
    ...chosenBy(filter),
    limit,
    offset,
  );
}

export function countFeedback(db: Readable, filter: FeedbackFilter): number {
  const row = db.get<{ count: number }>(
    `SELECT count(*) AS count FROM feedback WHERE ${CHOSEN}`,
    ...chosenBy(filter),
  );
  return row?.count ?? 0;
}

/** @param office surrogate of the group that owns the row */
export function shownFeedback(db: Readable, office: number, id: string): ShownFeedbackRow | undefined {
  return db.get<ShownFeedbackRow>(
    `${SHOWN} WHERE feedback.office = ? AND feedback.id = ? AND feedback.deleted = 0`,
    office,
    id,
  );
}

/** A row that another office said to this one. */
export function feedbackToUs(db: Readable, own: number, id: string): ShownFeedbackRow | undefined {
  return db.get<ShownFeedbackRow>(
    `${SHOWN} WHERE feedback.target = ?1 AND feedback.office <> ?1 AND feedback.id = ?2 AND feedback.deleted = 0`,
    own,
    id,
  );
}

const STATE_TABLES = {
  item: 'rectification_item',
  session: 'study_session',
  action: 'action_instance',
  period: 'period',
} as const;

/** What a row speaks of, where that has a life of its own. */
export type LivingRegister = keyof typeof STATE_TABLES;

/** @returns null where the books have no such record */
export function subjectState(
  db: Readable,
  office: number,
  register: LivingRegister,
  id: string,
): string | null {
  const row = db.get<{ state: string }>(
    `SELECT state FROM ${STATE_TABLES[register]} WHERE office = ? AND id = ? AND deleted = 0`,
    office,
    id,
  );
  return row?.state ?? null;
}

/** Versions of items, as `id@rev`, that the group has decided on and the office has not yet answered for. */
export function answeredItems(db: Readable, office: number): string[] {
  const rows = db.all<{ version: string }>(
    `SELECT subject || '@' || subject_rev AS version FROM feedback
     WHERE office = ? AND kind IN ('confirm', 'returnForRework') AND state IN ('draft', 'released') AND deleted = 0`,
    office,
  );
  return rows.map(({ version }) => version);
}

/** @param office surrogate of the group that owns the row */
export function feedbackById(db: Readable, office: number, id: string): FeedbackRow | undefined {
  return db.get<FeedbackRow>(
    'SELECT * FROM feedback WHERE office = ? AND id = ? AND deleted = 0',
    office,
    id,
  );
}

/** Rows released to an office after revision `after`, in the order in which they were written. */
export function releasedFeedback(db: Readable, office: number, target: number, after: number): FeedbackRow[] {
  return db.all<FeedbackRow>(
    `SELECT * FROM feedback WHERE office = ? AND target = ? AND rev > ? AND state <> 'draft' AND deleted = 0
     ORDER BY pk`,
    office,
    target,
    after,
  );
}

/** At the office: what became of the group's rows, as it is reported back. */
export function changedOutcomes(db: Readable, group: number, after: number): FeedbackOutcomeRow[] {
  return db.all<FeedbackOutcomeRow>(
    `SELECT id, state, outcome, read_on AS readOn, reply FROM feedback
     WHERE office = ? AND state IN ('applied', 'notApplicable')
       AND max(received_rev, coalesce(missing_rev, 0)) > ? ORDER BY id`,
    group,
    after,
  );
}

/**
 * At the group: notes the outcome that an office reports of a row meant for it. A row that was never released,
 * or that a restored group has lost and was not given back, is left alone.
 */
export function putOutcome(write: Write, target: number, row: FeedbackOutcomeRow): RowFate {
  const held = write.get<FeedbackRow>(
    `SELECT * FROM feedback WHERE office = ? AND id = ? AND target = ? AND state <> 'draft' AND deleted = 0`,
    write.office,
    row.id,
    target,
  );
  if (!held || isTold(held, row)) return 'unchanged';
  write.run(
    'UPDATE feedback SET state = ?, outcome = ?, read_on = ?, reply = ? WHERE pk = ?',
    row.state,
    row.outcome,
    row.readOn,
    row.reply,
    held.pk,
  );
  return 'changed';
}

function isTold(held: FeedbackRow, { state, outcome, readOn, reply }: FeedbackOutcomeRow): boolean {
  const isSame = held.state === state && held.outcome === outcome;
  return isSame && held.read_on === readOn && held.reply === reply;
}

/** What the office did with a row of the group's, from its own revision on. */
export function noteAnswer(
  write: Write,
  pk: number,
  answer: Pick<FeedbackRow, 'state' | 'outcome' | 'reply'> & { readonly readOn: CalendarDate | null },
): void {
  write.run(
    `UPDATE feedback SET state = ?, outcome = ?, reply = ?, read_on = ?, read_by = ?, received_rev = ?,
       changed_by = ?, changed_at = ? WHERE pk = ?`,
    answer.state,
    answer.outcome,
    answer.reply,
    answer.readOn,
    answer.readOn === null ? null : write.account,
    write.rev,
    write.account,
    write.at,
    pk,
  );
}

/** What a group said of its evaluations, in that order: released, and perhaps withdrawn later. */
export function saidOfEvaluations(
  db: Readable,
  group: number,
): { subject: string; state: FeedbackState; outcome: string | null }[] {
  return db.all(
    `SELECT subject, state, outcome FROM feedback
     WHERE office = ? AND kind = 'evaluation' AND deleted = 0 ORDER BY pk`,
    group,
  );
}
