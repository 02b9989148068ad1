import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSeries } from '../../../electron/registers/study/study-series.ts';
import type { Given } from '../../../shared/contract/base.ts';
import type { study } from '../../../shared/contract/study.ts';
import { calendarDate } from '../../../shared/vocabulary/dates.ts';
import { clerk, type Desk, openDesk, ready } from './study-desk.ts';
import { refusedWithoutTrace } from './without-trace.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

type Asked = Given<typeof study.createSeries>;
const weekly: Asked = { session: ready, every: 1, times: 3, except: [], schedule: false };
const make = (asked: Partial<Asked>) =>
  desk.as(clerk, (write) => createSeries(write, { ...weekly, ...asked }));

describe('a series', () => {
  it('is the same session week after week, numbered as the page says, in drafts', () => {
    const { ids, days, rev } = make({ suffix: '（第{n}次）' });
    expect(days).toEqual(['2021-03-10', '2021-03-17', '2021-03-24']);
    const sessions = ids.map((id) => desk.look(id));
    expect(sessions.map(({ title, day, state }) => [title, day, state])).toEqual([
      ['专题党课（第1次）', '2021-03-10', 'draft'],
      ['专题党课（第2次）', '2021-03-17', 'draft'],
      ['专题党课（第3次）', '2021-03-24', 'draft'],
    ]);
    expect(sessions.every((one) => one.rev === rev && one.venues[0] === '第一会议室')).toBe(true);
  });

  it('is scheduled at once when asked for, with a dated move in each history, and goes on like any other', () => {
    desk.person('甲', { unit: desk.unit('法院') });
    const { ids } = make({ schedule: true });
    for (const id of ids) {
      const { state, moves } = desk.look(id);
      expect([state, moves.map(({ move, to }) => [move, to])]).toEqual([
        'scheduled',
        [['schedule', 'scheduled']],
      ]);
    }
    desk.move(clerk, ids[0]!, 'hold');
    expect(desk.look(ids[0]!)).toMatchObject({ state: 'held', sums: { expected: 1 } });
  });

  it('is made whole or not at all', () => {
    const code = (asked: Partial<Asked>) => refusedWithoutTrace(desk, () => make(asked));
    expect(code({ session: { ...ready, day: null } })).toBe('missing_field');
    expect(code({ session: { ...ready, venues: [] }, schedule: true })).toBe('missing_field');
    expect(code({ session: { ...ready, expected: { units: ['none'] } } })).toBe('not_found');
    const title = '长'.repeat(97);
    expect(code({ session: { ...ready, title }, suffix: ' 之{n}', times: 12 })).toBe('invalid_input');
    expect(code({ times: undefined, until: calendarDate('2023-03-10') })).toBe('invalid_input');
    expect(code({ times: undefined, until: calendarDate('2021-03-01') })).toBe('invalid_input');
  });
});
