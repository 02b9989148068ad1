import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { officeRates } from '../../electron/exchange/stored-figures.ts';
import { sumRates } from '../../shared/rules/rates.ts';
import { calendarDate } from '../../shared/vocabulary/dates.ts';
import { FIGURE_IDS, type FigureId } from '../../shared/vocabulary/words.ts';
import { lastingScratch } from '../support/scratch.ts';
import { contentDigest } from './books.ts';
import { chanceOf, work } from './county-work.ts';
import { changed, codeOf, importing, opened, type Rows, resealed, rowsOf, tableOf } from './forge.ts';
import { loading } from './loading.ts';
import { type SoleOffice, soleOffice } from './sole-office.ts';
import { carry, type Levels, sealTo, TODAY, threeLevels, trustAs, trustBelow } from './three-levels.ts';

const scratch = lastingScratch();
const others: SoleOffice[] = [];
let levels: Levels;

beforeAll(async () => {
  levels = await threeLevels(scratch.folder);
}, 60_000);

afterAll(() => {
  for (const office of [...levels.all, ...others]) office.lock();
  scratch.remove();
});

async function founded(code: string, role: 'office' | 'group' = 'group'): Promise<SoleOffice> {
  const office = await soleOffice(scratch.folder, code, { role, today: TODAY });
  others.push(office);
  return office;
}

type Shares = Partial<Record<FigureId, { numerator: number; denominator: number } | null>>;

const sharesOf = (figures: Shares) =>
  Object.fromEntries(
    Object.entries(figures).map(([id, rate]) => [id, rate && [rate.numerator, rate.denominator]]),
  );
const own = async (county: SoleOffice) => {
  const { talkCoverage: _, ...figures } = (await county.client.figures.asOf({ asOf: TODAY })).figures;
  return figures;
};
const summed = (parts: readonly Shares[]) => {
  const ids = FIGURE_IDS.filter((id) => parts.some((part) => part[id]));
  return Object.fromEntries(
    ids.map((id) => {
      const { numerator, denominator } = sumRates(parts.flatMap((part) => part[id] ?? []));
      return [id, [numerator, denominator]];
    }),
  );
};
const seen = (group: SoleOffice, asOf = TODAY) => group.client.figures.byOffice({ asOf });

describe('three levels', () => {
  it('[X97][X100] bring every county to the province, and sums over sums at each of them', async () => {
    const { province, cities, counties } = levels;
    const [first, second, third, fourth] = counties as [SoleOffice, SoleOffice, SoleOffice, SoleOffice];
    const [city, other] = cities as [SoleOffice, SoleOffice];
    await carry(first, city);
    await carry(second, city);
    await carry(third, other);
    // its data end before the day
    await carry(fourth, other, { asOf: '2021-05-13' });
    for (const below of cities)
      expect(await carry(below, province)).toMatchObject({ outcome: 'applied', kind: 'report', withheld: 0 });

    const { offices, groups, total, missingOffices, reportedDays } = await seen(province);
    expect(offices).toEqual([]);
    expect(reportedDays).toEqual([TODAY, '2021-05-13']);
    expect(groups.map(({ code, stale, counted }) => [code, stale, counted])).toEqual([
      ['530100', false, 2],
      ['530200', false, 1],
    ]);
    const below = groups.flatMap((group) => group.below);
    expect(
      below.map(({ code, stale, dataUntil, lastSequence }) => [code, stale, dataUntil, lastSequence]),
    ).toEqual([
      ['530101', false, TODAY, 1],
      ['530102', false, TODAY, 1],
      ['530201', false, TODAY, 1],
      ['530202', true, '2021-05-13', 1],
    ]);
    const counted = [await own(first), await own(second), await own(third)];
    for (const [at, figures] of counted.entries())
      expect(sharesOf(below[at]!.figures)).toEqual(sharesOf(figures));
    expect(counted.some((one) => one.participationFirst!.denominator > 0)).toBe(true);
    expect(sharesOf(groups[0]!.figures)).toEqual(summed(counted.slice(0, 2)));
    expect(sharesOf(groups[0]!.figures)).toEqual(sharesOf((await seen(city)).total));
    expect(sharesOf(total)).toEqual(summed(counted));
    expect(missingOffices).toEqual([
      { code: '530202', name: 'office 530202', dataUntil: '2021-05-13', under: 'office 530200' },
    ]);
    const asked = await province.client.figures.asOf({ asOf: TODAY });
    expect(asked.figures).toEqual(total);
    expect(asked.missingOffices).toEqual(missingOffices);
  });

  it('[X100] names everybody whose figures are not of the day, or cannot be narrowed', async () => {
    const { province } = levels;
    const { total, missingOffices, groups } = await seen(province, '2021-05-19');
    expect(missingOffices.map(({ code }) => code)).toEqual(['530101', '530102', '530201', '530202']);
    expect(Object.values(sharesOf(total)).every((share) => share?.[1] === 0)).toBe(true);
    expect(groups.every(({ stale, counted }) => stale && counted === 0)).toBe(true);
    const narrowed = await province.client.figures.asOf({ asOf: TODAY, type: 'political' });
    expect(narrowed.missingOffices).toHaveLength(4);
    expect(narrowed.figures.participationFirst).toMatchObject({ denominator: 0 });
  });

  it('[X97] send no row of a register, and nothing of people', async () => {
    const { province, cities } = levels;
    const report = await opened(province, await sealTo(cities[0]!, province));
    expect([...report.tables.keys()].sort()).toEqual(['figure', 'figureOffice']);
    const told = JSON.stringify([...report.tables].map(([, { columns }]) => [...columns]));
    for (const word of ['某', '县公安局', '谈', 'talkCoverage', 'attendanceRate'])
      expect(told, word).not.toContain(word);
    // a register in such a report is kept, and not read
    const county = await opened(cities[0]!, await sealTo(levels.counties[0]!, cities[0]!, { full: true }));
    const tables = new Map(report.tables).set('unit', county.tables.get('unit')!);
    const before = province.ledger().read((db) => db.all('SELECT * FROM unit'));
    const [line] = await importing(province, [await resealed(cities[0]!, province, report, tables)], false);
    expect(line).toMatchObject({ outcome: 'applicable', withheld: county.tables.get('unit')!.rows });
    expect(province.ledger().read((db) => db.all('SELECT * FROM unit'))).toEqual(before);
  });

  it('[X99] go on from the newest report, whatever was lost before it; the chain is that of every bundle', async () => {
    const { province, cities, counties } = levels;
    const [city, county] = [cities[1]!, counties[2]!];
    await work(county, chanceOf(77), 30);
    county.ports.setDate(TODAY);
    await carry(county, city);
    const lost = await sealTo(city, province);
    await work(county, chanceOf(78), 30);
    county.ports.setDate(TODAY);
    await carry(county, city);
    const newest = await sealTo(city, province);
    const [line] = await importing(province, [newest]);
    expect(line).toMatchObject({ outcome: 'applied', refused: 0 });
    expect(line!.added + line!.changed + line!.unchanged).toBe(line!.total);
    const held = await seen(province);
    expect(sharesOf(held.groups[1]!.below[0]!.figures)).toEqual(sharesOf(await own(county)));
    expect(await importing(province, [lost])).toMatchObject([{ outcome: 'superseded' }]);
    expect(await importing(province, [newest])).toMatchObject([{ outcome: 'duplicate' }]);
    expect(await seen(province)).toEqual(held);

    const bundle = await opened(province, newest);
    const forged = await resealed(city, province, bundle, bundle.tables, {
      createdAt: '2021-05-20T09:00:00.000Z' as never,
    });
    expect(await importing(province, [forged])).toMatchObject([{ outcome: 'fork', problem: 'bundle_fork' }]);
    expect((await seen(province)).groups[1]!.quarantined).toBe(true);
    await province.client.exchange.settleFork({ office: city.id, reason: '已核对' });
  });

  it('[X99] drops what the sender has no more', async () => {
    const { province, cities } = levels;
    const city = cities[0]!;
    const report = await opened(province, await sealTo(city, province));
    const gone = String(rowsOf(report, 'figureOffice')[0]!.id);
    const without = (column: string) => (rows: Rows) => rows.filter((row) => row[column] !== gone);
    const fewer = changed(changed(report.tables, 'figureOffice', without('id')), 'figure', without('of'));
    const tables = new Map([...fewer].filter(([name]) => name !== 'rankCheck'));
    const rows = rowsOf(report, 'figure').filter(({ of }) => of === gone).length + 1;
    const [line] = await importing(province, [await resealed(city, province, report, tables)], false);
    expect(line).toMatchObject({ outcome: 'applicable', added: 0, changed: 0, dropped: rows });
  });

  it('[X101] are no registers that could be loaded', async () => {
    const { province, cities } = levels;
    const { lines } = await loading(province, [await sealTo(cities[0]!, province)]);
    expect(lines).toMatchObject([{ outcome: 'refused', problem: 'exchange_direction' }]);
  });

  it('[X101] say nothing downwards but what acknowledges: the next report begins where that one ended', async () => {
    const { province, cities } = levels;
    const city = cities[1]!;
    const line = await carry(province, city);
    expect(line).toMatchObject({ outcome: 'applied', kind: 'feedback', total: 0 });
    const next = await opened(province, await sealTo(city, province));
    expect(next.manifest).toMatchObject({ kind: 'report', full: false });
    expect(next.manifest.baseRev).toBeGreaterThan(0);
    const draft = { office: city.id, kind: 'item' as const, problem: '台账不全' };
    expect(await codeOf(province.client.exchange.draftFeedback(draft))).toBe('exchange_direction');

    const empty = await opened(city, await sealTo(province, city));
    const row = { id: crypto.randomUUID(), kind: 'item', subject: null, subjectRev: null, category: null };
    const said = {
      ...row,
      problem: '台账不全',
      dueOn: null,
      reason: null,
      on: 7800,
      rev: empty.manifest.headRev,
    };
    const stick = await resealed(province, city, empty, new Map([['feedback', tableOf([said])]]));
    const before = contentDigest(city.ledger());
    expect(await importing(city, [stick])).toMatchObject([
      { outcome: 'refused', problem: 'exchange_direction' },
    ]);
    expect(contentDigest(city.ledger())).toBe(before);
  });
});

describe('two groups', () => {
  it('[X96] exchange nothing until it was said which is above, and not when both want to be', async () => {
    const [one, another] = [await founded('540100'), await founded('540000')];
    expect((await trustAs(one, another)).relation).toBeNull();
    expect((await trustAs(another, one, 'child')).relation).toBe('child');
    expect(await codeOf(sealTo(one, another))).toBe('exchange_direction');
    expect((await trustAs(one, another, 'child')).relation).toBe('child');
    expect(await importing(another, [await sealTo(one, another)])).toMatchObject([
      { outcome: 'refused', problem: 'exchange_direction' },
    ]);
    // nothing has arrived by what was said
    expect((await trustAs(one, another, 'parent')).relation).toBe('parent');
    expect(await carry(one, another)).toMatchObject({ outcome: 'applied', kind: 'report', total: 0 });
    expect(await codeOf(trustAs(another, one, 'parent'))).toBe('exchange_direction');
    const [office, third] = [await founded('540101', 'office'), await founded('540102', 'office')];
    expect(await codeOf(trustAs(one, office, 'parent'))).toBe('exchange_direction');
    expect(await codeOf(trustAs(office, third, 'child'))).toBe('exchange_direction');
    expect((await trustAs(one, office, 'child')).relation).toBe('child');
    expect((await trustAs(office, one)).relation).toBe('parent');
  });

  it('[X100] count an office once that comes by two ways, and name a group that never reported', async () => {
    const { province, cities, counties } = levels;
    const county = counties[0]!;
    await trustAs(county, province);
    await trustAs(province, county);
    await trustBelow(province, await founded('530300'));
    await carry(county, province);
    const { offices, groups, total, missingOffices } = await seen(province);
    expect(offices.map(({ code }) => code)).toEqual(['530101']);
    expect(groups[0]!.below.map(({ code }) => code)).toEqual(['530101', '530102']);
    expect(sharesOf(total)).toEqual(
      summed([offices[0]!.figures, groups[0]!.below[1]!.figures, groups[1]!.below[0]!.figures]),
    );
    expect(missingOffices.map(({ code, under }) => [code, under])).toEqual([
      ['530202', 'office 530200'],
      ['530300', null],
    ]);
    // and upward it goes by the shorter way
    const nation = await founded('000000');
    await trustBelow(nation, province);
    const report = await opened(nation, await sealTo(province, nation));
    const rows = rowsOf(report, 'figureOffice');
    expect(rows.filter(({ code }) => code === '530101')).toMatchObject([{ parent: null, kind: 'office' }]);
    const parents = Object.fromEntries(rows.map(({ code, parent }) => [code, parent]));
    expect(parents).toMatchObject({
      '530100': null,
      '530102': cities[0]!.id,
      '530201': cities[1]!.id,
      '530300': null,
    });
    const [line] = await importing(nation, [await sealTo(province, nation)]);
    expect(line).toMatchObject({ outcome: 'applied' });
    const top = await seen(nation);
    expect(sharesOf(top.total)).toEqual(sharesOf(total));
    expect(top.groups[0]!.below.map(({ code, under }) => [code, under])).toEqual([
      ['530100', province.id],
      ['530102', cities[0]!.id],
      ['530101', province.id],
      ['530200', province.id],
      ['530201', cities[1]!.id],
      ['530202', cities[1]!.id],
      ['530300', province.id],
    ]);
    expect(sharesOf(top.groups[0]!.below[3]!.figures)).toEqual(sharesOf(groups[1]!.figures));
  });

  it('[X98] refuse rows that cannot be', async () => {
    const { province, cities } = levels;
    const city = cities[1]!;
    const report = await opened(province, await sealTo(city, province));
    const office = (change: (rows: Rows) => Rows) => ['figureOffice', change] as const;
    const figure = (change: (rows: Rows) => Rows) => ['figure', change] as const;
    const first = (values: Rows[number]) => (rows: Rows) =>
      rows.map((row, at) => (at === 0 ? { ...row, ...values } : row));
    const ids = rowsOf(report, 'figureOffice').map(({ id }) => id!);
    const wrong = [
      office((rows) => rows.toReversed()),
      office((rows) => [rows[0]!, ...rows]),
      office(first({ parent: ids[1]! })),
      office(first({ parent: ids[0]!, kind: 'group' })),
      office((rows) => rows.map((row, at) => ({ ...row, kind: 'group', parent: ids[1 - at]! }))),
      office(first({ sequence: null })),
      office(first({ asOf: null, sequence: null, head: null })),
      office(first({ name: ' ' })),
      office(first({ kind: 'group' })),
      figure((rows) => rows.toReversed()),
      figure(first({ of: crypto.randomUUID() })),
      figure(first({ numerator: 5, denominator: 4 })),
      figure(first({ numerator: 2_000_000_000, denominator: 2_000_000_000 })),
      figure(first({ figure: 'talkCoverage' })),
    ];
    const before = contentDigest(province.ledger());
    for (const [at, [table, change]] of wrong.entries()) {
      const tables = new Map(changed(report.tables, table, change));
      tables.delete('rankCheck');
      const [line] = await importing(province, [await resealed(city, province, report, tables)]);
      expect([at, line!.problem]).toEqual([at, 'bundle_row_invalid']);
    }
    expect(contentDigest(province.ledger())).toBe(before);
  });
});

describe('stored figures', () => {
  it('[X95] are those that counting gives, for the day of the bundle that the books stand on', async () => {
    const [city, county] = [levels.cities[0]!, levels.counties[1]!];
    const day = calendarDate(TODAY);
    const { ledger } = city;
    const stored = () => ledger().read((db) => db.all<{ bundle: string }>('SELECT * FROM office_figure'));
    const office = () =>
      ledger().read((db) => db.get<{ pk: number }>('SELECT pk FROM office WHERE id = ?', county.id)!.pk);
    for (const seed of [91, 92]) {
      await work(county, chanceOf(seed), 40);
      county.ports.setDate(TODAY);
      await carry(county, city);
      const rates = ledger().read((db) => officeRates(db, office(), day));
      expect(sharesOf(rates)).toEqual(sharesOf(await own(county)));
      const counted = (await city.client.figures.asOf({ asOf: TODAY, office: county.id })).figures;
      expect(sharesOf(counted)).toEqual(sharesOf(rates));
    }
    const rows = stored().length;
    // another day is counted, and leaves nothing
    const earlier = calendarDate('2021-04-20');
    const counted = (await city.client.figures.asOf({ asOf: earlier, office: county.id })).figures;
    expect(sharesOf(ledger().read((db) => officeRates(db, office(), earlier)))).toEqual(sharesOf(counted));
    expect(stored()).toHaveLength(rows);

    // told apart from what is stored: a wrong number shows where it was read, and never once a bundle has come
    ledger().write(ledger().account.pk, 'test.spoil', (write) =>
      write.run(
        "UPDATE office_figure SET denominator = denominator + 7 WHERE figure = 'coverage' AND office = ?",
        office(),
      ),
    );
    const spoilt = (await seen(city)).offices.find(({ id }) => id === county.id)!;
    expect(spoilt.figures.coverage!.denominator).toBe((await own(county)).coverage!.denominator + 7);
    await carry(county, city, { asOf: '2021-05-21' });
    const after = (await seen(city)).offices.find(({ id }) => id === county.id)!;
    expect(sharesOf(after.figures)).toEqual(sharesOf(await own(county)));
  });
});
