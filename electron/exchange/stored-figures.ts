import type { CalendarDate } from '../../shared/vocabulary/dates.ts';
import { campaignOffice, campaignOn } from '../registers/campaign/campaign-register.ts';
import { EVERYTHING } from '../registers/figure-scope.ts';
import { figuresOf, type Rates } from '../registers/figures/office-figures.ts';
import type { Readable, Write } from '../store/handles.ts';
import { OWN_OFFICE } from '../store/office-sql.ts';
import { lastApplied } from './bundle-log-sql.ts';
import { REPORTED_FIGURES } from './figure-tables.ts';
import { type FigureSource, insertFigures, storedRates } from './figures-sql.ts';

/**
 * Counts an office's figures as of the day of the bundle that has just been taken in, so that nobody has to count
 * them again to see all offices. Without a campaign of its own it has none stored: they would hang on ours.
 */
export function storeFigures(write: Write, source: FigureSource): void {
  if (campaignOffice(write, OWN_OFFICE, source.office) !== source.office) return;
  insertFigures(write, source, countedRates(write, source.office, source.asOf));
}

/**
 * An office's figures as of a day under today's knowledge: as they were stored with the bundle that its books stand
 * on, where it is of that day, else counted.
 * @param office surrogate
 * @throws Refusal `campaign_missing`
 */
export function officeRates(db: Readable, office: number, asOf: CalendarDate): Rates {
  const last = lastApplied(db, office);
  const stored = last?.as_of === asOf && storedRates(db, { office, asOf, bundle: last.hash });
  return stored || countedRates(db, office, asOf);
}

function countedRates(db: Readable, office: number, asOf: CalendarDate): Rates {
  const campaign = campaignOn(db, campaignOffice(db, OWN_OFFICE, office), asOf).content;
  const narrowed = { session: undefined, round: undefined, scope: EVERYTHING };
  return figuresOf(db, { office, asOf, ...narrowed, campaign, figures: REPORTED_FIGURES });
}
