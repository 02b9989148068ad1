import { implement } from '@orpc/server';
import { contract } from '../../shared/contract/index.ts';
import { ensure } from '../../shared/vocabulary/refusal.ts';
import { lastApplied } from '../exchange/bundle-log-sql.ts';
import { deliveries, releaseEvaluation, requireEvaluated } from '../exchange/evaluation-release.ts';
import type { EvaluationDesk } from '../registers/evaluation/evaluation-desk.ts';
import { freeze, withdraw } from '../registers/evaluation/evaluation-moves.ts';
import { addOrder, closeOrder, orders, removeOrder } from '../registers/evaluation/evaluation-orders.ts';
import { freezePreview } from '../registers/evaluation/evaluation-preview.ts';
import {
  beginEvaluation,
  removeEvaluation,
  setLine,
  updateEvaluation,
} from '../registers/evaluation/evaluation-register.ts';
import { evaluationsOfGroup, sheet } from '../registers/evaluation/evaluation-sheet.ts';
import type { Readable } from '../store/handles.ts';
import type { OpenLedger } from '../store/ledger-store.ts';
import { officeCode } from '../store/office-sql.ts';
import { officeFigures } from './figures.ts';
import type { Host } from './host.ts';
import { officeAsked } from './office-asked.ts';
import { type ApiContext, actorOf, askingOf, checkAccount, mapErrors, openLedgerOf } from './procedures.ts';

const routes = implement(contract.evaluation).$context<ApiContext>().use(mapErrors).use(checkAccount);

export const evaluationRoutes = {
  sheet: routes.sheet.handler(({ input, context }) => {
    const { host } = context;
    const ledger = openLedgerOf(host);
    return ledger.read((db) => {
      const office = officeAsked(db, ledger.office, input.office);
      const { evaluations, ...rest } = sheet(
        db,
        deskOf(db, host, office),
        askingOf(host, office),
        input.phase,
      );
      const delivered = deliveries(db, ledger.office);
      return {
        ...rest,
        evaluations: evaluations.map((one) => ({ ...one, delivery: delivered.get(one.id) ?? null })),
      };
    });
  }),
  orders: routes.orders.handler(({ input, context }) => {
    const { host } = context;
    const ledger = openLedgerOf(host);
    return ledger.read((db) =>
      orders(db, askingOf(host, officeAsked(db, ledger.office, input.office)), input),
    );
  }),
  ofGroup: routes.ofGroup.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.read((db) => {
      const { total, evaluations } = evaluationsOfGroup(db, { state: input.state ?? null }, input);
      const delivered = deliveries(db, ledger.office);
      return {
        total,
        evaluations: evaluations.map((one) => ({ ...one, delivery: delivered.get(one.id) ?? null })),
      };
    });
  }),
  begin: routes.begin.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.write(ledger.account.pk, 'evaluation.begin', (write) =>
      beginEvaluation(write, deskOf(write, context.host), evaluatedBy(write, ledger, input.office), input),
    );
  }),
  update: routes.update.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.write(ledger.account.pk, 'evaluation.update', (write) =>
      updateEvaluation(write, deskOf(write, context.host), input),
    );
  }),
  setLine: routes.setLine.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.write(ledger.account.pk, 'evaluation.setLine', (write) =>
      setLine(write, deskOf(write, context.host), input),
    );
  }),
  addOrder: routes.addOrder.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.write(ledger.account.pk, 'evaluation.addOrder', (write) =>
      addOrder(write, deskOf(write, context.host), input),
    );
  }),
  removeOrder: routes.removeOrder.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.write(ledger.account.pk, 'evaluation.removeOrder', (write) =>
      removeOrder(write, deskOf(write, context.host), input),
    );
  }),
  remove: routes.remove.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.write(ledger.account.pk, 'evaluation.remove', (write) =>
      removeEvaluation(write, deskOf(write, context.host), input),
    );
  }),
  freezePreview: routes.freezePreview.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.rehearse(ledger.account.pk, (write) =>
      freezePreview(write, deskOf(write, context.host), input.id),
    );
  }),
  freeze: routes.freeze.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.write(ledger.account.pk, 'evaluation.freeze', (write) => {
      const { target, ...frozen } = freeze(write, deskOf(write, context.host), input);
      if (target !== null) releaseEvaluation(write, target, { evaluation: frozen.id, reason: null });
      return frozen;
    });
  }),
  withdraw: routes.withdraw.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.write(ledger.account.pk, 'evaluation.withdraw', (write) => {
      const { target, ...withdrawn } = withdraw(write, deskOf(write, context.host), input);
      const { reason } = input;
      if (target !== null) releaseEvaluation(write, target, { evaluation: withdrawn.id, reason });
      return withdrawn;
    });
  }),
  closeOrder: routes.closeOrder.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.write(ledger.account.pk, 'evaluation.closeOrder', (write) => closeOrder(write, input));
  }),
};

/** @param asked surrogate of the office whose books are read, which may be closed ones */
function deskOf(db: Readable, host: Host, asked?: number): EvaluationDesk {
  const ledger = openLedgerOf(host);
  const { office: own, ownOffice } = ledger;
  return {
    actor: asked === undefined ? actorOf(ledger) : askingOf(host, asked).actor,
    at: ownOffice.kind,
    figuresOn: (office, asOf) => officeFigures(db, own, { asOf, office: officeCode(db, office) }).figures,
    dataUntil: (office) =>
      office === own ? host.ports.clock.today() : (lastApplied(db, office)?.as_of ?? null),
  };
}

/** Surrogate of the office that is evaluated. @throws Refusal `missing_field`, `party_unknown`, `wrong_installation` */
function evaluatedBy(db: Readable, ledger: OpenLedger, named: string | undefined): number {
  const { office: own, ownOffice } = ledger;
  if (ownOffice.kind === 'office') {
    ensure(named === undefined || officeAsked(db, own, named) === own, 'wrong_installation');
    return own;
  }
  ensure(named, 'missing_field', { field: 'office' });
  const office = officeAsked(db, own, named);
  requireEvaluated(db, office);
  return office;
}
