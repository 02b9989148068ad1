import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import { core } from '../../state/core.ts';

export type Matter = Awaited<ReturnType<typeof core.workList.matters>>['matters'][number];
export type MineRow = Awaited<ReturnType<typeof core.workList.mine>>['rows'][number];
export type Condition = Awaited<ReturnType<typeof core.office.condition>>;
export type Phase = Awaited<ReturnType<typeof core.campaign.current>>['phases'][number];
export type MineTab = 'all' | 'urgent' | 'returned';

/** Sessions of a week that the panel has room for. */
const WEEK_ROWS = 6;

export const workListQueries = {
  matters: () => ({ queryKey: ['workList', 'matters'], queryFn: () => core.workList.matters() }),
  mine: (tab: MineTab) => ({
    key: ['workList', 'mine', tab],
    ask: (offset: number, limit: number) => core.workList.mine({ ...onlyOf(tab), offset, limit }),
  }),
  mineTotal: (tab: MineTab) => ({
    queryKey: ['workList', 'mineTotal', tab],
    queryFn: async () => (await core.workList.mine({ ...onlyOf(tab), limit: 1 })).total,
  }),
  campaign: () => ({ queryKey: ['campaign'], queryFn: () => core.campaign.current() }),
  condition: () => ({ queryKey: ['condition'], queryFn: () => core.office.condition() }),
  sessions: (from: CalendarDate, until: CalendarDate) => ({
    queryKey: ['workList', 'sessions', from, until],
    queryFn: () => core.study.sessions({ from, until, limit: WEEK_ROWS }),
  }),
};

function onlyOf(tab: MineTab) {
  return tab === 'all' ? {} : { only: tab };
}
