import { implement } from '@orpc/server';
import { contract } from '../../shared/contract/index.ts';
import { addOwn, removeAction, updateAction } from '../registers/actions/action-edits.ts';
import { finishMany, moveAction } from '../registers/actions/action-life.ts';
import { plan, planPreview } from '../registers/actions/action-planning.ts';
import {
  action,
  actionCalendar,
  actionCounts,
  definitions,
  listedActions,
  ofSession,
} from '../registers/actions/actions-register.ts';
import type { Readable, Write } from '../store/handles.ts';
import type { Host } from './host.ts';
import { officeAsked } from './office-asked.ts';
import { type ApiContext, actorOf, askingOf, checkAccount, mapErrors, openLedgerOf } from './procedures.ts';

const routes = implement(contract.actions).$context<ApiContext>().use(mapErrors).use(checkAccount);

export const actionsRoutes = {
  definitions: routes.definitions.handler(({ input, context: { host } }) =>
    openLedgerOf(host).read((db) => definitions(db, asked(db, host, input).office)),
  ),
  list: routes.list.handler(({ input, context: { host } }) =>
    openLedgerOf(host).read((db) => listedActions(db, asked(db, host, input), input)),
  ),
  counts: routes.counts.handler(({ input, context: { host } }) =>
    openLedgerOf(host).read((db) => actionCounts(db, asked(db, host, input), input)),
  ),
  calendar: routes.calendar.handler(({ input, context: { host } }) =>
    openLedgerOf(host).read((db) => actionCalendar(db, asked(db, host, input), input)),
  ),
  action: routes.action.handler(({ input, context: { host } }) =>
    openLedgerOf(host).read((db) => action(db, asked(db, host, {}), input.id)),
  ),
  ofSession: routes.ofSession.handler(({ input, context: { host } }) =>
    openLedgerOf(host).read((db) => ofSession(db, input.session)),
  ),
  planPreview: routes.planPreview.handler(({ context: { host } }) => {
    const ledger = openLedgerOf(host);
    return ledger.read((db) => planPreview(db, ledger.office));
  }),
  plan: routes.plan.handler(({ input, context }) =>
    written(context.host, 'actions.plan', (write) => plan(write, input)),
  ),
  addOwn: routes.addOwn.handler(({ input, context }) =>
    written(context.host, 'actions.addOwn', (write) => addOwn(write, input)),
  ),
  update: routes.update.handler(({ input, context }) =>
    written(context.host, 'actions.update', (write) => updateAction(write, input)),
  ),
  move: routes.move.handler(({ input, context }) => {
    const actor = actorOf(openLedgerOf(context.host));
    return written(context.host, 'actions.move', (write) => moveAction(write, actor, input));
  }),
  finishMany: routes.finishMany.handler(({ input, context }) => {
    const actor = actorOf(openLedgerOf(context.host));
    return written(context.host, 'actions.finishMany', (write) => finishMany(write, actor, input));
  }),
  remove: routes.remove.handler(({ input, context }) =>
    written(context.host, 'actions.remove', (write) => removeAction(write, input)),
  ),
};

function asked(db: Readable, host: Host, { office }: { readonly office?: string | undefined }) {
  return askingOf(host, officeAsked(db, openLedgerOf(host).office, office));
}

function written<T>(host: Host, name: string, change: (write: Write) => T): T {
  const ledger = openLedgerOf(host);
  return ledger.write(ledger.account.pk, name, change);
}
