import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  integer,
  optional,
  packColumns,
  packRows,
  text,
  unpackRows,
} from '../../electron/exchange/columns.ts';
import type { ApiClient } from '../../electron/transport/in-process.ts';
import { calendarDate } from '../../shared/vocabulary/dates.ts';
import { fc } from '../support/properties.ts';
import { lastingScratch } from '../support/scratch.ts';
import { contentDigest } from './books.ts';
import { changed, codeOf, importing, opened, resealed, rowsOf, type Stick, seal } from './forge.ts';
import { type SoleOffice, soleOffice, trustEachOther } from './sole-office.ts';

const TODAY = '2021-04-06';
const scratch = lastingScratch();
let county: SoleOffice;
let other: SoleOffice;
let group: SoleOffice;
let item: string;
let round: string;

beforeAll(async () => {
  county = await soleOffice(scratch.folder, '530101', { today: TODAY });
  other = await soleOffice(scratch.folder, '530102', { today: TODAY });
  group = await soleOffice(scratch.folder, '530100', { role: 'group', today: TODAY });
  await trustEachOther(county, group);
  await trustEachOther(other, group);
  item = await issuedItem();
  round = (await county.client.selfInspection.rounds({}))[0]!.id;
  await report(county);
  await report(other);
});

afterAll(() => {
  for (const one of [county, other, group]) one.lock();
  scratch.remove();
});

async function issuedItem(): Promise<string> {
  const unit = await county.client.personnel.createUnit({ name: '县公安局' });
  const { id, rev } = await county.client.rectification.draftItem({
    ...{
      source: 'officeInspection',
      category: 'cases-not-handled',
      problem: '有案不立',
      measures: '逐案复核',
    },
    ...{ leader: '李', owner: '王', unit: unit.id, dueOn: calendarDate('2021-05-01') },
  });
  await county.client.rectification.moveItem({ id, rev, move: 'issue' });
  return id;
}

const take = async (to: SoleOffice, stick: Stick, apply = true) => (await importing(to, [stick], apply))[0]!;
const report = async (from: SoleOffice) => take(group, await sealedFor(from, group));
const hear = async (to: SoleOffice) => take(to, await sealedFor(group, to));

async function sealedFor(from: SoleOffice, to: SoleOffice): Promise<Stick> {
  return from === group ? from.client.exchange.exportBundle({ recipient: to.id }) : seal(from);
}

type Draft = Omit<Parameters<ApiClient['exchange']['draftFeedback']>[0], 'office'>;
const draft = async (said: Draft) => {
  const to = said.offices ? said : { office: county.id, ...said };
  return (await group.client.exchange.draftFeedback(to)).ids;
};
const release = (ids: string[]) => group.client.exchange.releaseFeedback({ ids });
const said = async (said: Draft) => {
  const ids = await draft(said);
  await release(ids);
  return ids;
};
const rowOf = async (at: SoleOffice, id: string) =>
  (await at.client.exchange.feedback({})).feedback.find((row) => row.id === id);

describe('columns that came later', () => {
  const columns = { id: integer(0, 99), note: optional(text(9)) };
  const rows = fc.array(fc.record({ id: fc.nat(99), note: fc.option(fc.string({ maxLength: 9 })) }), {
    minLength: 1,
  });

  it('[X77] stand in a table where some row has a value, and are read as empty where they are not there', () => {
    fc.assert(
      fc.property(rows, (given) => {
        const table = packRows(columns, given);
        expect(table.columns.has('note')).toBe(given.some(({ note }) => note !== null));
        expect(unpackRows(columns, 'some', table)).toEqual(given);
        const byColumn = { id: given.map(({ id }) => id), note: given.map(({ note }) => note) };
        expect(packColumns(columns, byColumn)).toEqual(table);
      }),
    );
    const early = { rows: 2, columns: new Map([['id', [1, 2]]]) };
    expect(unpackRows(columns, 'some', early).map(({ note }) => note)).toEqual([null, null]);
    const later = {
      rows: 1,
      columns: new Map([
        ['id', [1]],
        ['colour', ['red']],
      ]),
    };
    expect(() => unpackRows(columns, 'some', later)).toThrow('bundle_newer_register');
  });
});

describe('a remark', () => {
  it('[X77][X78] names a record and its field, is read with an answer, and both go back', async () => {
    const [general] = await said({ kind: 'remark', reason: '周报请按时' });
    const plain = await opened(county, await sealedFor(group, county));
    expect([...plain.tables.get('feedback')!.columns.keys()]).not.toContain('field');
    const [due] = await said({ kind: 'remark', subject: item, field: 'dueOn', reason: '时限偏长' });
    const [filings] = await said({
      ...{ kind: 'remark', register: 'round', subject: round, field: 'filings', reason: '请核对人数' },
    });
    expect(await hear(county)).toMatchObject({ outcome: 'applied', added: 3, total: 3, notApplicable: 0 });
    const { feedback: told } = await county.client.exchange.feedback({ subject: item });
    expect(told).toMatchObject([
      { id: due, register: 'item', field: 'dueOn', subjectName: '2021-1', readOn: null, state: 'applied' },
    ]);
    expect(await rowOf(county, filings!)).toMatchObject({ register: 'round', field: 'filings' });
    expect(await rowOf(county, general!)).toMatchObject({ register: null, subject: null });
    const unread = async () => {
      const { matters } = await county.client.workList.matters();
      const count = matters.find(({ kind }) => kind === 'remarkUnread')?.count ?? 0;
      const list = await county.client.exchange.feedback({ matter: 'remarkUnread' });
      expect(list.total).toBe(count);
      return count;
    };
    expect(await unread()).toBe(3);

    const read = await county.client.exchange.readRemark({ id: due!, reply: '已改为五月底' });
    expect(read).toMatchObject({ readOn: TODAY, readBy: 'sole', reply: '已改为五月底' });
    await county.client.exchange.readRemark({ id: general! });
    expect(await unread()).toBe(1);
    await report(county);
    expect(await rowOf(group, due!)).toMatchObject({ readOn: TODAY, readBy: null, reply: '已改为五月底' });
    expect(await rowOf(group, general!)).toMatchObject({ readOn: TODAY, reply: null });
    expect(await rowOf(group, filings!)).toMatchObject({ state: 'applied', readOn: null });

    await county.client.exchange.readRemark({ id: due!, reply: '再改' });
    await report(county);
    expect(await rowOf(group, due!)).toMatchObject({ readOn: TODAY, reply: '再改' });
  });

  it('[X78] stands beside no field that its record has not', async () => {
    const wrong = { kind: 'remark' as const, reason: '看', field: 'venues' as const };
    expect(await codeOf(draft({ ...wrong, subject: item }))).toBe('invalid_input');
    expect(await codeOf(draft({ ...wrong, register: 'session', subject: item }))).toBe('not_found');
    const note = { kind: 'item' as const, problem: '看', field: 'problem' as const };
    expect(await codeOf(draft(note))).toBe('invalid_input');
    await said({ kind: 'remark', subject: item, field: 'owner', reason: '换人' });
    const bundle = await opened(county, await sealedFor(group, county));
    const before = contentDigest(county.ledger());
    for (const field of ['venues', 'colour']) {
      const tables = changed(bundle.tables, 'feedback', (rows) => rows.with(-1, { ...rows.at(-1)!, field }));
      (tables as Map<string, unknown>).delete('rankCheck');
      const line = await take(county, await resealed(group, county, bundle, tables));
      expect(line).toMatchObject({ outcome: 'refused', problem: 'bundle_row_invalid' });
    }
    expect(contentDigest(county.ledger())).toBe(before);
    expect(await hear(county)).toMatchObject({ outcome: 'applied', added: 1 });
  });
});

describe('the rehearsal of feedback', () => {
  it('[X79] tells row by row what will happen to what, and applying tells the same', async () => {
    const told = await said({ kind: 'remark', subject: item, reason: '请附佐证' });
    const issue = await said({ kind: 'item', problem: '窗口服务差' });
    const stick = await sealedFor(group, county);
    const before = contentDigest(county.ledger());
    const rehearsed = await take(county, stick, false);
    expect(contentDigest(county.ledger())).toBe(before);
    const fresh = rehearsed.feedback.filter(({ fate }) => fate !== 'unchanged');
    expect(fresh).toMatchObject([
      {
        id: told[0],
        kind: 'remark',
        subjectName: '2021-1',
        fate: 'applied',
        before: 'issued',
        after: 'issued',
      },
      { id: issue[0], kind: 'item', subjectName: '2021-2', fate: 'applied', before: null, after: 'issued' },
    ]);
    const applied = await take(county, stick);
    expect({ ...applied, outcome: 'applicable' }).toEqual(rehearsed);
    expect(applied.feedback.length).toBe(applied.total);
    const again = await take(county, await sealedFor(group, county), false);
    expect(new Set(again.feedback.map(({ fate }) => fate))).toEqual(new Set(['unchanged']));
  });

  it('[X40][X79] says why a row will stay without effect', async () => {
    await report(county);
    const { items } = await group.client.rectification.items({ office: county.id });
    const waiting = await reportedUp(items.find(({ number }) => number === '2021-2')!.id);
    const [confirm] = await said({ kind: 'confirm', subject: waiting });
    const { rev } = await county.client.rectification.item({ id: waiting });
    await county.client.rectification.moveItem({ id: waiting, rev, move: 'withdraw' });
    const line = await take(county, await sealedFor(group, county), false);
    expect(line).toMatchObject({ outcome: 'applicable', notApplicable: 1 });
    expect(line.feedback.find(({ id }) => id === confirm)).toMatchObject({
      ...{ kind: 'confirm', fate: 'notApplicable', why: 'conflict', subjectName: '2021-2' },
      ...{ before: 'inProgress', after: 'inProgress' },
    });
    await hear(county);
  });

  /** In 待市级复核, and the group has it so. */
  async function reportedUp(id: string): Promise<string> {
    const { rectification } = county.client;
    const { rev } = await rectification.item({ id });
    const unit = (await county.client.personnel.units({}))[0]!.id;
    const fields = { source: 'groupFeedback' as const, problem: '窗口服务差', category: 'cases-not-handled' };
    let last = await rectification.updateItem({
      ...{ id, rev, ...fields, unit, measures: '整改', leader: '李', owner: '王' },
      dueOn: calendarDate('2021-05-01'),
    });
    for (const move of ['start', 'apply', 'reportUp'] as const)
      last = await rectification.moveItem({ id, rev: last.rev, move, evidenceNumber: '佐2' });
    await report(county);
    return id;
  }
});

describe('drafts', () => {
  it('[X80] for several offices are a row each, which lead their own lives', async () => {
    const offices = [county.id, other.id];
    const ids = await said({ kind: 'item', problem: '同一个问题', offices });
    expect(ids).toHaveLength(2);
    expect(await hear(other)).toMatchObject({ outcome: 'applied', added: 1 });
    await report(other);
    const states = await Promise.all(ids.map(async (id) => (await rowOf(group, id))?.state));
    expect(states).toEqual(['released', 'applied']);
    expect(await codeOf(draft({ kind: 'item', problem: '无', offices: [county.id, group.id] }))).toBe(
      'party_unknown',
    );
    expect(await codeOf(group.client.exchange.draftFeedback({ kind: 'item', problem: '无' }))).toBe(
      'missing_field',
    );
    await hear(county);
  });

  it('[X80] are edited and deleted, and nothing else is', async () => {
    const { exchange } = group.client;
    const [id] = await draft({ kind: 'remark', subject: item, field: 'owner', reason: '初稿' });
    const { rev } = (await rowOf(group, id!))!;
    const edited = await exchange.editFeedback({ id: id!, rev, field: 'leader', reason: '定稿' });
    expect(edited).toMatchObject({ id, subject: item, field: 'leader', reason: '定稿', state: 'draft' });
    expect(await codeOf(exchange.editFeedback({ id: id!, rev, reason: '又改' }))).toBe('conflict');
    expect(await codeOf(exchange.editFeedback({ id: id!, rev: edited.rev }))).toBe('missing_field');
    const [second] = await draft({ kind: 'item', problem: '多余的' });
    expect(await exchange.deleteFeedback({ ids: [second!] })).toEqual({ deleted: 1 });
    expect(await rowOf(group, second!)).toBeUndefined();
    await release([id!]);
    expect(await codeOf(exchange.editFeedback({ id: id!, rev: edited.rev, reason: '晚了' }))).toBe(
      'move_not_allowed',
    );
    expect(await codeOf(exchange.deleteFeedback({ ids: [id!] }))).toBe('move_not_allowed');
    const bundle = await opened(county, await sealedFor(group, county));
    const leaving = rowsOf(bundle, 'feedback').map((row) => row.id);
    expect(leaving).toContain(id);
    expect(leaving).not.toContain(second);
  });
});

describe('a closed period', () => {
  it('[X82] is opened again by the group, once, and the office says what became of it', async () => {
    await county.client.periods.close({ until: calendarDate('2021-04-04') });
    await report(county);
    const held = await group.client.periods.list({ office: county.id });
    const period = held.periods.find(({ state }) => state === 'closed')!;
    expect(await codeOf(draft({ kind: 'reopenPeriod', subject: period.id }))).toBe('missing_field');
    const [first, second] = [
      ...(await said({ kind: 'reopenPeriod', subject: period.id, reason: '数字有误' })),
      ...(await said({ kind: 'reopenPeriod', subject: period.id, reason: '再说一次' })),
    ];
    expect(await hear(county)).toMatchObject({ outcome: 'applied', notApplicable: 1 });
    const own = await county.client.periods.list({});
    expect(own.periods.find(({ id }) => id === period.id)).toMatchObject({ state: 'open' });
    await report(county);
    expect(await rowOf(group, first!)).toMatchObject({ state: 'applied' });
    expect(await rowOf(group, second!)).toMatchObject({
      state: 'notApplicable',
      outcome: 'period_not_closed',
    });
    expect(await codeOf(draft({ kind: 'reopenPeriod', subject: period.id, reason: '又来' }))).toBe(
      'period_not_closed',
    );
  });
});

describe('what is handed down', () => {
  it('[X83] waits for a decision, is adopted as the next version, and the group hears of it', async () => {
    const { rev, actions } = await group.client.campaign.current();
    const drill = { id: 'drill', phase: actions[0]!.phase, name: '应急演练', origin: 'office' as const };
    await group.client.campaign.change({
      rev,
      actions: [...actions, { ...drill, recurrence: { kind: 'once' } }],
    });
    const template = { kind: 'action' as const, action: 'drill' };
    expect(await codeOf(draft({ kind: 'template' }))).toBe('missing_field');
    const [id] = await said({ kind: 'template', template, reason: '各县都要做' });
    const line = await hear(county);
    expect(line).toMatchObject({ outcome: 'applied', withheld: 0, notApplicable: 0 });
    expect(line.added + line.unchanged).toBe(line.total);
    expect(line.feedback.at(-1)).toMatchObject({ id, fate: 'waiting', subjectName: '应急演练' });
    expect((await county.client.exchange.feedback({ matter: 'templateWaiting' })).total).toBe(1);
    const told = await county.client.exchange.template({ id: id! });
    expect(told).toMatchObject({ name: '应急演练', changes: ['actions'], why: null, state: 'released' });
    expect(told.actions).toMatchObject([{ id: 'drill', fate: 'added' }]);
    await report(county);
    expect(await rowOf(group, id!)).toMatchObject({ state: 'released' });

    await county.client.exchange.adoptTemplate({ id: id!, rev: told.rev });
    const after = await county.client.campaign.current();
    expect(after.actions.find((one) => one.id === 'drill')).toMatchObject({ origin: 'parent' });
    await report(county);
    expect(await rowOf(group, id!)).toMatchObject({ state: 'applied', outcome: null });
    expect(await codeOf(county.client.exchange.refuseTemplate({ id: id!, reason: '晚了' }))).toBe(
      'move_not_allowed',
    );
  });

  it('[X83] keeps what the office chose itself, or is refused with a reason that goes back', async () => {
    const own = await county.client.campaign.current();
    const chosen = {
      ...{ id: 'own-walk', phase: own.actions[0]!.phase, name: '走访', origin: 'own' as const },
      recurrence: { kind: 'once' as const },
    };
    await county.client.campaign.change({ rev: own.rev, actions: [...own.actions, chosen] });
    const [id] = await said({ kind: 'template', template: { kind: 'campaign' } });
    await hear(county);
    const told = await county.client.exchange.template({ id: id! });
    expect(told.kind).toBe('campaign');
    await county.client.exchange.adoptTemplate({ id: id!, rev: told.rev });
    const ids = (await county.client.campaign.current()).actions.map((one) => one.id);
    expect(ids).toEqual(expect.arrayContaining(['own-walk', 'drill']));

    const [second] = await said({ kind: 'template', template: { kind: 'campaign' } });
    await hear(county);
    await county.client.exchange.refuseTemplate({ id: second!, reason: '本县另有安排' });
    await report(county);
    expect(await rowOf(group, second!)).toMatchObject({
      ...{ state: 'notApplicable', outcome: 'template_refused', reply: '本县另有安排' },
    });
  });

  it('[X83] that cannot be read as what it says it is makes its bundle refused', async () => {
    await said({ kind: 'template', template: { kind: 'action', action: 'drill' } });
    const bundle = await opened(county, await sealedFor(group, county));
    const before = contentDigest(county.ledger());
    const wrong = [{ content: '{}' }, { content: 'x' }, { kind: 'campaign' }, { part: 1 }, { id: county.id }];
    for (const words of wrong) {
      const tables = changed(bundle.tables, 'template', (rows) =>
        rows.with(-1, { ...rows.at(-1)!, ...words }),
      );
      (tables as Map<string, unknown>).delete('rankCheck');
      const line = await take(county, await resealed(group, county, bundle, tables));
      expect([words, line.problem]).toEqual([words, 'bundle_row_invalid']);
    }
    expect(contentDigest(county.ledger())).toBe(before);
  });
});

describe('bundles for all offices in one step', () => {
  it('[X81] are sealed where something is new or waits for an acknowledgement, and only there', async () => {
    await hear(county);
    await hear(other);
    const { exchange } = group.client;
    expect(await exchange.outbox()).toMatchObject([
      { office: county.id, fresh: 0, acknowledges: false },
      { office: other.id, fresh: 0, acknowledges: false },
    ]);
    expect(await exchange.exportAll({})).toEqual({ bundles: [], skipped: 2, failed: [] });
    await draft({ kind: 'item', problem: '还是草稿', offices: [county.id] });
    await said({ kind: 'item', problem: '新的', offices: [county.id] });
    await report(other);
    expect(await exchange.outbox()).toMatchObject([
      { fresh: 1, acknowledges: false, drafts: 1 },
      { fresh: 0, acknowledges: true, drafts: 0 },
    ]);
    const { bundles, skipped } = await exchange.exportAll({});
    expect(skipped).toBe(0);
    expect(bundles.map(({ recipient }) => recipient)).toEqual([county.id, other.id]);
    const lines = [await take(county, bundles[0]!), await take(other, bundles[1]!)];
    expect(lines).toMatchObject([
      { outcome: 'applied', added: 1 },
      { outcome: 'applied', added: 0 },
    ]);
    expect(await exchange.exportAll({})).toMatchObject({ bundles: [], skipped: 2 });
    const named = await exchange.exportAll({ offices: [other.id] });
    expect(named).toMatchObject({ bundles: [{ recipient: other.id }], skipped: 1 });
    expect(await codeOf(exchange.exportAll({ offices: [group.id] }))).toBe('party_unknown');
  });
});
