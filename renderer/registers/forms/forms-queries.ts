import type { FormAsked } from '../../../shared/contract/forms.ts';
import { core } from '../../state/core.ts';

/** The most that one call gives; a chooser of sessions is searched, not scrolled. */
const SESSIONS_AT_ONCE = 500;

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
  phases: () => ({ queryKey: ['campaign'], queryFn: () => core.campaign.current() }),
};
