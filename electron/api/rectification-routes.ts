import { implement } from '@orpc/server';
import { contract } from '../../shared/contract/index.ts';
import { calendarOf } from '../registers/rectification/holidays.ts';
import { editItems, extendItems, moveItems } from '../registers/rectification/item-bulk.ts';
import { item, itemCounts, itemGroups, items } from '../registers/rectification/item-lists.ts';
import { supervise } from '../registers/rectification/item-supervision.ts';
import {
  draftItem,
  extendItem,
  linkRepeat,
  moveItem,
  updateItem,
} from '../registers/rectification/rectification-register.ts';
import { itemImportRoutes } from './item-import-routes.ts';
import { itemTablesRoutes } from './item-tables-routes.ts';
import { itemsAsked } from './office-asked.ts';
import { type ApiContext, actorOf, checkAccount, mapErrors, openLedgerOf } from './procedures.ts';
import { shippedHolidays } from './shipped-holidays.ts';

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
  groups: routes.groups.handler(({ input, context }) =>
    openLedgerOf(context.host).read((db) =>
      itemGroups(db, itemsAsked(db, context.host, input.office), input),
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
  editItems: routes.editItems.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.write(ledger.account.pk, 'rectification.editItems', (write) => editItems(write, input));
  }),
  extendItems: routes.extendItems.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.write(ledger.account.pk, 'rectification.extendItems', (write) =>
      extendItems(write, actorOf(ledger), input, calendarOf(write, write.office, shippedHolidays())),
    );
  }),
  moveItems: routes.moveItems.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.write(ledger.account.pk, 'rectification.moveItems', (write) =>
      moveItems(write, actorOf(ledger), input),
    );
  }),
  supervise: routes.supervise.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.write(ledger.account.pk, 'rectification.supervise', (write) => supervise(write, input));
  }),
  linkRepeat: routes.linkRepeat.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.write(ledger.account.pk, 'rectification.linkRepeat', (write) => linkRepeat(write, input));
  }),
  ...itemTablesRoutes,
  ...itemImportRoutes,
};
