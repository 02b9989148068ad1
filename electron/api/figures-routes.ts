import { implement } from '@orpc/server';
import { contract } from '../../shared/contract/index.ts';
import { saysOf } from '../../shared/rules/figures.ts';
import { printRate, type Rate } from '../../shared/rules/rates.ts';
import { FIGURE_IDS, type FigureId } from '../../shared/vocabulary/words.ts';
import type { Rates } from '../registers/figures/office-figures.ts';
import type { Readable } from '../store/handles.ts';
import type { FigureQuestion } from './figure-question.ts';
import { rowsOfFigure } from './figure-rows.ts';
import { reachByUnit, tableByOrganKind, tableByPhase, tableByType, tableByUnit } from './figure-tables.ts';
import { figureTrend } from './figure-trend.ts';
import { officeFigures } from './figures.ts';
import { figuresByOffice, groupFigures } from './group-figures.ts';
import { type ApiContext, checkAccount, mapErrors, openLedgerOf } from './procedures.ts';

const routes = implement(contract.figures).$context<ApiContext>().use(mapErrors).use(checkAccount);

export const figuresRoutes = {
  byOffice: routes.byOffice.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    const answer = ledger.read((db) => figuresByOffice(db, input.asOf));
    const shown = <Row extends { figures: Rates }>(row: Row) => ({ ...row, figures: printed(row.figures) });
    const groups = answer.groups.map((row) => ({ ...shown(row), below: row.below.map(shown) }));
    return { ...answer, offices: answer.offices.map(shown), groups, total: printed(answer.total) };
  }),
  asOf: routes.asOf.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.read((db) => {
      const whole = ledger.ownOffice.kind === 'group' && !input.office;
      const answer = whole ? groupFigures(db, ledger.office, input) : officeFigures(db, ledger.office, input);
      return { ...answer, asOf: input.asOf, figures: printed(answer.figures, input) };
    });
  }),
  byUnit: routes.byUnit.handler(({ input, context }) => asTable(context, input, tableByUnit)),
  byOrganKind: routes.byOrganKind.handler(({ input, context }) => asTable(context, input, tableByOrganKind)),
  byPhase: routes.byPhase.handler(({ input, context }) => asTable(context, input, tableByPhase)),
  byType: routes.byType.handler(({ input, context }) => asTable(context, input, tableByType)),
  reachByUnit: routes.reachByUnit.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.read((db) => reachByUnit(db, ledger.office, input));
  }),
  trend: routes.trend.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    const { days, series } = ledger.read((db) => figureTrend(db, ledger.office, input));
    const shown = series.map(({ figure, points }) => ({
      figure,
      points: points.map((rate) => ({ ...rate, text: printRate(rate) })),
    }));
    return { days: [...days], series: shown };
  }),
  rows: routes.rows.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.read((db) => rowsOfFigure(db, ledger.office, input));
  }),
};

type Table<Row> = (
  db: Readable,
  own: number,
  question: FigureQuestion,
) => {
  asOf: string;
  sessionsUnderCorrection: number;
  rows: readonly (Row & { readonly figures: Rates })[];
  total: Rates;
};

function asTable<Row>({ host }: ApiContext, input: FigureQuestion, table: Table<Row>) {
  const ledger = openLedgerOf(host);
  const { rows, total, ...rest } = ledger.read((db) => table(db, ledger.office, input));
  const shown = rows.map((row) => ({ ...row, figures: printed(row.figures, input) }));
  return { ...rest, rows: shown, total: printed(total, input) };
}

/** As people read them; null where a filter has nothing to do with the figure. */
function printed(rates: Rates, filter: Pick<FigureQuestion, 'type'> = {}) {
  const figures: Partial<Record<FigureId, (Rate & { readonly text: string }) | null>> = {};
  for (const id of FIGURE_IDS) {
    const rate = rates[id];
    if (rate) figures[id] = { ...rate, text: printRate(rate) };
    else if (!saysOf(id, filter)) figures[id] = null;
  }
  return figures;
}
