import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createHost, type Host, lockHost } from '../../../electron/api/host.ts';
import { dumpRegisters } from '../../../electron/exchange/dump.ts';
import { type ApiClient, inProcessClient } from '../../../electron/transport/in-process.ts';
import { addDays, calendarDate } from '../../../shared/vocabulary/dates.ts';
import { FILING_MOVES, POSTING_STATUSES } from '../../../shared/vocabulary/words.ts';
import { roundOracle } from '../../support/figures-oracle-filings.ts';
import { PASSWORD } from '../../support/office.ts';
import { fc } from '../../support/properties.ts';
import { lastingScratch } from '../../support/scratch.ts';
import { type TestPorts, testPorts } from '../../support/test-ports.ts';

/** One office for every run, whose books grow: each run has two rounds of its own, after those before it. */
const { folder, remove } = lastingScratch();
let ports: TestPorts;
let host: Host;
let client: ApiClient;
const units: string[] = [];
let begins = calendarDate('2021-08-01');

beforeAll(async () => {
  ports = testPorts(join(folder, 'pc'));
  ports.setDate(begins);
  host = createHost(join(folder, 'office'), ports);
  client = inProcessClient(host);
  const account = { user: 'desk', password: PASSWORD, singleAccount: true };
  const { recoveryCode } = await client.office.initialize({
    ...account,
    role: 'office',
    code: '530000',
    name: 'office',
  });
  await client.office.confirmRecovery({ code: recoveryCode });
  for (const name of ['甲局', '乙局', '丙所']) units.push((await client.personnel.createUnit({ name })).id);
});
afterAll(() => {
  lockHost(host);
  remove();
});

/** Length of one run in days: two rounds, and what happens after them. */
const RUN = 50;
const ROUNDS = [
  { beginsOn: 4, endsOn: 12 },
  { beginsOn: 15, endsOn: 25 },
] as const;
const ASKED = [0, 4, 7, 12, 13, 18, 25, 26, 40];

const status = fc.constantFrom('onDuty', 'onDuty', 'onDuty', 'secondedIn', ...POSTING_STATUSES);
const day = fc.integer({ min: 0, max: 30 });
const life = fc.record({
  people: fc.array(
    fc.record({
      unit: fc.nat(2),
      from: fc.integer({ min: 0, max: 14 }),
      status,
      transfers: fc.array(fc.record({ after: fc.integer({ min: 4, max: 16 }), unit: fc.nat(2), status }), {
        minLength: 1,
        maxLength: 2,
      }),
    }),
    { minLength: 2, maxLength: 6 },
  ),
  filings: fc.array(
    fc.record({
      person: fc.nat(30),
      round: fc.nat(1),
      on: fc.integer({ min: 4, max: 24 }),
      moves: fc.array(fc.record({ move: fc.constantFrom(...FILING_MOVES), on: day }), { maxLength: 4 }),
    }),
    { minLength: 5, maxLength: 14 },
  ),
});
type Life = typeof life extends fc.Arbitrary<infer Value> ? Value : never;

const people: string[] = [];

it('who owes a form and who has filed, by unit and as of any day, are what the oracle reads off the dump', async () => {
  const seen = { due: 0, returned: 0, moved: 0, beside: 0 };
  await fc.assert(
    fc.asyncProperty(life, async (past) => {
      const rounds = await live(past);
      const dump = host.ledger!.read((db) => dumpRegisters(db));
      for (const after of ASKED) {
        const today = addDays(begins, after);
        ports.setDate(today);
        for (const round of rounds) await compare(dump, round, today, seen);
      }
      begins = addDays(begins, RUN);
    }),
    { numRuns: 15 },
  );
  // the histories hold every case; how often is chance
  for (const [name, times] of Object.entries(seen)) expect(times, name).toBeGreaterThan(10);
});

async function compare(
  dump: ReturnType<typeof dumpRegisters>,
  round: string,
  today: string,
  seen: Record<'due' | 'returned' | 'moved' | 'beside', number>,
): Promise<void> {
  const oracle = roundOracle(dump, round, today);
  const { units: covered, whole } = await client.selfInspection.coverage({ round });
  const sums = covered.map(({ unit, sums }) => ({ unit, ...sums }));
  expect(sums.sort(byUnit)).toEqual(oracle.units);
  expect(whole.expected).toBe(oracle.units.reduce((sum, { expected }) => sum + expected, 0));

  const reminded = await client.selfInspection.reminders({ round, limit: 500 });
  const owing = reminded.people.map(({ person, unit, state }) => ({ person, unit, state }));
  expect(owing.sort(byPerson)).toEqual([...oracle.owing].sort(byPerson));
  expect(reminded.total).toBe(oracle.owing.length);
  const ofUnit = (unit: string, state: string) =>
    oracle.owing.filter((one) => one.unit === unit && one.state === state).length;
  for (const { unit, due, returned } of reminded.units)
    expect([due, returned]).toEqual([ofUnit(unit, 'due'), ofUnit(unit, 'returned')]);

  for (const unit of units) {
    const { total, people: theirs } = await client.selfInspection.reminders({ round, unit, limit: 500 });
    expect([total, theirs.length]).toEqual(Array(2).fill(ofUnit(unit, 'due') + ofUnit(unit, 'returned')));
  }
  const { total, filings } = await client.selfInspection.filings({ round, limit: 500 });
  const lines = filings.map((one) => [one.person, one.unit, one.expected, one.state].join(' '));
  expect([total, lines.sort()]).toEqual([oracle.lines.length, oracle.lines]);

  const wasAt = new Map(recordsOfFilings(dump, round));
  seen.due += owing.filter(({ state }) => state === 'due').length;
  seen.returned += owing.filter(({ state }) => state === 'returned').length;
  seen.beside += filings.filter(({ expected }) => !expected).length;
  seen.moved += filings.filter(({ person, unit }) => wasAt.has(person) && wasAt.get(person) !== unit).length;
}

/** Unit under which each person's filing of the round was entered. */
function recordsOfFilings(dump: ReturnType<typeof dumpRegisters>, round: string): [string, string][] {
  const { columns, rows } = dump.find(({ name }) => name === 'filings')!;
  const at = (row: (typeof rows)[number], column: string) => String(row[columns.indexOf(column)]);
  return rows.filter((row) => at(row, 'round') === round).map((row) => [at(row, 'person'), at(row, 'unit')]);
}

const byUnit = (one: { unit: string }, other: { unit: string }) => (one.unit < other.unit ? -1 : 1);
const byPerson = (one: { person: string }, other: { person: string }) => (one.person < other.person ? -1 : 1);

/** Carries out what the API lets through. @returns the two rounds */
async function live({ people: newcomers, filings: entries }: Life): Promise<string[]> {
  const on = (offset: number) => addDays(begins, offset);
  ports.setDate(on(40));
  const rounds: string[] = [];
  for (const { beginsOn, endsOn } of ROUNDS)
    rounds.push(
      (await client.selfInspection.createRound({ name: '一轮', beginsOn: on(beginsOn), endsOn: on(endsOn) }))
        .id,
    );
  for (const { unit, from, status: first, transfers } of newcomers) {
    const name = `某${people.length}`;
    const fields = { name, unit: units[unit]!, status: first, from: on(from) };
    let person = await client.personnel.addPerson(fields);
    people.push(person.id);
    let at = from;
    for (const next of transfers) {
      at += next.after;
      const move = { ...person, unit: units[next.unit]!, status: next.status, from: on(at) };
      person = await client.personnel.transfer(move).catch(() => person);
    }
  }
  for (const { person, round, on: filed, moves } of entries) {
    const who = people.at(-1 - (person % Math.min(people.length, 8)))!;
    const form = { round: rounds[round]!, person: who, filedOn: on(filed), declared: 'noProblem' } as const;
    let filing = await client.selfInspection.file(form).catch(() => undefined);
    for (const { move, on: again } of filing ? moves : []) {
      const given = move === 'file' ? { filedOn: on(again) } : {};
      const step = { id: filing!.id, rev: filing!.rev, move, reason: '缺签名', ...given };
      filing = await client.selfInspection.moveFiling(step).catch(() => filing);
    }
  }
  return rounds;
}
