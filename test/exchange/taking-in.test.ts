import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openContainer, sealContainer } from '../../electron/bundle/container.ts';
import { signDocument, splitDocument } from '../../electron/bundle/document.ts';
import { ownKeys } from '../../electron/exchange/own-keys.ts';
import { lastingScratch } from '../support/scratch.ts';
import { booksExpected, booksHeld, contentDigest } from './books.ts';
import { chanceOf, settleCounty, work } from './county-work.ts';
import { codeOf, importing, opened, resealed, type Stick, seal, tableOf } from './forge.ts';
import { type SoleOffice, soleOffice, soleOfficeIn, trustEachOther } from './sole-office.ts';

const scratch = lastingScratch();
const offices: SoleOffice[] = [];
let group: SoleOffice;

async function founded(code: string, role: 'office' | 'group' = 'office'): Promise<SoleOffice> {
  const office = await soleOffice(scratch.folder, code, { role });
  offices.push(office);
  return office;
}

/** A county of its own for each history that is told. */
async function county(code: string): Promise<SoleOffice> {
  const office = await founded(code);
  await trustEachOther(office, group);
  await settleCounty(office);
  return office;
}

/** Something that leaves. */
const change = (office: SoleOffice) =>
  office.client.personnel.createUnit({ name: `股室${office.ports.newId()}` });

const acknowledge = async (office: SoleOffice) =>
  importing(office, [await group.client.exchange.exportBundle({ recipient: office.id })]);

/** The lines of an import that has to leave everything as it is. */
async function withoutTrace(to: SoleOffice, sticks: Stick[]) {
  const before = contentDigest(to.ledger());
  const lines = await importing(to, sticks);
  expect(contentDigest(to.ledger())).toBe(before);
  return lines;
}

/** Those of nobody last. */
const inOrder = (lines: Awaited<ReturnType<typeof importing>>) =>
  lines.toSorted((one, other) => (one.office ?? '9').localeCompare(other.office ?? '9'));

/** Signed by the office, with a manifest that counts a row more than there is. */
async function withOtherCounts(office: SoleOffice, { fileName, content }: Stick): Promise<Stick> {
  const { identity, recipient } = group.ledger().read(ownKeys);
  const file = new Uint8Array(Buffer.from(content, 'base64'));
  const { manifest, payload } = splitDocument(await openContainer(file, [identity]));
  const said = JSON.parse(Buffer.from(manifest).toString());
  const counts = { ...said.counts, talk: said.counts.talk + 1 };
  const bytes = Buffer.from(JSON.stringify({ ...said, counts }));
  const signed = signDocument(bytes, payload, office.ledger().read(ownKeys).signingSeed);
  return { fileName, content: Buffer.from(await sealContainer(signed, recipient)).toString('base64') };
}

beforeAll(async () => {
  group = await founded('530100', 'group');
});

afterAll(() => {
  for (const office of offices) office.lock();
  scratch.remove();
});

describe('an import', () => {
  it('[X13] names what it cannot open, changes nothing by it, and takes in the rest', async () => {
    const [ours, stranger, other] = [
      await county('530111'),
      await founded('530112'),
      await founded('530113', 'group'),
    ];
    const keys = await group.client.exchange.ownKeys();
    await stranger.client.exchange.trust({ content: keys.content });
    await trustEachOther(stranger, other);
    const good = await seal(ours);
    const bytes = Buffer.from(good.content, 'base64');
    const damaged = Buffer.from(bytes)
      .fill(7, bytes.length - 40, bytes.length - 20)
      .toString('base64');
    const { content: unknown } = await stranger.client.exchange.exportBundle({ recipient: group.id });
    const { content: foreign } = await stranger.client.exchange.exportBundle({ recipient: other.id });
    const report = await opened(group, good);
    const misdirected = await resealed(ours, group, report, report.tables, {
      recipient: { officeId: other.id as never },
    });
    const unsigned = await resealed(stranger, group, report);
    const bad = {
      'letter.jyzd': [Buffer.from('谢谢').toString('base64'), 'bundle_not_a_bundle'],
      'cut.jyzd': [bytes.subarray(0, 200).toString('base64'), 'bundle_damaged'],
      'damaged.jyzd': [damaged, 'bundle_damaged'],
      'unknown.jyzd': [unknown, 'bundle_sender_unknown'],
      'foreign.jyzd': [foreign, 'bundle_not_for_us'],
      'misdirected.jyzd': [misdirected.content, 'bundle_recipient_wrong'],
      'unsigned.jyzd': [unsigned.content, 'bundle_signature_wrong'],
    } as const;
    const sticks = Object.entries(bad).map(([fileName, [content]]) => ({ fileName, content }));
    const before = contentDigest(group.ledger());
    const lines = await importing(group, sticks, false);
    expect(contentDigest(group.ledger())).toBe(before);
    const books = booksHeld(group.ledger(), ours.code);
    expect(await importing(group, sticks)).toEqual(lines);
    expect(booksHeld(group.ledger(), ours.code)).toEqual(books);
    expect(lines.map(({ fileName, outcome, problem }) => [fileName, outcome, problem])).toEqual(
      Object.entries(bad).map(([fileName, [, problem]]) => [fileName, 'refused', problem]),
    );
    expect(await importing(group, [...sticks, good])).toHaveLength(sticks.length + 1);
    expect(booksHeld(group.ledger(), ours.code)).toEqual(booksExpected(ours.ledger()));
  });

  it('[X14] takes no kind that its sender does not send', async () => {
    const ours = await county('530114');
    const report = await opened(group, await seal(ours));
    for (const kind of ['feedback', 'template'] as const) {
      const [line] = await withoutTrace(group, [
        await resealed(ours, group, report, report.tables, { kind }),
      ]);
      expect(line).toMatchObject({ outcome: 'refused', problem: 'exchange_direction', office: '530114' });
    }
  });

  it('[X15][X30] rehearses without a trace and to the letter, many files of many offices in any order', async () => {
    const [one, other] = [await county('530115'), await county('530116')];
    const sticks: Stick[] = [];
    for (const [seed, office] of [one, other].entries()) {
      for (let bundle = 0; bundle < 3; bundle += 1) {
        await work(office, chanceOf(seed + 10 * bundle), 20);
        sticks.push(await seal(office));
      }
    }
    const files = chanceOf(3).shuffled([...sticks, sticks[2]!]);
    const before = contentDigest(group.ledger());
    const rehearsed = await importing(group, files, false);
    expect(contentDigest(group.ledger())).toBe(before);
    expect(rehearsed.map(({ office, sequence, outcome }) => [office, sequence, outcome])).toEqual([
      ...[1, 2, 3].map((sequence) => ['530115', sequence, 'applicable']),
      ['530115', 3, 'duplicate'],
      ...[1, 2, 3].map((sequence) => ['530116', sequence, 'applicable']),
    ]);
    const applied = await importing(group, files);
    expect(applied).toEqual(
      rehearsed.map((line) => ({ ...line, outcome: line.outcome === 'duplicate' ? 'duplicate' : 'applied' })),
    );
    for (const office of [one, other])
      expect(booksHeld(group.ledger(), office.code)).toEqual(booksExpected(office.ledger()));
  });

  it('[X16][X17] counts every row once, those of a register it does not know as withheld', async () => {
    const ours = await county('530117');
    const report = await opened(group, await seal(ours));
    const unit = report.tables.get('unit')!;
    const colour = unit.columns.get('id')!;
    const wider = { ...unit, columns: new Map(unit.columns).set('colour', colour) };
    const narrower = { ...unit, columns: new Map([['id', colour]]) };
    for (const table of [wider, narrower]) {
      const stick = await resealed(ours, group, report, new Map(report.tables).set('unit', table));
      const [line] = await withoutTrace(group, [stick]);
      expect(line).toMatchObject({
        outcome: 'refused',
        problem: 'bundle_newer_register',
        refused: 30,
        total: 30,
      });
    }
    const talks = tableOf([
      { id: 'a', about: 'x' },
      { id: 'b', about: 'y' },
    ]);
    const newer = new Map(report.tables).set('talk', talks);
    const [line] = await importing(group, [await resealed(ours, group, report, newer)]);
    expect(line).toMatchObject({ outcome: 'applied', added: 30, withheld: 2, refused: 0, total: 32 });
    const held = group.ledger().read((db) => db.all('SELECT register, rows FROM withheld_register'));
    expect(held).toEqual([{ register: 'talk', rows: 2 }]);
  });

  it('[X13] reads what has many rows in its turn, and names there what is wrong with them', async () => {
    const [one, other, last] = [await county('530141'), await county('530142'), await county('530143')];
    const sticks = await Promise.all(
      [one, other, last].map(async (office) => {
        const report = await opened(group, await seal(office));
        const many = { rows: 60_000, columns: new Map([['word', Array(60_000).fill('一')]]) };
        return resealed(office, group, report, new Map(report.tables).set('talk', many));
      }),
    );
    const claimed = await withOtherCounts(other, sticks[1]!);
    const lines = await importing(group, [sticks[0]!, claimed, sticks[2]!], false);
    const told = [
      { office: one.code, outcome: 'applicable', problem: null, withheld: 60_000 },
      { office: last.code, outcome: 'applicable', problem: null, withheld: 60_000 },
      { office: null, outcome: 'refused', problem: 'bundle_payload_mismatch', total: 0 },
    ];
    expect(inOrder(lines)).toMatchObject(told);
    const applied = await importing(group, [sticks[0]!, claimed, sticks[2]!]);
    expect(inOrder(applied)).toMatchObject(
      told.map((line) => ({ ...line, outcome: line.outcome.replace('applicable', 'applied') })),
    );
  });

  it('[X17] withholds a register of the group that it does not know', async () => {
    const ours = await county('530118');
    const { fileName, content } = await group.client.exchange.exportBundle({ recipient: ours.id });
    const feedback = await opened(ours, { fileName, content });
    const circular = { id: ours.ports.newId(), title: '通报' };
    const tables = new Map(feedback.tables).set('circular', tableOf([circular]));
    const [line] = await importing(ours, [await resealed(group, ours, feedback, tables)]);
    expect(line).toMatchObject({ outcome: 'applied', withheld: 1, refused: 0, total: 1 });
  });
});

describe('a chain', () => {
  it('[X22][X25] is told apart from its doubles, and waits for what it builds on, by number', async () => {
    const ours = await county('530121');
    const first = await seal(ours);
    await importing(group, [first]);
    await acknowledge(ours);
    await change(ours);
    const second = await seal(ours);
    expect(await withoutTrace(group, [first])).toMatchObject([
      { outcome: 'duplicate', problem: null, unchanged: 30 },
    ]);

    const elsewhere = await founded('530129', 'group');
    await elsewhere.client.exchange.trust({ content: (await ours.client.exchange.ownKeys()).content });
    const twin = await opened(group, second);
    const recipient = { officeId: elsewhere.id as never };
    const early = await resealed(ours, elsewhere, twin, twin.tables, { recipient });
    expect(await withoutTrace(elsewhere, [early])).toMatchObject([
      { outcome: 'early', problem: 'bundle_early', waitsFor: 1, refused: 1, total: 1 },
    ]);
  });

  it('[X23][X24] is not held up by a lost stick, and checks it when it is found after all', async () => {
    const ours = await county('530122');
    await importing(group, [await seal(ours)]);
    await acknowledge(ours);
    await change(ours);
    const lost = await seal(ours);
    await change(ours);
    expect(await importing(group, [await seal(ours)])).toMatchObject([
      { outcome: 'applied', sequence: 3, added: 2 },
    ]);
    expect(await importing(group, [lost])).toMatchObject([{ outcome: 'superseded', unchanged: 1, total: 1 }]);
    expect(booksHeld(group.ledger(), ours.code)).toEqual(booksExpected(ours.ledger()));

    await change(ours);
    const next = await seal(ours);
    const report = await opened(group, lost);
    const impostor = await resealed(ours, group, report, report.tables, {
      createdAt: '2021-03-15T09:00:00.000Z' as never,
    });
    expect(await importing(group, [impostor, next])).toMatchObject([
      { outcome: 'fork', problem: 'bundle_fork', sequence: 2 },
      { outcome: 'refused', problem: 'sender_quarantined' },
    ]);
  });

  it('[X26][X27][X28][X29] of a copied data folder forks: kept aside until settled, and never mixed in', async () => {
    const ours = await county('530123');
    const copy = soleOfficeIn(
      join(scratch.folder, 'copy'),
      join(scratch.folder, 'pc-copy'),
      ours.code,
      '2021-03-15',
    );
    offices.push(copy);
    await importing(group, [await seal(ours)]);
    await acknowledge(ours);
    ours.lock();
    cpSync(ours.folder, copy.folder, { recursive: true });
    await ours.unlock();
    await copy.unlock();
    await change(ours);
    await change(copy);
    const [right, wrong] = [await seal(ours), await seal(copy)];
    expect(await importing(group, [right])).toMatchObject([{ outcome: 'applied' }]);
    const books = booksHeld(group.ledger(), ours.code);
    const fork = { outcome: 'fork', problem: 'bundle_fork', sequence: 2, refused: 2, total: 2 };
    expect(await importing(group, [wrong])).toMatchObject([fork]);
    expect(await withoutTrace(group, [wrong])).toMatchObject([fork]);
    expect(await importing(group, [wrong, wrong], false)).toMatchObject([fork, fork]);
    await change(ours);
    const next = await seal(ours);
    const quarantined = { outcome: 'refused', problem: 'sender_quarantined', refused: 2, total: 2 };
    expect(await withoutTrace(group, [next])).toMatchObject([quarantined]);
    expect(booksHeld(group.ledger(), ours.code)).toEqual(books);

    const settle = { office: ours.id, reason: '与县里核对，以右为准' };
    expect(await group.client.exchange.settleFork(settle)).toEqual({ settled: 1 });
    expect(await withoutTrace(group, [wrong])).toMatchObject([{ outcome: 'duplicate' }]);
    expect(await importing(group, [next])).toMatchObject([{ outcome: 'applied', sequence: 3 }]);
    // the copy goes on: its bundles do not link, and one that leaves a gap builds on what lies below the fork
    for (const outcome of ['lost', 'fork', 'lost', 'early'] as const) {
      await change(copy);
      const stick = await seal(copy);
      if (outcome === 'lost') continue;
      expect(await importing(group, [stick])).toMatchObject([{ outcome }]);
      if (outcome === 'fork') await group.client.exchange.settleFork(settle);
    }
    expect(booksHeld(group.ledger(), ours.code)).toEqual(booksExpected(ours.ledger()));
    const received = await group.client.exchange.received({});
    const states = received
      .filter(({ sender }) => sender === ours.id)
      .map(({ sequence, state }) => [sequence, state]);
    expect(states).toContainEqual([2, 'settled']);

    // [X37] the copy hears of an acknowledgement that its own books never earned
    const feedback = await group.client.exchange.exportBundle({ recipient: ours.id });
    expect(await withoutTrace(copy, [feedback])).toMatchObject([
      { outcome: 'refused', problem: 'ack_mismatch' },
    ]);
    expect(await importing(ours, [feedback])).toMatchObject([{ outcome: 'applied' }]);
    // and a gap is no obstacle to the right one, from a base beyond the fork
    await change(ours);
    await seal(ours);
    await change(ours);
    expect(await importing(group, [await seal(ours)])).toMatchObject([{ outcome: 'applied' }]);
    expect(booksHeld(group.ledger(), ours.code)).toEqual(booksExpected(ours.ledger()));
  });

  it('[X36][X37] is countersigned: what the group says it has must be what the office sent', async () => {
    const ours = await county('530124');
    await importing(group, [await seal(ours)]);
    const feedback = await opened(ours, await group.client.exchange.exportBundle({ recipient: ours.id }));
    const sent = async () =>
      (await ours.client.exchange.sent({})).bundles.map(({ acknowledgedAt }) => acknowledgedAt !== null);
    const said = feedback.manifest.acknowledges!;
    expect(said).toMatchObject({ officeId: ours.id, sequence: 1 });
    for (const wrong of [
      { ...said, sequence: 2 },
      { ...said, bundleHash: 'ab'.repeat(32) },
      { ...said, auditHead: { ...said.auditHead, hash: 'ab'.repeat(32) } },
      { ...said, auditHead: { ...said.auditHead, seq: 1 } },
      { ...said, epoch: { ...said.epoch, counter: 2 } },
    ]) {
      const stick = await resealed(group, ours, feedback, feedback.tables, { acknowledges: wrong });
      expect(await withoutTrace(ours, [stick])).toMatchObject([
        { outcome: 'refused', problem: 'ack_mismatch' },
      ]);
    }
    expect(await sent()).toEqual([false]);
    await importing(ours, [await resealed(group, ours, feedback)]);
    expect(await sent()).toEqual([true]);
    expect(await codeOf(group.client.exchange.settleFork({ office: 'nobody', reason: '无' }))).toBe(
      'not_found',
    );
  });
});
