import { expect, it } from 'vitest';
import { day, openInspectionDesk } from '../self-inspection/inspection-desk.ts';

type Desk = Awaited<ReturnType<typeof openInspectionDesk>>;

const current = async (desk: Desk) => (await desk.as('reviewer')).campaign.current();

async function file(desk: Desk, person: number, category: string) {
  const filing = { round: desk.round, person: desk.people[person]!, filedOn: day('2021-04-20') };
  const items = [{ category }];
  return (await desk.as('clerk')).selfInspection.file({ ...filing, declared: 'hasProblem', items });
}

it('a category of the office’s own can be chosen, by its name too, and is told in the history', async () => {
  const desk = await openInspectionDesk();
  const reviewer = await desk.as('reviewer');
  const { rev } = await current(desk);
  const added = await reviewer.campaign.addCategory({ rev, name: '公车私用' });
  const { categories } = await current(desk);
  expect(categories).toContainEqual({
    id: added.category,
    name: '公车私用',
    list: 'office 530000',
    appliesTo: 'all',
  });
  await file(desk, 0, '公车私用');
  const told = desk.host.ledger!.read((db) =>
    db.get<{ body: string }>(
      "SELECT body FROM audit JOIN audit_body USING (seq) WHERE action = 'campaign.addCategory'",
    ),
  );
  expect(JSON.parse(told!.body)).toMatchObject({ category: added.category, name: '公车私用' });
});

it('a retired category refuses new uses by its name, stays in old rows, and can come back', async () => {
  const desk = await openInspectionDesk();
  const old = await file(desk, 0, 'shares-and-loans');
  const before = await current(desk);
  const reviewer = await desk.as('reviewer');
  const retire = { category: 'shares-and-loans' };
  await reviewer.campaign.retireCategory({ ...retire, rev: before.rev });
  const after = await current(desk);
  expect(after.categories).toEqual(before.categories.filter(({ id }) => id !== 'shares-and-loans'));
  expect(after.retired).toEqual(before.categories.filter(({ id }) => id === 'shares-and-loans'));
  const again = { round: desk.round, person: desk.people[1]!, filedOn: day('2021-04-20') };
  const items = [retire];
  expect(
    await desk.refused('clerk', (client) =>
      client.selfInspection.file({ ...again, declared: 'hasProblem', items }),
    ),
  ).toBe('category_retired');
  const kept = await (await desk.as('clerk')).selfInspection.filing({ id: old.id });
  expect(kept.itemList[0]!.category).toBe('shares-and-loans');
  const approved = await (await desk.as('reviewer')).selfInspection.moveFiling({ ...old, move: 'approve' });
  const supplement = { id: old.id, rev: approved.rev, move: 'supplement', declared: 'hasProblem' } as const;
  expect(
    await desk.refused('clerk', (client) =>
      client.selfInspection.moveFiling({ ...supplement, items: [retire] }),
    ),
  ).toBe('category_retired');
  const { id: item, rev } = kept.itemList[0]!;
  const { selfInspection, rectification } = await desk.as('reviewer');
  const disposed = await selfInspection.disposeItem({ item, rev, disposition: 'rectification' });
  expect(await rectification.item({ id: disposed.rectification! })).toMatchObject(retire);

  await (await desk.as('reviewer')).campaign.retireCategory({ ...retire, rev: after.rev, retired: false });
  const restored = await current(desk);
  expect(new Set(restored.categories.map(({ id }) => id))).toEqual(
    new Set(before.categories.map(({ id }) => id)),
  );
  expect(restored.retired).toEqual([]);
  await file(desk, 1, 'shares-and-loans');
});

it('the only category of a list can be retired and restored, and its id is never given twice', async () => {
  const desk = await openInspectionDesk();
  const reviewer = await desk.as('reviewer');
  const add = async (name: string) =>
    (await reviewer.campaign.addCategory({ rev: (await current(desk)).rev, name })).category;
  const turn = async (category: string, retired: boolean) =>
    reviewer.campaign.retireCategory({ rev: (await current(desk)).rev, category, retired });
  const one = await add('甲类');
  await turn(one, true);
  expect((await current(desk)).retired.map(({ id }) => id)).toEqual([one]);
  const two = await add('乙类');
  expect(two).not.toBe(one);
  await turn(two, true);
  await turn(one, false);
  const { categories, retired } = await current(desk);
  expect(categories.filter(({ list }) => list === 'office 530000').map(({ id }) => id)).toEqual([one]);
  expect(retired.map(({ id }) => id)).toEqual([two]);
});

it('a list keeps its place among the lists when it changes, even when nothing of it was left', async () => {
  const desk = await openInspectionDesk();
  const lists = async () => [...new Set((await current(desk)).categories.map(({ list }) => list))];
  const of = async (list: string) => (await current(desk)).categories.filter((one) => one.list === list);
  const turn = async (category: string, retired: boolean) =>
    (await desk.as('reviewer')).campaign.retireCategory({
      rev: (await current(desk)).rev,
      category,
      retired,
    });
  const before = await lists();
  const [first = '', second = ''] = before;
  expect(second).not.toBe('');
  const [one, ...others] = (await of(first)).map(({ id }) => id);
  await turn(one!, true);
  expect(await lists()).toEqual(before);
  for (const id of others) await turn(id, true);
  expect(await lists()).toEqual(before.slice(1));
  await turn(one!, false);
  expect(await lists()).toEqual(before);
  for (const id of others) await turn(id, false);
  expect((await of(first)).map(({ id }) => id)).toEqual([one, ...others]);
  expect((await current(desk)).retired).toEqual([]);
});

it('refuses what would be ambiguous, unknown, stale or not theirs, and changes nothing', async () => {
  const desk = await openInspectionDesk();
  const { rev, categories } = await current(desk);
  const known = categories[0]!;
  const asReviewer = (ask: Parameters<typeof desk.refused>[1]) => desk.refused('reviewer', ask);
  expect(await asReviewer((client) => client.campaign.addCategory({ rev, name: ` ${known.name} ` }))).toBe(
    'category_exists',
  );
  expect(await asReviewer((client) => client.campaign.retireCategory({ rev, category: 'nothing' }))).toBe(
    'category_unknown',
  );
  expect(
    await asReviewer((client) => client.campaign.retireCategory({ rev: rev - 1, category: known.id })),
  ).toBe('conflict');
  expect(await desk.refused('clerk', (client) => client.campaign.addCategory({ rev, name: '丙类' }))).toBe(
    'not_allowed',
  );
  await (await desk.as('reviewer')).campaign.retireCategory({ rev, category: known.id });
  const now = (await current(desk)).rev;
  expect(await asReviewer((client) => client.campaign.retireCategory({ rev: now, category: known.id }))).toBe(
    'category_retired',
  );
  expect(await asReviewer((client) => client.campaign.addCategory({ rev: now, name: known.name }))).toBe(
    'category_exists',
  );
});
