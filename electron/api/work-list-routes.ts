import { implement } from '@orpc/server';
import { contract } from '../../shared/contract/index.ts';
import { itemsAsked } from './office-asked.ts';
import { type ApiContext, askingOf, checkAccount, mapErrors, openLedgerOf } from './procedures.ts';
import { groupMatters, mine, officeMatters } from './work-list.ts';

const routes = implement(contract.workList).$context<ApiContext>().use(mapErrors).use(checkAccount);

export const workListRoutes = {
  matters: routes.matters.handler(({ context }) => {
    const ledger = openLedgerOf(context.host);
    const matters = ledger.ownOffice.kind === 'group' ? groupMatters : officeMatters;
    return ledger.read((db) => matters(db, askingOf(context.host, ledger.office)));
  }),
  mine: routes.mine.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.read((db) => mine(db, itemsAsked(db, context.host, undefined), input));
  }),
};
