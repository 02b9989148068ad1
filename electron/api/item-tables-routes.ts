import { implement } from '@orpc/server';
import { contract } from '../../shared/contract/index.ts';
import { burnDown } from '../registers/rectification/burn-down.ts';
import { dueDay, holidays, setHolidays } from '../registers/rectification/holidays.ts';
import { history } from '../registers/rectification/item-history.ts';
import { addFollowUp, followUps } from '../registers/rectification/item-supervision.ts';
import { itemFigures } from '../registers/rectification/rectification-figures.ts';
import { itemsAsked, officeAsked } from './office-asked.ts';
import { type ApiContext, actorOf, checkAccount, mapErrors, openLedgerOf } from './procedures.ts';
import { shippedHolidays } from './shipped-holidays.ts';

const routes = implement(contract.rectification).$context<ApiContext>().use(mapErrors).use(checkAccount);

export const itemTablesRoutes = {
  history: routes.history.handler(({ input, context }) =>
    openLedgerOf(context.host).read((db) => history(db, itemsAsked(db, context.host, undefined), input)),
  ),
  followUps: routes.followUps.handler(({ input, context }) =>
    openLedgerOf(context.host).read((db) => followUps(db, itemsAsked(db, context.host, undefined), input)),
  ),
  addFollowUp: routes.addFollowUp.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.write(ledger.account.pk, 'rectification.addFollowUp', (write) =>
      addFollowUp(write, actorOf(ledger), input),
    );
  }),
  figures: routes.figures.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.read((db) => itemFigures(db, officeAsked(db, ledger.office, input.office), input));
  }),
  burnDown: routes.burnDown.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.read((db) => burnDown(db, officeAsked(db, ledger.office, input.office), input));
  }),
  dueDay: routes.dueDay.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.read((db) => dueDay(db, ledger.office, shippedHolidays(), input));
  }),
  holidays: routes.holidays.handler(({ context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.read((db) => holidays(db, ledger.office, shippedHolidays()));
  }),
  setHolidays: routes.setHolidays.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.write(ledger.account.pk, 'rectification.setHolidays', (write) => setHolidays(write, input));
  }),
};
