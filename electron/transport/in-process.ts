import type { ContractRouterClient } from '@orpc/contract';
import { createRouterClient } from '@orpc/server';
import type { Contract } from '../../shared/contract/index.ts';
import type { Host } from '../api/host.ts';
import type { ApiRouter } from '../api/router.ts';
import { router as wholeRouter } from '../api/router.ts';

export type ApiClient = ContractRouterClient<Contract>;

/** The API for whoever stands in the same process: the command line and tests. */
export function inProcessClient(host: Host, router: ApiRouter = wholeRouter): ApiClient {
  return createRouterClient(router, { context: { host } });
}
