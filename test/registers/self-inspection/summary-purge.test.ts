import { expect, it } from 'vitest';
import { purgeSummaries } from '../../../electron/registers/self-inspection/summary-purge.ts';
import { day, openInspectionDesk } from './inspection-desk.ts';

const CANARY = '金丝雀：代持股份三万元';

async function filedDesk() {
  const desk = await openInspectionDesk();
  const { id } = await desk.file(desk.people[0]!, CANARY);
  await desk.file(desk.people[1]!, `${CANARY}之二`);
  const sealed = desk.host.ledger!.read((db) =>
    db.all<{ sealed: string }>('SELECT sealed FROM filing_item').map((row) => row.sealed),
  );
  const purgeOn = async (date: string | null) =>
    (await desk.as('administrator')).office.setRetention({ purgeOn: date === null ? null : day(date) });
  const shown = async () =>
    (await (await desk.as('clerk')).selfInspection.filing({ id })).itemList.map(({ summary }) => summary);
  return { ...desk, id, sealed, purgeOn, shown };
}

it('summaries of an ended round go on the day the administrator set, at the next sign-in, bytes and all', async () => {
  const desk = await filedDesk();
  await desk.purgeOn('2021-06-10');
  desk.ports.setDate('2021-06-09');
  expect(await desk.shown()).toEqual([CANARY]);
  desk.close();
  for (const sealed of desk.sealed) expect((await desk.bytes()).includes(sealed)).toBe(true);

  desk.ports.setDate('2021-06-10');
  const administrator = await desk.as('administrator');
  expect(await administrator.selfInspection.purges()).toEqual([
    {
      at: desk.ports.clock.now(),
      by: null,
      purgeOn: '2021-06-10',
      before: 2,
      after: 0,
      scrubbedAt: desk.ports.clock.now(),
    },
  ]);
  const bytes = await desk.bytes();
  for (const trace of [...desk.sealed, CANARY]) expect(bytes.includes(trace)).toBe(false);
  expect(await desk.shown()).toEqual([null]);
  const actions = desk.host.ledger!.read((db) => db.all<{ action: string }>('SELECT action FROM audit'));
  expect(actions.filter(({ action }) => action === 'selfInspection.purgeSummaries')).toHaveLength(1);
  desk.host.ledger!.verify();
});

it('a purge is made once: the button, and every sign-in after it, find nothing to do', async () => {
  const desk = await filedDesk();
  await desk.purgeOn('2021-05-01');
  desk.ports.setDate('2021-06-01');
  const administrator = await desk.as('administrator');
  expect(await administrator.selfInspection.purgeSummaries()).toEqual({ purged: 2, left: 0 });
  const after = desk.digest();
  expect(await administrator.selfInspection.purgeSummaries()).toEqual({ purged: 0, left: 0 });
  await administrator.office.unlock({ user: 'administrator', password: 'quiet-river-77' });
  expect(desk.digest()).toBe(after);
  expect(await administrator.selfInspection.purges()).toHaveLength(1);
});

it('a round that has not ended keeps its summaries, and so does an office that set no day', async () => {
  const desk = await filedDesk();
  const purge = () => desk.refused('administrator', (client) => client.selfInspection.purgeSummaries());
  expect(await purge()).toBe('purge_not_due');
  await desk.purgeOn('2021-05-02');
  expect(await purge()).toBe('purge_not_due');
  desk.ports.setDate('2021-05-31');
  const administrator = await desk.as('administrator');
  expect(await administrator.selfInspection.purgeSummaries()).toEqual({ purged: 0, left: 0 });
  expect(await desk.shown()).toEqual([CANARY]);
  await desk.purgeOn(null);
  desk.ports.setDate('2022-01-01');
  expect(await desk.shown()).toEqual([CANARY]);
  expect(await (await desk.as('clerk')).office.retention()).toMatchObject({
    purgeOn: null,
    by: 'administrator',
  });
});

it('a purge that was cut off before its bytes were cleared clears them at the next sign-in', async () => {
  const desk = await filedDesk();
  await desk.purgeOn('2021-05-01');
  desk.ports.setDate('2021-06-01');
  desk.host.ledger!.write(0, 'selfInspection.purgeSummaries', purgeSummaries);
  const [cut] = await (await desk.as('administrator')).selfInspection.purges();
  expect(cut).toMatchObject({ before: 2, after: 0, scrubbedAt: null });
  desk.close();
  const reviewer = await desk.as('reviewer');
  expect(await reviewer.selfInspection.purges()).toMatchObject([
    { before: 2, scrubbedAt: desk.ports.clock.now() },
  ]);
  const bytes = await desk.bytes();
  for (const sealed of desk.sealed) expect(bytes.includes(sealed)).toBe(false);
});

it('only an administrator sets the day and purges; who enters and reviews cannot', async () => {
  const desk = await filedDesk();
  for (const role of ['clerk', 'reviewer'] as const) {
    const set = await desk.refused(role, (client) =>
      client.office.setRetention({ purgeOn: day('2021-05-01') }),
    );
    const purge = await desk.refused(role, (client) => client.selfInspection.purgeSummaries());
    expect([set, purge]).toEqual(['not_allowed', 'not_allowed']);
  }
});
