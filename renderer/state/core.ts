import { type ClientLink, createORPCClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import type { Contract } from '../../shared/contract/index.ts';
import { Refusal } from '../../shared/vocabulary/refusal.ts';

export type Core = ContractRouterClient<Contract>;
type Link = ClientLink<Record<never, never>>;

let link: Link | undefined;

/** Every call of the page goes through here, whatever carries it. */
export const core: Core = createORPCClient<Core>({
  call: async (path, input, options) => {
    const used = link;
    if (!used) throw new Refusal('core_unreachable');
    try {
      return await used.call(path, input, options);
    } catch (error) {
      // A way that closed under a call ends it as if the caller had given it up.
      throw link === used || options.signal?.aborted ? error : new Refusal('core_unreachable');
    }
  },
});

/** The way to the core that holds from now on: the first one, or the next after the core was started again. */
export function connectCore(next: Link): void {
  link = next;
}

/** A way that closed answers nothing any more; another one that came meanwhile stays. */
export function disconnectCore(closed: Link): void {
  if (link === closed) link = undefined;
}
