import { implement } from '@orpc/server';
import { contract } from '../../shared/contract/index.ts';
import {
  coverage,
  createRound,
  disposeItem,
  file,
  fileMany,
  filing,
  filings,
  moveFiling,
  moveFilings,
  originOfItem,
  reminders,
  rounds,
  suggestPaperNumber,
  updateRound,
} from '../registers/self-inspection/self-inspection-register.ts';
import { purgeDue, purgesMade, requirePurgeDay } from '../registers/self-inspection/summary-purge.ts';
import { officeOfRow } from '../store/rows.ts';
import { filingImportRoutes } from './filing-import-routes.ts';
import { officeAsked } from './office-asked.ts';
import { type ApiContext, actorOf, askingOf, checkAccount, mapErrors, openLedgerOf } from './procedures.ts';
import { purgeNow } from './summary-purge.ts';

const routes = implement(contract.selfInspection).$context<ApiContext>().use(mapErrors).use(checkAccount);

export const selfInspectionRoutes = {
  ...filingImportRoutes,
  purgeSummaries: routes.purgeSummaries.handler(({ context: { host } }) => {
    const ledger = openLedgerOf(host);
    const today = host.ports.clock.today();
    ledger.read((db) => requirePurgeDay(db, today));
    const purged = purgeNow(ledger, host, ledger.account.pk);
    return { purged, left: ledger.read((db) => purgeDue(db, ledger.office, today)) };
  }),
  purges: routes.purges.handler(({ context }) => openLedgerOf(context.host).read(purgesMade)),
  rounds: routes.rounds.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.read((db) => rounds(db, officeAsked(db, ledger.office, input.office), input.phase));
  }),
  createRound: routes.createRound.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.write(ledger.account.pk, 'selfInspection.createRound', (write) =>
      createRound(write, input),
    );
  }),
  updateRound: routes.updateRound.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.write(ledger.account.pk, 'selfInspection.updateRound', (write) =>
      updateRound(write, input),
    );
  }),
  reminders: routes.reminders.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    const today = context.host.ports.clock.today();
    return ledger.read((db) => reminders(db, ledger.office, input, today));
  }),
  fileMany: routes.fileMany.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return fileMany(ledger, actorOf(ledger), input);
  }),
  nextPaperNumber: routes.nextPaperNumber.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.read((db) => suggestPaperNumber(db, ledger.office, input.round));
  }),
  moveFilings: routes.moveFilings.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return moveFilings(ledger, actorOf(ledger), input);
  }),
  originOfItem: routes.originOfItem.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.read((db) => originOfItem(db, ledger.office, input.rectification));
  }),
  coverage: routes.coverage.handler(({ input, context }) => {
    const today = context.host.ports.clock.today();
    return openLedgerOf(context.host).read((db) =>
      coverage(db, officeOfRow(db, 'inspection_round', input.round), input.round, today),
    );
  }),
  filings: routes.filings.handler(({ input, context }) => {
    const today = context.host.ports.clock.today();
    return openLedgerOf(context.host).read((db) =>
      filings(db, officeOfRow(db, 'inspection_round', input.round), input, today),
    );
  }),
  filing: routes.filing.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.read((db) => filing(db, askingOf(context.host, ledger.office), input.id, ledger.openText));
  }),
  file: routes.file.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.write(ledger.account.pk, 'selfInspection.file', (write) =>
      file(write, actorOf(ledger), input),
    );
  }),
  moveFiling: routes.moveFiling.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.write(ledger.account.pk, 'selfInspection.moveFiling', (write) =>
      moveFiling(write, actorOf(ledger), input),
    );
  }),
  disposeItem: routes.disposeItem.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.write(ledger.account.pk, 'selfInspection.disposeItem', (write) =>
      disposeItem(write, input),
    );
  }),
};
