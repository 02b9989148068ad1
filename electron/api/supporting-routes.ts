import { implement } from '@orpc/server';
import { contract } from '../../shared/contract/index.ts';
import { addTalk, removeTalk, talks, untalked, updateTalk } from '../registers/supporting/talks.ts';
import { type ApiContext, checkAccount, mapErrors, openLedgerOf } from './procedures.ts';

const routes = implement(contract.supporting).$context<ApiContext>().use(mapErrors).use(checkAccount);

export const supportingRoutes = {
  talks: routes.talks.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.read((db) => talks(db, ledger.office, input));
  }),
  untalked: routes.untalked.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.read((db) => untalked(db, ledger.office, input));
  }),
  addTalk: routes.addTalk.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.write(ledger.account.pk, 'supporting.addTalk', (write) => addTalk(write, input));
  }),
  updateTalk: routes.updateTalk.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.write(ledger.account.pk, 'supporting.updateTalk', (write) => updateTalk(write, input));
  }),
  removeTalk: routes.removeTalk.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.write(ledger.account.pk, 'supporting.removeTalk', (write) => removeTalk(write, input));
  }),
};
