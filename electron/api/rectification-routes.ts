import {
  draftItem,
  extendItem,
  item,
  items,
  moveItem,
  updateItem,
} from '../registers/rectification/rectification-register.ts';
import { officeOfRow } from '../store/rows.ts';
import { officeAsked } from './office-asked.ts';
import { actorOf, api, openLedgerOf } from './procedures.ts';

const routes = api.rectification;

export const rectificationRoutes = {
  items: routes.items.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.read((db) => items(db, officeAsked(db, ledger.office, input.office), input));
  }),
  item: routes.item.handler(({ input, context }) =>
    openLedgerOf(context.host).read((db) =>
      item(db, officeOfRow(db, 'rectification_item', input.id), input.id),
    ),
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
