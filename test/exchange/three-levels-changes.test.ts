import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FigureId } from '../../shared/vocabulary/words.ts';
import { lastingScratch } from '../support/scratch.ts';
import { chanceOf, settleCounty, work } from './county-work.ts';
import { changed, codeOf, importing, opened, type Rows, resealed, rowsOf, type Stick } from './forge.ts';
import { type SoleOffice, soleOffice, trustEachOther } from './sole-office.ts';
import { carry, sealTo, TODAY, trustBelow } from './three-levels.ts';

const scratch = lastingScratch();
const all: SoleOffice[] = [];
let province: SoleOffice;
let city: SoleOffice;
/** The data of the second end before the day. */
let counties: [SoleOffice, SoleOffice];

beforeAll(async () => {
  province = await founded('530000', 'group');
  city = await founded('530200', 'group');
  await trustBelow(province, city);
  counties = [await county('530201', 11), await county('530202', 12)];
  await carry(counties[0], city);
  await carry(counties[1], city, { asOf: '2021-05-13' });
}, 60_000);

afterAll(() => {
  for (const office of all) office.lock();
  scratch.remove();
});

async function founded(code: string, role: 'office' | 'group'): Promise<SoleOffice> {
  const office = await soleOffice(scratch.folder, code, { role, today: TODAY });
  all.push(office);
  return office;
}

async function county(code: string, seed: number): Promise<SoleOffice> {
  const office = await founded(code, 'office');
  await trustEachOther(office, city);
  await settleCounty(office);
  await work(office, chanceOf(seed), 60);
  office.ports.setDate(TODAY);
  return office;
}

type Shares = Partial<Record<FigureId, { numerator: number; denominator: number } | null>>;

const sharesOf = (figures: Shares) =>
  Object.fromEntries(
    Object.entries(figures).map(([id, rate]) => [id, rate && [rate.numerator, rate.denominator]]),
  );

describe('what changed between two reports of a group', () => {
  interface Report {
    readonly at: { readonly epoch: number; readonly sequence: number };
    readonly bundle: Awaited<ReturnType<typeof opened>>;
    /** As the province has its sums then. */
    readonly figures: Shares;
  }

  async function reported(given?: Stick): Promise<Report> {
    const stick = given ?? (await sealTo(city, province));
    expect(await importing(province, [stick])).toMatchObject([{ outcome: 'applied' }]);
    const bundle = await opened(province, stick);
    const { epoch, sequence } = bundle.manifest;
    const { figures } = (await province.client.figures.byOffice({ asOf: TODAY })).groups.find(
      ({ id }) => id === city.id,
    )!;
    return { at: { epoch: epoch.counter, sequence }, bundle, figures };
  }

  const changes = (from: Report, to: Report) =>
    province.client.oversight.changes({ office: city.id, from: from.at, to: to.at });

  const expected = (from: Report, to: Report) =>
    ([['figureOffice', ['id']] as const, ['figure', ['of', 'figure']] as const] as const).map(
      ([register, key]) => ({
        register,
        ...differences(rowsOf(from.bundle, register), rowsOf(to.bundle, register), key),
      }),
    );

  it('[X93][X99] is told by office and figure, with the sums that either of them gave', async () => {
    const [worked, behind] = counties;
    const first = await reported();
    await work(worked, chanceOf(79), 30);
    worked.ports.setDate(TODAY);
    await carry(worked, city);
    await trustEachOther(await founded('530203', 'office'), city);
    const second = await reported();
    await carry(behind, city);
    const third = await reported();

    const { registers, figures, items, sessions } = await changes(first, third);
    expect(registers).toEqual(expected(first, third));
    expect(registers).toMatchObject([
      { register: 'figureOffice', added: 1, changed: 2, deleted: 0, before: 2, after: 3 },
      { register: 'figure', deleted: 0 },
    ]);
    expect(registers[1]!.changed).toBeGreaterThan(0);
    const sides = (side: 'before' | 'after') =>
      sharesOf(Object.fromEntries(figures.map((one) => [one.figure, one[side]])));
    expect(sides('before')).toEqual(sharesOf(first.figures));
    expect(sides('after')).toEqual(sharesOf(third.figures));
    expect(sides('after')).not.toEqual(sides('before'));
    expect([items.total, sessions.total]).toEqual([0, 0]);
    expect((await changes(first, second)).registers).toEqual(expected(first, second));
    expect(await codeOf(changes(third, first))).toBe('invalid_input');
  });

  it('[X93][X99] counts what a report does not bring any more as deleted', async () => {
    const before = await reported();
    const gone = counties[1].id;
    const next = await opened(province, await sealTo(city, province));
    const without = (column: string) => (rows: Rows) => rows.filter((row) => row[column] !== gone);
    const offices = changed(next.tables, 'figureOffice', without('id'));
    const tables = [...changed(offices, 'figure', without('of'))].filter(([name]) => name !== 'rankCheck');
    const after = await reported(await resealed(city, province, next, new Map(tables)));
    const { registers } = await changes(before, after);
    expect(registers).toEqual(expected(before, after));
    expect(registers).toMatchObject([{ deleted: 1 }, { added: 0, changed: 0 }]);
    expect(registers[1]!.deleted).toBeGreaterThan(0);
  });
});

function differences(before: Rows, after: Rows, key: readonly string[]) {
  const keyed = (rows: Rows) =>
    new Map(rows.map((row) => [key.map((name) => row[name]).join(' '), JSON.stringify(row)]));
  const [then, now] = [keyed(before), keyed(after)];
  return {
    added: [...now.keys()].filter((id) => !then.has(id)).length,
    changed: [...now].filter(([id, row]) => then.has(id) && then.get(id) !== row).length,
    deleted: [...then.keys()].filter((id) => !now.has(id)).length,
    before: then.size,
    after: now.size,
  };
}
