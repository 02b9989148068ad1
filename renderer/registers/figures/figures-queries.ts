import { core } from '../../state/core.ts';

/** Sessions offered at once; more are found by typing. */
const OFFERED = 100;

export const figuresQueries = {
  asOf: (asOf: string, office: string | undefined, session: string | undefined) => ({
    queryKey: ['figures', 'asOf', asOf, office, session],
    queryFn: () => core.figures.asOf({ asOf, office, session }),
  }),
  byOffice: (asOf: string) => ({
    queryKey: ['figures', 'byOffice', asOf],
    queryFn: () => core.figures.byOffice({ asOf }),
  }),
  session: (id: string) => ({
    queryKey: ['study', 'session', id],
    queryFn: () => core.study.session({ id }),
  }),
  /** The latest approved sessions up to a day, newest first: the only ones that have an attendance rate. */
  sessions: (until: string, office: string | undefined, search: string) => ({
    queryKey: ['figures', 'sessions', until, office, search],
    queryFn: async () => {
      const filter = { office, state: 'approved', until, search: search || undefined } as const;
      const { total } = await core.study.sessions({ ...filter, limit: 1 });
      const offset = Math.max(0, total - OFFERED);
      const { sessions } = await core.study.sessions({ ...filter, offset, limit: OFFERED });
      return [...sessions].reverse();
    },
  }),
};
