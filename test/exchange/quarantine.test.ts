import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lastingScratch } from '../support/scratch.ts';
import { booksExpected, booksHeld, contentDigest } from './books.ts';
import { chanceOf, settleCounty, work } from './county-work.ts';
import { codeOf, importing, opened, resealed, type Stick, seal } from './forge.ts';
import { type SoleOffice, soleOffice, soleOfficeIn, trustEachOther } from './sole-office.ts';

const scratch = lastingScratch();
const offices: SoleOffice[] = [];
let group: SoleOffice;

async function founded(code: string, role: 'office' | 'group' = 'office'): Promise<SoleOffice> {
  const office = await soleOffice(scratch.folder, code, { role });
  offices.push(office);
  return office;
}

async function county(code: string): Promise<SoleOffice> {
  const office = await founded(code);
  await trustEachOther(office, group);
  await settleCounty(office);
  return office;
}

/** The same office from an old copy of its folder, on a PC that knows nothing of what is lost. */
async function restored(office: SoleOffice): Promise<SoleOffice> {
  const copy = join(scratch.folder, `${office.code}-copy`);
  office.lock();
  cpSync(office.folder, copy, { recursive: true });
  await office.unlock();
  const twin = soleOfficeIn(copy, join(scratch.folder, `pc-${office.code}-copy`), office.code, '2021-05-20');
  await twin.unlock();
  offices.push(twin);
  return { ...twin, id: office.id };
}

const summary = (lines: Awaited<ReturnType<typeof importing>>) =>
  lines.map(({ sequence, outcome }) => [sequence, outcome]);
const desk = () => group.client.exchange.quarantine();
const choose = (office: SoleOffice) =>
  group.client.exchange.chooseBranch({ office: office.id, reason: '县里从备份恢复，以新的一份为准' });
const keptOf = async (office: SoleOffice) =>
  (await group.client.exchange.received({ limit: 100 }))
    .filter(({ sender }) => sender === office.id)
    .map(({ sequence, state }) => `${sequence} ${state}`)
    .sort();
const acknowledge = async (office: SoleOffice) =>
  importing(office, [await group.client.exchange.exportBundle({ recipient: office.id })]);

beforeAll(async () => {
  group = await founded('530100', 'group');
});

afterAll(() => {
  for (const office of offices) office.lock();
  scratch.remove();
});

describe('a folder of bundles', () => {
  it('[X84] is taken in like its files one by one, and what is no bundle is counted', async () => {
    const [one, other] = [await county('530111'), await county('530112')];
    const sticks: Stick[] = [];
    for (const office of [one, other]) {
      await work(office, chanceOf(3), 20);
      sticks.push(await seal(office), await seal(office));
    }
    const folder = join(scratch.folder, 'stick');
    mkdirSync(join(folder, 'below'), { recursive: true });
    for (const { fileName, content } of sticks)
      writeFileSync(join(folder, fileName), Buffer.from(content, 'base64'));
    writeFileSync(join(folder, 'letter.docx'), '谢谢');
    writeFileSync(join(folder, '.hidden'), '');
    writeFileSync(join(folder, 'below', 'deep.jyzd'), '');
    const { importFolder } = group.client.exchange;
    const rehearsed = await importFolder({ path: folder });
    const byHand = await importing(group, sticks, false);
    expect(rehearsed).toEqual({ applied: false, bundles: byHand, others: 1, beyond: 0 });
    const first = await importFolder({
      path: folder,
      names: [sticks[0]!.fileName, sticks[1]!.fileName],
      apply: true,
    });
    expect(first.bundles.map(({ sender, outcome }) => [sender, outcome])).toEqual([
      [one.id, 'applied'],
      [one.id, 'applied'],
    ]);
    await importFolder({ path: folder, apply: true });
    for (const office of [one, other])
      expect(booksHeld(group.ledger(), office.code)).toEqual(booksExpected(office.ledger()));
    for (const path of [join(folder, 'nowhere'), join(folder, 'letter.docx'), 'stick'])
      expect(await codeOf(importFolder({ path }))).toBe('folder_unreadable');
  });
});

describe('a file that was turned away', () => {
  it('[X88][X90] is noted once with what it claims, and waits until it is laid aside with a reason', async () => {
    const [ours, stranger, elsewhere] = [
      await county('530113'),
      await founded('530114'),
      await founded('530115', 'group'),
    ];
    await stranger.client.exchange.trust({ content: (await group.client.exchange.ownKeys()).content });
    await trustEachOther(ours, elsewhere);
    const unknown = await stranger.client.exchange.exportBundle({ recipient: group.id });
    const foreign = await ours.client.exchange.exportBundle({ recipient: elsewhere.id });
    const cut = { fileName: 'cut.jyzd', content: unknown.content.slice(0, 400) };
    const sticks = [unknown, foreign, cut].map(({ fileName, content }) => ({ fileName, content }));
    const before = contentDigest(group.ledger());
    await importing(group, sticks, false);
    expect(contentDigest(group.ledger())).toBe(before);
    await importing(group, sticks);
    const noted = contentDigest(group.ledger());
    await importing(group, sticks);
    expect(contentDigest(group.ledger())).toBe(noted);
    const { turnedAway } = await desk();
    expect(turnedAway.map(({ fileName, code, claims }) => [fileName, code, claims?.code]).sort()).toEqual(
      [
        [unknown.fileName, 'bundle_sender_unknown', '530114'],
        [foreign.fileName, 'bundle_not_for_us', undefined],
      ].sort(),
    );
    const [{ hash }] = turnedAway as [(typeof turnedAway)[number]];
    const laidAside = { hash, reason: '已退回' };
    await group.client.exchange.layAside(laidAside);
    expect(await codeOf(group.client.exchange.layAside(laidAside))).toBe('not_found');
    expect(await desk()).toMatchObject({
      turnedAway: [{}],
      doneWith: [{ hash, reason: '已退回', by: 'sole' }],
    });
  });

  it('[X90] so is what a fallen key signed', async () => {
    const ours = await county('530116');
    await importing(group, [await seal(ours)]);
    group.ports.pass(60);
    await group.client.exchange.revokeParty({ office: ours.id, reason: '私钥丢失' });
    await importing(group, [await seal(ours)]);
    const [kept] = (await desk()).fallen;
    expect(kept).toMatchObject({ sender: ours.id, sequence: 2, because: '私钥丢失', state: 'revoked' });
    await group.client.exchange.layAside({ hash: kept!.hash, reason: '已核实' });
    const { fallen, doneWith } = await desk();
    expect([fallen, doneWith[0]?.what]).toEqual([[], 'revoked']);
  });
});

describe('the branch that was put aside', () => {
  it('[X89] takes the place of the one that stands, from where the two part, even behind an acknowledgement', async () => {
    const ours = await county('530117');
    await work(ours, chanceOf(1), 30);
    await importing(group, [await seal(ours)]);
    await acknowledge(ours);
    const twin = await restored(ours);
    await work(ours, chanceOf(2), 20);
    await importing(group, [await seal(ours)]);
    await acknowledge(ours);
    await work(ours, chanceOf(3), 20);
    await importing(group, [await seal(ours)]);
    await work(twin, chanceOf(4), 20);
    const other = [await seal(twin)];
    await work(twin, chanceOf(5), 20);
    other.push(await seal(twin));
    expect(summary(await importing(group, other))).toEqual([
      [2, 'fork'],
      [3, 'fork'],
    ]);
    const { forks } = await desk();
    const fork = forks.find(({ sender }) => sender === ours.id);
    expect(fork).toMatchObject({
      ancestor: { epoch: 1, sequence: 1 },
      standing: [
        { sequence: 2, state: 'applied' },
        { sequence: 3, state: 'applied' },
      ],
      other: [{ sequence: 2 }, { sequence: 3 }],
      why: null,
    });
    expect(fork?.other.every(({ rows }) => rows !== null && rows > 0)).toBe(true);
    expect(await choose(ours)).toEqual({ takenBack: 2, applied: 2 });
    expect(booksHeld(group.ledger(), ours.code)).toEqual(booksExpected(twin.ledger()));
    expect(await keptOf(ours)).toEqual(['1 applied', '2 applied', '2 settled', '3 applied', '3 settled']);
    expect(summary(await importing(group, [await seal(ours)]))).toEqual([[4, 'fork']]);
    await group.client.exchange.settleFork({ office: ours.id, reason: '旧机已停用' });
    await acknowledge(twin);
    await work(twin, chanceOf(6), 20);
    expect(summary(await importing(group, [await seal(twin)]))).toEqual([[4, 'applied']]);
    expect(booksHeld(group.ledger(), ours.code)).toEqual(booksExpected(twin.ledger()));
  });

  it('[X89] is refused whole where there is no way back, where it does not fit, and where nothing waits', async () => {
    const ours = await county('530118');
    expect(await codeOf(choose(ours))).toBe('fork_missing');
    const first = await seal(ours);
    await importing(group, [first]);
    const report = await opened(group, first);
    const empty = new Map(report.tables).set('rankCheck', { rows: 0, columns: new Map() });
    await importing(group, [
      await resealed(ours, group, report, empty, { createdAt: '2021-04-19T00:00:00.000Z' as never }),
    ]);
    const before = contentDigest(group.ledger());
    expect(['bundle_base_mismatch', 'bundle_row_invalid', 'bundle_newer_register']).toContain(
      await codeOf(choose(ours)),
    );
    expect(contentDigest(group.ledger())).toBe(before);
    group.ledger().write(group.ledger().account.pk, 'test.forget', (write) => {
      write.run('DELETE FROM import_step');
    });
    expect(await codeOf(choose(ours))).toBe('branch_out_of_reach');
    const { forks } = await desk();
    expect(forks.find(({ sender }) => sender === ours.id)?.why).toBe('branch_out_of_reach');
  });

  it('[X89] does not fit where it builds on what the group never had', async () => {
    const ours = await county('530119');
    const first = await seal(ours);
    for (const name of ['甲股', '乙股']) await ours.client.personnel.createUnit({ name });
    const second = await seal(ours);
    await importing(group, [first, second]);
    const report = await opened(group, second);
    const beyond = {
      full: false,
      baseRev: report.manifest.headRev - 1,
      createdAt: '2021-04-19T00:00:00.000Z' as never,
    };
    const tables = new Map([['rankCheck', report.tables.get('rankCheck')!]]);
    await importing(group, [await resealed(ours, group, report, tables, beyond)]);
    expect(await codeOf(choose(ours))).toBe('branch_not_applicable');
  });
});
