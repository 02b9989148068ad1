import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { updateRow } from '../../../electron/store/rows.ts';
import { contentDigest } from '../../exchange/books.ts';
import { day, from, heldSession, openUndoDesk, refusalOf, type UndoDesk } from '../undo-desk.ts';

let desk: UndoDesk;
let [court, police] = ['', ''];
let [a, b, c] = ['', '', ''];

beforeAll(async () => {
  desk = await openUndoDesk();
  const { personnel } = desk.at('clerk');
  [court, police] = [
    (await personnel.createUnit({ name: '法院' })).id,
    (await personnel.createUnit({ name: '公安' })).id,
  ];
});
beforeEach(async () => {
  const { personnel } = desk.at('clerk');
  const add = async (name: string, unit: string) => (await personnel.addPerson({ name, unit, from })).id;
  [a, b, c] = [await add('甲', court), await add('乙', court), await add('丙', police)];
});
afterAll(() => desk.close());

/** Lets a correction of the roster come in, by somebody who is not at a desk here. */
const backDate = (person: string, posting: Readonly<Record<string, string>>) =>
  desk.ledger().write(0, 'test.backDate', (write) => {
    const { pk } = write.get<{ pk: number }>(
      'SELECT posting.pk FROM posting JOIN person ON person.pk = posting.person WHERE person.id = ?',
      person,
    )!;
    const unit = write.get<{ pk: number }>('SELECT pk FROM unit WHERE id = ?', posting.unit ?? '')?.pk;
    updateRow(write, 'posting', pk, { ...posting, ...(unit && { unit }) });
  });

/** A session that the reviewer sent back, with 甲 and 丙 present and 乙 absent in batch 2. */
async function returned(): Promise<{ id: string; rev: number }> {
  const { study } = desk.at('clerk');
  const { id, rev } = await heldSession(desk.at('clerk'), []);
  const marks = [{ person: b, mark: 'absent' as const, reason: '出差', batch: 2 }];
  const marked = await study.mark({ session: id, rev, marks, rest: 'present' });
  const submitted = await study.moveSession({ id, rev: marked.rev, move: 'submit' });
  const again = await desk
    .at('reviewer')
    .study.moveSession({ id, rev: submitted.rev, move: 'return', reason: '核对' });
  return { id, rev: again.rev };
}

describe('as one step are taken back', () => {
  it.each([false, true])('a series, scheduled or not (%s), with its moves', async (schedule) => {
    desk.barrier();
    const before = desk.dump();
    const session = {
      title: '党课',
      phase: 'study',
      types: ['political' as const],
      form: 'film' as const,
      day,
      venues: ['礼堂'],
    };
    const { ids, rev } = await desk.at('clerk').study.createSeries({ session, times: 5, schedule });
    expect(desk.dump()).not.toBe(before);
    expect(await desk.at('clerk').office.lastStep()).toMatchObject({ step: rev, undoable: true });
    await desk.undoLast('clerk');
    expect(desk.dump()).toBe(before);
    expect(await refusalOf(desk.at('clerk').study.session({ id: ids[0]! }))).toMatchObject({
      code: 'not_found',
    });
  });

  it('a series no more, once one of its sessions was held', async () => {
    const session = {
      title: '党课',
      phase: 'study',
      types: ['political' as const],
      form: 'film' as const,
      day,
      venues: ['礼堂'],
    };
    const { ids, rev } = await desk.at('clerk').study.createSeries({ session, times: 2, schedule: true });
    await desk.at('second').study.moveSession({ id: ids[0]!, rev, move: 'hold' });
    expect(await refusalOf(desk.undoLast('clerk'))).toMatchObject({ code: 'undo_changed_since' });
  });

  it('batches and marks given together', async () => {
    const { id, rev } = await heldSession(desk.at('clerk'), []);
    const { study } = desk.at('clerk');
    const first = await study.mark({
      session: id,
      rev,
      marks: [
        { person: a, batch: 1 },
        { person: b, batch: 1 },
      ],
    });
    const before = desk.dump();
    const listed = await study.attendance({ session: id });
    await study.mark({
      session: id,
      rev: first.rev,
      marks: [{ person: a, batch: 2, mark: 'present' }],
      rest: 'present',
    });
    await desk.undoLast('clerk');
    expect(desk.dump()).toBe(before);
    const again = await study.attendance({ session: id });
    expect(again.rows.map(({ rev: _rev, ...row }) => row)).toEqual(
      listed.rows.map(({ rev: _rev, ...row }) => row),
    );
  });

  it('differences that were taken up, of people new to the list, gone from it and moved within it', async () => {
    backDate(c, { from_on: '2021-03-11' });
    const session = await returned();
    backDate(a, { unit: police });
    backDate(b, { from_on: '2021-03-11' });
    backDate(c, { from_on: '2021-03-01' });
    const { study } = desk.at('clerk');
    const rows = async () =>
      (await study.attendance({ session: session.id })).rows.map(({ rev: _rev, ...row }) => row);
    const differing = await study.differences({ session: session.id });
    const [before, listed] = [desk.dump(), await rows()];
    const taken = await study.takeUpDifferences({ session: session.id, rev: session.rev });
    expect(taken.taken).toEqual({ missing: 1, surplus: 1, otherUnit: 1 });
    expect((await study.differences({ session: session.id })).total).toBe(0);
    await desk.undoLast('clerk');
    expect([desk.dump(), await rows(), desk.deviations()]).toEqual([before, listed, 0]);
    expect(await study.differences({ session: session.id })).toEqual(differing);
    const { rev } = await study.session({ id: session.id });
    expect((await study.takeUpDifferences({ session: session.id, rev })).taken).toEqual(taken.taken);
  });
});

describe('by the API', () => {
  it('series and differences are the clerk’s, and a refusal leaves nothing behind', async () => {
    const session = { title: '党课', day };
    const { id, rev } = await returned();
    backDate(a, { unit: police });
    const { study } = desk.at('reviewer');
    const before = contentDigest(desk.ledger());
    const code = async (call: Promise<unknown>) => (await refusalOf(call)).code;
    expect(await code(study.createSeries({ session, times: 2 }))).toBe('not_allowed');
    expect(await code(study.takeUpDifferences({ session: id, rev }))).toBe('not_allowed');
    const { study: clerks } = desk.at('clerk');
    expect(await code(clerks.createSeries({ session }))).toBe('invalid_input');
    expect(await code(clerks.createSeries({ session, times: 2, until: day }))).toBe('invalid_input');
    expect(await code(clerks.createSeries({ session, times: 2, suffix: '之一' }))).toBe('invalid_input');
    expect(await code(clerks.mark({ session: id, rev, marks: [{ person: a, batch: 100 }] }))).toBe(
      'invalid_input',
    );
    expect(await code(clerks.takeUpDifferences({ session: id, rev, people: [c] }))).toBe('no_difference');
    expect(contentDigest(desk.ledger())).toBe(before);
  });

  it('the work list tells of a differing session, and each list what it counts', async () => {
    const { id, rev } = await returned();
    const submitted = await desk.at('clerk').study.moveSession({ id, rev, move: 'submit' });
    await desk.at('reviewer').study.moveSession({ id, rev: submitted.rev, move: 'approve' });
    backDate(b, { until_on: '2021-03-12' });
    const matters = async () => (await desk.at('reviewer').workList.matters()).matters;
    const counts = async () => {
      const told = await matters();
      return (['sessionDiffering', 'makeupOfLeaver', 'makeupToRecord'] as const).map(
        (kind) => told.find((one) => one.kind === kind)?.count ?? 0,
      );
    };
    const [differing, leavers, pending] = await counts();
    const { study } = desk.at('reviewer');
    expect((await study.sessions({ matter: 'sessionDiffering' })).total).toBe(differing);
    expect((await study.makeups({ state: 'leavers' })).total).toBe(leavers);
    expect((await study.makeups({ state: 'pending' })).total).toBe(pending);
    backDate(b, { from_on: '2021-03-11' });
    expect(await counts()).toEqual([differing! + 1, leavers, pending]);
    expect((await matters()).find(({ kind }) => kind === 'sessionDiffering')).toMatchObject({
      ...{ register: 'study', whose: 'reviewer', mine: true },
    });
    expect(await study.session({ id })).toMatchObject({ whose: 'reviewer', differences: 1 });
    expect(await study.sessionCounts({})).toMatchObject({
      differing: (await study.sessions({ view: 'differing' })).total,
    });
  });
});
