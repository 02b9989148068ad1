import { implement } from '@orpc/server';
import { contract } from '../../shared/contract/index.ts';
import { dueOf } from '../../shared/rules/periods.ts';
import { printRate, type Rate } from '../../shared/rules/rates.ts';
import type { Standing } from '../../shared/rules/reporting.ts';
import { bundleChanges } from '../exchange/bundle-changes.ts';
import { countKept, type KeptRow, keptRows } from '../exchange/oversight-sql.ts';
import { reportingGrid } from '../exchange/reporting-grid.ts';
import { deskDay } from '../store/system-ports.ts';
import { officeAsked } from './office-asked.ts';
import { type ApiContext, checkAccount, mapErrors, openLedgerOf } from './procedures.ts';
import { working } from './work.ts';

const routes = implement(contract.oversight).$context<ApiContext>().use(mapErrors).use(checkAccount);

export const oversightRoutes = {
  grid: routes.grid.handler(({ input, context: { host } }) => {
    const today = host.ports.clock.today();
    const { rhythm, periods, offices } = openLedgerOf(host).read((db) => reportingGrid(db, today, input));
    return {
      ...{ rhythm: rhythm.kind, graceDays: rhythm.graceDays, today },
      periods: periods.map((period) => ({ ...period, dueOn: dueOf(period, rhythm) })),
      offices: offices.map(({ party: { keys }, dataUntil, standings }) => ({
        ...{ id: keys.officeId, code: keys.code, name: keys.name, kind: keys.kind, dataUntil },
        cells: standings.map(cellOf),
      })),
    };
  }),
  bundles: routes.bundles.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.read((db) => {
      const office = officeAsked(db, ledger.office, input.office);
      return { total: countKept(db, office), bundles: keptRows(db, office, input).map(bundleOf) };
    });
  }),
  changes: routes.changes.handler(async ({ input, context: { host }, signal }) => {
    const ledger = openLedgerOf(host);
    const office = ledger.read((db) => officeAsked(db, ledger.office, input.office));
    const told = await working(host, 'compareBundles', signal, (advance) =>
      bundleChanges(ledger, { ...input, office }, advance),
    );
    const figures = told.figures.map(({ figure, before, after }) => ({
      ...{ figure, before: printed(before), after: printed(after) },
    }));
    return { ...told, from: bundleOf(told.from), to: bundleOf(told.to), figures };
  }),
};

function cellOf({ state, bundle, daysLate, nil, missing }: Standing) {
  return {
    ...{ state, daysLate, nil, missing: [...missing] },
    bundle: bundle && { epoch: bundle.epoch, sequence: bundle.sequence },
    receivedOn: bundle?.receivedOn ?? null,
  };
}

function bundleOf({ epoch, sequence, state, base_rev, as_of, hash, received_at }: KeptRow) {
  return {
    ...{ epoch, sequence, state, full: base_rev === 0, asOf: as_of, hash },
    ...{ receivedOn: deskDay(received_at), receivedAt: received_at, comparable: state === 'applied' },
  };
}

function printed(rate: Rate | null) {
  return rate && { ...rate, text: printRate(rate) };
}
