import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiClient } from '../../electron/transport/in-process.ts';
import { type CalendarDate, calendarDate } from '../../shared/vocabulary/dates.ts';
import { type TestOffice, testOffice } from '../support/office.ts';
import { fc } from '../support/properties.ts';
import { lastingScratch } from '../support/scratch.ts';
import { type Edit, edited } from './pack-desk.ts';

/** What happens to one person's filing before the pack goes out, in the unit, and meanwhile in the register. */
interface Story {
  readonly issued: 'due' | 'filed' | 'approved' | 'returned';
  readonly unit: 'nothing' | 'number' | 'filing' | 'problem';
  readonly meanwhile: 'nothing' | 'same' | 'other';
}

const { folder, remove } = lastingScratch();
const RUNS = 2;
const FIRST = calendarDate('2021-03-01');
let office: TestOffice;
let clerk: ApiClient;
let people: readonly { readonly id: string; readonly name: string }[];
let round = '';
/** Days of the rounds that runs have used. */
let used = 0;

beforeAll(async () => {
  office = await testOffice(folder);
  clerk = await office.as('clerk');
  const { id: unit } = await clerk.personnel.createUnit({ name: '甲局' });
  people = await Promise.all(
    Array.from({ length: PEOPLE }, async (_, at) => {
      const name = `甲${String.fromCodePoint(0x4e00 + at)}`;
      return {
        name,
        id: (await clerk.personnel.addPerson({ name, unit, from: calendarDate('2021-01-01') })).id,
      };
    }),
  );
});
afterAll(() => {
  office.close();
  remove();
});

const ISSUED = ['due', 'filed', 'approved', 'returned'] as const;
const IN_UNIT = ['nothing', 'number', 'filing', 'problem'] as const;
const MEANWHILE = ['nothing', 'same', 'other'] as const;
/** Every one there is: each run meets them all, of other people. */
const STORIES: readonly Story[] = ISSUED.flatMap((issued) =>
  IN_UNIT.flatMap((unit) => MEANWHILE.map((meanwhile) => ({ issued, unit, meanwhile }))),
);
const PEOPLE = STORIES.length;
const shuffled = fc.shuffledSubarray([...STORIES], { minLength: PEOPLE, maxLength: PEOPLE });

/** Three-way, in words: what is expected to become of a row. */
function expected({ issued, unit, meanwhile }: Story): 'added' | 'changed' | 'unchanged' | 'held' {
  if (unit === 'nothing') return 'unchanged';
  if (issued === 'due') {
    if (meanwhile === 'nothing') return unit === 'number' ? 'held' : 'added';
    return meanwhile === 'same' && unit === 'filing' ? 'unchanged' : 'held';
  }
  if (issued === 'filed' || issued === 'approved') return unit === 'filing' ? 'unchanged' : 'held';
  if (unit === 'filing') return 'unchanged';
  // filed again meanwhile, so that it waits for review
  return meanwhile === 'nothing' ? 'changed' : 'held';
}

const NO_PROBLEM = { declared: 'noProblem' as const, items: [] };

describe('a pack of filings, three ways', () => {
  it('takes over exactly what only the unit moved and the register lets in, and nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(shuffled, async (stories) => {
        const day = await nextRound();
        await before(stories, day);
        await office.as('clerk');
        const asked = { kind: 'selfInspection' as const, occasion: round };
        const { files } = await clerk.packs.issue(asked);
        const given = await filings();
        for (const [at, one] of stories.entries()) await meanwhile(at, one, day, given);
        const came = await edited(files[0]!, (sheet) => {
          for (const [at, one] of stories.entries()) inUnit(sheet, at, one, day);
        });
        const standing = await filings();
        const { packs } = await clerk.packs.take({ files: [came] });
        const { rows, read, added, changed, unchanged, held, seen, pack } = packs[0]!;
        expect([read, added + changed + unchanged + held]).toEqual([PEOPLE, PEOPLE]);
        const outcomes = new Map(rows.map((row) => [row.name, row.outcome]));
        const told = people.map(({ name }) => outcomes.get(name) ?? 'unchanged');
        expect(told).toEqual(stories.map(expected));
        expect(await filings()).toEqual(standing);
        const apply = [{ pack: pack!, seen }];
        expect((await clerk.packs.take({ files: [came], apply })).packs[0]).toMatchObject({ applied: true });
        const after = await filings();
        for (const [at, { name }] of people.entries()) {
          const goesIn = told[at] === 'added' || told[at] === 'changed';
          if (!goesIn) expect(after.get(name)).toEqual(standing.get(name));
          else expect(after.get(name)).toMatchObject(written(at, stories[at]!));
        }
      }),
      { numRuns: RUNS },
    );
  });
});

const number = (at: number, of: string) => `${of}-${at}`;

/** Rounds do not overlap; forms may come in late. */
async function nextRound(): Promise<CalendarDate> {
  const reviewer = await office.as('reviewer');
  const rounds = await reviewer.selfInspection.rounds({});
  for (const { id, rev, name } of used === 0 ? rounds : [])
    await reviewer.selfInspection.updateRound({ id, rev, name, beginsOn: FIRST, endsOn: FIRST });
  used += 1;
  const begins = calendarDate(`2021-03-${String(1 + used).padStart(2, '0')}`);
  const made = { name: `第${used + 1}轮`, beginsOn: begins, endsOn: begins };
  round = (await reviewer.selfInspection.createRound(made)).id;
  return begins;
}

async function before(stories: readonly Story[], day: CalendarDate): Promise<void> {
  await office.as('clerk');
  const given = [...stories.entries()].filter(([, { issued }]) => issued !== 'due');
  const made = given.map(([at]) => {
    return { person: people[at]!.id, filedOn: day, paperNumber: number(at, '原'), ...NO_PROBLEM };
  });
  if (made.length > 0) await clerk.selfInspection.fileMany({ round, filings: made });
  await office.as('reviewer');
  const standing = await filings();
  for (const [move, state] of [
    ['approve', 'approved'],
    ['return', 'returned'],
  ] as const) {
    const own = given.filter(([, { issued }]) => issued === state);
    const moved = own.map(([at]) => versionIn(standing, at));
    if (moved.length > 0)
      await clerk.selfInspection.moveFilings({
        filings: moved,
        move,
        ...(move === 'return' && { reason: '补' }),
      });
  }
}

async function meanwhile(
  at: number,
  { issued, meanwhile: how }: Story,
  day: CalendarDate,
  given: Standing,
): Promise<void> {
  if (how === 'nothing' || issued === 'filed' || issued === 'approved') return;
  const paperNumber = number(at, how === 'same' ? '新' : '另');
  if (issued === 'due')
    await clerk.selfInspection.file({
      round,
      person: people[at]!.id,
      filedOn: day,
      paperNumber,
      ...NO_PROBLEM,
    });
  else await clerk.selfInspection.moveFiling({ ...versionIn(given, at), move: 'file', paperNumber });
}

function inUnit(sheet: Edit, at: number, { issued, unit }: Story, day: CalendarDate): void {
  const { name } = people[at]!;
  if (unit === 'nothing') return;
  if (unit === 'number') sheet.set(name, '原件编号', number(at, '填'));
  else {
    const isGiven = issued !== 'due';
    const declared = unit === 'problem' ? '有问题' : '无问题';
    sheet.set(name, '填报日期', day).set(name, '有无问题', declared);
    if (unit === 'problem') sheet.set(name, '类别', '违规参股借贷').set(name, '摘要', '摘要');
    if (!isGiven) sheet.set(name, '原件编号', number(at, '新'));
  }
}

function written(at: number, { issued, unit }: Story) {
  const declared = unit === 'problem' ? 'hasProblem' : 'noProblem';
  const old = unit === 'number' ? '填' : issued === 'due' ? '新' : '原';
  return { state: 'filed', declared, items: unit === 'problem' ? 1 : 0, paperNumber: number(at, old) };
}

type Standing = Awaited<ReturnType<typeof filings>>;

function versionIn(standing: Standing, at: number): { id: string; rev: number } {
  const { id, rev } = standing.get(people[at]!.name)!;
  return { id: id!, rev: rev! };
}

async function filings() {
  const { filings: all } = await clerk.selfInspection.filings({ round, limit: 500 });
  return new Map(all.map((one) => [one.name!, one]));
}
