import type { Given } from '../../../shared/contract/base.ts';
import type { selfInspection } from '../../../shared/contract/self-inspection.ts';
import { filingMachine } from '../../../shared/rules/filing-moves.ts';
import { offeredMoves } from '../../../shared/rules/moves.ts';
import { foldName } from '../../../shared/rules/names.ts';
import { printRate } from '../../../shared/rules/rates.ts';
import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import { ensure } from '../../../shared/vocabulary/refusal.ts';
import type { FilingState, Whose } from '../../../shared/vocabulary/words.ts';
import type { Readable } from '../../store/handles.ts';
import { findRow } from '../../store/rows.ts';
import type { OpenText } from '../../store/sealed-texts.ts';
import type { Asking } from '../actor.ts';
import { historyOf } from '../moves-log.ts';
import { roundDay } from './census-day.ts';
import {
  type CoverageRow,
  countedUnit,
  countFilers,
  countFilingsByState,
  coverageByUnit,
  type FilerRow,
  listFilers,
} from './filers-sql.ts';
import {
  type FilingItemRow,
  filingOfRectification,
  filingWithNames,
  itemsOf,
  lastMoveOn,
  latestRoundBegun,
  type RoundRow,
  roundByPk,
  roundsOf,
} from './self-inspection-sql.ts';

export { fileMany, moveFilings } from './filing-batches.ts';
export { disposeItem } from './filing-items.ts';
export { file, moveFiling } from './filing-life.ts';
export { reminders } from './filing-reminders.ts';
export { createRound, rounds, updateRound } from './inspection-rounds.ts';
export { suggestPaperNumber } from './paper-numbers.ts';

export function filings(
  db: Readable,
  office: number,
  input: Given<typeof selfInspection.filings>,
  today: CalendarDate,
) {
  const round = findRow<RoundRow>(db, 'inspection_round', office, input.round);
  const filter = {
    round: round.pk,
    day: roundDay(round, today),
    state: input.state ?? null,
    unit: input.unit ? findRow(db, 'unit', office, input.unit).pk : null,
    search: input.search?.trim() ? foldName(input.search) : null,
    matter: input.matter ?? null,
  };
  return {
    total: countFilers(db, office, filter),
    filings: listFilers(db, office, filter, input).map(asFiling),
  };
}

/** Who has filed, whole and by unit, on the day that counts for the round. */
export function coverage(db: Readable, office: number, id: string, today: CalendarDate) {
  const round = findRow<RoundRow>(db, 'inspection_round', office, id);
  const units = coverageByUnit(db, office, round.pk, roundDay(round, today)).map((row) => {
    const { unit_id: unit, unit_name: unitName, ...sums } = row;
    return { unit, unitName, sums, figure: shareOf(sums) };
  });
  const whole = units.map(({ sums }) => sums).reduce(addSums, NOBODY);
  return { whole, figure: shareOf(whole), units };
}

type Sums = Omit<CoverageRow, 'unit_id' | 'unit_name'>;
const NOBODY: Sums = { expected: 0, due: 0, filed: 0, approved: 0, archived: 0, returned: 0 };

function addSums(one: Sums, other: Sums): Sums {
  return {
    expected: one.expected + other.expected,
    due: one.due + other.due,
    filed: one.filed + other.filed,
    approved: one.approved + other.approved,
    archived: one.archived + other.archived,
    returned: one.returned + other.returned,
  };
}

/** 退回补充 does not count. */
function shareOf({ filed, approved, archived, expected }: Sums) {
  const rate = { numerator: filed + approved + archived, denominator: expected };
  return { ...rate, text: printRate(rate) };
}

/** What waits for whom, by round: everybody due in the latest one begun, and every filing on its way, each once. */
export function filingsWaiting(db: Readable, office: number, today: CalendarDate) {
  const latest = latestRoundBegun(db, office, today);
  const byState = countFilingsByState(db, office);
  return roundsOf(db, office).flatMap(({ pk, id, name }) => {
    const due = latest?.pk === pk ? coverage(db, office, id, today).whole.due : 0;
    const own = byState.filter((row) => row.round === pk);
    return waitingIn(own, due).map((waiting) => ({ ...waiting, round: { id, name } }));
  });
}

function waitingIn(byState: ReturnType<typeof countFilingsByState>, due: number) {
  const count = (state: FilingState, open?: number) =>
    byState
      .filter((row) => row.state === state && (open === undefined || row.open === open))
      .reduce((sum, row) => sum + row.count, 0);
  return [
    { kind: 'filingDue', whose: 'clerk', count: due },
    { kind: 'filingReturned', whose: 'clerk', count: count('returned') },
    { kind: 'filingToApprove', whose: 'reviewer', count: count('filed') },
    { kind: 'filingItemOpen', whose: 'reviewer', count: count('approved', 1) },
    { kind: 'filingToArchive', whose: 'reviewer', count: count('approved', 0) },
  ] as const;
}

const WHOSE: Readonly<Record<FilingState | 'due', Whose | null>> = {
  due: 'clerk',
  filed: 'reviewer',
  returned: 'clerk',
  approved: 'reviewer',
  archived: null,
};

/** The filing whose item became this rectification item. */
export function originOfItem(db: Readable, office: number, rectification: string) {
  return { filing: filingOfRectification(db, office, rectification) ?? null };
}

/** @param openText reads sealed summaries; left out for who does not hold the register key */
export function filing(db: Readable, { office, today, actor }: Asking, id: string, openText?: OpenText) {
  const row = filingWithNames(db, office, id);
  ensure(row, 'not_found', { register: 'filing' });
  const items = itemsOf(db, row.pk);
  const day = roundDay(roundByPk(db, row.round), today);
  return {
    id: row.id,
    rev: row.rev,
    person: row.person_id,
    name: row.person_name,
    unit: row.unit_id,
    unitName: row.unit_name,
    expected: countedUnit(db, row.person, day) !== undefined,
    state: row.state,
    filedOn: row.filed_on,
    declared: row.declared,
    paperNumber: row.paper_number,
    items: items.length,
    itemList: items.map((item) => ({
      id: item.id,
      rev: item.rev,
      category: item.category,
      ...shownSummary(db, item, openText),
      disposition: item.disposition,
      rectification: item.rectification,
      transferDocument: item.transfer_document,
      reason: item.reason,
    })),
    whose: WHOSE[row.state],
    moves: historyOf(db, 'filing', row.pk),
    allowed: offeredMoves(
      filingMachine,
      row.state,
      {
        roles: actor.roles,
        account: actor.account,
        submittedBy: row.submitted_by,
        singleAccount: actor.singleAccount,
        given: { filedOn: row.filed_on, declared: row.declared },
        facts: { openItems: items.filter(({ disposition }) => disposition === 'open').length },
        on: today,
        lastMoveOn: lastMoveOn(db, row.pk),
      },
      ['reason'],
    ),
  };
}

function shownSummary(db: Readable, item: FilingItemRow, openText: OpenText | undefined) {
  const isGiven = item.summary !== null || item.sealed !== null;
  if (!openText) return { summary: null, sealed: isGiven };
  return { summary: openText(db, item.id, item), sealed: false };
}

function asFiling(row: FilerRow) {
  return {
    id: row.filing_id,
    rev: row.filing_rev,
    person: row.person_id,
    name: row.person_name,
    unit: row.unit_id,
    unitName: row.unit_name,
    expected: row.expected === 1,
    state: row.state,
    filedOn: row.filed_on,
    declared: row.declared,
    paperNumber: row.paper_number,
    items: row.items,
    whose: WHOSE[row.state],
  };
}
