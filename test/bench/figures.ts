import type { Readable } from '../../electron/store/handles.ts';
import { addDays } from '../../shared/vocabulary/dates.ts';
import { type County, ledgerOf, TODAY } from './county.ts';
import { fillItems } from './figure-items.ts';
import type { Line } from './lines.ts';
import { clocked, interleaved } from './measure.ts';
import { naiveFigures } from './naive-figures.ts';

/**
 * All figures through the API, against joins over the rows alone, in the same database through the same driver.
 * @throws where the two say different things
 */
export async function askFigures(county: County, times: number): Promise<Line> {
  const ledger = ledgerOf(county);
  let quick: Readonly<Record<string, { numerator: number; denominator: number } | null | undefined>> = {};
  let slow: Record<string, { numerator: number; denominator: number }> = {};
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

/** What the page may take in the core, in ms. */
const PAGE_MS = 100;
/** Weeks that the page draws. */
const WEEKS = 15;

/**
 * The figures page as it is opened, and all that it can show, against one pass over the same rows.
 * @param items added to the county's marks
 */
export async function askFiguresPage(county: County, items: number, times: number): Promise<Line[]> {
  fillItems(county, items);
  const { figures, study } = county.client;
  const { sessions } = await study.sessions({ state: 'approved', limit: 1 });
  const asked = { asOf: TODAY, session: sessions[0]?.id };
  const weeks = { until: TODAY, from: addDays(TODAY, -7 * WEEKS) };
  const opened = async () => {
    await figures.byUnit(asked);
    await figures.trend({ ...weeks, figures: [...LINES] });
  };
  const everything = async () => {
    await opened();
    await figures.byOrganKind(asked);
    await figures.byPhase(asked);
    await figures.byType(asked);
    await figures.reachByUnit({ asOf: TODAY });
    await figures.trend(weeks);
  };
  const pass = () => clocked(() => ledgerOf(county).read(onePass));
  const page = await interleaved(times, () => clocked(opened), pass);
  const whole = await interleaved(times, () => clocked(everything), pass);
  return [
    {
      what: 'the figures page opened / one pass over its rows',
      unit: 'ms',
      ...page,
      goal: { value: PAGE_MS },
    },
    { what: 'all its tables and weeks / one pass over its rows', unit: 'ms', ...whole },
  ];
}

const LINES = ['participationFirst', 'participationWithMakeup', 'coverage'] as const;

function onePass(db: Readable): void {
  db.get('SELECT count(*), sum(mark = 1), sum(makeup = 3) FROM attendance WHERE deleted = 0');
  db.get(
    `SELECT count(*), max(move.effective_on), sum(move.to_state = 'closed') FROM rectification_item AS item
     JOIN move ON move.register = 'rectification_item' AND move.subject = item.pk WHERE item.deleted = 0`,
  );
}
