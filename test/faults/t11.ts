import type { Row } from './row.ts';
import { inLanes, type RunOptions } from './worker-lanes.ts';

const SLICE = 50;

/** T11: backups made between writes of every register are restored on a PC that never saw the ledger: equal registers. */
export async function runT11(run: RunOptions): Promise<Row> {
  const what = 'backups restored on a clean profile';
  return inLanes({ id: 'T11', what, kind: 'restore', slice: SLICE, ...run });
}
