import { printRate, type Rate } from '../../shared/rules/rates.ts';
import type { FigureId } from '../../shared/vocabulary/words.ts';
import { groupFigures, officeFigures } from './figures.ts';
import { api, openLedgerOf } from './procedures.ts';

export const figuresRoutes = {
  asOf: api.figures.asOf.handler(({ input, context }) => {
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
