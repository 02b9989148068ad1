import { implement } from '@orpc/server';
import { contract } from '../../shared/contract/index.ts';
import { printRate, type Rate } from '../../shared/rules/rates.ts';
import type { FigureId } from '../../shared/vocabulary/words.ts';
import { figuresByOffice, groupFigures, officeFigures } from './figures.ts';
import { type ApiContext, checkAccount, mapErrors, openLedgerOf } from './procedures.ts';

const routes = implement(contract.figures).$context<ApiContext>().use(mapErrors).use(checkAccount);

export const figuresRoutes = {
  byOffice: routes.byOffice.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    const answer = ledger.read((db) => figuresByOffice(db, ledger.office, input.asOf));
    const offices = answer.offices.map((one) => ({ ...one, figures: printed(one.figures) }));
    return { ...answer, offices, total: printed(answer.total) };
  }),
  asOf: routes.asOf.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.read((db) => {
      const whole = ledger.ownOffice.kind === 'group' && !input.office;
      const answer = whole ? groupFigures(db, ledger.office, input) : officeFigures(db, ledger.office, input);
      return { ...answer, asOf: input.asOf, figures: printed(answer.figures) };
    });
  }),
};

function printed(rates: Partial<Record<FigureId, Rate>>) {
  const entries = Object.entries(rates).map(
    ([id, rate]) => [id, { ...rate, text: printRate(rate) }] as const,
  );
  return Object.fromEntries(entries);
}
