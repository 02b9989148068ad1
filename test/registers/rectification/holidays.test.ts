import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestOffice, testOffice } from '../../support/office.ts';
import { lastingScratch } from '../../support/scratch.ts';

const scratch = lastingScratch();
let office: TestOffice;
beforeAll(async () => {
  office = await testOffice(scratch.folder, { today: '2021-04-10' });
});
afterAll(() => {
  office.close();
  scratch.remove();
});

const MAY = { daysOff: ['2021-04-29', '2021-04-30'], workdays: ['2021-05-01'], basis: '本地通知' };
const due = async () => {
  const { rectification } = await office.as('clerk');
  return (await rectification.dueDay({ from: '2021-04-28', workingDays: 1 })).dueOn;
};
const own = async (year = 2021) => {
  const { years } = await (await office.as('reviewer')).rectification.holidays();
  return years.find((one) => one.year === year);
};

it('an office’s own calendar of a year stands in place of the shipped one until it is taken away', async () => {
  expect(await due()).toBe('2021-04-29');
  expect((await own())?.own).toBe(null);
  const { rectification } = await office.as('reviewer');
  const { rev } = await rectification.setHolidays({ year: 2021, rev: 0, calendar: MAY });
  expect(await due()).toBe('2021-05-01');
  expect(await own()).toMatchObject({ ...MAY, own: { rev, by: 'reviewer' } });
  const again = await (await office.as('reviewer')).rectification.setHolidays({
    year: 2021,
    rev,
    calendar: { ...MAY, workdays: [] },
  });
  expect(await due()).toBe('2021-05-03');
  await (await office.as('reviewer')).rectification.setHolidays({
    year: 2021,
    rev: again.rev,
    calendar: null,
  });
  expect(await due()).toBe('2021-04-29');
});

it('it can be undone, and is refused with nothing changed when it is stale, wrong or set by a clerk', async () => {
  const { rectification, office: desk } = await office.as('reviewer');
  const { rev } = await rectification.setHolidays({
    year: 2019,
    rev: 0,
    calendar: { ...MAY, daysOff: [], workdays: [] },
  });
  const before = await own(2019);
  const reviewer = (await office.as('reviewer')).rectification;
  await expect(reviewer.setHolidays({ year: 2019, rev: rev - 1, calendar: null })).rejects.toThrow(
    'conflict',
  );
  await expect(reviewer.setHolidays({ year: 2018, rev: 3, calendar: MAY })).rejects.toThrow('conflict');
  await expect(reviewer.setHolidays({ year: 2019, rev, calendar: MAY })).rejects.toThrow('holidays_wrong');
  const clerk = (await office.as('clerk')).rectification;
  await expect(clerk.setHolidays({ year: 2019, rev, calendar: null })).rejects.toThrow('not_allowed');
  expect(await own(2019)).toEqual(before);
  await office.as('reviewer');
  const { step } = await desk.lastStep();
  await desk.undo({ step: step! });
  expect(await own(2019)).toBe(undefined);
});
