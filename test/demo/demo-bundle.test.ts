import { afterAll, beforeAll, expect, it } from 'vitest';
import { calendarDate } from '../../shared/vocabulary/dates.ts';
import { type TestOffice, testOffice } from '../support/office.ts';
import { lastingScratch } from '../support/scratch.ts';
import { sentFigures } from '../support/sent-figures.ts';

const AFTER = '2021-07-05';
const scratch = lastingScratch();
let county: TestOffice;
let group: TestOffice;

beforeAll(async () => {
  county = await testOffice(scratch.folder, { code: '530101', demo: true, today: AFTER });
  group = await testOffice(scratch.folder, { role: 'group', code: '530100', demo: true, today: AFTER });
  const here = await county.as('administrator');
  const there = await group.as('administrator');
  await here.exchange.trust({ content: (await there.exchange.ownKeys()).content });
  await there.exchange.trust({ content: (await here.exchange.ownKeys()).content });
});

afterAll(() => {
  county.close();
  group.close();
  scratch.remove();
});

it('a demo group computes the same figures of a demo office as the office itself', async () => {
  const administrator = await county.as('administrator');
  await administrator.office.fillDemo({ people: 120, sessions: 20, seed: 7 });
  const clerk = await county.as('clerk');
  const { fileName, content } = await clerk.exchange.exportBundle({});
  const member = await group.as('member');
  const { bundles } = await member.exchange.importBundles({ files: [{ fileName, content }], apply: true });
  expect(bundles[0]).toMatchObject({ outcome: 'applied', refused: 0, notApplicable: 0 });

  const asOf = calendarDate('2021-06-30');
  const own = await clerk.figures.asOf({ asOf });
  const received = await member.figures.asOf({ asOf, office: '530101' });
  expect(received.figures).toEqual(sentFigures(own.figures));
  expect(received.sessionsUnderCorrection).toBe(own.sessionsUnderCorrection);
});
