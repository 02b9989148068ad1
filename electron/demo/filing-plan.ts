import type { Preset } from '../../shared/contract/preset.ts';
import { isInE, postingOn } from '../../shared/rules/figures.ts';
import type { CalendarDate } from '../../shared/vocabulary/dates.ts';
import type { Declaration, Disposition } from '../../shared/vocabulary/words.ts';
import { ANY_SUMMARY, PAPER, SUMMARIES } from './inspection-words.ts';
import { allot, type Randomness, randomness } from './randomness.ts';
import { dayWithin } from './season.ts';
import type { StaffPlan } from './staff-plan.ts';

/** Where a person's filing stands at the end; `supplemented`: more was declared after 已审核 (自查从宽). */
type FilingFate = keyof typeof FATES | 'archived';

const FATES = { due: 0.04, filed: 0.07, approved: 0.3, returned: 0.02, supplemented: 0.015 } as const;
/** Of those who filed. */
const WITH_PROBLEM = 0.1;
/** In turn, so that every one of them is there. */
const DISPOSED: readonly Disposition[] = ['rectification', 'noAction', 'rectification', 'handedOver'];

export interface PlannedFiling {
  readonly person: number;
  readonly unit: number;
  readonly filedOn: CalendarDate;
  readonly paperNumber: string;
  readonly fate: Exclude<FilingFate, 'due'>;
  readonly items: readonly PlannedFilingItem[];
}

export interface PlannedFilingItem {
  readonly category: string;
  readonly summary: string;
  readonly disposition: Disposition;
}

export interface RoundDays {
  readonly number: number;
  readonly beginsOn: CalendarDate;
  readonly endsOn: CalendarDate;
}

/** What was filed in one round by those who belonged to it, in the order of the roster. */
export function planFilings(
  seed: number,
  campaign: Preset,
  staff: StaffPlan,
  round: RoundDays,
): PlannedFiling[] {
  const random = randomness(seed, `filings ${round.number}`);
  const categories = personalCategories(campaign);
  const expected = staff.people.flatMap(({ postings }, person) =>
    isInE(postings, round.endsOn) ? [person] : [],
  );
  const fates = allot<FilingFate>(random, expected.length, FATES, 'archived');
  const declared = allot<Declaration>(random, expected.length, { hasProblem: WITH_PROBLEM }, 'noProblem');
  const disposed = inTurn(DISPOSED);
  return expected.flatMap((person, index) => {
    const fate = fates[index] ?? 'due';
    const filedOn = dayWithin(random, round.beginsOn, round.endsOn, [0, 0.2 + 0.8 * random.fraction() ** 2]);
    const postings = staff.people[person]?.postings ?? [];
    const posting = isInE(postings, filedOn) ? postingOn(postings, filedOn) : undefined;
    if (fate === 'due' || !posting) return [];
    const paperNumber = `${PAPER}${round.number}-${String(person + 1).padStart(5, '0')}`;
    const hasProblem = categories.length > 0 && (declared[index] === 'hasProblem' || fate === 'supplemented');
    const items = hasProblem ? inventItems(random, categories, fate, disposed) : [];
    return [
      {
        person,
        unit: posting.unit,
        filedOn,
        paperNumber,
        fate: items.length === 0 ? plain(fate) : fate,
        items,
      },
    ];
  });
}

function plain(fate: PlannedFiling['fate']): PlannedFiling['fate'] {
  return fate === 'supplemented' ? 'approved' : fate;
}

/** Only an approved filing's items are disposed of, and the archive takes none that are still open. */
function inventItems(
  random: Randomness,
  categories: readonly string[],
  fate: FilingFate,
  disposed: () => Disposition,
): PlannedFilingItem[] {
  return Array.from({ length: random.chance(0.2) ? 2 : 1 }, () => {
    const category = random.pick(categories);
    const stays = fate === 'approved' ? random.chance(0.4) : fate !== 'archived';
    return {
      category,
      summary: random.pick(SUMMARIES[category] ?? [ANY_SUMMARY]),
      disposition: stays ? 'open' : disposed(),
    };
  });
}

function inTurn<T>(list: readonly T[]): () => T {
  let turn = -1;
  return () => {
    turn += 1;
    return list[turn % list.length] as T;
  };
}

function personalCategories({ categoryLists }: Preset): string[] {
  return categoryLists
    .filter(({ enabled, appliesTo }) => enabled && appliesTo === 'all')
    .flatMap(({ categories }) => categories.map(({ id }) => id));
}
