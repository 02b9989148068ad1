import { implement } from '@orpc/server';
import { contract } from '../../shared/contract/index.ts';
import {
  draftItem,
  extendItem,
  item,
  itemCounts,
  items,
  moveItem,
  updateItem,
} from '../registers/rectification/rectification-register.ts';
import { itemsAsked } from './office-asked.ts';
import { type ApiContext, actorOf, checkAccount, mapErrors, openLedgerOf } from './procedures.ts';

const routes = implement(contract.rectification).$context<ApiContext>().use(mapErrors).use(checkAccount);

export const rectificationRoutes = {
  items: routes.items.handler(({ input, context }) =>
    openLedgerOf(context.host).read((db) => items(db, itemsAsked(db, context.host, input.office), input)),
  ),
  counts: routes.counts.handler(({ input, context }) =>
    openLedgerOf(context.host).read((db) =>
      itemCounts(db, itemsAsked(db, context.host, input.office), input),
    ),
  ),
  item: routes.item.handler(({ input, context }) =>
    openLedgerOf(context.host).read((db) => item(db, itemsAsked(db, context.host, undefined), input.id)),
  ),
  draftItem: routes.draftItem.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.write(ledger.account.pk, 'rectification.draftItem', (write) => draftItem(write, input));
  }),
  updateItem: routes.updateItem.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.write(ledger.account.pk, 'rectification.updateItem', (write) => updateItem(write, input));
  }),
  extendItem: routes.extendItem.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.write(ledger.account.pk, 'rectification.extendItem', (write) =>
      extendItem(write, actorOf(ledger), input),
    );
  }),
  moveItem: routes.moveItem.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.write(ledger.account.pk, 'rectification.moveItem', (write) =>
      moveItem(write, actorOf(ledger), input),
    );
  }),
};
