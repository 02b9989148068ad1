import type { Row } from './row.ts';
import { inLanes, type RunOptions } from './worker-lanes.ts';

const SLICE = 50;

/**
 * T6: five counties and their group, thirty bundles a county, in any order, lost, doubled and under wrong clocks,
 * with older copies put back in between. In the end the group has the books of its counties, and whatever was
 * missing or stood in another history was named on the way.
 */
export async function runT6(run: RunOptions): Promise<Row> {
  const what = 'five counties × 30 bundles come to the same books';
  return inLanes({ id: 'T6', what, kind: 'convergence', slice: SLICE, ...run });
}
