import { addMonths, monthOf, monthsBetween } from '../../shared/rules/months.ts';
import { addDays } from '../../shared/vocabulary/dates.ts';
import type { CounterKind } from '../../shared/vocabulary/words.ts';
import { type Randomness, randomness } from './randomness.ts';
import type { Season } from './season.ts';
import type { StaffPlan } from './staff-plan.ts';

/** Days by which a month that the campaign only touches is not counted. */
const TOO_SHORT = 14;

/** How often a unit says something of a kind, and how much. */
type Habits = Readonly<Record<CounterKind, readonly [chance: number, low: number, high: number]>>;

const ORGAN: Habits = {
  opinionsSought: [1, 6, 30],
  practicalThings: [1, 3, 12],
  activities: [1, 3, 9],
  pressConferences: [0.3, 1, 2],
  commendedGroups: [0.4, 1, 3],
  commendedPeople: [0.5, 1, 8],
};

/** A section or a station speaks through its organ. */
const PART: Habits = {
  opinionsSought: [0.4, 1, 8],
  practicalThings: [0.5, 0, 5],
  activities: [1, 1, 4],
  pressConferences: [0, 0, 0],
  commendedGroups: [0.03, 1, 1],
  commendedPeople: [0.08, 1, 2],
};

export interface PlannedCounter {
  /** Index of the unit. */
  readonly unit: number;
  readonly kind: CounterKind;
  readonly count: number;
}

export interface PlannedMonth {
  readonly month: string;
  readonly counters: readonly PlannedCounter[];
}

/** What every unit reports for every month of the campaign; what it does not say stays blank. */
export function planCounters(
  seed: number,
  { beginsOn, endsOn }: Season,
  { units }: StaffPlan,
): PlannedMonth[] {
  const first = monthOf(addDays(beginsOn, TOO_SHORT));
  const months = Math.max(0, monthsBetween(first, monthOf(endsOn)) + 1);
  return Array.from({ length: months }, (_, at) => {
    const month = addMonths(first, at);
    const random = randomness(seed, `counters ${month}`);
    return {
      month,
      counters: units.flatMap(({ parent }, unit) =>
        inventCounters(random, unit, parent === null ? ORGAN : PART),
      ),
    };
  });
}

function inventCounters(random: Randomness, unit: number, habits: Habits): PlannedCounter[] {
  return Object.entries(habits).flatMap(([kind, [chance, low, high]]) =>
    random.chance(chance) ? [{ unit, kind: kind as CounterKind, count: random.between(low, high) }] : [],
  );
}
