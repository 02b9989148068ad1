import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiClient, inProcessClient } from '../../electron/transport/in-process.ts';
import { calendarDate } from '../../shared/vocabulary/dates.ts';
import { type TestOffice, testOffice } from '../support/office.ts';
import { lastingScratch } from '../support/scratch.ts';
import { contentDigest } from './books.ts';
import { changed, codeOf, importing, opened, resealed, rowsOf, type Stick, tableOf } from './forge.ts';
import type { SoleOffice } from './sole-office.ts';

const scratch = lastingScratch();
let county: TestOffice;
let group: TestOffice;
let unit: string;

beforeAll(async () => {
  county = await testOffice(scratch.folder, { code: '530101', today: '2021-04-06' });
  group = await testOffice(scratch.folder, { role: 'group', code: '530100', today: '2021-04-06' });
  const [countyAdmin, groupAdmin] = [await county.as('administrator'), await group.as('administrator')];
  await countyAdmin.exchange.trust({ content: (await groupAdmin.exchange.ownKeys()).content });
  await groupAdmin.exchange.trust({ content: (await countyAdmin.exchange.ownKeys()).content });
  unit = (await (await county.as('clerk')).personnel.createUnit({ name: '县公安局' })).id;
  for (let item = 0; item < 5; item += 1) await reportedUp();
});

afterAll(() => {
  county.close();
  group.close();
  scratch.remove();
});

const fields = {
  source: 'higherSupervision' as const,
  category: 'cases-not-handled',
  problem: '有案不立',
  measures: '逐案复核',
  leader: '李',
  owner: '王',
  dueOn: calendarDate('2021-05-01'),
};

/** An item in 待市级复核. */
async function reportedUp(): Promise<void> {
  const clerk = await county.as('clerk');
  const { id, rev } = await clerk.rectification.draftItem({ ...fields, unit });
  const reviewer = await county.as('reviewer');
  const issued = await reviewer.rectification.moveItem({ id, rev, move: 'issue' });
  await county.as('clerk');
  const started = await clerk.rectification.moveItem({ id, rev: issued.rev, move: 'start' });
  const applied = await clerk.rectification.moveItem({
    id,
    rev: started.rev,
    move: 'apply',
    evidenceNumber: '佐1',
  });
  await county.as('reviewer');
  await reviewer.rectification.moveItem({ id, rev: applied.rev, move: 'reportUp' });
}

/** An approved session with one absence. */
async function approvedSession(): Promise<string> {
  const clerk = await county.as('clerk');
  const day = calendarDate('2021-04-02');
  const person = await clerk.personnel.addPerson({ name: '民警', unit, from: calendarDate('2021-03-01') });
  const { id, rev } = await clerk.study.createSession({
    ...{ title: '党课', phase: 'study', types: ['political'], form: 'film', day, venues: ['礼堂'] },
    expected: { people: [person.id] },
  });
  const scheduled = await clerk.study.moveSession({ id, rev, move: 'schedule' });
  const held = await clerk.study.moveSession({ id, rev: scheduled.rev, move: 'hold' });
  const marks = [{ person: person.id, mark: 'absent' as const, reason: '出差' }];
  await approve(await clerk.study.mark({ session: id, rev: held.rev, marks }));
  return id;
}

async function approve({ id, rev }: { id: string; rev: number }): Promise<void> {
  const submitted = await (await county.as('clerk')).study.moveSession({ id, rev, move: 'submit' });
  await (await county.as('reviewer')).study.moveSession({ id, rev: submitted.rev, move: 'approve' });
}

async function makeUp(session: string): Promise<void> {
  const clerk = await county.as('clerk');
  const { rev } = await clerk.study.session({ id: session });
  const people = (await clerk.study.attendance({ session })).rows.map(({ person }) => person);
  const on = calendarDate('2021-04-05');
  await clerk.study.moveMakeup({ session, rev, people, move: 'record', on, document: '补1' });
}

const send = async (client: ApiClient): Promise<Stick> => client.exchange.exportBundle({});
const take = async (client: ApiClient, stick: Stick, apply = true) => {
  const files = [{ fileName: stick.fileName, content: stick.content }];
  return (await client.exchange.importBundles({ files, apply })).bundles[0]!;
};
const report = async () => take(await group.as('member'), await send(await county.as('clerk')));
const hear = async () => take(await county.as('clerk'), await send(await group.as('member')));
const itemsOf = async (client: ApiClient) =>
  (await client.rectification.items({ office: county.id, source: 'higherSupervision' })).items;

type Draft = Omit<Parameters<ApiClient['exchange']['draftFeedback']>[0], 'office'>;
const drafted = async (draft: Draft) =>
  (await (await group.as('member')).exchange.draftFeedback({ office: county.id, ...draft })).id;
const release = async (...ids: string[]) => (await group.as('leader')).exchange.releaseFeedback({ ids });
const stateOf = async (office: TestOffice, id: string) => {
  const { feedback: rows } = await (await office.as(office === group ? 'member' : 'clerk')).exchange.feedback(
    {},
  );
  return rows.find((row) => row.id === id);
};

describe('feedback', () => {
  it('[X38] is drafted by a member on the item as the group knows it, and released by another, the leader', async () => {
    await report();
    const member = await group.as('member');
    const [item] = await itemsOf(member);
    expect(item).toMatchObject({ number: '2021-1', state: 'groupReview' });
    const draft = (input: Draft) => codeOf(member.exchange.draftFeedback({ office: county.id, ...input }));
    expect(await draft({ kind: 'item' })).toBe('missing_field');
    expect(await draft({ kind: 'confirm' })).toBe('missing_field');
    expect(await draft({ kind: 'confirm', subject: 'nobody' })).toBe('not_found');
    expect(await draft({ kind: 'reopen', subject: item!.id, reason: '回头看' })).toBe('move_not_allowed');
    expect(await draft({ kind: 'returnForRework', subject: item!.id, reason: '佐证不足' })).toBe(
      'missing_field',
    );
    expect(
      await codeOf(member.exchange.draftFeedback({ office: group.id, kind: 'item', problem: '自言' })),
    ).toBe('party_unknown');
    const id = await drafted({ kind: 'item', problem: '未发出的问题' });
    expect(await codeOf(member.exchange.releaseFeedback({ ids: [id] }))).toBe('not_allowed');
    expect(await hear()).toMatchObject({ outcome: 'applied', kind: 'feedback', total: 0 });
    expect(await release(id)).toEqual({ released: 1 });
    expect(await codeOf(release(id))).toBe('move_not_allowed');
    const clerk = await county.as('clerk');
    expect(await codeOf(clerk.exchange.settleFork({ office: group.id, reason: '无' }))).toBe('not_allowed');
  });

  it('[X38] is not released by who drafted it, even where one account has both roles', async () => {
    const admin = await group.as('administrator');
    // The API gives these roles to different accounts; books of another version may hold such a one.
    await group.host.ledger!.addAccount({
      name: 'both',
      roles: ['member', 'leader'],
      password: 'quiet-river-78',
    });
    await admin.office.unlock({ user: 'both', password: 'quiet-river-78' });
    const { id } = await admin.exchange.draftFeedback({
      office: county.id,
      kind: 'item',
      problem: '自己放行',
    });
    expect(await codeOf(admin.exchange.releaseFeedback({ ids: [id] }))).toBe('same_account');
    await admin.office.unlock({ user: 'leader', password: 'quiet-river-77' });
    await group.as('member');
  });

  it('[X39] makes a numbered item, closes, sends back with a new deadline, reopens, and remarks', async () => {
    const [closed, returned, remarked] = (await itemsOf(await group.as('member'))).map(({ id }) => id);
    await release(
      await drafted({ kind: 'confirm', subject: closed! }),
      await drafted({
        kind: 'returnForRework',
        subject: returned!,
        reason: '佐证不足',
        dueOn: calendarDate('2021-06-01'),
      }),
      await drafted({ kind: 'remark', subject: remarked!, reason: '请附照片' }),
    );
    const rehearsed = await take(await county.as('clerk'), await send(await group.as('member')), false);
    // the one number more is that of the item released before
    expect(rehearsed).toMatchObject({ outcome: 'applicable', added: 4, notApplicable: 0 });
    expect(await hear()).toMatchObject({ outcome: 'applied', added: 4, notApplicable: 0, total: 4 });
    const clerk = await county.as('clerk');
    const item = async (id: string) => clerk.rectification.item({ id });
    expect(await item(closed!)).toMatchObject({ state: 'closed', closedOn: '2021-04-06' });
    expect(await item(returned!)).toMatchObject({
      state: 'inProgress',
      extendedDueOn: '2021-06-01',
      timesReworked: 1,
    });
    expect(await item(remarked!)).toMatchObject({ state: 'groupReview' });
    const [issued] = (await clerk.rectification.items({ source: 'groupFeedback' })).items;
    expect(issued).toMatchObject({
      state: 'issued',
      number: '2021-6',
      problem: '未发出的问题',
      measures: null,
    });

    await report();
    await release(await drafted({ kind: 'reopen', subject: closed!, reason: '回头看发现反弹' }));
    await hear();
    expect(await item(closed!)).toMatchObject({ state: 'inProgress', closedOn: null });
  });

  it('[X40][X41] that no longer fits its item is kept with its reason, reported back and shown at the group', async () => {
    await report();
    const waiting = (await itemsOf(await group.as('member'))).filter(({ state }) => state === 'groupReview');
    const [moved, fitting] = waiting;
    const [late, good] = [
      await drafted({ kind: 'confirm', subject: moved!.id }),
      await drafted({ kind: 'confirm', subject: fitting!.id }),
    ];
    await release(late, good);
    const clerk = await county.as('clerk');
    await clerk.rectification.moveItem({ id: moved!.id, rev: moved!.rev, move: 'withdraw' });
    expect(await hear()).toMatchObject({ outcome: 'applied', added: 2, notApplicable: 1 });
    expect(await stateOf(county, late)).toMatchObject({ state: 'notApplicable', outcome: 'conflict' });
    expect(await stateOf(group, late)).toMatchObject({ state: 'released', outcome: null });
    const stick = await send(await county.as('clerk'));
    const bundle = await opened(sole(group), stick);
    expect(rowsOf(bundle, 'feedbackOutcome').map(({ id }) => id)).toContain(late);
    await take(await group.as('member'), stick);
    expect(await stateOf(group, late)).toMatchObject({ state: 'notApplicable', outcome: 'conflict' });
    expect(await stateOf(group, good)).toMatchObject({ state: 'applied', outcome: null });
  });

  it('[X42] is taken up once, however many bundles bring it', async () => {
    const clerk = await county.as('clerk');
    const member = await group.as('member');
    const stick = await send(member);
    const all = await member.exchange.exportBundle({ full: true });
    await take(clerk, stick);
    const items = await clerk.rectification.items({});
    const before = contentDigest(county.host.ledger!);
    expect(await take(clerk, stick)).toMatchObject({ outcome: 'duplicate' });
    expect(contentDigest(county.host.ledger!)).toBe(before);
    const again = await take(clerk, all);
    expect(again).toMatchObject({ outcome: 'applied', added: 0, notApplicable: 0 });
    expect(again.unchanged).toBe(again.total);
    expect(again.total).toBeGreaterThan(6);
    expect(await clerk.rectification.items({})).toEqual(items);
  });

  it('[X38][X39] orders rework of an approved session, which goes back to its clerk and out of the sums', async () => {
    const id = await approvedSession();
    const member = await group.as('member');
    const draft = (input: Omit<Draft, 'kind'>) =>
      codeOf(member.exchange.draftFeedback({ office: county.id, kind: 'orderRework', ...input }));
    expect(await draft({ reason: '未学原文' })).toBe('missing_field');
    expect(await draft({ subject: id, reason: '未学原文' })).toBe('not_found');
    await report();
    await group.as('member');
    expect(await draft({ subject: id })).toBe('missing_field');
    const order = await drafted({ kind: 'orderRework', subject: id, reason: '未学原文' });
    expect(await stateOf(group, order)).toMatchObject({ kind: 'orderRework', subject: id, state: 'draft' });
    await release(order);
    // a make-up recorded meanwhile gives the session another rev, and answers no order
    await makeUp(id);
    expect(await hear()).toMatchObject({ outcome: 'applied', added: 1, notApplicable: 0 });
    const session = await (await county.as('clerk')).study.session({ id });
    expect(session).toMatchObject({ state: 'returned', whose: 'clerk', sums: { makeupDone: 1 } });
    expect(session.moves.at(-1)).toMatchObject({ move: 'orderRework', reason: '未学原文', from: 'approved' });
    const underway = { asOf: calendarDate('2021-04-06'), by: 'all' as const };
    const clerk = await county.as('clerk');
    expect(await clerk.study.figures(underway)).toMatchObject({
      total: { sessions: 0 },
      sessionsUnderCorrection: 1,
    });
    await report();
    expect(await stateOf(group, order)).toMatchObject({ state: 'applied', outcome: null });
    const seen = await (await group.as('member')).study.sessions({ office: county.id });
    expect(seen.sessions).toMatchObject([{ id, state: 'returned' }]);
    expect(await draft({ subject: id, reason: '再改' })).toBe('move_not_allowed');
  });

  it('[X40] orders rework in vain of a session that was opened again since, even where it is approved anew', async () => {
    const id = await approvedSession();
    await report();
    const order = await drafted({ kind: 'orderRework', subject: id, reason: '未学原文' });
    await release(order);
    const reviewer = await county.as('reviewer');
    const { rev } = await reviewer.study.session({ id });
    const opened = await reviewer.study.moveSession({ id, rev, move: 'correct', reason: '漏登' });
    await approve({ id, rev: opened.rev });
    expect(await hear()).toMatchObject({ outcome: 'applied', added: 1, notApplicable: 1 });
    expect(await stateOf(county, order)).toMatchObject({ state: 'notApplicable', outcome: 'conflict' });
    expect((await (await county.as('clerk')).study.session({ id })).state).toBe('approved');
  });

  it('[X19][X20] with rows that nobody could mean is refused whole', async () => {
    const released = await drafted({ kind: 'item', problem: '最后一个' });
    await release(released);
    const stick = await send(await group.as('member'));
    const bundle = await opened(sole(county), stick);
    await county.as('clerk');
    const wrong: Record<string, string | number | null>[] = [
      { problem: null },
      { problem: ' ' },
      { kind: 'confirm', subject: null },
      { kind: 'confirm', subject: '00000000-0000-4000-8000-000000000000', subjectRev: null },
      { kind: 'order' },
      { kind: 'orderRework', subject: null },
      { id: 'x' },
      { on: 99_999 },
      { rev: bundle.manifest.headRev + 1 },
    ];
    for (const words of wrong) {
      const tables = changed(bundle.tables, 'feedback', (rows) =>
        rows.with(-1, { ...rows.at(-1)!, ...words }),
      );
      tables instanceof Map && tables.delete('rankCheck');
      const before = contentDigest(county.host.ledger!);
      const [line] = await importing(sole(county), [
        await resealed(sole(group), sole(county), bundle, tables),
      ]);
      expect([words, line!.outcome, line!.problem]).toEqual([words, 'refused', 'bundle_row_invalid']);
      expect(contentDigest(county.host.ledger!)).toBe(before);
    }
    expect(await take(await county.as('clerk'), stick)).toMatchObject({ outcome: 'applied' });
    expect(await stateOf(county, released)).toMatchObject({ state: 'applied' });
  });

  it('[X41] answered where nothing was released, or nothing was said, stays as it is', async () => {
    const draft = await drafted({ kind: 'item', problem: '还没有放行' });
    const next = await opened(sole(group), await send(await county.as('clerk')));
    const outcomes = [draft, '00000000-0000-4000-8000-000000000000'].sort();
    const rows = outcomes.map((id) => ({ id, state: 'applied', outcome: null }));
    const tables = new Map(next.tables).set('feedbackOutcome', tableOf(rows));
    const forged = await resealed(sole(county), sole(group), next, tables);
    expect(await take(await group.as('member'), forged)).toMatchObject({ outcome: 'applied' });
    expect(await stateOf(group, draft)).toMatchObject({ state: 'draft' });
  });
});

it('[X34] gives up numbered items by the leader or an administrator, not by a member', async () => {
  const files = [{ fileName: 'x.jyzd', content: '' }];
  const give = async (role: 'member' | 'leader' | 'administrator') =>
    codeOf((await group.as(role)).exchange.importBundles({ files, dropReason: '已核对' }));
  expect(await give('member')).toBe('not_allowed');
  expect(await give('leader')).toBe('no error');
  expect(await give('administrator')).toBe('no error');
});

/** The office as the forger sees it: whoever sits at its desk. */
function sole(office: TestOffice): SoleOffice {
  const { host, ports, id } = office;
  return {
    folder: host.folder,
    host,
    ports,
    client: inProcessClient(host),
    id,
    code: host.ledger!.ownOffice.code,
    ledger: () => host.ledger!,
    lock: () => office.close(),
    unlock: async () => undefined,
  };
}
