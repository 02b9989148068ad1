import type { Given } from '../../../shared/contract/base.ts';
import type { selfInspection } from '../../../shared/contract/self-inspection.ts';
import { filingMachine } from '../../../shared/rules/filing-moves.ts';
import { requireMove } from '../../../shared/rules/moves.ts';
import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import { ensure } from '../../../shared/vocabulary/refusal.ts';
import type { Declaration } from '../../../shared/vocabulary/words.ts';
import type { SqlValue, Write } from '../../store/handles.ts';
import { findRow, guardVersion, insertRow, updateRow } from '../../store/rows.ts';
import type { Actor } from '../actor.ts';
import { recordFirstMove, recordMove } from '../moves-log.ts';
import { requireOpenDay } from '../periods/period-lock.ts';
import { countedUnit } from './filers-sql.ts';
import { addItems } from './filing-items.ts';
import { requireFreePaperNumber } from './paper-numbers.ts';
import {
  dropOpenItems,
  type FilingRow,
  filingOf,
  itemCounts,
  lastMoveOn,
  type RoundRow,
  roundByPk,
  undoneFiling,
} from './self-inspection-sql.ts';

/**
 * A paper form that came in, entered by a clerk.
 * @throws Refusal `filing_day_wrong`, `filing_not_expected`, `filing_exists`, `filing_contradicts_items`,
 *   `paper_number_taken`, `category_unknown`, `category_retired`
 */
export function file(write: Write, actor: Actor, input: Given<typeof selfInspection.file>) {
  const round = findRow<RoundRow>(write, 'inspection_round', write.office, input.round);
  checkFiledOn(round, input.filedOn, write.today);
  requireOpenDay(write, input.filedOn);
  const person = findRow(write, 'person', write.office, input.person).pk;
  const unit = unitOnDay(write, person, input.filedOn);
  ensure(!filingOf(write, write.office, round.pk, person), 'filing_exists');
  requireFreePaperNumber(write, round.pk, input.paperNumber, null);
  checkDeclared(input.declared, input.items.length);

  const { id, pk } = putNew(write, round.pk, person, {
    unit,
    filed_on: input.filedOn,
    declared: input.declared,
    paper_number: input.paperNumber,
    submitted_by: actor.account,
    state: filingMachine.initial,
  });
  addItems(write, pk, input.items);
  // no `from`: 待填报 is computed and never stored
  recordFirstMove(write, {
    register: 'filing',
    subject: pk,
    move: 'file',
    from: null,
    to: filingMachine.initial,
    on: input.filedOn,
  });
  write.record({ filing: id, items: input.items.length });
  return { id, rev: write.rev };
}

/**
 * Every later step of a filing's life, as shared/rules/filing-moves.ts allows it. The step is dated today;
 * the day on which the form was filed is a field of its own, and a form filed again keeps it unless given.
 */
export function moveFiling(write: Write, actor: Actor, input: Given<typeof selfInspection.moveFiling>) {
  const row = findRow<FilingRow>(write, 'filing', write.office, input.id);
  guardVersion(write, row, input.rev);
  const edited = edit(row, input);
  requireOpenDay(write, row.filed_on, edited.filed_on, write.today);
  const { to, transition } = requireMove(filingMachine, row.state, input.move, {
    roles: actor.roles,
    account: actor.account,
    submittedBy: row.submitted_by,
    singleAccount: actor.singleAccount,
    given: { filedOn: edited.filed_on, declared: edited.declared, reason: input.reason },
    facts: { openItems: itemCounts(write, row.pk).open },
    on: write.today,
    lastMoveOn: lastMoveOn(write, row.pk),
  });
  const submission = transition.changes?.includes('items')
    ? resubmit(write, actor, row, edited, input)
    : refuseEdits(input);
  updateRow(write, 'filing', row.pk, { ...submission, state: to });
  const { move, reason } = input;
  recordMove(write, {
    register: 'filing',
    subject: row.pk,
    move,
    from: row.state,
    to,
    on: write.today,
    reason,
  });
  write.record({ filing: row.id, move, to });
  return { id: row.id, rev: write.rev, state: to };
}

/** A person has one row in a round for ever: one whose entry was undone is taken up again. */
function putNew(
  write: Write,
  round: number,
  person: number,
  values: Readonly<Record<string, SqlValue>>,
): { readonly id: string; readonly pk: number } {
  const undone = undoneFiling(write, write.office, round, person);
  if (undone) {
    updateRow(write, 'filing', undone.pk, { ...values, deleted: 0 });
    return undone;
  }
  const id = write.newId();
  return { id, pk: insertRow(write, 'filing', id, { round, person, ...values }) };
}

type Move = Given<typeof selfInspection.moveFiling>;
type Edited = Pick<FilingRow, 'filed_on' | 'declared' | 'paper_number'>;

/** Filed again, the form may bear another day; a supplement leaves the day of the first declaration alone. */
function edit(row: FilingRow, input: Move): Edited {
  return {
    filed_on: input.move === 'file' ? (input.filedOn ?? row.filed_on) : row.filed_on,
    declared: input.declared ?? row.declared,
    paper_number: input.paperNumber ?? row.paper_number,
  };
}

function resubmit(write: Write, actor: Actor, row: FilingRow, edited: Edited, input: Move) {
  let { unit } = row;
  if (edited.filed_on !== row.filed_on) {
    checkFiledOn(roundByPk(write, row.round), edited.filed_on, write.today);
    unit = unitOnDay(write, row.person, edited.filed_on);
  }
  requireFreePaperNumber(write, row.round, input.paperNumber ?? null, row.pk);
  if (input.move === 'file' && input.items) dropOpenItems(write, row.pk);
  addItems(write, row.pk, input.items ?? []);
  checkDeclared(edited.declared, itemCounts(write, row.pk).all);
  return { ...edited, unit, submitted_by: actor.account };
}

/** What a reviewer's move does not take is not dropped silently. */
function refuseEdits({ declared, filedOn, paperNumber, items }: Move): Record<string, never> {
  const given = Object.entries({ declared, filedOn, paperNumber, items }).filter(
    ([, value]) => value !== undefined,
  );
  ensure(given.length === 0, 'invalid_input', { fields: given.map(([field]) => field) });
  return {};
}

function unitOnDay(write: Write, person: number, day: CalendarDate): number {
  const unit = countedUnit(write, person, day);
  ensure(unit !== undefined, 'filing_not_expected', { day });
  return unit;
}

function checkFiledOn(round: RoundRow, filedOn: CalendarDate, today: CalendarDate): void {
  const fits = filedOn >= round.begins_on && filedOn <= today;
  ensure(fits, 'filing_day_wrong', { filedOn, from: round.begins_on, until: today });
}

function checkDeclared(declared: Declaration, items: number): void {
  ensure((declared === 'hasProblem') === items > 0, 'filing_contradicts_items', { declared, count: items });
}
