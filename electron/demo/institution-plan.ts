import type { CalendarDate } from '../../shared/vocabulary/dates.ts';
import type { InstitutionKind } from '../../shared/vocabulary/words.ts';
import { INSTITUTIONS, type InstitutionWords, PAPERS } from './institution-words.ts';
import { type Randomness, randomness } from './randomness.ts';
import { dayWithin, type Season } from './season.ts';
import type { StaffPlan } from './staff-plan.ts';

/** Some are never touched in a county. */
const TOUCHED = 0.85;
/** Rules are drawn up once it is known what is wrong: shares of the season. */
const WRITTEN = [0.15, 1] as const;
/** Papers that an office sends between two such ones. */
const OTHER_PAPERS = 6;

export interface PlannedInstitution {
  readonly kind: InstitutionKind;
  readonly title: string;
  readonly documentNumber: string;
  readonly on: CalendarDate;
  /** Index of the unit. */
  readonly unit: number;
}

/** 制度 of the county's offices in the order of their days, numbered on each office's papers as they come. */
export function planInstitutions(seed: number, season: Season, { units }: StaffPlan): PlannedInstitution[] {
  const random = randomness(seed, 'institutions');
  const papers = new Map<string, number>();
  return INSTITUTIONS.filter(() => random.chance(TOUCHED))
    .map((words) => ({ words, on: dayWithin(random, season.beginsOn, season.endsOn, WRITTEN) }))
    .sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0))
    .map(({ words, on }) => ({
      kind: words.kind,
      title: words.title,
      documentNumber: numberOf(random, papers, words, on),
      on,
      unit: units.findIndex(({ kind, parent }) => kind === words.organ && parent === null),
    }));
}

function numberOf(
  random: Randomness,
  papers: Map<string, number>,
  { organ }: InstitutionWords,
  on: CalendarDate,
): string {
  const paper = PAPERS[organ];
  const number = (papers.get(paper) ?? 0) + random.between(1, OTHER_PAPERS);
  papers.set(paper, number);
  return `${paper}〔${on.slice(0, 4)}〕${number}号`;
}
