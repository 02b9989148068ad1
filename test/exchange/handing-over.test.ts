import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Volume } from '../../electron/store/volumes.ts';
import { lastingScratch } from '../support/scratch.ts';
import { settleCounty } from './county-work.ts';
import { codeOf, importing, seal } from './forge.ts';
import { type SoleOffice, soleOffice, trustEachOther } from './sole-office.ts';

const scratch = lastingScratch();
let county: SoleOffice;
let group: SoleOffice;
let other: SoleOffice;
const media = (name: string) => {
  const folder = join(scratch.folder, name);
  mkdirSync(folder, { recursive: true });
  return folder;
};

beforeAll(async () => {
  county = await soleOffice(scratch.folder, '530101');
  other = await soleOffice(scratch.folder, '530102');
  group = await soleOffice(scratch.folder, '530100', { role: 'group' });
  await trustEachOther(county, group);
  await trustEachOther(other, group);
  await settleCounty(county);
});

afterAll(() => {
  for (const one of [county, group, other]) one.lock();
  scratch.remove();
});

/** A number sealed for the only party, or for the named one. */
const sealed = async (from: SoleOffice, recipient?: string) => {
  const { sequence, recipient: to, ...told } = await from.client.exchange.exportBundle({ recipient });
  return { bundle: { recipient: to, sequence }, ...told };
};
const write = (from: SoleOffice, place: string, bundles: { recipient: string; sequence: number }[]) =>
  from.client.exchange.writeBundle({ place, bundles, medium: 'U-07' });
const line = async (at: SoleOffice, sequence: number) => {
  const { lines } = await at.client.exchange.ledgerSent({});
  return lines.find((one) => one.sequence === sequence);
};
/** The same medium, as the system would tell of one that differs. */
const pretend = async (at: SoleOffice, told: Partial<Volume>, act: () => Promise<void>) => {
  const { volumes } = at.ports;
  at.ports.volumes = {
    list: async () => (await volumes.list()).map((one) => ({ ...one, ...told })),
    of: async (folder) => {
      const volume = await volumes.of(folder);
      return volume && { ...volume, ...told };
    },
  };
  await act();
  at.ports.volumes = volumes;
};

describe('a bundle on its way to the medium', () => {
  it('[X65] is written, read back, and counts as written on that medium; the file is the one that was sealed', async () => {
    const stick = media('first');
    const { bundle, content, fileName, bytes } = await sealed(county);
    expect(await line(county, bundle.sequence)).toMatchObject({ state: 'sealed', kept: true, bytes });
    const { safeToRemove, files } = await write(county, stick, [bundle]);
    expect(safeToRemove).toBe(true);
    expect(files).toEqual([{ ...bundle, fileName, bytes, path: join(stick, fileName) }]);
    expect(readFileSync(join(stick, fileName)).toString('base64')).toBe(content);
    expect(readdirSync(stick)).toEqual([fileName]);
    expect(await line(county, bundle.sequence)).toMatchObject({ state: 'written', medium: 'U-07', fileName });
  });

  it('[X65] leaves a medium as it is that has too little room, is too small in its format, or cannot be written to', async () => {
    const stick = media('small');
    const { bundle, bytes } = await sealed(county);
    const refused = () => codeOf(write(county, stick, [bundle]));
    await pretend(county, { freeBytes: bytes }, async () => expect(await refused()).toBe('medium_full'));
    await pretend(county, { writable: false }, async () => expect(await refused()).toBe('place_unwritable'));
    expect(await codeOf(write(county, join(stick, 'none'), [bundle]))).toBe('place_missing');
    expect(await codeOf(write(county, 'relative', [bundle]))).toBe('place_missing');
    for (const books of [county.folder, county.ports.applicationData])
      expect(await codeOf(write(county, books, [bundle]))).toBe('place_own_books');
    expect(readdirSync(stick)).toEqual([]);
    expect(await line(county, bundle.sequence)).toMatchObject({ state: 'sealed', writtenAt: null });
  });

  it('[X65] tells the largest file of a FAT medium, and refuses a larger one', async () => {
    const stick = media('fat');
    const { bundle } = await sealed(county);
    county.ports.media = [stick];
    await pretend(county, { fileSystem: 'fat' }, async () => {
      const [place] = await county.client.exchange.places();
      expect(place).toMatchObject({ path: stick, fileSystem: 'fat', largestFile: 4 * 1024 ** 3 - 1 });
    });
    // no file of this size is made here: the books are told that the kept one had it
    const noted = (bytes: number) =>
      county.ledger().write(0, 'test', (open) => {
        open.run('UPDATE sent_bundle SET bytes = ? WHERE sequence = ?', bytes, bundle.sequence);
      });
    noted(4 * 1024 ** 3);
    await pretend(county, { fileSystem: 'fat', freeBytes: 2 ** 40 }, async () =>
      expect(await codeOf(write(county, stick, [bundle]))).toBe('medium_file_too_large'),
    );
    expect(readdirSync(stick)).toEqual([]);
  });

  it('[X65] writes many at once, each into the folder of its office where that is asked for', async () => {
    const stick = media('many');
    const bundles = [(await sealed(group, county.id)).bundle, (await sealed(group, other.id)).bundle];
    const { files } = await group.client.exchange.writeBundle({
      ...{ place: stick, bundles, folderPerOffice: true },
    });
    expect(readdirSync(stick).sort()).toEqual(['530101', '530102']);
    for (const { path } of files) expect(existsSync(path)).toBe(true);
    group.ports.media = [stick];
    const [place] = await group.client.exchange.places();
    expect(place?.bundles.map(({ fileName, known }) => [fileName.split('/')[0], known])).toEqual([
      ['530101', 'current'],
      ['530102', 'current'],
    ]);
    const { files: keys } = await group.client.exchange.writeKeys({ place: stick });
    expect(keys).toEqual(['530100.jyzdkeys.json']);
    expect(existsSync(join(stick, '530100.jyzdkeys.json'))).toBe(true);
  });

  it('[X65] names what the system says of a medium that fails while it is written to', async () => {
    const stick = media('sealed-off');
    const { bundle, fileName } = await sealed(county);
    mkdirSync(join(stick, fileName));
    expect(await codeOf(write(county, stick, [bundle]))).toBe('place_unwritable');
    expect(readdirSync(stick)).toEqual([fileName]);
    expect(await line(county, bundle.sequence)).toMatchObject({ state: 'sealed' });
  });

  it('[X66] can be written again as it was until the next one is sealed for that recipient', async () => {
    const [one, two] = [media('lost'), media('found')];
    const { bundle, fileName } = await sealed(county);
    await write(county, one, [bundle]);
    county.lock();
    await county.unlock();
    await write(county, two, [bundle]);
    expect(readFileSync(join(two, fileName))).toEqual(readFileSync(join(one, fileName)));
    await sealed(county);
    expect(await codeOf(write(county, two, [bundle]))).toBe('bundle_not_kept');
    expect(await line(county, bundle.sequence)).toMatchObject({ kept: false });
  });

  it('[X67] clears from a medium only what a later bundle of ours replaces, and what an interruption left', async () => {
    const stick = media('kept');
    const first = await sealed(county);
    await write(county, stick, [first.bundle]);
    const second = await sealed(county);
    await write(county, stick, [second.bundle]);
    const half = second.fileName.replace('.jyzd', '.jyzd.new');
    writeFileSync(join(stick, half), 'half');
    writeFileSync(join(stick, '530101-00001-20210101.jyzd'), 'not ours, whatever it is called');
    writeFileSync(join(stick, 'holiday.jpg'), 'theirs');
    const { content, fileName } = await sealed(group, county.id);
    await importing(county, [{ fileName, content }]);
    writeFileSync(join(stick, fileName), Buffer.from(content, 'base64'));
    county.ports.media = [stick];
    const [place] = await county.client.exchange.places({});
    const known = Object.fromEntries(place!.bundles.map((one) => [one.fileName, one.known]));
    expect(known).toEqual({
      [first.fileName]: 'older',
      [second.fileName]: 'current',
      [half]: 'unfinished',
      '530101-00001-20210101.jyzd': 'foreign',
      [fileName]: 'received',
    });
    const clear = (...files: string[]) => county.client.exchange.clearPlace({ place: stick, files });
    const before = readdirSync(stick);
    for (const kept of [second.fileName, fileName, '530101-00001-20210101.jyzd', 'holiday.jpg', '../lost'])
      expect(await codeOf(clear(first.fileName, kept))).toBe('place_not_ours');
    expect(readdirSync(stick)).toEqual(before);
    expect(await clear(first.fileName, half)).toEqual({ cleared: 2 });
    expect(readdirSync(stick)).toEqual(before.filter((name) => name !== first.fileName && name !== half));
  });
});

describe('a receipt on paper', () => {
  it('[X68] marks a bundle as delivered, whatever the case and look-alikes of its code; a wrong one does nothing', async () => {
    const { bundle, content, fileName, hash } = await sealed(county);
    await importing(group, [{ fileName, content }]);
    const paper = await group.client.exchange.receipt({ sender: county.id, sequence: bundle.sequence });
    expect(paper).toMatchObject({ sender: { code: '530101' }, recipient: { code: '530100' }, hash });
    expect(paper.code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    const enter = (code: string, sequence = bundle.sequence) =>
      county.client.exchange.enterReceipt({ recipient: group.id, sequence, code });
    const wrong = paper.code.replace(/.$/, (last) => (last === '7' ? '8' : '7'));
    expect(await codeOf(enter(wrong))).toBe('receipt_wrong');
    expect(await codeOf(enter(paper.code, bundle.sequence - 1))).toBe('receipt_wrong');
    expect(await codeOf(enter(paper.code, 999))).toBe('not_found');
    expect(await line(county, bundle.sequence)).toMatchObject({ deliveredAt: null });
    const { deliveredAt } = await enter(paper.code.toLowerCase().replace('-', ' ').replaceAll('0', 'o'));
    expect(await line(county, bundle.sequence)).toMatchObject({ state: 'delivered', deliveredAt });
    county.ports.pass(60);
    expect(await enter(paper.code)).toMatchObject({ deliveredAt });
  });

  it('[X68] never moves the base: the next bundle is what it would have been', async () => {
    const before = await county.client.exchange.exportBundle({});
    await importing(group, [before]);
    const asked = { sender: county.id, sequence: before.sequence };
    const { code } = await group.client.exchange.receipt(asked);
    await county.client.exchange.enterReceipt({ recipient: group.id, sequence: before.sequence, code });
    const after = await county.client.exchange.exportBundle({});
    expect(after).toMatchObject({ full: before.full, baseRev: before.baseRev });
  });
});

describe('the two-way ledger', () => {
  it('[X69] says of every number how far it came, names those that never came, and which one holds them', async () => {
    const [west, city] = [
      await soleOffice(join(scratch.folder, 'w'), '530201'),
      await soleOffice(join(scratch.folder, 'w'), '530200', { role: 'group' }),
    ];
    await trustEachOther(west, city);
    const sticks = [];
    for (let number = 1; number <= 6; number += 1) sticks.push(await seal(west));
    const [one, , , four, , six] = sticks;
    await importing(city, [one!, four!, six!]);
    await importing(city, [sticks[2]!]);
    const { total, lines } = await city.client.exchange.ledgerReceived({ party: west.id });
    const told = lines.map(({ sequence, until, state, covered }) => [sequence, until, state, covered]);
    expect(told).toEqual([
      [6, 6, 'applied', true],
      [5, 5, 'missing', true],
      [4, 4, 'applied', true],
      [3, 3, 'superseded', true],
      [2, 2, 'missing', true],
      [1, 1, 'applied', true],
    ]);
    expect(total).toBe(6);
    const rest = await city.client.exchange.ledgerReceived({ party: west.id, offset: 4, limit: 2 });
    expect(rest.lines).toEqual(lines.slice(4));
    expect(await city.client.exchange.ledger({})).toEqual([
      {
        party: west.id,
        sent: { last: null, written: null, delivered: null, acknowledged: null },
        received: {
          ...{ applied: 6, missing: 2, superseded: 1, quarantined: 0 },
          gaps: [
            { from: 2, until: 2 },
            { from: 5, until: 5 },
          ],
        },
      },
    ]);

    await importing(west, [await seal(city)]);
    await seal(west);
    const { lines: sent } = await west.client.exchange.ledgerSent({ party: city.id });
    expect(sent.map(({ sequence, state }) => [sequence, state])).toEqual([
      [7, 'sealed'],
      [6, 'acknowledged'],
      ...[5, 4, 3, 2, 1].map((sequence) => [sequence, 'superseded']),
    ]);
    const last = await west.client.exchange.ledgerSent({ unacknowledged: true });
    expect([last.total, last.lines.map(({ sequence }) => sequence)]).toEqual([1, [7]]);
    const [standing] = await west.client.exchange.ledger({});
    expect(standing!.sent).toEqual({ last: 7, written: null, delivered: null, acknowledged: 6 });
    west.lock();
    city.lock();
  });
});
