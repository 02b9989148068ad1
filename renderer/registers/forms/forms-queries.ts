import type { FormAsked } from '../../../shared/contract/forms.ts';
import { core } from '../../state/core.ts';

/** The most that one call gives; a chooser of sessions is searched, not scrolled. */
const SESSIONS_AT_ONCE = 500;
/** Items offered at once; a longer list is narrowed by typing on. */
const ITEMS_AT_ONCE = 50;
const WEEKS_AT_ONCE = 100;

export const formsQueries = {
  list: () => ({ queryKey: ['forms', 'list'], queryFn: () => core.forms.list() }),
  preview: (asked: FormAsked | null, rows: number) => ({
    queryKey: ['forms', 'preview', asked, rows],
    queryFn: async () => {
      if (!asked) throw new Error('nothing is asked yet');
      return await core.forms.preview({ asked, rows });
    },
  }),
  sessions: () => ({
    queryKey: ['forms', 'sessions'],
    queryFn: async () => (await core.study.sessions({ limit: SESSIONS_AT_ONCE })).sessions,
  }),
  parties: () => ({ queryKey: ['exchange', 'parties'], queryFn: () => core.exchange.parties() }),
  rounds: (office: string | undefined) => ({
    queryKey: ['forms', 'rounds', office],
    queryFn: () => core.selfInspection.rounds({ office }),
  }),
  /** Found by number or words. */
  items: (office: string | undefined, search: string, open: boolean) => ({
    queryKey: ['forms', 'items', office, search, open],
    queryFn: async () => {
      const view = open ? ('open' as const) : ('all' as const);
      const asked = { office, view, sort: 'number' as const, limit: ITEMS_AT_ONCE };
      return (await core.rectification.items({ ...asked, search: search || undefined })).items;
    },
  }),
  item: (id: string) => ({
    queryKey: ['rectification', 'item', id],
    queryFn: () => core.rectification.item({ id }),
  }),
  units: (office: string | undefined) => ({
    queryKey: ['personnel', 'units', office],
    queryFn: () => core.personnel.units({ office }),
  }),
  /** Frozen weeks, the latest first. */
  weeks: (office: string | undefined) => ({
    queryKey: ['weeklyReports', 'list', office],
    queryFn: () => core.weeklyReports.list({ office, limit: WEEKS_AT_ONCE }),
  }),
  phases: (office: string | undefined) => ({
    queryKey: office === undefined ? ['campaign'] : ['campaign', 'of', office],
    queryFn: () => core.campaign.current({ office }),
  }),
};
