import { expect, it } from 'vitest';
import {
  movable,
  planEdit,
  planExtension,
  planMove,
} from '../../../renderer/registers/rectification/bulk-plan.ts';
import type { ItemRow } from '../../../renderer/registers/rectification/rectification-queries.ts';
import { workingCalendar } from '../../../shared/rules/working-days.ts';
import { calendarDate } from '../../../shared/vocabulary/dates.ts';

const REVIEWER = { roles: ['reviewer'], on: '2021-04-20' } as const;
const CLERK = { roles: ['clerk'], on: '2021-04-20' } as const;

function row(part: Partial<ItemRow>): ItemRow {
  return {
    ...{ id: 'i', rev: 1, office: 'o', number: '2021-1', source: 'officeInspection', category: 'c' },
    ...{ problem: 'p', measures: 'm', unit: 'u', unitName: 'U', leader: 'l', owner: 'w' },
    ...{ dueOn: '2021-04-30', extendedDueOn: null, evidenceNumber: null, appliedOn: null, closedOn: null },
    ...{ timesReworked: 0, repeats: null, mergedInto: null, feedback: null, state: 'inProgress' },
    ...{ whose: 'clerk', daysLeft: 10, returned: false, supervision: null },
    ...part,
  } as ItemRow;
}

it('an edit changes the rows that may still change, and says why the others stay', () => {
  const rows = [
    row({}),
    row({ owner: 'n' }),
    row({ state: 'closed' }),
    row({ state: 'draft', unit: null, dueOn: null }),
  ];
  expect(planEdit(rows, { owner: 'n' }).map(({ why }) => why?.kind ?? 'changes')).toEqual([
    'changes',
    'same',
    'state',
    'changes',
  ]);
  const dated = planEdit(rows, { dueOn: '2021-05-10' });
  expect(dated[0]?.why).toEqual({ kind: 'fixed', fields: ['dueOn'] });
  expect(dated[3]?.changes).toEqual([{ field: 'dueOn', before: null, after: '2021-05-10' }]);
});

it('an extension by working days counts from the date in force of each row', () => {
  const calendar = workingCalendar([
    { year: 2021, daysOff: ['2021-05-03', '2021-05-04', '2021-05-05'].map(calendarDate), workdays: [] },
  ]);
  const rows = [
    row({}),
    row({ extendedDueOn: '2021-05-10' }),
    row({ dueOn: null }),
    row({ state: 'groupReview' }),
  ];
  const plan = planExtension(rows, { workingDays: 1, calendar }, REVIEWER);
  expect(plan.map(({ changes }) => changes[0]?.after)).toEqual([
    '2021-05-06',
    '2021-05-11',
    undefined,
    undefined,
  ]);
  expect(plan[2]?.why).toMatchObject({ code: 'missing_field', missing: ['dueOn'] });
  expect(plan[3]?.why).toEqual({ kind: 'state', state: 'groupReview' });
});

it('an extension to one day leaves out rows whose date is as late already', () => {
  const plan = planExtension([row({}), row({ dueOn: '2021-06-01' })], { dueOn: '2021-05-20' }, REVIEWER);
  expect(plan.map(({ why }) => why)).toMatchObject([null, { code: 'extension_not_later' }]);
});

it('a move is made where state, role and fields allow it', () => {
  const rows = [
    row({ state: 'draft' }),
    row({ state: 'draft', measures: null }),
    row({ state: 'draft', dueOn: '2021-04-01' }),
    row({}),
  ];
  const plan = planMove(rows, 'issue', REVIEWER);
  expect(plan.map(({ why }) => why)).toMatchObject([
    null,
    { code: 'missing_field', missing: ['measures'] },
    { code: 'deadline_before_day' },
    { kind: 'state' },
  ]);
  expect(movable(rows, 'issue', REVIEWER)).toBe(3);
  expect(movable(rows, 'issue', CLERK)).toBe(0);
});
