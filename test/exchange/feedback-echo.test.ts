import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { lastingScratch } from '../support/scratch.ts';
import { opened } from './forge.ts';
import { loading } from './loading.ts';
import { item, openPair, type Pair, remark, take } from './lost-words.ts';
import type { SoleOffice } from './sole-office.ts';

const scratch = lastingScratch();
const pairs: Pair[] = [];
let pair: Pair;
let county: SoleOffice;
let group: SoleOffice;

async function begin(): Promise<void> {
  pair = await openPair(scratch.folder, String(11 + pairs.length));
  pairs.push(pair);
  ({ county, group } = pair);
}

afterAll(() => {
  for (const one of pairs) one.close();
  scratch.remove();
});

describe('what a group has lost', () => {
  beforeEach(begin);

  it('[X107][X108][X109] comes back from the office, as it was signed, with what became of it', async () => {
    const kept = await pair.said(item('台账不实'));
    await pair.hear();
    const restore = await pair.remembered();
    const lost = [await pair.said(item('有案不立')), await pair.said(remark('请附照片'))];
    await pair.hear();
    await pair.report();
    lost.push(await pair.said(remark('请再附一张')));
    await pair.hear();
    const held = pair.wordsAt(county);
    expect(held).toHaveLength(4);

    await restore();
    expect(pair.ids(group)).toEqual([kept]);
    expect(pair.missing()).toBe(0);
    expect(await pair.hear()).toMatchObject({ outcome: 'applied', full: true, regained: 0 });
    expect(pair.missing()).toBe(3);
    expect(pair.wordsAt(county)).toEqual(held);

    const told = await county.client.exchange.exportPreview({});
    const stick = await pair.up();
    const parts = await pair.echoIn(stick);
    // the first two came in one bundle, the third in one of its own
    expect(new Set(parts.map(({ bundle }) => bundle)).size).toBe(2);
    const { counts } = (await opened(group, stick)).manifest;
    const { rankCheck, ...leaving } = counts;
    expect(Object.fromEntries(told.tables.map(({ table, rows }) => [table, rows]))).toEqual(leaving);
    expect(leaving.feedbackEcho).toBe(parts.length);
    expect(told.rows).toBe(told.tables.reduce((sum, { rows }) => sum + rows, 0));
    const size = Buffer.from(stick.content, 'base64').length;
    expect(Math.abs(told.bytes - size)).toBeLessThan(100);

    const rehearsed = await take(group, stick, false);
    const line = await take(group, stick);
    expect(line).toEqual({ ...rehearsed, outcome: 'applied' });
    expect(line).toMatchObject({ outcome: 'applied', problem: null, regained: 3 });
    expect(line.added + line.changed + line.unchanged + line.withheld + line.refused).toBe(line.total);
    expect(pair.wordsAt(group)).toEqual(held);
    for (const id of lost) expect(pair.stateAt(group, id)).toBe('applied');
    // not acknowledged yet, it is given back again, and nothing comes of it
    expect(await pair.echoIn(await pair.up())).toEqual(parts);
    expect(await pair.report()).toMatchObject({ outcome: 'applied', regained: 0 });

    expect(await pair.hear()).toMatchObject({ added: 0, changed: 0, unchanged: 3, total: 3 });
    expect(pair.missing()).toBe(0);
    const next = await pair.up();
    expect(await pair.echoIn(next)).toEqual([]);
    expect(await take(group, next)).toMatchObject({ outcome: 'applied', regained: 0 });
    expect(pair.wordsAt(group)).toEqual(held);
    expect(pair.wordsAt(county)).toEqual(held);
  });

  it('[X108] comes in as few documents as hold it, and in none that holds what is there', async () => {
    const restore = await pair.remembered();
    await pair.said(remark('请附照片'));
    await pair.hear();
    await pair.said(remark('请再附一张'));
    await pair.hear(true);
    await pair.hear();
    await restore();
    await pair.hear();
    const stick = await pair.up();
    expect(new Set((await pair.echoIn(stick)).map(({ bundle }) => bundle)).size).toBe(1);
    expect(await take(group, stick)).toMatchObject({ outcome: 'applied', regained: 2 });
    expect(pair.states(group)).toEqual(pair.states(county));
  });

  it('[X108] is no change of the registers, but not sent yet; and no database is loaded with it', async () => {
    const restore = await pair.remembered();
    await pair.said(remark('请附照片'));
    await pair.hear();
    await pair.report();
    await restore();
    await pair.hear();
    const beginning = { from: 'preset', preset: '2021-second-batch' } as const;
    const unsent = async () => (await county.client.campaign.beginPreview({ beginning })).unsent.length;
    expect(await unsent()).toBe(1);
    expect(await county.client.exchange.exportPreview({})).toMatchObject({ mayBeNil: true });
    const stick = await county.client.exchange.exportBundle({ nil: true });
    expect(stick.counts).toMatchObject({ feedbackEcho: 1 });
    expect(await unsent()).toBe(0);
    const full = await pair.up(true);
    const { files, lines } = await loading(group, [full]);
    expect(lines).toMatchObject([{ outcome: 'applicable' }]);
    expect([...files.keys()].filter((name) => name.includes('Echo'))).toEqual([]);
    expect(files.get('schema.sql')).not.toContain('Echo');
    expect(pair.wordsAt(group)).toEqual([]);
    expect(await take(group, stick)).toMatchObject({ outcome: 'applied', regained: 1 });
  });

  it('[X109] a draft of the older books stands as it was released, one too that was thrown away since', async () => {
    const [first, second, third] = [
      await pair.drafted(item('台账不实')),
      await pair.drafted(remark('请附照片')),
      await pair.drafted(remark('没有发出')),
    ];
    const restore = await pair.remembered();
    const { rev } = (await group.client.exchange.feedback({})).feedback.find(({ id }) => id === first)!;
    await group.client.exchange.editFeedback({ id: first, rev, problem: '台账不实，数字不符' });
    await pair.release(first, second);
    await pair.hear();
    await restore();
    await group.client.exchange.deleteFeedback({ ids: [second] });
    expect(await pair.comeTogether()).toMatchObject({ regained: 2 });
    const both = pair.wordsAt(county);
    expect(pair.wordsAt(group).filter(({ id }) => id !== third)).toEqual(both);
    expect(pair.stateAt(group, third)).toBe('draft');
    expect(JSON.stringify(both)).toContain('数字不符');
  });

  it('[X109] what was released anew meanwhile stays, and is answered for all the same', async () => {
    const id = await pair.drafted(remark('请附照片'));
    const restore = await pair.remembered();
    await pair.release(id);
    await pair.hear();
    await restore();
    await pair.hear();
    expect(pair.missing()).toBe(1);
    const stick = await pair.up();
    group.ports.setDate('2021-04-20');
    await pair.release(id);
    expect(await take(group, stick)).toMatchObject({ outcome: 'applied', regained: 0 });
    expect(await pair.hear()).toMatchObject({ outcome: 'applied', unchanged: 1 });
    expect(pair.missing()).toBe(0);
    await pair.report();
    expect(pair.stateAt(group, id)).toBe('applied');
  });

  it('[X109] a template comes back with the row that hands it down', async () => {
    const restore = await pair.remembered();
    const id = await pair.said({ kind: 'template', template: { kind: 'campaign' } });
    await pair.hear();
    const { rev } = await county.client.campaign.current();
    await restore();
    expect(await pair.comeTogether()).toMatchObject({ regained: 1 });
    expect(pair.stateAt(group, id)).toBe('released');
    const templates = (office: SoleOffice) =>
      office.ledger().read((db) => db.all('SELECT id, kind, name, content FROM template WHERE deleted = 0'));
    expect(templates(group)).toEqual(templates(county));
    await county.client.exchange.adoptTemplate({ id, rev });
    await pair.report();
    expect(pair.stateAt(group, id)).toBe('applied');
  });

  it('[X107] a second loss is found anew, and comes back as the first did', async () => {
    const restore = await pair.remembered();
    await pair.said(item('有案不立'));
    await pair.hear();
    await restore();
    expect(await pair.comeTogether()).toMatchObject({ regained: 1 });
    await restore();
    expect(pair.wordsAt(group)).toEqual([]);
    expect(await pair.comeTogether()).toMatchObject({ regained: 1 });
    expect(pair.states(group)).toEqual(pair.states(county));
  });

  it('[X107][X110] comes back where the group has replaced its keys, too', async () => {
    const restore = await pair.remembered();
    await pair.said(item('有案不立'));
    await pair.hear();
    await restore();
    await group.client.exchange.replaceKeys({ reason: '换了电脑' });
    const { content } = await group.client.exchange.ownKeys();
    await county.client.exchange.trust({ content, reason: '双方核对后重新开始' });
    expect(await pair.comeTogether()).toMatchObject({ regained: 1 });
    expect(pair.states(group)).toEqual(pair.states(county));
  });

  it('[X110] comes back under keys that the older books never had, where the bundle says how they followed', async () => {
    const restore = await pair.remembered();
    await group.client.exchange.rotateKeys({ reason: '每年更换' });
    await pair.said(item('有案不立'));
    await pair.hear();
    await restore();
    // the county trusts keys that the group has lost: both begin anew
    await group.client.exchange.replaceKeys({ reason: '新钥随旧数据丢失' });
    const { content } = await group.client.exchange.ownKeys();
    await county.client.exchange.trust({ content, reason: '双方核对后重新开始' });
    expect(await pair.comeTogether()).toMatchObject({ regained: 1 });
    expect(pair.states(group)).toEqual(pair.states(county));
  });

  it('[X107] what was said to books that are closed since is not given back', async () => {
    const restore = await pair.remembered();
    await pair.said(item('有案不立'));
    await pair.hear();
    await restore();
    await pair.hear();
    expect(await pair.echoIn(await pair.up())).toHaveLength(1);
    const { rev } = await county.client.campaign.current();
    await county.client.campaign.begin({ rev, beginning: { from: 'preset', preset: '2021-second-batch' } });
    expect(await pair.report()).toMatchObject({ outcome: 'applied', regained: 0 });
    expect(await pair.hear(true)).toMatchObject({ outcome: 'applied', total: 0 });
    expect(await pair.echoIn(await pair.up(true))).toEqual([]);
  });

  it('[X85][X109] is gone again when the import is taken back, and comes with the next one', async () => {
    const draft = await pair.drafted(remark('请附照片'));
    const restore = await pair.remembered();
    await pair.release(draft);
    await pair.said(item('有案不立'));
    await pair.said({ kind: 'template', template: { kind: 'campaign' } });
    await pair.hear();
    await restore();
    await pair.hear();
    const tables = () =>
      group.ledger().read((db) => ['feedback', 'template'].map((name) => db.all(`SELECT * FROM ${name}`)));
    const before = tables();
    const stick = await pair.up();
    const line = await take(group, stick);
    expect(line).toMatchObject({ outcome: 'applied', regained: 3 });
    expect(tables()).not.toEqual(before);
    await group.client.exchange.undoImport({ sender: county.id, sequence: line.sequence! });
    expect(tables()).toEqual(before);
    expect(await take(group, stick)).toEqual(line);
    expect(await pair.hear()).toMatchObject({ outcome: 'applied', unchanged: line.regained + 1 });
    expect(pair.missing()).toBe(0);
  });
});
