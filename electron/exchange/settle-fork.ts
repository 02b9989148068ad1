import type { Write } from '../store/handles.ts';
import { settleQuarantined } from './bundle-log-sql.ts';

/**
 * Lays quarantined bundles of a sender aside, after both sides looked at the fork: the chain that was applied
 * first goes on. The bundles and the reason stay.
 * @returns how many were laid aside
 */
export function settleFork(write: Write, sender: number, reason: string): number {
  const settled = settleQuarantined(write, sender, reason);
  write.record({ settled, reason });
  return settled;
}
