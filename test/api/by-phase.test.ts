import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ApiClient } from '../../electron/transport/in-process.ts';
import { type TestOffice, testOffice } from '../support/office.ts';
import { lastingScratch } from '../support/scratch.ts';

const { folder, remove } = lastingScratch();
let office: TestOffice;
let clerk: ApiClient;
let phases: readonly { readonly id: string; readonly beginsOn: string; readonly endsOn: string }[];

beforeAll(async () => {
  office = await testOffice(folder, { demo: true, today: '2021-06-20' });
  const administrator = await office.as('administrator');
  await administrator.office.fillDemo({ people: 60, sessions: 12, seed: 3 });
  clerk = await office.as('clerk');
  ({ phases } = await clerk.campaign.current());
});
afterAll(() => {
  office.close();
  remove();
});

it('make-ups are those of the sessions of a phase, and those of all phases are all', async () => {
  const { total, rows } = await clerk.study.makeups({ limit: 500 });
  expect(total).toBeGreaterThan(3);
  const { sessions } = await clerk.study.sessions({ limit: 500 });
  const phaseOf = new Map(sessions.map(({ id, phase }) => [id, phase]));
  const sums = [];
  for (const { id } of phases) {
    const within = await clerk.study.makeups({ phase: id, limit: 500 });
    const expected = rows.filter(({ session }) => phaseOf.get(session) === id);
    expect(within).toEqual({ total: expected.length, rows: expected });
    sums.push(within.total);
  }
  expect(sums.filter((sum) => sum > 0).length).toBeGreaterThan(1);
  expect(sums.reduce((sum, one) => sum + one)).toBe(total);
});

it('a round belongs to the phase in which it begins', async () => {
  const all = await clerk.selfInspection.rounds({});
  expect(all.length).toBeGreaterThan(0);
  for (const { id, beginsOn, endsOn } of phases)
    expect(await clerk.selfInspection.rounds({ phase: id })).toEqual(
      all.filter((round) => beginsOn <= round.beginsOn && round.beginsOn <= endsOn),
    );
  expect(await clerk.selfInspection.rounds({ phase: 'nowhere' })).toEqual([]);
});

it('counters of a phase are those of its months; the month that two phases touch is the later one’s', async () => {
  const unit = await clerk.personnel.createUnit({ name: '临时专班' });
  for (const [at, month] of ['2021-02', '2021-03', '2021-04', '2021-05', '2021-06'].entries())
    await clerk.supporting.setCounters({
      month,
      cells: [{ unit: unit.id, kind: 'activities', count: 10 ** at, rev: 0 }],
    });
  const sums = [];
  for (const { id } of phases)
    for (const kind of [undefined, 'activities'] as const) {
      const { rows, total } = await clerk.supporting.counterYear({
        year: 2021,
        unit: unit.id,
        phase: id,
        ...(kind && { kind }),
      });
      if (kind) expect(total).toBe(1);
      sums.push(rows.find(({ key }) => key === (kind ? unit.id : 'activities'))?.sum);
    }
  expect(sums).toEqual([11, 11, 1100, 1100, 10_000, 10_000]);
  const elsewhere = await clerk.supporting.counterYear({
    year: 2020,
    phase: phases[0]!.id,
    kind: 'activities',
  });
  expect(elsewhere).toMatchObject({ total: 0, rows: [] });
});
