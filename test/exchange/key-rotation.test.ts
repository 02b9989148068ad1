import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sealBundle } from '../../electron/bundle/bundle.ts';
import { encodeRecord, rotationOf } from '../../electron/bundle/key-records.ts';
import { generateOfficeKeys, type OfficeKeys } from '../../electron/bundle/keys.ts';
import { exportBundle } from '../../electron/exchange/export-bundle.ts';
import { rotateKeys } from '../../electron/exchange/key-records.ts';
import { ownKeys } from '../../electron/exchange/own-keys.ts';
import { fc } from '../support/properties.ts';
import { lastingScratch } from '../support/scratch.ts';
import { booksExpected, booksHeld } from './books.ts';
import { settleCounty } from './county-work.ts';
import { codeOf, importing, opened, type Stick, seal } from './forge.ts';
import { type SoleOffice, soleOffice, trustEachOther } from './sole-office.ts';

const scratch = lastingScratch();
const offices: SoleOffice[] = [];

afterAll(() => {
  for (const office of offices) office.lock();
  scratch.remove();
});

async function pairOf(number: string): Promise<[SoleOffice, SoleOffice]> {
  const county = await soleOffice(scratch.folder, `5301${number}`);
  const group = await soleOffice(scratch.folder, `5300${number}`, { role: 'group' });
  offices.push(county, group);
  await trustEachOther(county, group);
  await settleCounty(county);
  return [county, group];
}

const rotate = (office: SoleOffice) => office.client.exchange.rotateKeys({ reason: '每年更换' });
const keysOf = (office: SoleOffice) => office.ledger().read(ownKeys);
const partyOf = async (at: SoleOffice, of: SoleOffice) =>
  (await at.client.exchange.parties()).find(({ officeId }) => officeId === of.id)!;
const recordsOf = (office: SoleOffice) => office.client.exchange.keyRecords();
const summary = (lines: Awaited<ReturnType<typeof importing>>) =>
  lines.map(({ sequence, outcome, problem }) => [sequence, outcome, problem]);

/** The same bundle, signed with other keys than the office signed it with. */
async function signedBy(keys: OfficeKeys, stick: Stick, from: SoleOffice, to: SoleOffice): Promise<Stick> {
  const { manifest, tables } = await opened(to, stick);
  const { counts: _, receiptKey: __, payload: ___, formatVersion: ____, suite: _____, ...said } = manifest;
  const { bytes } = await sealBundle(said, tables, {
    signingSeed: keys.signingSeed,
    recipient: keysOf(to).recipient,
  });
  return { fileName: `${from.code}.jyzd`, content: Buffer.from(bytes).toString('base64') };
}

/** Something that leaves with the next bundle. */
async function write(office: SoleOffice): Promise<void> {
  const { id, rev, kind, orderNumber } = (await office.client.personnel.units({}))[0]!;
  await office.client.personnel.updateUnit({ id, rev, kind, orderNumber, name: `法院${rev}` });
}

describe('a rotation at the office', () => {
  let county: SoleOffice;
  let group: SoleOffice;
  beforeAll(async () => {
    [county, group] = await pairOf('01');
  });

  it('[X48] signs with new keys from the next number on, tells each party, keeps pseudonyms, backs up', async () => {
    await importing(group, [await seal(county)]);
    const old = keysOf(county);
    const before = (await county.client.office.backups()).length;
    const told = await rotate(county);
    const fresh = keysOf(county);
    expect(told).toMatchObject({ number: 2, backupProblem: null });
    expect((await county.client.office.backups()).length).toBe(before + 1);
    expect(told.fingerprint).toBe((await county.client.exchange.ownKeys()).fingerprint);
    expect(fresh.pseudonymKey).toEqual(old.pseudonymKey);
    for (const half of ['signingSeed', 'verifyingKey', 'identity', 'recipient'] as const)
      expect(fresh[half]).not.toEqual(old[half]);
    expect(await recordsOf(county)).toMatchObject([
      { party: group.id, kind: 'rotation', from: { epoch: 1, sequence: 2 }, heard: false },
    ]);
  });

  it('[X48] goes along in every bundle until one of them is acknowledged', async () => {
    const [lost, second] = [await seal(county), await seal(county)];
    for (const stick of [lost, second])
      expect((await opened(group, stick)).manifest.rotations).toHaveLength(1);
    expect(summary(await importing(group, [second]))).toEqual([[3, 'applied', null]]);
    expect(await importing(county, [await seal(group)])).toMatchObject([{ outcome: 'applied' }]);
    expect((await recordsOf(county)).map(({ heard }) => heard)).toEqual([true]);
    expect((await opened(group, await seal(county))).manifest.rotations).toBeUndefined();
  });

  it('[X48] is refused when a party has heard of none of the last eight', async () => {
    for (let more = 0; more < 8; more += 1) await rotate(county);
    await expect(county.client.exchange.rotateKeys({ reason: '再换' })).rejects.toMatchObject({
      data: { code: group.code },
    });
    const { number } = await county.client.exchange.ownKeys();
    expect(await codeOf(rotate(county))).toBe('rotation_pending');
    expect((await county.client.exchange.ownKeys()).number).toBe(number);
    expect(summary(await importing(group, [await seal(county)]))).toEqual([[5, 'applied', null]]);
    expect((await partyOf(group, county)).fingerprint).toBe(
      (await county.client.exchange.ownKeys()).fingerprint,
    );
  });

  it('[X48] refuses a bundle that was being sealed with the keys before', async () => {
    await importing(county, [await seal(group)]);
    const request = { recipient: group.id, full: false, asOf: '2021-03-15' as never, nil: false };
    const sealing = exportBundle(county.ledger(), county.ports, request, async (step) => {
      if (step === 'write') await rotateKeys(county.ledger(), '每年更换');
    });
    await expect(sealing).rejects.toMatchObject({ code: 'conflict' });
    expect(summary(await importing(group, [await seal(county)]))).toEqual([[6, 'applied', null]]);
  });

  it('[X48] tells when the backup could not be made: the new keys stand', async () => {
    await importing(county, [await seal(group)]);
    const backups = join(county.folder, 'backups');
    renameSync(backups, `${backups}-aside`);
    writeFileSync(backups, '');
    const told = await rotate(county);
    rmSync(backups);
    renameSync(`${backups}-aside`, backups);
    expect(told.backup).toBeNull();
    expect(['file_unwritable', 'file_unreadable']).toContain(told.backupProblem);
    expect((await county.client.exchange.ownKeys()).number).toBe(told.number);
  });

  it('[X50] opens for ever what was sealed to the keys before', async () => {
    await importing(county, [await seal(group)]);
    const sealedBefore = await seal(group);
    await rotate(county);
    expect(await importing(county, [sealedBefore])).toMatchObject([{ outcome: 'applied' }]);
  });
});

describe('a rotation at the recipient', () => {
  let county: SoleOffice;
  let group: SoleOffice;
  let old: OfficeKeys;
  beforeAll(async () => {
    [county, group] = await pairOf('02');
    old = keysOf(county);
  });

  it('[X49] is taken by the record alone, from a file, and the next bundle to the office is sealed to the new key', async () => {
    await rotate(county);
    const [record] = await recordsOf(county);
    const { content } = record!;
    const { fingerprint } = await county.client.exchange.ownKeys();
    const read = {
      says: 'rotation',
      trusted: false,
      replaces: false,
      fingerprint,
      from: { epoch: 1, sequence: 1 },
    };
    expect(await group.client.exchange.readKeys({ content })).toMatchObject(read);
    expect(await group.client.exchange.trust({ content })).toMatchObject({
      fingerprint,
      generation: 2,
      how: 'rotation',
      pinnedBy: 'sole',
      revoked: null,
      standing: 0,
    });
    expect(await group.client.exchange.readKeys({ content })).toMatchObject({ ...read, trusted: true });
    expect(await group.client.exchange.trust({ content })).toMatchObject({ generation: 2 });
    const feedback = await seal(group);
    expect((await opened(county, feedback)).manifest.sequence).toBe(1); // opened with the newest identity alone
  });

  it('[X49] refuses the old key from the number on, the new one before it, and names which', async () => {
    const first = await seal(county);
    expect(summary(await importing(group, [await signedBy(old, first, county, group)]))).toEqual([
      [null, 'refused', 'bundle_key_out_of_turn'],
    ]);
    expect(summary(await importing(group, [first]))).toEqual([[1, 'applied', null]]);
    const between = keysOf(county);
    const second = await seal(county);
    await rotate(county);
    const third = await seal(county);
    expect(summary(await importing(group, [third]))).toEqual([[3, 'applied', null]]);
    const early = await signedBy(keysOf(county), second, county, group);
    const late = await signedBy(between, third, county, group);
    expect(summary(await importing(group, [early, late]))).toEqual([
      [null, 'refused', 'bundle_key_out_of_turn'],
      [null, 'refused', 'bundle_key_out_of_turn'],
    ]);
    expect(summary(await importing(group, [second]))).toEqual([[2, 'superseded', null]]);
  });

  it('[X49] takes no rotation of others, of another party, or that leaves out one in between', async () => {
    const stranger = await generateOfficeKeys();
    const file = (record: Parameters<typeof encodeRecord>[0]) => ({
      content: Buffer.from(encodeRecord(record)).toString('base64'),
    });
    const place = {
      officeId: county.id as never,
      towards: group.id as never,
      from: { epoch: 1, sequence: 9 },
    };
    const own = keysOf(county);
    const trust = group.client.exchange.trust;
    expect(await codeOf(trust(file(rotationOf(place, stranger, stranger))))).toBe('keys_do_not_follow');
    expect(await codeOf(trust(file(rotationOf(place, old, stranger))))).toBe('keys_do_not_follow');
    const elsewhere = { ...place, towards: county.id as never };
    expect(await codeOf(trust(file(rotationOf(elsewhere, own, stranger))))).toBe('keys_not_for_us');
    const unknown = { ...place, officeId: '0c0e0a10-0000-4000-8000-000000000003' as never };
    expect(await codeOf(trust(file(rotationOf(unknown, own, stranger))))).toBe('party_unknown');
    const forged = file(rotationOf(place, own, stranger));
    const broken = Buffer.from(forged.content, 'base64').toString().replace('"sequence": 9', '"sequence": 8');
    expect(await codeOf(trust({ content: Buffer.from(broken).toString('base64') }))).toBe(
      'keys_signature_wrong',
    );
    expect((await partyOf(group, county)).generation).toBe(3);
  });

  it('[X49] leaves a group the books of its office, in whatever order bundles around rotations come or are lost', async () => {
    let rotations = 0;
    let lost = 0;
    const plan = fc.record({
      rotates: fc.array(fc.boolean(), { minLength: 3, maxLength: 5 }),
      order: fc.array(fc.nat(1000), { minLength: 5, maxLength: 5 }),
      losses: fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
    });
    await fc.assert(
      fc.asyncProperty(plan, async ({ rotates, order, losses }) => {
        const sticks: Stick[] = [];
        for (const isRotated of rotates) {
          await write(county);
          if (isRotated) await rotate(county);
          rotations += Number(isRotated);
          sticks.push(await seal(county));
        }
        const arriving = sticks.filter((_, at) => at === sticks.length - 1 || !losses[at]);
        lost += sticks.length - arriving.length;
        const shuffled = arriving
          .map((stick, at) => ({ stick, at: order[at] ?? 0 }))
          .sort((one, other) => one.at - other.at);
        for (const { stick } of shuffled) {
          const [line] = await importing(group, [stick]);
          expect(['applied', 'superseded']).toContain(line!.outcome);
        }
        expect(booksHeld(group.ledger(), county.code)).toEqual(booksExpected(county.ledger()));
        const { fingerprint } = await county.client.exchange.ownKeys();
        expect((await partyOf(group, county)).fingerprint).toBe(fingerprint);
        await importing(county, [await seal(group)]);
      }),
      { numRuns: 10 },
    );
    expect(rotations).toBeGreaterThan(4);
    expect(lost).toBeGreaterThan(2);
  }, 60_000);
});
