import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenedBundle, sealBundle } from '../../electron/bundle/bundle.ts';
import type { BundleStatement } from '../../electron/bundle/manifest.ts';
import { ownKeys } from '../../electron/exchange/own-keys.ts';
import { lastingScratch } from '../support/scratch.ts';
import { opened, type Rows, rowsOf, type Stick, tableOf } from './forge.ts';
import { documentIn, openPair, type Pair, partsFor, remark, take } from './lost-words.ts';
import { type SoleOffice, soleOffice, trustEachOther } from './sole-office.ts';

const scratch = lastingScratch();
const offices: SoleOffice[] = [];
let pair: Pair;
let county: SoleOffice;
let group: SoleOffice;
let otherCounty: SoleOffice;
let otherGroup: SoleOffice;
let genuine: OpenedBundle;

async function founded(code: string, role: 'office' | 'group', trusted: SoleOffice): Promise<SoleOffice> {
  const office = await soleOffice(scratch.folder, code, { role, today: '2021-04-18' });
  offices.push(office);
  await trustEachOther(office, trusted);
  return office;
}

beforeAll(async () => {
  pair = await openPair(scratch.folder, '01');
  ({ county, group } = pair);
  offices.push(county, group);
  genuine = await opened(county, await pair.down());
  otherCounty = await founded('530199', 'office', group);
  otherGroup = await founded('530099', 'group', county);
  await trustEachOther(otherCounty, otherGroup);
});

afterAll(() => {
  for (const office of offices) office.lock();
  scratch.remove();
});

const idOf = ({ ports }: SoleOffice) => ports.newId();
const units = () => group.client.personnel.units({ office: county.id });
const seedOf = (office: SoleOffice) => office.ledger().read(ownKeys).signingSeed;
const allSaid = () => group.ledger().read((db) => db.all('SELECT * FROM feedback ORDER BY pk'));

/** A remark that the group has never heard of. */
const wordRow = (): Rows[number] => ({
  ...{ id: idOf(group), kind: 'remark', subject: null, subjectRev: null, category: null, problem: null },
  ...{ dueOn: null, reason: '同意，不必再报', on: 7778, rev: 1 },
});

/** A document with that remark, as it would be if nobody but its signer had a say in it. */
async function worded(
  signer: SoleOffice,
  changes: Partial<BundleStatement> = {},
  row = wordRow(),
  seed = seedOf(signer),
): Promise<Buffer> {
  const { counts, receiptKey, payload, formatVersion, suite, rotations, ...said } = genuine.manifest;
  const place = { epoch: { id: idOf(group), counter: 1 }, sequence: 1, previousHash: null };
  const statement = { ...said, ...place, full: true, baseRev: 0, headRev: 9, ...changes };
  const recipient = county.ledger().read(ownKeys).recipient;
  const { bytes } = await sealBundle(statement, new Map([['feedback', tableOf([row])]]), {
    signingSeed: seed,
    recipient,
  });
  const content = Buffer.from(bytes).toString('base64');
  return documentIn(county, { fileName: 'forged.jyzd', content });
}

let reports = 0;
/** What comes of a report that gives it back, which brings a unit too. */
async function givenBack(document: Uint8Array) {
  reports += 1;
  const { id } = await county.client.personnel.createUnit({ name: `县局${reports}` });
  const before = allSaid();
  const line = await take(group, await pair.echoing(partsFor(document)));
  expect(line).toMatchObject({ outcome: 'applied', problem: null });
  expect(line.added + line.changed + line.unchanged).toBe(line.total);
  expect((await units()).map((unit) => unit.id)).toContain(id);
  if (line.regained === 0) expect(allSaid()).toEqual(before);
  return line.regained;
}

describe('nobody puts words into a group’s mouth', () => {
  it('[X110] what it signed itself, for that office, is taken back', async () => {
    expect(await givenBack(await worded(group))).toBe(1);
  });

  it('[X110] not the office that reports, under its own key, in the group’s name or its own', async () => {
    const { id: officeId, code } = county;
    expect(await givenBack(await worded(county))).toBe(0);
    const sender = { officeId: officeId as never, code, name: 'x', demo: false };
    expect(await givenBack(await worded(county, { sender }))).toBe(0);
  });

  it('[X110] not another group, though it be a group of that office', async () => {
    expect(await givenBack(await worded(otherGroup))).toBe(0);
    const { id: officeId, code } = otherGroup;
    const sender = { officeId: officeId as never, code, name: 'x', demo: false };
    expect(await givenBack(await worded(otherGroup, { sender }))).toBe(0);
    await otherGroup.client.exchange.draftFeedback({ office: county.id, ...remark('不同意') });
    const [draft] = (await otherGroup.client.exchange.feedback({})).feedback;
    await otherGroup.client.exchange.releaseFeedback({ ids: [draft!.id] });
    const stick: Stick = await otherGroup.client.exchange.exportBundle({ recipient: county.id });
    expect(await givenBack(await documentIn(county, stick))).toBe(0);
  });

  it('[X110] not with what the group said to another office, or is no feedback', async () => {
    expect(await givenBack(await worded(group, { recipient: { officeId: otherCounty.id as never } }))).toBe(
      0,
    );
    expect(await givenBack(await worded(group, { kind: 'template' }))).toBe(0);
  });

  it('[X110] not with a byte that is other than it was signed, nor with half of it', async () => {
    const document = await worded(group);
    const end = document.length;
    for (const at of [0, 12, 30, 60, end - 100, end - 2]) {
      const changed = Buffer.from(document);
      changed[at]! ^= 1;
      expect([at, await givenBack(changed)]).toEqual([at, 0]);
    }
    const [was, is] = ['不必再报', '务必再报'].map((words) => Buffer.from(words));
    const rewritten = Buffer.from(document);
    is!.copy(rewritten, document.indexOf(was!));
    expect(rewritten.equals(document)).toBe(false);
    expect(await givenBack(rewritten)).toBe(0);
    expect(await givenBack(document.subarray(0, end - 10))).toBe(0);
    expect(await givenBack(document)).toBe(1);
  });

  it('[X110] and nothing of what it holds is changed by its own words of once', async () => {
    const id = await pair.said(remark('请附照片'));
    const stick = await pair.down(true);
    await take(county, stick);
    await pair.report();
    expect(await givenBack(await documentIn(county, stick))).toBe(0);
    // nor by words of its own that say something else under that id
    const row = { ...wordRow(), id };
    expect(await givenBack(await worded(group, {}, row))).toBe(0);
  });

  it('[X18][X110] parts that do not belong together, and cells that are none, are no report', async () => {
    const document = await worded(group);
    const [part] = partsFor(document);
    const wrong: Rows[] = [
      [{ ...part!, part: 1 }],
      [part!, { ...part!, part: 2 }],
      [part!, { ...part! }],
      [{ ...part!, content: '不是' }],
      [{ ...part!, content: '' }],
      [{ ...part!, bundle: 'AB'.repeat(32) }],
      [{ ...part!, part: -1 }],
    ];
    const before = allSaid();
    for (const [at, rows] of wrong.entries()) {
      const line = await take(group, await pair.echoing(rows));
      expect([at, line.outcome, line.problem]).toEqual([at, 'refused', 'bundle_row_invalid']);
    }
    expect(allSaid()).toEqual(before);
  });

  it('[X109] one document that brings something makes its own parts added, and no other', async () => {
    const documents = [await worded(group), await worded(county)];
    const [good, bad] = documents.map((document, at) => partsFor(document, `${at}`.repeat(64)));
    const plain = await opened(group, await pair.up());
    const rows = [...good!, ...bad!];
    const line = await take(group, await pair.echoing(rows));
    const counted = [...plain.tables].filter(([name]) => name !== 'rankCheck');
    expect(line.total).toBe(counted.reduce((sum, [, table]) => sum + table.rows, 0) + rows.length);
    expect(line).toMatchObject({ outcome: 'applied', regained: 1 });
    expect(rowsOf(plain, 'feedbackEcho')).toEqual([]);
    expect(line.added).toBe(good!.length);
  });

  it('[X110] keys that the group let fall sign nothing from their fall on, and what they signed before counts', async () => {
    const stolen = seedOf(group);
    await group.client.exchange.revokeKeys({ reason: '电脑失窃' });
    const records = await group.client.exchange.keyRecords();
    const { from, content } = records.find(({ party }) => party === county.id)!;
    const { epoch, sequence } = from;
    await county.client.exchange.trust({ content });
    await county.client.exchange.trust({ content: (await group.client.exchange.ownKeys()).content });
    const place = (number: number) => ({
      ...{ epoch: { id: idOf(group), counter: epoch }, sequence: number },
      ...{ previousHash: 'ab'.repeat(32), full: false },
    });
    expect(await givenBack(await worded(group, place(sequence), wordRow(), stolen))).toBe(0);
    expect(await givenBack(await worded(group, place(sequence - 1)))).toBe(0);
    expect(await givenBack(await worded(group, place(sequence - 1), wordRow(), stolen))).toBe(1);
    expect(await givenBack(await worded(group, place(sequence)))).toBe(1);
  });
});
