import type { Write } from '../store/handles.ts';

/**
 * Lays quarantined bundles of a sender aside, after both sides looked at the fork: the chain that was applied
 * first goes on. The bundles and the reason stay.
 * @returns how many were laid aside
 */
export function settleFork(write: Write, sender: number, reason: string): number {
  const { changes } = write.run(
    `UPDATE received_bundle SET state = 'settled', settled_because = ? WHERE sender = ? AND state = 'quarantined'`,
    reason,
    sender,
  );
  write.record({ settled: changes, reason });
  return changes;
}
