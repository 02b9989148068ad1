import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import type {
  EvaluationLevel,
  EvaluationState,
  EvaluationVerdict,
  OrderKind,
} from '../../../shared/vocabulary/evaluation-words.ts';
import type { FigureId } from '../../../shared/vocabulary/words.ts';
import type { Readable, Write } from '../../store/handles.ts';
import { OWN_OFFICE } from '../../store/office-sql.ts';
import type { EvaluationRow } from './evaluation-sql.ts';

/** An evaluation as it leaves, frozen or withdrawn. */
export interface EvaluationRecord {
  readonly id: string;
  readonly phase: string;
  readonly round: number;
  readonly level: EvaluationLevel;
  readonly evaluatedOn: CalendarDate;
  readonly asOf: CalendarDate;
  readonly by: string | null;
  readonly documentNumber: string | null;
  readonly verdict: EvaluationVerdict | null;
  readonly deadline: CalendarDate | null;
  readonly state: EvaluationState;
  readonly remark: string | null;
}

/** An office's own, with the revision that froze it. */
export type ReportedEvaluation = EvaluationRecord & { readonly frozenRev: number };

/** `evaluation` is the id of its evaluation; so it is of an order. */
export interface EvaluationLineRecord {
  readonly id: string;
  readonly evaluation: string;
  readonly place: number;
  readonly indicator: string;
  readonly list: string;
  readonly listName: string;
  readonly name: string;
  readonly figure: FigureId | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly text: string | null;
  readonly evidenceNumber: string | null;
}

export interface EvaluationOrderRecord {
  readonly id: string;
  readonly evaluation: string;
  /** From 0, as they were given. */
  readonly place: number;
  readonly kind: OrderKind;
  readonly subject: string | null;
  readonly text: string;
  readonly deadline: CalendarDate;
  /** Closed by hand. */
  readonly doneOn: CalendarDate | null;
  readonly document: string | null;
}

/** What an office says of an order of its group. */
export interface OrderAnswerRecord {
  readonly id: string;
  /** Its revision that took the order up: what came after may fulfil it. */
  readonly takenRev: number;
  readonly doneOn: CalendarDate | null;
  readonly document: string | null;
}

/** Whose evaluations of whom leave: an office's of itself, or a group's of one office. */
export interface EvaluationScope {
  readonly owner: number;
  /** Null: of the owner itself. */
  readonly target: number | null;
  /** What was touched after this revision; 0 for all. */
  readonly after: number;
}

/** Drafts never leave; a frozen evaluation is never thrown away. */
const LEAVES = `evaluation.office = ?1 AND evaluation.target IS ?2 AND evaluation.state <> 'draft'
  AND evaluation.deleted = 0`;

export function changedEvaluations(
  db: Readable,
  { owner, target, after }: EvaluationScope,
): ReportedEvaluation[] {
  return db.all(
    `SELECT id, phase, round, level, evaluated_on AS evaluatedOn, as_of AS asOf, by, document_number AS documentNumber,
       verdict, deadline, state, remark, frozen_rev AS frozenRev
     FROM evaluation WHERE ${LEAVES} AND rev > ?3 ORDER BY id`,
    owner,
    target,
    after,
  );
}

/** Lines and orders of a draft are older than its freezing, with which they leave. */
export function changedLines(
  db: Readable,
  { owner, target, after }: EvaluationScope,
): EvaluationLineRecord[] {
  return db.all(
    `SELECT line.id, evaluation.id AS evaluation, line.place, line.indicator, line.list, line.list_name AS listName,
       line.name, line.figure, line.numerator, line.denominator, line.text, line.evidence_number AS evidenceNumber
     FROM evaluation_line AS line JOIN evaluation ON evaluation.pk = line.evaluation
     WHERE ${LEAVES} AND line.deleted = 0 AND max(line.rev, evaluation.rev) > ?3 ORDER BY line.id`,
    owner,
    target,
    after,
  );
}

const PLACE = `(SELECT count(*) FROM evaluation_order AS before
  WHERE before.evaluation = ordered.evaluation AND before.deleted = 0 AND before.pk < ordered.pk)`;

export function changedOrders(
  db: Readable,
  { owner, target, after }: EvaluationScope,
): EvaluationOrderRecord[] {
  return db.all(
    `SELECT ordered.id, evaluation.id AS evaluation, ${PLACE} AS place, ordered.kind, ordered.subject, ordered.text, ordered.deadline,
       ordered.done_on AS doneOn, ordered.document
     FROM evaluation_order AS ordered JOIN evaluation ON evaluation.pk = ordered.evaluation
     WHERE ${LEAVES} AND ordered.deleted = 0 AND max(ordered.rev, evaluation.rev) > ?3 ORDER BY ordered.id`,
    owner,
    target,
    after,
  );
}

const OF_GROUP = `FROM evaluation_order AS ordered JOIN evaluation ON evaluation.pk = ordered.evaluation
  WHERE ordered.office = ?1 AND evaluation.target = ?2 AND evaluation.frozen_rev IS NOT NULL AND ordered.deleted = 0`;

/** At the office: what became of a group's orders, said after revision `after`. */
export function changedAnswers(db: Readable, { owner, target, after }: EvaluationScope): OrderAnswerRecord[] {
  return db.all(
    `SELECT ordered.id, evaluation.frozen_rev AS takenRev, ordered.done_on AS doneOn, ordered.document
     ${OF_GROUP} AND max(evaluation.frozen_rev, coalesce(ordered.answered_rev, 0)) > ?3 ORDER BY ordered.id`,
    owner,
    target,
    after,
  );
}

interface HeldOrder {
  readonly pk: number;
  readonly evaluation: number;
  readonly done_on: CalendarDate | null;
  readonly document: string | null;
  readonly taken_rev: number | null;
}

/** At the group: its own order of an office. */
export function orderOf(db: Readable, target: number, id: string): HeldOrder | undefined {
  return db.get<HeldOrder>(
    `SELECT ordered.pk, ordered.evaluation, ordered.done_on, ordered.document, evaluation.frozen_rev AS taken_rev
     FROM evaluation_order AS ordered JOIN evaluation ON evaluation.pk = ordered.evaluation
     WHERE ordered.office = ?1 AND evaluation.target = ?2 AND ordered.id = ?3 AND ordered.deleted = 0
       AND evaluation.state <> 'draft'`,
    OWN_OFFICE,
    target,
    id,
  );
}

/** The rows stay as they left: no revision of the group. */
export function keepAnswer(write: Write, held: HeldOrder, said: OrderAnswerRecord): void {
  write.run(
    'UPDATE evaluation_order SET done_on = ?, document = ? WHERE pk = ?',
    said.doneOn,
    said.document,
    held.pk,
  );
  write.run('UPDATE evaluation SET frozen_rev = ? WHERE pk = ?', said.takenRev, held.evaluation);
}

/** Whoever owns it, in whosever books it stands. */
export function evaluationById(db: Readable, owner: number, id: string): EvaluationRow | undefined {
  return db.get<EvaluationRow>('SELECT * FROM evaluation WHERE office = ? AND id = ?', owner, id);
}

/** At the office: the revision at which a group's evaluation was taken up. */
export function setTakenUp(write: Write, pk: number): void {
  write.run('UPDATE evaluation SET frozen_rev = ? WHERE pk = ?', write.rev, pk);
}

export function setWithdrawn(write: Write, pk: number): void {
  write.run(`UPDATE evaluation SET state = 'withdrawn', changed_at = ? WHERE pk = ?`, write.at, pk);
}

/**
 * At the office: what a group that has begun anew no longer has of its evaluations of these books. They lie there
 * until it brings them again, with what was done about their orders.
 * @param listed JSON list of the ids that stay
 * @returns how many evaluations went
 */
export function setForgotten(write: Write, owner: number, target: number, listed: string): number {
  return write.run(
    `UPDATE evaluation SET deleted = 1, changed_at = ?4
     WHERE office = ?1 AND target = ?2 AND deleted = 0 AND id NOT IN (SELECT value FROM json_each(?3))`,
    owner,
    target,
    listed,
    write.at,
  ).changes;
}

/** At the office: a forgotten one that is there again. */
export function setRemembered(
  write: Write,
  pk: number,
  { state, outcome }: Pick<EvaluationRow, 'state' | 'outcome'>,
): void {
  write.run(
    'UPDATE evaluation SET deleted = 0, state = ?, outcome = ?, changed_at = ? WHERE pk = ?',
    state,
    outcome,
    write.at,
    pk,
  );
}

/** Whether another evaluation of that owner stands, or is drafted, in the place of one. */
export function isPlaceHeld(
  db: Readable,
  owner: number,
  one: Pick<EvaluationRecord, 'id' | 'phase' | 'round' | 'level'> & { readonly target: number },
): boolean {
  const sql = `SELECT 1 FROM evaluation
    WHERE office = ? AND target = ? AND phase = ? AND round = ? AND level = ? AND id <> ?
      AND deleted = 0 AND state <> 'withdrawn' AND outcome IS NULL`;
  return db.get(sql, owner, one.target, one.phase, one.round, one.level, one.id) !== undefined;
}

/** Lines or orders of an evaluation, those too that were taken out of its draft. */
export function rowsOfEvaluation(
  db: Readable,
  table: 'evaluation_line' | 'evaluation_order',
  evaluation: number,
): { pk: number; id: string }[] {
  return db.all(`SELECT pk, id FROM ${table} WHERE evaluation = ?`, evaluation);
}
