import { useQueryClient } from '@tanstack/react-query';
import { core } from '../../state/core.ts';
import { useSession } from '../../state/session.ts';
import { useWrite } from '../../state/writes.ts';

/** Locks from a page outside the frame: nothing of the ledger stays in the page. */
export function useLockNow(): () => void {
  const client = useQueryClient();
  const lock = useWrite(() => core.office.lock(), {
    onDone: () => {
      useSession.getState().locked();
      client.clear();
    },
  });
  return () => lock.mutate();
}
