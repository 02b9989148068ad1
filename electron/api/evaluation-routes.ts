import { implement } from '@orpc/server';
import { contract } from '../../shared/contract/index.ts';
import { type FiguresOn, freeze, withdraw } from '../registers/evaluation/evaluation-moves.ts';
import { addOrder, closeOrder, orders, removeOrder } from '../registers/evaluation/evaluation-orders.ts';
import { freezePreview } from '../registers/evaluation/evaluation-preview.ts';
import {
  beginEvaluation,
  removeEvaluation,
  setLine,
  updateEvaluation,
} from '../registers/evaluation/evaluation-register.ts';
import { sheet } from '../registers/evaluation/evaluation-sheet.ts';
import type { Readable } from '../store/handles.ts';
import { officeFigures } from './figures.ts';
import { officeAsked } from './office-asked.ts';
import { type ApiContext, actorOf, askingOf, checkAccount, mapErrors, openLedgerOf } from './procedures.ts';

const routes = implement(contract.evaluation).$context<ApiContext>().use(mapErrors).use(checkAccount);

export const evaluationRoutes = {
  sheet: routes.sheet.handler(({ input, context }) => {
    const { host } = context;
    const ledger = openLedgerOf(host);
    return ledger.read((db) => {
      const office = officeAsked(db, ledger.office, input.office);
      return sheet(db, askingOf(host, office), input.phase, figuresIn(db, ledger.office, input.office));
    });
  }),
  orders: routes.orders.handler(({ input, context }) => {
    const { host } = context;
    const ledger = openLedgerOf(host);
    return ledger.read((db) =>
      orders(db, askingOf(host, officeAsked(db, ledger.office, input.office)), input),
    );
  }),
  begin: routes.begin.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.write(ledger.account.pk, 'evaluation.begin', (write) =>
      beginEvaluation(write, actorOf(ledger), input),
    );
  }),
  update: routes.update.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.write(ledger.account.pk, 'evaluation.update', (write) =>
      updateEvaluation(write, actorOf(ledger), input),
    );
  }),
  setLine: routes.setLine.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.write(ledger.account.pk, 'evaluation.setLine', (write) =>
      setLine(write, actorOf(ledger), input),
    );
  }),
  addOrder: routes.addOrder.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.write(ledger.account.pk, 'evaluation.addOrder', (write) =>
      addOrder(write, actorOf(ledger), input),
    );
  }),
  removeOrder: routes.removeOrder.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.write(ledger.account.pk, 'evaluation.removeOrder', (write) =>
      removeOrder(write, actorOf(ledger), input),
    );
  }),
  remove: routes.remove.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.write(ledger.account.pk, 'evaluation.remove', (write) =>
      removeEvaluation(write, actorOf(ledger), input),
    );
  }),
  freezePreview: routes.freezePreview.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.rehearse(ledger.account.pk, (write) =>
      freezePreview(write, actorOf(ledger), figuresIn(write, ledger.office), input.id),
    );
  }),
  freeze: routes.freeze.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.write(ledger.account.pk, 'evaluation.freeze', (write) =>
      freeze(write, actorOf(ledger), figuresIn(write, ledger.office), input),
    );
  }),
  withdraw: routes.withdraw.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.write(ledger.account.pk, 'evaluation.withdraw', (write) =>
      withdraw(write, actorOf(ledger), input),
    );
  }),
  closeOrder: routes.closeOrder.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.write(ledger.account.pk, 'evaluation.closeOrder', (write) => closeOrder(write, input));
  }),
};

function figuresIn(db: Readable, own: number, office?: string): FiguresOn {
  return (asOf) => officeFigures(db, own, { asOf, office }).figures;
}
