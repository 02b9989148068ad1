import { beforeAll, describe, expect, it } from 'vitest';
import { addPerson, transfer } from '../../../electron/registers/personnel/personnel-register.ts';
import { selfInspectionFigures } from '../../../electron/registers/self-inspection/self-inspection-figures.ts';
import {
  createRound,
  file,
  filings,
  moveFiling,
} from '../../../electron/registers/self-inspection/self-inspection-register.ts';
import type { Readable, Write } from '../../../electron/store/handles.ts';
import { filingMachine } from '../../../shared/rules/filing-moves.ts';
import { movesFrom, stateFromMoves } from '../../../shared/rules/moves.ts';
import { addDays, type CalendarDate } from '../../../shared/vocabulary/dates.ts';
import { Refusal } from '../../../shared/vocabulary/refusal.ts';
import { type FilingMove, type FilingState, POSTING_STATUSES } from '../../../shared/vocabulary/words.ts';
import { type FigureRecords, figuresOracle } from '../../support/figures-oracle.ts';
import { fc } from '../../support/properties.ts';
import { type Desk, day, openDesk } from '../rectification/desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});

const FIRST = day('2021-03-01');
const ROUNDS = [
  [day('2021-03-05'), day('2021-03-12')],
  [day('2021-03-15'), day('2021-03-25')],
] as const;
const DAYS = [-1, 0, 4, 6, 8, 11, 12, 13, 14, 17, 20, 24, 25, 30, 60].map((days) => addDays(FIRST, days));

const counted = fc.constantFrom('onDuty', 'onDuty', 'onDuty', 'secondedIn', ...POSTING_STATUSES);
const year = fc.record({
  people: fc.array(
    fc.record({
      from: fc.nat(12),
      status: counted,
      next: fc.option(fc.record({ after: fc.integer({ min: 1, max: 20 }), status: counted })),
    }),
    { minLength: 1, maxLength: 8 },
  ),
  filings: fc.array(
    fc.record({
      person: fc.nat(7),
      round: fc.nat(1),
      day: fc.integer({ min: 4, max: 35 }),
      moves: fc.array(fc.nat(5), { maxLength: 5 }),
      refiledOn: fc.integer({ min: 4, max: 35 }),
    }),
    { maxLength: 20 },
  ),
});
type Year = typeof year extends fc.Arbitrary<infer Value> ? Value : never;

function live(write: Write, { people, filings: entries }: Year) {
  const now = { ...write, today: addDays(FIRST, 40) };
  const rounds = ROUNDS.map(
    ([beginsOn, endsOn], i) => createRound(now, { name: `第${i + 1}轮`, beginsOn, endsOn }).id,
  );
  const persons = people.map(({ from, status, next }, i) => {
    const fields = { name: `乙${i}`, post: null, staffing: null, orderNumber: i, disambiguator: null };
    const { id, rev } = addPerson(now, { ...fields, unit: desk.unit, status, from: addDays(FIRST, from) });
    const moved = next && { status: next.status, from: addDays(FIRST, from + next.after) };
    if (moved) transfer(now, { id, rev, unit: desk.unit, ...moved });
    return id;
  });
  for (const entry of entries) {
    orRefused(() => {
      const person = persons[entry.person % persons.length]!;
      const common = { person, round: rounds[entry.round]!, filedOn: addDays(FIRST, entry.day) };
      let { id, rev } = file(now, desk.clerk, {
        ...common,
        declared: 'noProblem',
        paperNumber: null,
        items: [],
      });
      for (const choice of entry.moves) rev = step(now, id, rev, choice, addDays(FIRST, entry.refiledOn));
    });
  }
  return rounds;
}

function step(write: Write, id: string, rev: number, choice: number, filedOn: CalendarDate): number {
  const { state } = write.get<{ state: FilingState }>('SELECT state FROM filing WHERE id = ?', id)!;
  const moves = movesFrom(filingMachine, state);
  const move = moves[choice % moves.length]!;
  const actor = move === 'file' || move === 'supplement' ? desk.clerk : desk.reviewer;
  const edits = move === 'file' ? { filedOn } : {};
  return moveFiling(write, actor, { id, rev, move, reason: '理由', ...edits }).rev;
}

function orRefused(work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

function recordsOf(db: Readable): FigureRecords {
  const postings = db.all<{ id: string; status: never; from: string; until: string | null }>(
    `SELECT person.id, status, from_on AS "from", until_on AS until FROM posting
     JOIN person ON person.pk = posting.person`,
  );
  return {
    people: [...new Set(postings.map((one) => one.id))].map((id) => ({
      id,
      postings: postings.filter((one) => one.id === id).map((one) => ({ ...one, unit: '' })),
    })),
    rounds: db.all('SELECT id, begins_on AS begins, ends_on AS ends FROM inspection_round'),
    filings: db.all(
      `SELECT inspection_round.id AS round, person.id AS person, filed_on AS filedOn, filing.state FROM filing
       JOIN inspection_round ON inspection_round.pk = filing.round JOIN person ON person.pk = filing.person`,
    ),
    sessions: [],
    items: [],
    requiredTypes: [],
  };
}

describe('self-inspection coverage', () => {
  it('is that of the oracle as of any day, for the latest round and for a named one', () => {
    let covered = 0;
    fc.assert(
      fc.property(year, (past) => {
        desk.ledger.rehearse(0, (write) => {
          const rounds = live(write, past);
          const records = recordsOf(write);
          for (const asOf of DAYS) {
            for (const round of [undefined, ...rounds]) {
              const oracle = figuresOracle(records, asOf, round ? { round } : {});
              const { selfInspectionCoverage } = selfInspectionFigures(write, write.office, asOf, round);
              expect(selfInspectionCoverage).toEqual(oracle.selfInspectionCoverage);
              covered += selfInspectionCoverage.numerator;
            }
          }
        });
      }),
      { numRuns: 100 },
    );
    // the histories are not all empty; how full they are is chance
    expect(covered).toBeGreaterThan(50);
  });

  it('agrees with the list of the round on who is expected and who has filed', () => {
    fc.assert(
      fc.property(year, (past) => {
        desk.ledger.rehearse(0, (write) => {
          const asOf = addDays(FIRST, 40);
          for (const round of live(write, past)) {
            const list = filings(write, write.office, { round, offset: 0, limit: 500 }, asOf);
            const expected = list.filings.filter((one) => one.expected);
            const filed = expected.filter((one) => one.state !== 'due' && one.state !== 'returned');
            expect(list.total).toBe(list.filings.length);
            expect(selfInspectionFigures(write, write.office, asOf, round).selfInspectionCoverage).toEqual({
              numerator: filed.length,
              denominator: expected.length,
            });
          }
        });
      }),
      { numRuns: 60 },
    );
  });

  it('is nothing out of nothing before the first round', () => {
    const before = desk.ledger.read((db) => selfInspectionFigures(db, desk.ledger.office, FIRST));
    expect(before.selfInspectionCoverage).toEqual({ numerator: 0, denominator: 0 });
  });
});

describe('any history of filings', () => {
  it('can be rebuilt from its dated moves', () => {
    fc.assert(
      fc.property(year, (past) => {
        desk.ledger.rehearse(0, (write) => {
          live(write, past);
          const rows = write.all<{ pk: number; state: FilingState }>('SELECT pk, state FROM filing');
          for (const { pk, state } of rows) {
            const moves = write.all<{ move: FilingMove; on: CalendarDate; from: FilingState | null }>(
              `SELECT move, effective_on AS "on", from_state AS "from" FROM move
               WHERE register = 'filing' AND subject = ? ORDER BY pk`,
              pk,
            );
            // the first is the filing itself: 待填报 is computed and no state of the machine
            expect(moves[0]).toMatchObject({ move: 'file', from: null });
            expect(stateFromMoves(filingMachine, moves.slice(1))).toBe(state);
          }
        });
      }),
      { numRuns: 60 },
    );
  });
});
