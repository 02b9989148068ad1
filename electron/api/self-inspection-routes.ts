import {
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
import { actorOf, api, openLedgerOf } from './procedures.ts';

const routes = api.selfInspection;

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
  filings: routes.filings.handler(({ input, context }) => {
    const today = context.host.ports.clock.today();
    return openLedgerOf(context.host).read((db) =>
      filings(db, officeOfRow(db, 'inspection_round', input.round), input, today),
    );
  }),
  filing: routes.filing.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    const today = context.host.ports.clock.today();
    return ledger.read((db) => filing(db, ledger.office, input.id, today));
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
