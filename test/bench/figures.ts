import { type County, ledgerOf, TODAY } from './county.ts';
import type { Line } from './lines.ts';
import { clocked, interleaved } from './measure.ts';
import { naiveFigures } from './naive-figures.ts';

/**
 * All figures through the API, against joins over the rows alone, in the same database through the same driver.
 * @throws where the two say different things
 */
export async function askFigures(county: County, times: number): Promise<Line> {
  const ledger = ledgerOf(county);
  let quick: Record<string, { numerator: number; denominator: number }> = {};
  let slow: typeof quick = {};
  const { ours, reference } = await interleaved(
    times,
    () =>
      clocked(async () => {
        quick = (await county.client.figures.asOf({ asOf: TODAY })).figures;
      }),
    () =>
      clocked(() => {
        slow = ledger.read((db) => naiveFigures(db, ledger.office, TODAY));
      }),
  );
  for (const [figure, { numerator, denominator }] of Object.entries(slow)) {
    const same = quick[figure]?.numerator === numerator && quick[figure]?.denominator === denominator;
    if (!same)
      throw new Error(`${figure}: ${JSON.stringify(quick[figure])}, by the rows ${numerator}/${denominator}`);
  }
  return { what: 'all figures as of a day / naive joins', unit: 'ms', ours, reference };
}
