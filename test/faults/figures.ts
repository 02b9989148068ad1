import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays } from '../../shared/vocabulary/dates.ts';
import { FIGURE_IDS, type FigureId } from '../../shared/vocabulary/words.ts';
import { chanceOf, FIRST_DAY, settleCounty, work } from '../exchange/county-work.ts';
import { type SoleOffice, soleOffice } from '../exchange/sole-office.ts';
import { dumpedRecords } from '../support/dumped-records.ts';
import { type FigureRecords, figuresOracle } from '../support/figures-oracle.ts';
import type { Row } from './row.ts';

export interface FiguresOptions {
  readonly trials: number;
  readonly seed: number;
  /** Wrong records in place of the dumped ones: the row must fail. */
  readonly spoiled?: (records: FigureRecords) => FigureRecords;
}

/** Steps of random work in one office; a third of them is refused or finds nothing. */
const STEPS = 120;
/** Days after the first one of the campaign, up to past the last that the work reaches. */
const DAYS = [0, 20, 45, 60, 80, 120, 400];

/**
 * Offices as random work leaves them: every figure as of several days, of every session and every round, is what
 * plain code makes of `ledger dump`. A trial counts when there was something to count; told are the offices in which
 * a figure was somewhere neither nothing nor everything.
 */
export async function runFigures({ trials, seed, spoiled = (one) => one }: FiguresOptions): Promise<Row> {
  const began = performance.now();
  const root = mkdtempSync(join(tmpdir(), 'ledger-figures-'));
  const failures: string[] = [];
  const fell = new Map<string, number>();
  let injected = 0;
  for (let trial = 0; trial < trials; trial += 1) {
    const county = await soleOffice(join(root, String(trial)), '530101');
    try {
      await settleCounty(county);
      await work(county, chanceOf(seed * 10_000 + trial), STEPS);
      const records = spoiled(dumpedRecords(await county.client.exchange.dump({ reason: '核对' })));
      const parted = await compare(county, records, (what) => failures.push(`office ${trial}: ${what}`));
      for (const id of parted) fell.set(id, (fell.get(id) ?? 0) + 1);
      if (records.people.length > 0) injected += 1;
    } finally {
      county.lock();
      rmSync(join(root, String(trial)), { recursive: true, force: true });
    }
  }
  rmSync(root, { recursive: true, force: true });
  const seconds = (performance.now() - began) / 1000;
  const what = 'figures = plain code over ledger dump';
  return { id: 'figures', what, trials, injected, failures, seconds, fell };
}

/** @returns the figures that were somewhere between nothing and everything */
async function compare(
  { client }: SoleOffice,
  records: FigureRecords,
  differs: (what: string) => void,
): Promise<ReadonlySet<FigureId>> {
  const parted = new Set<FigureId>();
  const asked = [
    {},
    ...records.sessions.map(({ id }) => ({ session: id })),
    ...records.rounds.map(({ id }) => ({ round: id })),
  ];
  for (const day of DAYS) {
    const asOf = addDays(FIRST_DAY, day);
    for (const one of asked) {
      const { figures } = await client.figures.asOf({ asOf, ...one });
      const slow = figuresOracle(records, asOf, one);
      for (const id of FIGURE_IDS) {
        const figure = figures[id];
        if (!figure) {
          if (id !== 'attendanceRate' || 'session' in one) differs(`${id} is missing`);
          continue;
        }
        const { numerator, denominator } = figure;
        if (numerator > 0 && numerator < denominator) parted.add(id);
        const same = numerator === slow[id].numerator && denominator === slow[id].denominator;
        if (!same)
          differs(
            `${id} as of ${asOf} ${JSON.stringify(one)} is ${numerator}/${denominator}, the dump says ${slow[id].numerator}/${slow[id].denominator}`,
          );
      }
    }
  }
  return parted;
}
