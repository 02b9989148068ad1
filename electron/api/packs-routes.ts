import { implement } from '@orpc/server';
import { contract } from '../../shared/contract/index.ts';
import { Refusal } from '../../shared/vocabulary/refusal.ts';
import { type ApiContext, checkAccount, mapErrors } from './procedures.ts';

const routes = implement(contract.packs).$context<ApiContext>().use(mapErrors).use(checkAccount);

function toCome(): never {
  throw new Refusal('internal');
}

export const packsRoutes = {
  issue: routes.issue.handler(toCome),
  exportRoster: routes.exportRoster.handler(toCome),
  issued: routes.issued.handler(toCome),
  withdraw: routes.withdraw.handler(toCome),
  take: routes.take.handler(toCome),
};
