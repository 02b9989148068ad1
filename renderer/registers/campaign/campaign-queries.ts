import { type Core, core } from '../../state/core.ts';

export type Campaign = Awaited<ReturnType<Core['campaign']['current']>>;
export type Phase = Campaign['phases'][number];
export type Action = Campaign['actions'][number];
export type CategoryList = Campaign['categoryLists'][number];
export type IndicatorGroup = Campaign['evaluation'][number];
export type Version = Awaited<ReturnType<Core['campaign']['versions']>>[number];
export type Book = Awaited<ReturnType<Core['campaign']['closedBooks']>>[number];
export type Beginning = Parameters<Core['campaign']['begin']>[0]['beginning'];
export type Preview = Awaited<ReturnType<Core['campaign']['beginPreview']>>;
/** The parts of the campaign that a change gives anew. */
export type Changes = Omit<Parameters<Core['campaign']['change']>[0], 'rev'>;

/** Meetings of all phases; a phase has three. */
const MEETINGS = 200;

export const campaignQueries = {
  current: { queryKey: ['campaign'], queryFn: () => core.campaign.current() },
  presets: { queryKey: ['presets'], queryFn: () => core.campaign.presets() },
  versions: { queryKey: ['campaign', 'versions'], queryFn: () => core.campaign.versions() },
  books: { queryKey: ['campaign', 'books'], queryFn: () => core.campaign.closedBooks() },
  meetings: {
    queryKey: ['actions', 'meetings'],
    queryFn: async () => {
      const { actions } = await core.actions.list({ limit: MEETINGS });
      return actions.filter(({ meeting, state }) => meeting !== null && state !== 'cancelled');
    },
  },
  figures: (asOf: string, office: string) => ({
    queryKey: ['figures', 'asOf', asOf, office],
    queryFn: () => core.figures.asOf({ asOf, office }),
  }),
};
