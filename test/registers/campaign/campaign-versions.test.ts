import { describe, expect, test } from 'vitest';
import { campaignOn } from '../../../electron/registers/campaign/campaign-register.ts';
import { day, openCampaignDesk } from './campaign-desk.ts';

describe('a change of the campaign', () => {
  test('makes the next version, with who, when and why, and leaves the ones before as they were', async () => {
    const desk = await openCampaignDesk();
    const before = await desk.current();
    expect(before).toMatchObject({ version: 1, effectiveOn: null });
    const [study, ...others] = before.phases;
    const phases = [{ ...study!, beginsOn: '2021-03-15', endsOn: '2021-03-31' }, ...others];
    const changed = await desk.change({ phases, reason: '本县晚半个月启动', effectiveOn: day('2021-03-10') });
    expect(changed).toMatchObject({ id: before.id, version: 2 });
    expect(
      await desk.change({ requiredTypes: ['political', 'warning'], offeredTypes: ['ruleOfLaw'] }),
    ).toMatchObject({
      version: 3,
    });

    const client = await desk.as('clerk');
    expect((await client.campaign.versions()).map(({ at, ...told }) => told)).toEqual([
      { version: 3, effectiveOn: '2021-04-20', reason: null, by: 'reviewer', changed: ['educationTypes'] },
      {
        version: 2,
        effectiveOn: '2021-03-10',
        reason: '本县晚半个月启动',
        by: 'reviewer',
        changed: ['phases'],
      },
      { version: 1, effectiveOn: null, reason: null, by: 'administrator', changed: [] },
    ]);
    const inForce = (on: string) =>
      desk.host.ledger!.read((db) => campaignOn(db, desk.host.ledger!.office, day(on))).version;
    expect(
      ['1950-01-01', '2021-03-09', '2021-03-10', '2021-04-19', '2021-04-20', '2022-01-01'].map(inForce),
    ).toEqual([1, 1, 2, 2, 3, 3]);
    const early = await client.campaign.current({ on: day('2021-03-09') });
    expect(early.phases).toEqual(before.phases);
    expect((await desk.current()).requiredTypes).toEqual(['political', 'warning']);
  });

  test('is a reviewer’s or administrator’s, of the version they saw, and cannot be undone as a step', async () => {
    const desk = await openCampaignDesk();
    const { rev } = await desk.current();
    const change = { rev, makeup: { termDays: 10 } };
    expect(await desk.refused('clerk', ({ campaign }) => campaign.change(change))).toMatchObject({
      code: 'not_allowed',
    });
    await (await desk.as('administrator')).campaign.change(change);
    expect(await desk.refused('reviewer', ({ campaign }) => campaign.change(change))).toMatchObject({
      code: 'conflict',
    });
    const admin = await desk.as('administrator');
    expect(await admin.office.lastStep()).toMatchObject({ undoable: false, reason: 'undo_not_possible' });
  });

  test('holds from a day not before the last change and not after today', async () => {
    const desk = await openCampaignDesk();
    await desk.change({ makeup: { termDays: 20 }, effectiveOn: day('2021-04-10') });
    const { rev } = await desk.current();
    for (const effectiveOn of ['2021-04-09', '2021-04-21'].map(day)) {
      const refusal = await desk.refused('reviewer', ({ campaign }) =>
        campaign.change({ rev, makeup: { termDays: 5 }, effectiveOn }),
      );
      expect(refusal).toEqual({
        code: 'version_day_wrong',
        on: effectiveOn,
        last: '2021-04-10',
        today: '2021-04-20',
      });
    }
  });
});

describe('what rows use is never lost', () => {
  test('a phase, an action and a type that sessions name stay; their dates may move', async () => {
    const desk = await openCampaignDesk();
    const clerk = await desk.as('clerk');
    await clerk.study.createSession({
      title: '党课',
      phase: 'study',
      action: 'loyalty-education',
      types: ['redHeritage'],
    });
    const { rev, phases, actions, requiredTypes, offeredTypes } = await desk.current();
    const refused = (changes: object) =>
      desk.refused('reviewer', ({ campaign }) => campaign.change({ rev, ...changes }));
    const left = actions.filter(({ phase }) => phase !== 'study');
    const evaluation: never[] = [];
    expect(await refused({ phases: phases.slice(1), actions: left, evaluation })).toEqual({
      code: 'phase_in_use',
      name: '学习教育',
      count: 1,
    });
    expect(await refused({ actions: left })).toEqual({
      code: 'action_in_use',
      name: '忠诚警魂集中教育',
      count: 1,
    });
    const without = requiredTypes.filter((type) => type !== 'redHeritage');
    expect(await refused({ requiredTypes: without })).toEqual({
      code: 'list_in_use',
      type: 'redHeritage',
      count: 1,
    });
    const offered = [...offeredTypes, 'redHeritage' as const];
    const moved = phases.map((phase, place) => (place === 0 ? { ...phase, beginsOn: '2021-03-15' } : phase));
    await desk.change({ requiredTypes: without, offeredTypes: offered, phases: moved });
    expect((await desk.current()).phases[0]!.beginsOn).toBe('2021-03-15');
  });

  test('a category in use is retired, never removed or renamed; a list no row uses may go', async () => {
    const desk = await openCampaignDesk();
    const clerk = await desk.as('clerk');
    await clerk.rectification.draftItem({
      source: 'officeInspection',
      category: 'disloyalty',
      problem: '问题',
    });
    const { rev, categoryLists } = await desk.current();
    const refused = (lists: typeof categoryLists) =>
      desk.refused('reviewer', ({ campaign }) => campaign.change({ rev, categoryLists: lists }));
    const inUse = { code: 'list_in_use', name: '政治不忠诚', count: 1 };
    expect(await refused(categoryLists.filter(({ id }) => id !== 'five-problems'))).toEqual(inUse);
    const renamed = categoryLists.map((list) => ({
      ...list,
      categories: list.categories.map((one) => (one.id === 'disloyalty' ? { ...one, name: '不忠' } : one)),
    }));
    expect(await refused(renamed)).toEqual(inUse);
    await desk.change({ categoryLists: categoryLists.filter(({ id }) => id !== 'six-ailments') });
    expect((await desk.current()).categories.map(({ list }) => list)).not.toContain('六大顽瘴痼疾（2021）');
  });

  test('a session says a phase and an action of the campaign, or what it said before the campaign lost them', async () => {
    const desk = await openCampaignDesk();
    const refused = (words: object) =>
      desk.refused('clerk', ({ study }) => study.createSession({ title: '党课', ...words }));
    expect(await refused({ phase: 'fourth' })).toEqual({ code: 'phase_unknown', phase: 'fourth' });
    expect(await refused({ action: 'dance' })).toEqual({ code: 'action_unknown', action: 'dance' });
  });
});

describe('a changed campaign is checked as a preset is', () => {
  test.each([
    ['phases that overlap', { beginsOn: '2021-03-31', endsOn: '2021-06-15' }, 'phases_overlap'],
    [
      'a phase that ends before it begins',
      { beginsOn: '2021-05-02', endsOn: '2021-05-01' },
      'phase_ends_before_it_begins',
    ],
  ])('%s', async (_, dates, code) => {
    const desk = await openCampaignDesk();
    const { rev, phases } = await desk.current();
    const wrong = phases.map((phase, place) => (place === 1 ? { ...phase, ...dates } : phase));
    expect(
      await desk.refused('reviewer', ({ campaign }) => campaign.change({ rev, phases: wrong })),
    ).toMatchObject({ code });
  });

  test('an action of a phase that is not there, a field nobody knows', async () => {
    const desk = await openCampaignDesk();
    const { rev, actions } = await desk.current();
    const stray = [...actions, { ...actions[0]!, id: 'stray', phase: 'fourth' }];
    expect(
      await desk.refused('reviewer', ({ campaign }) => campaign.change({ rev, actions: stray })),
    ).toMatchObject({ code: 'preset_invalid', path: 'actions.phase' });
    const odd = [{ ...actions[0]!, colour: 'red' }];
    expect(
      await desk.refused('reviewer', ({ campaign }) => campaign.change({ rev, actions: odd })),
    ).toMatchObject({ code: 'invalid_input', fields: ['actions.0'] });
  });
});

test('a saved file holds what is in force, and is told before another office begins with it', async () => {
  const desk = await openCampaignDesk();
  await desk.change({ makeup: { termDays: 12 } });
  const client = await desk.as('clerk');
  const { fileName, content } = await client.campaign.saveFile();
  expect(fileName).toBe('2021.json');
  expect(JSON.parse(content).makeup).toEqual({ termDays: 12 });
  const held = await client.campaign.check({ content });
  expect(held).toMatchObject({ id: '2021', placeholders: 19 });
  expect(held.categoryLists.map(({ categories }) => categories)).toEqual([5, 6]);
  const { makeup, ...lacking } = JSON.parse(content);
  const refusals = ['no JSON', JSON.stringify(lacking), JSON.stringify({ ...lacking, makeup, more: 1 })].map(
    (text) => desk.refused('clerk', ({ campaign }) => campaign.check({ content: text })),
  );
  expect(await Promise.all(refusals)).toEqual([
    { code: 'preset_invalid', how: 'notJson' },
    { code: 'preset_invalid', path: 'makeup', how: 'missing' },
    { code: 'preset_invalid', path: 'more', how: 'unknown' },
  ]);
});
