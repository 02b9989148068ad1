import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportBundle } from '../../electron/exchange/export-bundle.ts';
import { calendarDate } from '../../shared/vocabulary/dates.ts';
import { MARKS } from '../../shared/vocabulary/words.ts';
import { testOffice } from '../support/office.ts';
import { lastingScratch } from '../support/scratch.ts';
import { booksExpected, booksHeld, contentDigest } from './books.ts';
import { chanceOf, settleCounty, work } from './county-work.ts';
import { changed, codeOf, importing, opened, resealed, rowsOf, type Stick, seal, tableOf } from './forge.ts';
import { copyRows, loading } from './loading.ts';
import { bodies, sealNamed, WHY } from './named-lists.ts';
import { type SoleOffice, soleOffice, trustEachOther } from './sole-office.ts';

const scratch = lastingScratch();
const offices: SoleOffice[] = [];
let county: SoleOffice;
let group: SoleOffice;

async function founded(code: string, role: 'office' | 'group' = 'office'): Promise<SoleOffice> {
  const office = await soleOffice(scratch.folder, code, { role });
  offices.push(office);
  return office;
}

async function settled(code: string): Promise<SoleOffice> {
  const office = await founded(code);
  await trustEachOther(office, group);
  await settleCounty(office);
  await work(office, chanceOf(7), 120);
  return office;
}

const isSame = (of = county) =>
  expect(booksHeld(group.ledger(), of.code)).toEqual(booksExpected(of.ledger()));
const applied = async (stick: Stick) =>
  expect(await importing(group, [stick])).toMatchObject([{ outcome: 'applied' }]);
const acknowledge = async (of = county) => {
  const { fileName, content } = await group.client.exchange.exportBundle({ recipient: of.id });
  expect(await importing(of, [{ fileName, content }])).toMatchObject([{ outcome: 'applied' }]);
};

beforeAll(async () => {
  group = await founded('530100', 'group');
  county = await settled('530101');
}, 60_000);
afterAll(() => {
  for (const office of offices) office.lock();
  scratch.remove();
});

describe('a named list leaves', () => {
  it('[X104] only after a report of its epoch', async () => {
    const before = contentDigest(county.ledger());
    expect(await codeOf(sealNamed(county))).toBe('names_need_report');
    expect(contentDigest(county.ledger())).toBe(before);
    await applied(await seal(county));
  });

  it('[X103] by a reviewer, for a reason of one line, to the parent', async () => {
    const { exchange } = county.client;
    expect(await codeOf(exchange.exportBundle({ withNames: true }))).toBe('missing_field');
    for (const namesReason of ['　 ', 'x'.repeat(201), '一\n二', '一\u202e二'])
      expect(await codeOf(exchange.exportBundle({ withNames: true, namesReason }))).toBe('invalid_input');
    const odd = [{ namesReason: WHY }, { withNames: true, namesReason: WHY, nil: true }];
    for (const input of odd) expect(await codeOf(exchange.exportBundle(input))).toBe('invalid_input');
    const upwards = group.client.exchange.exportBundle({
      recipient: county.id,
      withNames: true,
      namesReason: WHY,
    });
    expect(await codeOf(upwards)).toBe('not_allowed');
    const { ports, ledger } = group;
    const downwards = { recipient: county.id, full: false, asOf: calendarDate('2021-04-18'), nil: false };
    const sealing = exportBundle(ledger(), ports, { ...downwards, namesReason: WHY });
    await expect(sealing).rejects.toMatchObject({ code: 'exchange_direction' });
    const manned = await testOffice(scratch.folder, { code: '530190' });
    for (const role of ['clerk', 'administrator'] as const) {
      const client = await manned.as(role);
      expect(await codeOf(client.exchange.exportPreview({ withNames: true }))).toBe('not_allowed');
      const sealing = client.exchange.exportBundle({ withNames: true, namesReason: WHY });
      expect(await codeOf(sealing)).toBe('not_allowed');
    }
    manned.close();
  });

  it('[X103] with names, marks and filings as they are, and nothing else that stays at home', async () => {
    const before = contentDigest(county.ledger());
    const preview = await county.client.exchange.exportPreview({ withNames: true });
    expect(contentDigest(county.ledger())).toBe(before);
    const list = await opened(group, await sealNamed(county));
    expect(preview).toMatchObject({ why: 'withNames', full: false, period: null, mayBeNil: false });
    expect(preview.tables.map(({ table, rows }) => [table, rows])).toEqual(
      Object.entries(list.manifest.counts),
    );
    expect(list.manifest).toMatchObject({ pseudonymous: false, namesReason: WHY, acknowledges: null });
    expect(bodies(county, 'exchange.exportBundle').at(-1)).toContain(WHY);

    const { registers } = await county.client.exchange.dump({ reason: 'compare' });
    const held = (name: string) => {
      const { columns, rows } = registers.find((one) => one.name === name)!;
      return rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at] ?? null])));
    };
    const people = rowsOf(list, 'namedPerson');
    expect(people.map(({ name }) => name).sort()).toEqual(
      held('people')
        .map(({ name }) => name)
        .sort(),
    );
    const marks = rowsOf(list, 'namedAttendance');
    expect(marks.length).toBeGreaterThan(10);
    const told = marks.map(({ person, mark }) => `${people[Number(person)]!.name} ${MARKS[Number(mark)]}`);
    expect(told.sort()).toEqual(
      held('attendance')
        .map(({ name, mark }) => `${name} ${mark}`)
        .sort(),
    );
    expect(rowsOf(list, 'namedFiling').length).toBe(held('filings').length);
    const text = JSON.stringify([...list.tables].map(([, { columns }]) => [...columns]));
    const ids = [...held('people'), ...held('sessions'), ...held('units')].map(({ id }) => String(id));
    expect(ids.filter((id) => text.includes(id))).toEqual([]);
  });

  it('[X103] under ids that no report and no other list has', async () => {
    const idsIn = async (stick: Stick, table: string) =>
      rowsOf(await opened(group, stick), table).map(({ id }) => String(id));
    const once = await idsIn(await sealNamed(county), 'namedPerson');
    const again = await idsIn(await sealNamed(county), 'namedPerson');
    const report = await seal(county, true);
    const reported = [...(await idsIn(report, 'person')), ...(await idsIn(report, 'filer'))];
    expect(once.length).toBe(again.length);
    expect(new Set([...once, ...again, ...reported]).size).toBe(2 * once.length + reported.length);
    await applied(report);
    isSame();
  });
});

describe('a named list in the chain', () => {
  it('[X104] is no base, hides no change, and is acknowledged by nobody', async () => {
    await acknowledge();
    const { headRev } = (await opened(group, await seal(county))).manifest;
    await county.client.personnel.createUnit({ name: '县司法局' });
    const named = await sealNamed(county);
    const { exchange } = county.client;
    expect((await exchange.exportPreview({})).mayBeNil).toBe(false);
    expect(await codeOf(exchange.exportBundle({ nil: true }))).toBe('period_not_nil');
    await importing(group, [named]);
    const acknowledging = await opened(county, await seal(group));
    expect(acknowledging.manifest.acknowledges!.sequence).toBeLessThan(named.sequence);
    const list = await opened(group, named);
    const hostile = await resealed(group, county, acknowledging, acknowledging.tables, {
      acknowledges: {
        ...acknowledging.manifest.acknowledges!,
        sequence: named.sequence,
        bundleHash: list.hash,
        auditHead: list.manifest.auditHead,
      },
    });
    expect(await importing(county, [hostile])).toMatchObject([{ problem: 'ack_mismatch' }]);
    const next = await seal(county);
    const { manifest } = await opened(group, next);
    expect(manifest).toMatchObject({ sequence: named.sequence + 1, previousHash: list.hash });
    expect(manifest.baseRev).toBeLessThan(headRev);
    await applied(next);
    isSame();
    await acknowledge();
    await county.client.exchange.exportBundle({ nil: true });
  });

  it('[X104] leaves the file of the last report where it is, and its own', async () => {
    const report = (await county.client.exchange.exportBundle({})).sequence;
    const named = (await sealNamed(county)).sequence;
    const { lines } = await county.client.exchange.ledgerSent({ limit: 3 });
    expect(lines.map(({ sequence, kept }) => [sequence, kept]).slice(0, 2)).toEqual([
      [named, true],
      [report, true],
    ]);
    expect(lines[0]).toMatchObject({ namesReason: WHY, state: 'sealed' });
    const { total } = await county.client.exchange.sent({ unacknowledged: true });
    expect(total).toBe(1);
  });

  it('[X105] is kept late, early or doubled, and the books are those of the reports', async () => {
    const office = await settled('530102');
    const first = await seal(office);
    const named: Stick[] = [];
    const reports: Stick[] = [];
    for (let turn = 0; turn < 3; turn += 1) {
      named.push(await sealNamed(office));
      await work(office, chanceOf(turn), 10);
      reports.push(await seal(office));
    }
    const [early, lost, late] = named as [Stick, Stick, Stick];
    expect(await importing(group, [early], false)).toMatchObject([{ outcome: 'kept' }]);
    const [kept] = await importing(group, [early]);
    expect(kept).toMatchObject({ outcome: 'kept', added: 0, changed: 0, unchanged: 0, refused: 0 });
    expect(kept!.withheld).toBe(kept!.total);
    expect(kept!.total).toBeGreaterThan(0);
    const digest = contentDigest(group.ledger());
    expect(await importing(group, [early])).toMatchObject([{ outcome: 'duplicate' }]);
    expect(contentDigest(group.ledger())).toBe(digest);
    await applied(first);
    const figures = () => group.client.figures.asOf({ asOf: '2021-04-18', office: office.id });
    const before = [booksHeld(group.ledger(), office.code), await figures()];
    for (const one of [reports[2]!, late]) await importing(group, [one]);
    isSame(office);
    expect(before[0]).not.toEqual(booksHeld(group.ledger(), office.code));
    expect(await importing(group, [reports[0]!])).toMatchObject([{ outcome: 'superseded' }]);
    expect(await importing(group, [lost])).toMatchObject([{ outcome: 'kept' }]);
    isSame(office);
    const { lines } = await group.client.exchange.ledgerReceived({ party: office.id });
    expect(lines.filter(({ state }) => state === 'kept').map(({ names }) => names)).toEqual(
      Array(3).fill({ reason: WHY, erased: false }),
    );
    expect(lines.filter(({ state }) => state === 'missing').map(({ sequence }) => sequence)).toEqual([5]);
  });

  it('[X104] parts in two as any other: a fork is put aside with it, and goes on beside it', async () => {
    const office = await settled('530103');
    await applied(await seal(office));
    const named = await sealNamed(office);
    const list = await opened(group, named);
    const twin = await resealed(office, group, list);
    expect(await importing(group, [named])).toMatchObject([{ outcome: 'kept' }]);
    expect(await importing(group, [twin])).toMatchObject([{ outcome: 'fork', problem: 'bundle_fork' }]);
    const next = await seal(office);
    expect(await importing(group, [next])).toMatchObject([{ problem: 'sender_quarantined' }]);
    await group.client.exchange.settleFork({ office: office.id, reason: 'asked by telephone' });
    const { headRev } = list.manifest;
    const jumped = await resealed(office, group, list, list.tables, {
      ...{ sequence: 9, previousHash: 'a'.repeat(64), baseRev: headRev + 99, headRev: headRev + 99 },
    });
    expect(await importing(group, [jumped])).toMatchObject([{ outcome: 'early', waitsFor: 2 }]);
    // it follows on the list that was kept: no gap, though its base lies before the fork
    await applied(next);
    isSame(office);
  });
});

describe('a branch with a named list that was put aside', () => {
  it('[X105] is kept in place of the one that stood, when an administrator chooses it', async () => {
    const office = await settled('530104');
    await applied(await seal(office));
    const named = await sealNamed(office);
    const twin = await resealed(office, group, await opened(group, named));
    await importing(group, [named]);
    await importing(group, [twin]);
    const chosen = await group.client.exchange.chooseBranch({
      office: office.id,
      reason: 'asked by telephone',
    });
    expect(chosen).toEqual({ takenBack: 0, applied: 0 });
    const { lines } = await group.client.exchange.ledgerReceived({ party: office.id });
    expect(lines.map(({ sequence, state }) => [sequence, state]).sort()).toEqual([
      [1, 'applied'],
      [2, 'kept'],
      [2, 'settled'],
    ]);
    const kept = lines.find(({ state }) => state === 'kept')!;
    expect(kept.hash).toBe((await opened(group, twin)).hash);
    const asked = { sender: office.id, sequence: 2, reason: 'compare' };
    expect((await group.client.exchange.namedBundle(asked)).people).not.toEqual([]);
    isSame(office);
  });
});

describe('a bundle that says of names what is not true', () => {
  it('[X105] is refused, one way and the other, and nothing of it is kept', async () => {
    const report = await opened(group, await seal(county, true));
    const list = await opened(group, await sealNamed(county));
    const told = { pseudonymous: false, namesReason: WHY };
    const untold = { pseudonymous: true, namesReason: null };
    const mixed = new Map([...list.tables, ['item', report.tables.get('unit')!] as const]);
    const slipped = new Map([...report.tables, ['namedPerson', list.tables.get('namedPerson')!] as const]);
    const forged = [
      await resealed(county, group, report, report.tables, told),
      await resealed(county, group, list, list.tables, untold),
      await resealed(county, group, list, mixed),
      await resealed(county, group, report, slipped),
      await resealed(county, group, list, new Map([['future', tableOf([{ a: 1 }])]])),
    ];
    const before = contentDigest(group.ledger());
    for (const stick of forged)
      for (const apply of [false, true])
        expect(await importing(group, [stick], apply)).toMatchObject([
          { outcome: 'refused', problem: 'bundle_names_mismatch', added: 0 },
        ]);
    expect(contentDigest(group.ledger())).toBe(before);
  });

  it('[X105] is refused where its rows do not fit, and where a group sends it', async () => {
    const list = await opened(group, await sealNamed(county));
    const wrong = (table: string, change: (row: Record<string, unknown>) => object) => {
      const tables = changed(list.tables, table, (rows) =>
        rows.map((row, at) => (at === 0 ? { ...row, ...change(row) } : row)),
      );
      return new Map([...tables].filter(([name]) => name !== 'rankCheck'));
    };
    const tables = [
      wrong('namedAttendance', () => ({ person: 9_999 })),
      wrong('namedAttendance', () => ({ mark: 11 })),
      wrong('namedPerson', () => ({ name: ' ' })),
      wrong('namedPerson', () => ({ id: 'f'.repeat(32) })),
      wrong('namedFiling', () => ({ unit: 9_999 })),
    ];
    const before = contentDigest(group.ledger());
    for (const one of tables)
      expect(await importing(group, [await resealed(county, group, list, one)])).toMatchObject([
        { outcome: 'refused', problem: 'bundle_row_invalid' },
      ]);
    expect(contentDigest(group.ledger())).toBe(before);
    const feedback = await opened(county, await seal(group).catch(() => sealFor(county)));
    const downwards = await resealed(group, county, feedback, list.tables, {
      pseudonymous: false,
      namesReason: WHY,
    });
    expect(await importing(county, [downwards])).toMatchObject([{ problem: 'exchange_direction' }]);
  });

  it('[X105] a true one is not loaded into a database', async () => {
    const report = await seal(county, true);
    const loaded = await loading(group, [report, await sealNamed(county)]);
    expect(loaded.lines.map(({ outcome }) => outcome)).toEqual(['applicable', 'kept']);
    const text = [...loaded.files.values()].join('\n');
    expect(copyRows(loaded, 'person').length).toBeGreaterThan(0);
    expect(text).not.toContain('某0');
  });
});

async function sealFor(office: SoleOffice): Promise<Stick> {
  const { fileName, content } = await group.client.exchange.exportBundle({ recipient: office.id });
  return { fileName, content };
}

describe('a named list that was kept', () => {
  it('[X106] is read by a member or the leader, and the history says why each time', async () => {
    const stick = await sealNamed(county);
    const { sequence } = stick;
    await importing(group, [stick]);
    const { exchange } = group.client;
    const asked = { sender: county.id, sequence };
    expect(await codeOf(exchange.namedBundle({ ...asked, reason: ' ' }))).toBe('invalid_input');
    expect(await codeOf(county.client.exchange.namedBundle({ ...asked, reason: 'x' }))).toBe(
      'wrong_installation',
    );
    const noted = bodies(group, 'exchange.namedBundle').length;
    const list = await exchange.namedBundle({ ...asked, reason: '核对点名册' });
    expect(bodies(group, 'exchange.namedBundle')).toHaveLength(noted + 1);
    expect(bodies(group, 'exchange.namedBundle').at(-1)).toContain('核对点名册');
    expect(list).toMatchObject({ namesReason: WHY, attendance: [], sequence });
    const marked = list.people.find(({ marks }) => Object.keys(marks).length > 0)!;
    const one = await exchange.namedBundle({ ...asked, reason: '核对点名册', person: marked.id });
    expect(one.people).toEqual([marked]);
    const sum = Object.values(marked.marks).reduce((all, count) => all + (count ?? 0), 0);
    expect(one.attendance).toHaveLength(sum);
    const other = exchange.namedBundle({ ...asked, reason: 'x', person: 'f'.repeat(32) });
    expect(await codeOf(other)).toBe('not_found');
    expect(await codeOf(exchange.namedBundle({ ...asked, sequence: 1, reason: 'x' }))).toBe('not_found');
    expect(bodies(group, 'exchange.namedBundle').join()).not.toContain(marked.name);
    const manned = await testOffice(scratch.folder, { code: '530180', role: 'group' });
    const administrator = await manned.as('administrator');
    expect(await codeOf(administrator.exchange.namedBundle({ ...asked, reason: 'x' }))).toBe('not_allowed');
    manned.close();
  });

  it('[X106] is erased for good, and its number stays', async () => {
    const stick = await sealNamed(county);
    const { sequence } = stick;
    await importing(group, [stick]);
    const { exchange } = group.client;
    const asked = { sender: county.id, sequence, reason: '用完清除' };
    expect(await exchange.eraseNamedBundle(asked)).toMatchObject({ sequence, epoch: 1 });
    const { hash } = await opened(group, stick);
    const row = group
      .ledger()
      .read((db) =>
        db.get<{ size: number }>('SELECT length(content) AS size FROM received_bundle WHERE hash = ?', hash),
      );
    expect(row).toEqual({ size: 0 });
    expect(bodies(group, 'exchange.eraseNamedBundle').at(-1)).toContain('用完清除');
    for (const call of [exchange.namedBundle, exchange.eraseNamedBundle])
      expect(await codeOf(call(asked))).toBe('named_bundle_erased');
    expect(await codeOf(exchange.receipt({ sender: county.id, sequence }))).toBe('not_found');
    expect(await importing(group, [stick])).toMatchObject([{ outcome: 'duplicate' }]);
    const { lines } = await exchange.ledgerReceived({ party: county.id });
    expect(lines.find((line) => line.sequence === sequence)).toMatchObject({
      state: 'kept',
      names: { erased: true },
    });
    await applied(await seal(county));
    isSame();
  });
});
