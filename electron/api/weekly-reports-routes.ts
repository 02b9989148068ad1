import { implement } from '@orpc/server';
import { contract } from '../../shared/contract/index.ts';
import { printRate, type Rate } from '../../shared/rules/rates.ts';
import type { FigureId } from '../../shared/vocabulary/words.ts';
import {
  ensureMonday,
  freezeWeek,
  frozenWeek,
  type WeeklyContent,
  weeks,
} from '../registers/weekly-reports/weekly-reports-register.ts';
import { officeAsked } from './office-asked.ts';
import { type ApiContext, checkAccount, mapErrors, openLedgerOf } from './procedures.ts';
import { weeklyContent } from './weekly-content.ts';

const routes = implement(contract.weeklyReports).$context<ApiContext>().use(mapErrors).use(checkAccount);

export const weeklyReportsRoutes = {
  list: routes.list.handler(({ input, context: { host } }) => {
    const ledger = openLedgerOf(host);
    const today = host.ports.clock.today();
    return ledger.read((db) => weeks(db, officeAsked(db, ledger.office, input.office), today, input));
  }),
  sheet: routes.sheet.handler(({ input, context: { host } }) => {
    ensureMonday(input.weekBeginsOn);
    const ledger = openLedgerOf(host);
    return ledger.read((db) => {
      const office = officeAsked(db, ledger.office, input.office);
      const { versions, before } = frozenWeek(db, office, input.weekBeginsOn);
      const isOwn = office === ledger.office && ledger.ownOffice.kind === 'office';
      const live = isOwn ? weeklyContent(db, office, input.weekBeginsOn, host.ports.clock.today()) : null;
      return {
        live: live && printed(live),
        versions: versions.map(printed),
        before: before && printed(before),
      };
    });
  }),
  freeze: routes.freeze.handler(({ input, context: { host } }) => {
    ensureMonday(input.weekBeginsOn);
    const ledger = openLedgerOf(host);
    return ledger.write(ledger.account.pk, 'weeklyReports.freeze', (write) =>
      freezeWeek(write, input, weeklyContent(write, write.office, input.weekBeginsOn, write.today)),
    );
  }),
};

function printed<Week extends WeeklyContent>(week: Week) {
  const figures = Object.entries(week.figures).map(
    ([id, rate]: [string, Rate]) => [id, { ...rate, text: printRate(rate) }] as const,
  );
  type Printed = Partial<Record<FigureId, Rate & { readonly text: string }>>;
  return {
    ...week,
    counts: { ...week.counts },
    categories: [...week.categories],
    figures: Object.fromEntries(figures) as Printed,
  };
}
