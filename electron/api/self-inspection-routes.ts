import { implement } from '@orpc/server';
import { contract } from '../../shared/contract/index.ts';
import {
  coverage,
  createRound,
  disposeItem,
  file,
  filing,
  filings,
  moveFiling,
  rounds,
} from '../registers/self-inspection/self-inspection-register.ts';
import { officeOfRow } from '../store/rows.ts';
import { officeAsked } from './office-asked.ts';
import { type ApiContext, actorOf, askingOf, checkAccount, mapErrors, openLedgerOf } from './procedures.ts';

const routes = implement(contract.selfInspection).$context<ApiContext>().use(mapErrors).use(checkAccount);

export const selfInspectionRoutes = {
  rounds: routes.rounds.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.read((db) => rounds(db, officeAsked(db, ledger.office, input.office)));
  }),
  createRound: routes.createRound.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.write(ledger.account.pk, 'selfInspection.createRound', (write) =>
      createRound(write, input),
    );
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
    return ledger.read((db) => filing(db, askingOf(context.host, ledger.office), input.id));
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
