import { type Core, core } from '../../state/core.ts';
import type { ActionsSearch } from './actions-search.ts';

export type ActionRow = Awaited<ReturnType<Core['actions']['list']>>['actions'][number];
export type Action = Awaited<ReturnType<Core['actions']['action']>>;
export type ActionPlan = Awaited<ReturnType<Core['actions']['planPreview']>>;
export type PhaseCount = Awaited<ReturnType<Core['actions']['counts']>>['phases'][number];

/** Whose actions; undefined: the own ones. */
export type Office = string | undefined;

/** An office has some dozens. */
const ALL = 500;
/** Sessions offered as evidence, the latest ones. */
const OFFERED = 200;

export const actionsQueries = {
  list: (office: Office, { view, phase, origin, unit, search }: ActionsSearch) => {
    const filter = { office, phase, origin, unit, search };
    return {
      key: ['actions', 'list', filter, view],
      ask: async (offset: number, limit: number) => {
        const { total, actions } = await core.actions.list({ ...filter, view, offset, limit });
        return { total, rows: actions };
      },
    };
  },
  counts: (office: Office, { phase, origin, unit, search }: Partial<ActionsSearch> = {}) => {
    const filter = { office, phase, origin, unit, search };
    return { queryKey: ['actions', 'counts', filter], queryFn: () => core.actions.counts(filter) };
  },
  all: (office: Office) => ({
    queryKey: ['actions', 'all', office],
    queryFn: async () => (await core.actions.list({ office, limit: ALL })).actions,
  }),
  month: (office: Office, month: string) => ({
    queryKey: ['actions', 'month', office, month],
    queryFn: async () => (await core.actions.calendar({ office, month })).actions,
  }),
  action: (id: string) => ({
    queryKey: ['actions', 'action', id],
    queryFn: () => core.actions.action({ id }),
  }),
  preview: () => ({ queryKey: ['actions', 'preview'], queryFn: () => core.actions.planPreview() }),
  completion: (office: Office, asOf: string) => ({
    queryKey: ['actions', 'completion', office, asOf],
    queryFn: async () =>
      (await core.figures.asOf({ asOf: asOf as never, office })).figures.actionCompletion ?? null,
  }),
  campaign: (office: Office) => ({
    queryKey: ['campaign', 'current', office],
    queryFn: () => core.campaign.current(office === undefined ? undefined : { office }),
  }),
  units: () => ({ queryKey: ['personnel', 'units', undefined], queryFn: () => core.personnel.units({}) }),
  sessions: () => ({
    queryKey: ['actions', 'sessions'],
    queryFn: async () => (await core.study.sessions({ limit: OFFERED })).sessions,
  }),
};
