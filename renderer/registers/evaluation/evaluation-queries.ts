import type { EvaluationState, OrderKind, OrderState } from '../../../shared/vocabulary/evaluation-words.ts';
import { type Core, core } from '../../state/core.ts';

export type Sheet = Awaited<ReturnType<Core['evaluation']['sheet']>>;
export type Evaluation = Sheet['evaluations'][number];
export type Line = Evaluation['lines'][number];
export type Order = Evaluation['orders'][number];
export type GroupEvaluation = Awaited<ReturnType<Core['evaluation']['ofGroup']>>['evaluations'][number];
export type Figure = NonNullable<Line['value']>;

/** Records offered at once; a longer list is narrowed by typing on. */
const FOUND = 20;

/** Sessions among which those with open make-ups are looked for. */
const MISSED = 500;

interface Subject {
  readonly id: string;
  readonly name: string;
}

/** What the room asks of the core, each question with its key. */
export const evaluationQueries = {
  sheet: (phase: string | undefined, office: string | undefined) => ({
    queryKey: ['evaluation', 'sheet', phase, office],
    queryFn: () => core.evaluation.sheet({ phase, office }),
  }),
  ofGroup: (state: EvaluationState | undefined) => ({
    key: ['evaluation', 'ofGroup', state],
    ask: async (offset: number, limit: number) => {
      const { total, evaluations } = await core.evaluation.ofGroup({ state, offset, limit });
      return { total, rows: evaluations };
    },
  }),
  freezing: (id: string, rev: number) => ({
    queryKey: ['evaluation', 'freezing', id, rev],
    queryFn: () => core.evaluation.freezePreview({ id }),
  }),
  orders: (filter: { readonly office: string | undefined; readonly state: OrderState | undefined }) => ({
    key: ['evaluation', 'orders', filter],
    ask: async (offset: number, limit: number) => {
      const { total, orders } = await core.evaluation.orders({ ...filter, offset, limit });
      return { total, rows: orders };
    },
  }),
  /** What an order of the kind may name. */
  subjects: (kind: OrderKind, search: string, office: string | undefined) => ({
    queryKey: ['evaluation', 'subjects', kind, search, office],
    queryFn: () => SUBJECTS[kind]({ office, search: search || undefined, limit: FOUND }),
  }),
};

type Ask = (asked: {
  readonly office: string | undefined;
  readonly search: string | undefined;
  readonly limit: number;
}) => Promise<Subject[]>;

const SUBJECTS: Readonly<Record<OrderKind, Ask>> = {
  session: async (asked) => named(await core.study.sessions({ ...asked, state: 'approved' })),
  makeup: async ({ limit, ...asked }) => {
    const { sessions } = await core.study.sessions({ ...asked, limit: MISSED });
    const missed = sessions.filter(({ sums }) => sums.makeupPending + sums.makeupDone > 0);
    return named({ sessions: missed.slice(0, limit) });
  },
  action: async (asked) => {
    const { actions } = await core.actions.list({ ...asked, view: 'done' });
    return actions.map(({ id, name, month }) => ({ id, name: month ? `${name} ${month}` : name }));
  },
  item: async (asked) => {
    const { items } = await core.rectification.items({ ...asked, state: 'closed' });
    return items.map(({ id, number, problem }) => ({ id, name: `${number} ${problem}` }));
  },
  other: async () => [],
};

type Sessions = Awaited<ReturnType<Core['study']['sessions']>>['sessions'];

function named({ sessions }: { readonly sessions: Sessions }): Subject[] {
  return sessions.map(({ id, title, day }) => ({ id, name: `${day ?? ''} ${title}` }));
}
