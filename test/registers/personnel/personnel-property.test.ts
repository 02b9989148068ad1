import { afterAll, beforeAll, expect, it } from 'vitest';
import { addDays, calendarDate } from '../../../shared/vocabulary/dates.ts';
import { registerDigest } from '../../faults/register-digest.ts';
import { fc } from '../../support/properties.ts';
import { openUndoDesk, refusalOf, type UndoDesk } from '../undo-desk.ts';

let desk: UndoDesk;
beforeAll(async () => {
  desk = await openUndoDesk();
});
afterAll(() => desk.close());

const KINDS = [
  'createUnit',
  'moveUnit',
  'closeUnit',
  'reopenUnit',
  'mergeUnits',
  'removeUnit',
  'addPerson',
  'transfer',
  'transfer',
  'correctPostings',
  'removePerson',
  'undo',
] as const;
const FIRST = calendarDate('2021-03-01');
const DAYS = 12;
const STATUSES = ['onDuty', 'secondedIn', 'secondedOut', 'retired'] as const;

const step = fc.record({
  kind: fc.constantFrom(...KINDS),
  one: fc.nat(11),
  other: fc.nat(11),
  from: fc.nat(DAYS),
  spans: fc.array(fc.record({ gap: fc.nat(2), length: fc.integer({ min: 0, max: 5 }), unit: fc.nat(11) }), {
    minLength: 1,
    maxLength: 3,
  }),
});
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

interface UnitRow {
  readonly pk: number;
  readonly id: string;
  readonly rev: number;
  readonly parent: number | null;
  readonly folded: string;
  readonly closed_on: string | null;
  readonly deleted: number;
}
interface PersonRow {
  readonly pk: number;
  readonly id: string;
  readonly rev: number;
}
interface PostingRow {
  readonly person: number;
  readonly unit: number;
  readonly status: string;
  readonly from_on: string;
  readonly until_on: string | null;
}
const all = <Row>(sql: string) => desk.ledger().read((db) => db.all<Row>(sql));
/** Everything that came with the run; what is older is left alone. */
let since = { unit: 0, person: 0 };
const units = () => all<UnitRow>(`SELECT * FROM unit WHERE deleted = 0 AND pk > ${since.unit} ORDER BY pk`);
const people = () =>
  all<PersonRow>(`SELECT * FROM person WHERE deleted = 0 AND pk > ${since.person} ORDER BY pk`);
const postings = (after = since.person) =>
  all<PostingRow>(`SELECT * FROM posting WHERE deleted = 0 AND person > ${after} ORDER BY person, from_on`);
const digest = () => desk.ledger().read(registerDigest);

const day = (number: number) => addDays(FIRST, number);
const pick = <Value>(values: readonly Value[], at: number) => values[at % values.length]!;
const versionOf = ({ id, rev }: { id: string; rev: number }) => ({ id, rev });

let named = 0;
async function perform({ kind, one, other, from, spans }: Step): Promise<unknown> {
  const client = desk.at('clerk').personnel;
  const unit = pick(units(), one);
  const second = pick(units(), other);
  const person = pick(people(), one);
  const status = pick(STATUSES, other);
  const { id, rev } = unit;
  const newest = units().at(-1)!;
  const closed = units().filter(({ closed_on }) => closed_on !== null);
  switch (kind) {
    case 'createUnit':
      return client.createUnit({ name: `单位${++named}`, parent: one % 3 ? id : null });
    case 'moveUnit':
      return client.moveUnit({ id, rev, parent: other % 4 ? second.id : null });
    case 'closeUnit':
      return client.closeUnit({ ...versionOf(other % 2 ? newest : unit), on: day(from) });
    case 'reopenUnit':
      return client.reopenUnit(versionOf(pick(other % 4 ? [...closed, unit] : [unit], one)));
    case 'mergeUnits':
      return client.mergeUnits({ id, rev, into: second.id, on: day(from) });
    case 'removeUnit':
      return client.removeUnit({ id, rev });
    case 'addPerson':
      return client.addPerson({ name: `某人${++named}`, unit: id, status, from: day(from) });
    case 'transfer':
      return client.transfer({ ...versionOf(person), unit: id, status, from: day(from) });
    case 'correctPostings':
      return client.correctPostings({
        ...versionOf(person),
        reason: '录错',
        postings: seriesOf(spans, from),
      });
    case 'removePerson':
      return client.removePerson(versionOf(person));
    case 'undo':
      return desk.undoLast('clerk');
  }
}

/** Now and then with days that overlap or run backwards. */
function seriesOf(spans: Step['spans'], from: number) {
  let first = from;
  return spans.map(({ gap, length, unit }, at) => {
    const begins = first + gap - (length === 5 ? 3 : 0);
    first = begins + length;
    const until = at === spans.length - 1 && gap > 0 ? null : day(first);
    return { unit: pick(units(), unit).id, status: pick(STATUSES, gap), from: day(begins), until };
  });
}

/** The rules, told again without the register's own queries. */
function expectSound(): void {
  const held = units();
  const byPk = new Map(held.map((unit) => [unit.pk, unit]));
  for (const unit of held) {
    const above = new Set<number>();
    for (let at: UnitRow | undefined = unit; at; at = at.parent === null ? undefined : byPk.get(at.parent)) {
      expect(above.has(at.pk), 'units are a tree').toBe(false);
      above.add(at.pk);
    }
    const parent = unit.parent === null ? undefined : byPk.get(unit.parent);
    expect(unit.parent === null || parent !== undefined, 'no unit stands below one that is removed').toBe(
      true,
    );
    if (parent?.closed_on) expect(unit.closed_on !== null && unit.closed_on <= parent.closed_on).toBe(true);
  }
  const names = held.map(({ parent, folded }) => `${parent} ${folded}`);
  expect(new Set(names).size, 'no two of one parent have one name').toBe(held.length);
  const series = Map.groupBy(postings(), ({ person }) => person);
  for (const [, ofOne] of series) {
    ofOne.forEach((posting, at) => {
      const next = ofOne[at + 1];
      if (next)
        expect(posting.until_on !== null && posting.until_on <= next.from_on, 'no overlap').toBe(true);
      const closed = byPk.get(posting.unit)!.closed_on;
      if (closed === null || posting.status === 'retired') return;
      expect(posting.until_on !== null && posting.until_on <= closed, 'nobody in a closed unit').toBe(true);
    });
  }
}

async function expectCounts(): Promise<void> {
  for (const at of [0, 4, DAYS + 1]) {
    const asOf = day(at);
    const there = postings(0).filter(
      ({ status, from_on, until_on }) =>
        ['onDuty', 'secondedIn'].includes(status) &&
        from_on <= asOf &&
        (until_on === null || until_on > asOf),
    );
    const counted = new Set(there.map(({ person }) => person)).size;
    expect(there.length, 'nobody counts twice').toBe(counted);
    const client = desk.at('clerk').personnel;
    expect((await client.headcount({ asOf })).people).toBe(counted);
    const { total } = await client.people({ asOf, status: ['onDuty', 'secondedIn'], limit: 1 });
    expect(total).toBe(counted);
    const byUnit = (await client.units({ asOf })).reduce((sum, unit) => sum + unit.people, 0);
    expect(byUnit).toBe(counted);
  }
}

/** Who was ever there: a merge, a closing or a transfer takes no day away from anybody. */
function daysOf(): Map<string, string> {
  const days = new Map<string, string>();
  for (const { person, status, from_on, until_on } of postings()) {
    for (let at = -4; at <= DAYS + 30; at++) {
      const one = day(at);
      if (from_on <= one && (until_on === null || until_on > one)) days.set(`${person} ${one}`, status);
    }
  }
  return days;
}

/** A root with a person, and one more unit, that no undo takes away. */
async function newTree(): Promise<void> {
  const last = (table: string) =>
    all<{ pk: number | null }>(`SELECT max(pk) AS pk FROM ${table}`)[0]!.pk ?? 0;
  since = { unit: last('unit'), person: last('person') };
  const { personnel } = desk.at('clerk');
  const { id: unit } = await personnel.createUnit({ name: `根${++named}` });
  await personnel.createUnit({ name: `枝${++named}`, parent: unit });
  await personnel.addPerson({ name: `甲${++named}`, unit, from: FIRST });
  desk.barrier();
}

const KEEP_DAYS: readonly Step['kind'][] = [
  'mergeUnits',
  'closeUnit',
  'moveUnit',
  'reopenUnit',
  'removeUnit',
];

it('days never overlap, units are a tree, and a refused call changes nothing, whatever is done to them', async () => {
  const outcomes = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 12, maxLength: 25 }), async (steps) => {
      await newTree();
      let standing = digest();
      for (const one of steps) {
        if (people().length === 0) {
          await newTree();
          standing = digest();
        }
        const [days, rows] = [daysOf(), countRows()];
        const refusal = await refusalCode(one);
        const outcome = `${one.kind} ${refusal ?? 'done'}`;
        outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
        const after = digest();
        if (refusal) expect(after).toBe(standing);
        standing = after;
        expect(countRows(), 'no row goes').toBeGreaterThanOrEqual(rows);
        if (KEEP_DAYS.includes(one.kind)) expect(daysOf(), 'nobody loses a day by it').toEqual(days);
        expectSound();
      }
      await expectCounts();
    }),
    { numRuns: 20, endOnFailure: true },
  );
  const told = JSON.stringify([...outcomes]);
  expect(
    KINDS.filter((kind) => !outcomes.has(`${kind} done`)),
    told,
  ).toEqual([]);
  const refusals = new Set([...outcomes.keys()].map((outcome) => outcome.split(' ')[1]));
  expect(refusals, told).not.toContain('internal');
  for (const code of ['unit_below_itself', 'unit_closed', 'unit_has_people', 'posting_overlaps'])
    expect(refusals, told).toContain(code);
});

async function refusalCode(one: Step): Promise<string | null> {
  const call = perform(one);
  const isDone = await call.then(
    () => true,
    () => false,
  );
  return isDone ? null : (await refusalOf(call)).code;
}

function countRows(): number {
  return all<{ rows: number }>(
    'SELECT (SELECT count(*) FROM unit) + (SELECT count(*) FROM person) AS rows',
  )[0]!.rows;
}
