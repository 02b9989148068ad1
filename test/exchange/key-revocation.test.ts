import { cpSync, rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sealBundle } from '../../electron/bundle/bundle.ts';
import { encodeRecord, rotationOf } from '../../electron/bundle/key-records.ts';
import { generateOfficeKeys, type OfficeKeys } from '../../electron/bundle/keys.ts';
import { ownKeys } from '../../electron/exchange/own-keys.ts';
import { lastingScratch } from '../support/scratch.ts';
import { booksExpected, booksHeld, contentDigest } from './books.ts';
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
  const county = await soleOffice(scratch.folder, `5311${number}`);
  const group = await soleOffice(scratch.folder, `5310${number}`, { role: 'group' });
  offices.push(county, group);
  await trustEachOther(county, group);
  await settleCounty(county);
  return [county, group];
}

const keysOf = (office: SoleOffice) => office.ledger().read(ownKeys);
const partyOf = async (at: SoleOffice, of: SoleOffice) =>
  (await at.client.exchange.parties()).find(({ officeId }) => officeId === of.id)!;
const ownFile = async (office: SoleOffice) => (await office.client.exchange.ownKeys()).content;
const summary = (lines: Awaited<ReturnType<typeof importing>>) =>
  lines.map(({ sequence, outcome, problem }) => [sequence, outcome, problem]);
const keptIn = async (office: SoleOffice) =>
  (await office.client.exchange.received({})).map(({ sequence, state }) => [sequence, state]);

/** A bundle under another number, as whoever has the stolen keys could sign it. */
async function stolen(keys: OfficeKeys, stick: Stick, to: SoleOffice, sequence: number): Promise<Stick> {
  const { manifest, tables } = await opened(to, stick);
  const { counts: _, receiptKey: __, payload: ___, formatVersion: ____, suite: _____, ...said } = manifest;
  const place = { sequence, previousHash: 'b2'.repeat(32), headRev: said.headRev + sequence };
  const { bytes } = await sealBundle({ ...said, ...place }, tables, {
    signingSeed: keys.signingSeed,
    recipient: keysOf(to).recipient,
  });
  return { fileName: 'stolen.jyzd', content: Buffer.from(bytes).toString('base64') };
}

describe('keys that were stolen', () => {
  let county: SoleOffice;
  let group: SoleOffice;
  let thief: OfficeKeys;
  let first: Stick;
  let second: Stick;
  let forged: Stick;
  beforeAll(async () => {
    [county, group] = await pairOf('01');
    first = await seal(county);
    second = await seal(county);
    await importing(group, [first]);
    thief = keysOf(county);
    forged = await stolen(thief, first, group, 7);
  });

  it('[X51] fall by a signed revocation from the next number on; what they sign then is kept aside, and stops nothing', async () => {
    const told = await county.client.exchange.revokeKeys({ reason: '电脑失窃' });
    expect(told).toMatchObject({ number: 2, backupProblem: null });
    expect(told.backup).not.toBeNull();
    const [record] = await county.client.exchange.keyRecords();
    expect(record).toMatchObject({ kind: 'revocation', from: { epoch: 1, sequence: 3 }, party: group.id });
    const { content } = record!;
    expect(await group.client.exchange.readKeys({ content })).toMatchObject({
      says: 'revocation',
      reason: '电脑失窃',
      trusted: false,
    });
    const revoked = { epoch: 1, sequence: 3, reason: '电脑失窃' };
    expect(await group.client.exchange.trust({ content })).toMatchObject({ revoked, standing: 0 });
    expect(await group.client.exchange.readKeys({ content })).toMatchObject({ trusted: true });

    const digest = contentDigest(group.ledger());
    const refused = [[7, 'refused', 'bundle_sender_revoked']];
    expect(summary(await importing(group, [forged], false))).toEqual(refused);
    expect(contentDigest(group.ledger())).toBe(digest);
    const [line] = await importing(group, [forged]);
    expect(line).toMatchObject({ office: county.code, added: 0, refused: line!.total });
    expect(summary(await importing(group, [forged]))).toEqual(refused);
    expect(await keptIn(group)).toEqual([
      [7, 'revoked'],
      [1, 'applied'],
    ]);
    expect(summary(await importing(group, [second]))).toEqual([[2, 'applied', null]]);
  });

  it('[X52] are followed by others only after a ceremony, and the chain goes on', async () => {
    const next = await seal(county);
    expect(summary(await importing(group, [next]))).toEqual([[null, 'refused', 'bundle_signature_wrong']]);
    const place = {
      officeId: county.id as never,
      towards: group.id as never,
      from: { epoch: 1, sequence: 3 },
    };
    const usurped = encodeRecord(rotationOf(place, thief, await generateOfficeKeys()));
    const rotation = { content: Buffer.from(usurped).toString('base64') };
    expect(await codeOf(group.client.exchange.trust(rotation))).toBe('keys_do_not_follow');
    const content = await ownFile(county);
    expect(await group.client.exchange.readKeys({ content })).toMatchObject({
      trusted: false,
      replaces: false,
    });
    expect(await group.client.exchange.trust({ content })).toMatchObject({
      generation: 2,
      how: 'ceremony',
      revoked: null,
    });
    expect(summary(await importing(group, [forged, next]))).toEqual([
      [3, 'applied', null],
      [7, 'refused', 'bundle_sender_revoked'],
    ]);
    expect(booksHeld(group.ledger(), county.code)).toEqual(booksExpected(county.ledger()));
    expect(await importing(county, [await seal(group)])).toMatchObject([{ outcome: 'applied' }]);
  });

  it('[X51] fall by hand too, from after the last number applied or a named one, and tell what stands in the books', async () => {
    const revoke = group.client.exchange.revokeParty;
    const reason = '电话核实，密钥遗失';
    expect(await codeOf(revoke({ office: 'nobody', reason }))).toBe('party_unknown');
    const after = { epoch: 1, sequence: 4, reason };
    expect(await revoke({ office: county.id, reason })).toMatchObject({ revoked: after, standing: 0 });
    const from = { epoch: 1, sequence: 3 };
    expect(await revoke({ office: county.id, from, reason })).toMatchObject({
      revoked: { ...from, reason },
      standing: 1,
    });
    expect(await revoke({ office: county.id, reason })).toMatchObject({ revoked: { ...from, reason } });
    expect(summary(await importing(group, [await seal(county)]))).toEqual([
      [4, 'refused', 'bundle_sender_revoked'],
    ]);
  });
});

describe('keys that are gone', () => {
  it('[X53] of an office restored without them give way to new ones: its chain is closed, a new epoch replaces its books', async () => {
    const [county, group] = await pairOf('02');
    await importing(group, [await seal(county)]);
    county.lock();
    cpSync(county.folder, `${county.folder}-old`, { recursive: true });
    await county.unlock();
    await county.client.exchange.rotateKeys({ reason: '每年更换' });
    await importing(group, [await seal(county)]);
    county.lock();
    rmSync(county.folder, { recursive: true });
    cpSync(`${county.folder}-old`, county.folder, { recursive: true });
    await county.unlock();
    await county.client.office.acceptHistoryLoss({ reason: '数据盘损坏' });
    expect(summary(await importing(group, [await seal(county)]))).toEqual([
      [null, 'refused', 'bundle_key_out_of_turn'],
    ]);

    const epoch = county.ledger().epoch().counter;
    expect(await county.client.exchange.replaceKeys({ reason: '恢复后没有新钥' })).toMatchObject({
      number: 2,
    });
    expect(county.ledger().epoch().counter).toBe(epoch + 1);
    const content = await ownFile(county);
    expect(await group.client.exchange.readKeys({ content })).toMatchObject({
      trusted: false,
      replaces: true,
    });
    expect(await codeOf(group.client.exchange.trust({ content }))).toBe('party_keys_differ');
    const books = booksHeld(group.ledger(), county.code);
    await group.client.exchange.trust({ content, reason: '对方恢复后重新核对' });
    expect(await keptIn(group)).toEqual([
      [2, 'closed'],
      [1, 'closed'],
    ]);
    expect(booksHeld(group.ledger(), county.code)).toEqual(books);
    expect(summary(await importing(group, [await seal(county)]))).toEqual([[1, 'applied', null]]);
    expect(booksHeld(group.ledger(), county.code)).toEqual(booksExpected(county.ledger()));
    expect(await importing(county, [await seal(group)])).toMatchObject([{ outcome: 'applied' }]);
    expect(await importing(group, [await seal(county)])).toMatchObject([{ outcome: 'applied' }]);
  });

  it('[X53] of an office set up anew make room for its successor, which takes its place in the books', async () => {
    const [county, group] = await pairOf('03');
    await importing(group, [await seal(county)]);
    await importing(county, [await seal(group)]);
    const anew = await soleOffice(`${scratch.folder}/anew`, county.code);
    offices.push(anew);
    await settleCounty(anew);
    const content = await ownFile(anew);
    const { trust } = group.client.exchange;
    expect(await codeOf(trust({ content }))).toBe('party_code_taken');
    expect(await codeOf(trust({ content, succeeds: county.id }))).toBe('missing_field');
    expect(await codeOf(trust({ content, succeeds: anew.id, reason: '重建' }))).toBe('party_unknown');
    await trust({ content, succeeds: county.id, reason: '原机报废，重新建账' });
    await anew.client.exchange.trust({ content: await ownFile(group) });
    expect(await group.client.exchange.parties()).toMatchObject([{ officeId: anew.id, generation: 2 }]);
    expect(summary(await importing(group, [await seal(county)]))).toEqual([
      [null, 'refused', 'bundle_sender_unknown'],
    ]);
    expect(summary(await importing(group, [await seal(anew)]))).toEqual([[1, 'applied', null]]);
    expect(booksHeld(group.ledger(), anew.code)).toEqual(booksExpected(anew.ledger()));
    expect(await importing(anew, [await seal(group)])).toMatchObject([{ outcome: 'applied' }]);
  });
});

describe('the ceremony', () => {
  it('[X54] compares what was typed from the paper, and keeps who pinned the keys, when and how', async () => {
    const county = await soleOffice(scratch.folder, '531104');
    const group = await soleOffice(scratch.folder, '531004', { role: 'group' });
    offices.push(county, group);
    const { content, fingerprint } = await group.client.exchange.ownKeys();
    const groups = fingerprint.split(' ');
    const digits = groups[2]!;
    const { trust } = county.client.exchange;
    const wrong = digits === '00000' ? '00001' : '00000';
    const one = { group: 3, digits };
    for (const compared of [[{ group: 3, digits: wrong }], [one, { group: 4, digits: wrong }]])
      expect(await codeOf(trust({ content, compared }))).toBe('fingerprint_differs');
    expect(await county.client.exchange.parties()).toEqual([]);
    await trust({ content, compared: [one, { group: 8, digits: groups[7]! }] });
    expect(await partyOf(county, group)).toMatchObject({
      generation: 1,
      how: 'ceremony',
      pinnedBy: 'sole',
      pinnedAt: expect.stringMatching(/^2021-03-15T/),
      revoked: null,
    });
  });
});
