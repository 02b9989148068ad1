import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ActionsDesk, openActionsDesk } from './actions-desk.ts';

let desk: ActionsDesk;
beforeAll(async () => {
  desk = await openActionsDesk('530601');
});
afterAll(() => desk.close());

describe('planning', () => {
  it('is told before it is done, makes every named action, and is undone as one step', async () => {
    const { campaign, ...preview } = await desk.actions('reviewer').planPreview();
    expect(await desk.all()).toEqual([]);
    const { rev, ...done } = await desk.actions('reviewer').plan({ campaign });
    expect(done).toEqual(preview);
    const all = await desk.all();
    expect(all).toHaveLength(preview.added.length);
    expect(all.every((one) => one.state === 'planned' && one.rev === rev)).toBe(true);
    const monthly = all.filter(({ definition }) => definition === 'secretary-drill');
    expect(monthly.map(({ month, fromOn, dueOn }) => [month, fromOn, dueOn])).toEqual([
      ['2021-04', '2021-04-01', '2021-04-30'],
      ['2021-05', '2021-05-01', '2021-05-31'],
      ['2021-06', '2021-06-01', '2021-06-15'],
    ]);
    expect(all.filter(({ meeting }) => meeting).map(({ meeting }) => meeting)).toHaveLength(9);
    await desk.undoLast('reviewer');
    expect(await desk.all()).toEqual([]);
    await desk.plan();
  });

  it('makes nothing twice', async () => {
    const before = await desk.all();
    const again = await desk.plan();
    expect(again).toMatchObject({ added: [], changed: [], removed: [], kept: [], unchanged: before.length });
    expect(await desk.all()).toEqual(before);
  });

  it('is not done on a campaign that has changed since', async () => {
    const { campaign } = await desk.actions('reviewer').planPreview();
    expect(await desk.code(() => desk.actions('reviewer').plan({ campaign: campaign - 1 }))).toBe('conflict');
    expect(await desk.code(() => desk.actions('clerk').plan({ campaign }))).toBe('not_allowed');
  });
});

describe('own choice', () => {
  it('is added within its phase, changed, removed, and each step undone', async () => {
    const add = (dueOn: string, phase = 'rectify') =>
      desk.actions().addOwn({ name: '送法下乡', phase, dueOn, unit: desk.unit });
    expect(await desk.code(() => add('2021-06-16'))).toBe('action_due_outside_phase');
    expect(await desk.code(() => add('2021-05-01', 'nowhere'))).toBe('phase_unknown');
    const { id, rev } = await add('2021-05-20');
    expect(await desk.actions().action({ id })).toMatchObject({
      ...{ origin: 'own', ordinal: 0, fromOn: '2021-04-01', dueOn: '2021-05-20', unitName: '县公安局' },
      ...{ removable: true, moves: [], whose: 'clerk', daysLeft: 40 },
    });
    const fields = { unit: null, evidenceNumber: '县教整办〔2021〕9号', sessions: [], note: '与司法局合办' };
    const changed = await desk.actions().update({ id, rev, dueOn: '2021-05-25', ...fields });
    expect(await desk.code(() => desk.actions().update({ id, rev, dueOn: '2021-05-26', ...fields }))).toBe(
      'conflict',
    );
    expect(await desk.code(() => desk.actions().update({ ...changed, dueOn: '2021-07-01', ...fields }))).toBe(
      'action_due_outside_phase',
    );
    await desk.actions().remove({ id, rev: changed.rev });
    expect((await desk.all()).some((one) => one.id === id)).toBe(false);
    await desk.undoLast('clerk');
    await desk.undoLast('clerk');
    expect(await desk.actions().action({ id })).toMatchObject({ dueOn: '2021-05-20', note: null });
    expect((await desk.plan()).kept).toEqual([]);
    expect((await desk.all()).some((one) => one.id === id)).toBe(true);
  });

  it('alone is removed, and only before its first move', async () => {
    const laidDown = await desk.of('six-visits');
    expect(await desk.code(() => desk.actions().remove(laidDown))).toBe('action_not_removable');
    const { id, rev } = await desk
      .actions()
      .addOwn({ name: '读书会', phase: 'rectify', dueOn: '2021-06-01' });
    const moved = await desk.actions().move({ id, rev, move: 'start' });
    expect(await desk.code(() => desk.actions().remove({ id, rev: moved.rev }))).toBe('action_not_removable');
  });
});

describe('an action’s life', () => {
  it('is finished with an evidence number or a session that was held, by the clerk, on a day that was', async () => {
    const { id, rev } = await desk.of('secretary-drill', '2021-04');
    const finish = (more: object) => desk.actions().move({ id, rev, move: 'finish', ...more });
    expect(await desk.code(() => finish({}))).toBe('action_evidence_missing');
    expect(await desk.code(() => finish({ evidenceNumber: '1号', on: '2021-04-11' }))).toBe(
      'action_day_ahead',
    );
    expect(await desk.code(() => finish({ evidenceNumber: '1号', on: '2021-03-31' }))).toBe(
      'action_before_begin',
    );
    expect(await desk.code(() => finish({ sessions: ['nobody'] }))).toBe('not_found');
    expect(
      await desk.code(() =>
        desk.actions('reviewer').move({ id, rev, move: 'finish', evidenceNumber: '1号' }),
      ),
    ).toBe('not_allowed');
    const session = await desk.session();
    const done = await finish({ sessions: [session.id], on: '2021-04-08' });
    expect(done.state).toBe('done');
    expect(await desk.actions().action({ id })).toMatchObject({
      ...{ doneOn: '2021-04-08', whose: null, daysLeft: null, sessions: [session.id] },
      besides: [{ id: session.id, state: 'held', linked: true }],
      moves: [{ move: 'finish', from: 'planned', to: 'done', effectiveOn: '2021-04-08', by: 'clerk' }],
    });
    expect(await desk.actions().ofSession({ session: session.id })).toMatchObject([{ id, linked: true }]);
    expect((await desk.at('clerk').office.lastStep()).reason).toBe('undo_by_move');
  });

  it('is reopened with a reason and a new deadline, which may lie after the phase', async () => {
    const { id, rev } = await desk.of('secretary-drill', '2021-04');
    const reopen = (dueOn: string) =>
      desk.actions('reviewer').move({ id, rev, move: 'reopen', reason: '复评责令返工', dueOn });
    expect(await desk.code(() => reopen('2021-04-09'))).toBe('deadline_before_day');
    const { rev: next } = await reopen('2021-07-10');
    expect(await desk.of('secretary-drill', '2021-04')).toMatchObject({
      ...{ state: 'underway', doneOn: null, dueOn: '2021-07-10', rev: next },
    });
    const [, move] = (await desk.actions().action({ id })).moves;
    expect(move).toMatchObject({ move: 'reopen', reason: '复评责令返工', by: 'reviewer' });
    expect((await desk.plan()).kept).toMatchObject([
      { definition: 'secretary-drill', dueOn: '2021-04-30', was: { dueOn: '2021-07-10' } },
    ]);
  });

  it('offers the moves of its state, with the reason why one is not the account’s', async () => {
    const { id } = await desk.of('six-visits');
    expect((await desk.actions('clerk').action({ id })).allowed).toEqual([
      { move: 'start', why: null },
      { move: 'finish', why: null },
      { move: 'cancel', why: 'not_allowed' },
    ]);
    const later = await desk.of('secretary-drill', '2021-05');
    const { allowed } = await desk.actions('clerk').action(later);
    expect(allowed).toContainEqual({ move: 'finish', why: 'action_before_begin' });
  });

  it('is finished for many at once, or for none, naming those that it cannot be', async () => {
    const chosen = await Promise.all(['six-visits', 'rectify-deployment'].map((one) => desk.of(one)));
    const later = await desk.of('secretary-drill', '2021-05');
    const many = (rows: { id: string; rev: number }[]) =>
      desk.actions().finishMany({
        actions: rows.map(({ id, rev }) => ({ id, rev })),
        evidenceNumber: '县教整办〔2021〕12号',
      });
    expect(await desk.code(() => many([...chosen, later]))).toBe('action_before_begin');
    const refusal = await many([...chosen, later]).catch((error: { data: unknown }) => error.data);
    expect(refusal).toMatchObject({ actions: [later.id], names: [later.name], count: 1 });
    expect((await many(chosen)).count).toBe(2);
    expect(await desk.of('six-visits')).toMatchObject({ state: 'done', doneOn: '2021-04-10' });
  });

  it('keeps its evidence while it is done', async () => {
    const { id, rev, dueOn } = await desk.of('six-visits');
    const bare = { id, rev, dueOn, unit: null, evidenceNumber: null, sessions: [], note: null };
    expect(await desk.code(() => desk.actions().update(bare))).toBe('action_evidence_missing');
  });
});

describe('lists', () => {
  it('filter, count and page in one order, and the counts are those of the lists', async () => {
    const { actions } = desk.at('clerk');
    const filters = [
      {},
      { phase: 'rectify' },
      { origin: 'own' },
      { origin: 'prescribed' },
      { state: 'done' },
      { unit: desk.unit },
      { month: '2021-06' },
      { search: '拉练' },
      { search: '%' },
      { definition: 'first-topic' },
    ] as const;
    const seen = new Set<number>();
    for (const filter of filters) {
      const { views, phases } = await actions.counts(filter);
      for (const view of ['all', 'open', 'overdue', 'dueSoon', 'done'] as const) {
        const { total, actions: rows } = await actions.list({ ...filter, view, limit: 500 });
        expect([total, rows.length]).toEqual([views[view], views[view]]);
      }
      expect(phases.reduce((sum, { total }) => sum + total, 0)).toBe(views.all);
      for (const one of phases) expect(one.planned + one.underway + one.done + one.cancelled).toBe(one.total);
      seen.add(views.all);
    }
    expect(seen.size).toBeGreaterThan(6);
    const all = await desk.all();
    const paged = [];
    for (let offset = 0; offset < all.length; offset += 7)
      paged.push(...(await actions.list({ offset, limit: 7 })).actions);
    expect(paged).toEqual(all);
    const order = ['study', 'rectify', 'improve'];
    const places = all.map(({ phase, dueOn }) => `${order.indexOf(phase)} ${dueOn}`);
    expect(places).toEqual(places.toSorted());
  });

  it('a month has what is due or was done in it', async () => {
    const { actions: rows } = await desk.actions().calendar({ month: '2021-04' });
    const all = await desk.all();
    const expected = all.filter(
      ({ dueOn, doneOn }) => dueOn.startsWith('2021-04') || doneOn?.startsWith('2021-04'),
    );
    expect(rows.map(({ id }) => id).toSorted()).toEqual(expected.map(({ id }) => id).toSorted());
    expect(rows.length).toBeGreaterThan(1);
  });

  it('tell the clerks what is overdue and what is due in three days, as many as the lists show', async () => {
    desk.office.ports.setDate('2021-06-13');
    const { matters } = await desk.at('clerk').workList.matters();
    const told = matters.filter(({ register }) => register === 'actions');
    for (const { kind, whose, mine, count } of told) {
      expect([whose, mine]).toEqual(['clerk', true]);
      const view = kind === 'actionsOverdue' ? 'overdue' : 'dueSoon';
      expect((await desk.actions().list({ view })).total).toBe(count);
    }
    expect(told.map(({ kind }) => kind)).toEqual(['actionsOverdue', 'actionsDueSoon']);
    desk.office.ports.setDate('2021-04-10');
  });
});

describe('undo', () => {
  it('takes no session away that an action names', async () => {
    const created = await desk.at('clerk').study.createSession({ title: '拉练部署会' });
    const { id, rev, dueOn } = await desk.of('improve-deployment');
    const fields = { unit: null, evidenceNumber: null, note: null };
    await desk.at('reviewer').actions.update({ id, rev, dueOn, sessions: [created.id], ...fields });
    await expect(desk.undoLast('clerk')).rejects.toMatchObject({ code: 'undo_changed_since' });
    await desk.undoLast('reviewer');
    await desk.undoLast('clerk');
    expect(await desk.of('improve-deployment')).toMatchObject({ sessions: [] });
  });
});
