import type { Row } from './row.ts';
import { inLanes } from './worker-lanes.ts';

/** Of one process that reads hostile bundles, whatever it is sent. */
const MEGABYTES = 512;

export interface T5Options {
  /** Of containers; ten times as many documents, and a quarter of them in real books. */
  readonly trials: number;
  readonly seed: number;
  readonly lanes: number;
}

/**
 * T5: hostile bundles in three strata. None ends the process, keeps it for 5 s or takes more memory than that; none
 * opens to other content than was sealed, and none is taken in by half.
 */
export async function runT5({ trials, seed, lanes }: T5Options): Promise<Row[]> {
  const all = { id: 'T5', seed, lanes, megabytes: MEGABYTES };
  const strata = [
    { what: 'containers changed or cut', kind: 'container', trials, slice: 5000 },
    { what: 'documents changed and signed anew', kind: 'document', trials: trials * 10, slice: 25_000 },
    {
      what: 'changed tables, signed, into real books',
      kind: 'database',
      trials: Math.ceil(trials / 4),
      slice: 400,
    },
  ];
  const rows: Row[] = [];
  for (const stratum of strata) rows.push(await inLanes({ ...all, ...stratum }));
  return rows;
}
