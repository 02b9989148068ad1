import type { FigureId, FigurePart } from '../../../shared/vocabulary/words.ts';
import { type Core, core } from '../../state/core.ts';
import type { Question, TableBy } from './figure-question.ts';
import type { Span } from './trend-span.ts';

/** Sessions offered at once; more are found by typing. */
const OFFERED = 100;

export type FigureRows = Awaited<ReturnType<Core['figures']['rows']>>;
export type FigureRow = FigureRows['rows'][number];
type Answer = Awaited<ReturnType<Core['figures']['asOf']>>;
export type Reach = Awaited<ReturnType<Core['figures']['reachByUnit']>>;

export interface TableRow {
  /** What the row narrows the question to; null: no filter says it. */
  readonly narrowed: Partial<Question> | null;
  readonly name: string | null;
  /** It has units below it. */
  readonly opens: boolean;
  /** Of a type: coverage does not ask for it. */
  readonly isOptional: boolean;
  readonly figures: Answer['figures'];
}

export interface Table {
  readonly rows: readonly TableRow[];
  readonly total: Answer['figures'];
  readonly sessionsUnderCorrection: number;
}

export const figuresQueries = {
  asOf: (question: Question) => ({
    queryKey: ['figures', 'asOf', question],
    queryFn: () => core.figures.asOf(question),
  }),
  byOffice: (asOf: string) => ({
    queryKey: ['figures', 'byOffice', asOf],
    queryFn: () => core.figures.byOffice({ asOf }),
  }),
  table: (question: Question, by: TableBy) => ({
    queryKey: ['figures', 'table', by, question],
    queryFn: () => ASKED[by](question),
  }),
  reach: (question: Question) => ({
    queryKey: ['figures', 'reach', question],
    queryFn: () => core.figures.reachByUnit(question),
  }),
  trend: ({ asOf: _, ...filter }: Question, figures: FigureId[], { from, until }: Span) => ({
    queryKey: ['figures', 'trend', filter, figures, from, until],
    queryFn: () => core.figures.trend({ ...filter, from, until, figures }),
  }),
  rows: (question: Question, figure: FigureId, part: FigurePart) => ({
    key: ['figures', 'rows', figure, part, question],
    ask: async (offset: number, limit: number) => {
      const { total, rows } = await core.figures.rows({ ...question, figure, part, offset, limit });
      return { total, rows: rows as FigureRow[] };
    },
  }),
  campaign: (office: string | undefined) => ({
    queryKey: ['campaign', office],
    queryFn: () => core.campaign.current({ office }),
  }),
  units: (office: string | undefined) => ({
    queryKey: ['personnel', 'units', office],
    queryFn: () => core.personnel.units({ office }),
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

const ROW = { opens: false, isOptional: false };

const ASKED: Readonly<Record<TableBy, (question: Question) => Promise<Table>>> = {
  async unit(question) {
    const { rows, ...rest } = await core.figures.byUnit(question);
    const shown = rows.map(({ id, name, below, hasUnits, figures }) => ({
      ...{ ...ROW, narrowed: { unit: id, below }, name, opens: hasUnits, figures },
    }));
    return { ...rest, rows: shown };
  },
  async kind(question) {
    const { rows, ...rest } = await core.figures.byOrganKind(question);
    const shown = rows.map(({ organKind, figures }) => ({
      ...{ ...ROW, narrowed: organKind && { organKind }, name: organKind, figures },
    }));
    return { ...rest, rows: shown };
  },
  async phase({ phase: _phase, ...question }) {
    const { rows, ...rest } = await core.figures.byPhase(question);
    return {
      ...rest,
      rows: rows.map(({ phase, name, figures }) => ({ ...ROW, narrowed: { phase }, name, figures })),
    };
  },
  async type({ type: _type, ...question }) {
    const { rows, ...rest } = await core.figures.byType(question);
    const shown = rows.map(({ type, required, figures }) => ({
      ...{ ...ROW, narrowed: { type }, name: type, isOptional: !required, figures },
    }));
    return { ...rest, rows: shown };
  },
};
