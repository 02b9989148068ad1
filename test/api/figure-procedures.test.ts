import { ORPCError } from '@orpc/client';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { FIGURE_IDS } from '../../shared/vocabulary/words.ts';
import { type TestOffice, testOffice } from '../support/office.ts';
import { lastingScratch } from '../support/scratch.ts';

const { folder, remove } = lastingScratch();
const TODAY = '2021-04-20';
let office: TestOffice;

beforeAll(async () => {
  office = await testOffice(folder, { demo: true, today: TODAY });
  const administrator = await office.as('administrator');
  await administrator.office.confirmRecovery({ code: office.recoveryCode });
  await administrator.office.fillDemo({ people: 60, sessions: 10, seed: 2 });
}, 60_000);
afterAll(() => {
  office.close();
  remove();
});

const codeOf = (error: unknown) => (error instanceof ORPCError ? error.code : error);

it('figures are read by everybody who signs in, their rows only by those who read registers', async () => {
  const administrator = (await office.as('administrator')).figures;
  expect((await administrator.asOf({ asOf: TODAY })).figures.coverage!.denominator).toBeGreaterThan(0);
  expect((await administrator.byUnit({ asOf: TODAY })).rows.length).toBeGreaterThan(0);
  const asked = { asOf: TODAY, figure: 'coverage', part: 'denominator' } as const;
  expect(await administrator.rows(asked).catch(codeOf)).toBe('not_allowed');
  const clerk = (await office.as('clerk')).figures;
  const { total } = await clerk.rows(asked);
  expect(total).toBe((await clerk.asOf({ asOf: TODAY })).figures.coverage!.denominator);
});

it('every number of the demo county opens its rows', async () => {
  const { figures } = await office.as('clerk');
  const shown = (await figures.asOf({ asOf: TODAY })).figures;
  for (const figure of FIGURE_IDS) {
    const number = shown[figure];
    if (!number) continue;
    for (const part of ['numerator', 'denominator'] as const) {
      const { total, rows } = await figures.rows({ asOf: TODAY, figure, part, limit: 500 });
      expect([figure, part, total]).toEqual([figure, part, number[part]]);
      expect(rows).toHaveLength(Math.min(500, total));
    }
  }
});

it('a type narrows the figures of study; the others say nothing of it and have no rows', async () => {
  const { figures } = await office.as('clerk');
  const asked = { asOf: TODAY, type: 'political' } as const;
  const shown = (await figures.asOf(asked)).figures;
  expect(shown.participationFirst!.denominator).toBeGreaterThan(0);
  for (const figure of ['closureRate', 'talkCoverage', 'selfInspectionCoverage'] as const) {
    expect(shown[figure]).toBe(null);
    expect((await figures.rows({ ...asked, figure, part: 'denominator' })).total).toBe(0);
  }
  const { series } = await figures.trend({ from: '2021-03-01', until: TODAY, type: 'political' });
  expect(series.map(({ figure }) => figure)).not.toContain('closureRate');
});

it('the units of a table open: those directly below, and the unit alone, adding up to the row', async () => {
  const { figures } = await office.as('clerk');
  const top = (await figures.byUnit({ asOf: TODAY })).rows.find(({ hasUnits }) => hasUnits)!;
  const { rows, total } = await figures.byUnit({ asOf: TODAY, unit: top.id });
  expect(total.participationFirst).toEqual(top.figures.participationFirst);
  expect(rows[0]).toMatchObject({ id: top.id, below: false, hasUnits: false });
  const sum = rows.reduce((all, { figures: row }) => all + row.participationFirst!.denominator, 0);
  expect(sum).toBe(top.figures.participationFirst!.denominator);
});

it('what a type has not reached yet is as many people as coverage by that type has in the rest', async () => {
  const { figures } = await office.as('clerk');
  const { types, rows } = await figures.reachByUnit({ asOf: TODAY });
  for (const [at, { type }] of types.entries()) {
    for (const { id: unit, people, reached } of rows) {
      const rest = await figures.rows({ asOf: TODAY, figure: 'coverage', part: 'rest', type, unit });
      expect([type, rest.total]).toEqual([type, people - reached[at]!]);
    }
  }
});

it('a unit, an office or a session that is not there is not found', async () => {
  const { figures } = await office.as('clerk');
  const asked = [{ unit: 'nobody' }, { office: '999999' }, { session: 'nothing' }];
  for (const one of asked)
    expect(await figures.byUnit({ asOf: TODAY, ...one }).catch(codeOf)).toBe('not_found');
});
