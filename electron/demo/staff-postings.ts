import type { PostingSpan } from '../../shared/rules/figures.ts';
import type { PostingStatus } from '../../shared/vocabulary/words.ts';
import { allot, type Randomness } from './randomness.ts';
import { dayWithin, type Season } from './season.ts';

export interface PlannedPosting extends PostingSpan {
  /** Index into the plan's units. */
  readonly unit: number;
}

const SHARES = {
  longSick: 0.012,
  lent: 0.018,
  borrowed: 0.015,
  retired: 0.008,
  leaves: 0.012,
  retires: 0.012,
  moves: 0.025,
  fallsIll: 0.008,
  comesBack: 0.008,
  isBorrowed: 0.012,
  arrives: 0.012,
} as const;
type Story = keyof typeof SHARES | 'stays';

/** What becomes of each person in the campaign; the first one stays, so that there is always somebody. */
export function inventStories(random: Randomness, count: number): Story[] {
  return ['stays', ...allot<Story>(random, count - 1, SHARES, 'stays')];
}

type Step = readonly [status: PostingStatus, when: 'begin' | 'middle' | 'late', where?: 'elsewhere'];

const STEPS: Readonly<Record<Story, readonly Step[]>> = {
  stays: [['onDuty', 'begin']],
  longSick: [['longSickLeave', 'begin']],
  lent: [['secondedOut', 'begin']],
  borrowed: [['secondedIn', 'begin']],
  retired: [['retired', 'begin']],
  leaves: [
    ['onDuty', 'begin'],
    ['transferredOut', 'middle'],
  ],
  retires: [
    ['onDuty', 'begin'],
    ['retired', 'middle'],
  ],
  moves: [
    ['onDuty', 'begin'],
    ['onDuty', 'middle', 'elsewhere'],
  ],
  fallsIll: [
    ['onDuty', 'begin'],
    ['longSickLeave', 'middle'],
  ],
  comesBack: [
    ['secondedOut', 'begin'],
    ['onDuty', 'middle'],
  ],
  isBorrowed: [['secondedIn', 'middle']],
  // after most of the study is over: counted at the end, reached by little of it
  arrives: [['onDuty', 'late']],
};

/** Where a person belongs over the campaign. `elsewhere` is the unit that one who moves goes to. */
export function postingsOfStory(
  random: Randomness,
  season: Season,
  story: Story,
  unit: number,
  elsewhere: number,
): PlannedPosting[] {
  const days = {
    begin: season.beginsOn,
    middle: dayWithin(random, season.beginsOn, season.endsOn, [0.15, 0.8]),
    late: dayWithin(random, season.beginsOn, season.endsOn, [0.94, 0.98]),
  };
  const begun = STEPS[story].map(([status, when, where]) => ({
    status,
    unit: where ? elsewhere : unit,
    from: days[when],
  }));
  return begun.map((one, index) => ({ ...one, until: begun[index + 1]?.from ?? null }));
}
