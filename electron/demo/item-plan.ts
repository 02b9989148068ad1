import type { Preset } from '../../shared/contract/preset.ts';
import { addDays, type CalendarDate, daysBetween } from '../../shared/vocabulary/dates.ts';
import { DEPARTED_STATUSES, type ItemMove, type ItemSource } from '../../shared/vocabulary/words.ts';
import type { PlannedFiling } from './filing-plan.ts';
import {
  type Career,
  GROUP_CAREERS,
  type GroupCareer,
  OFFICE_CAREERS,
  type OfficeCareer,
  spanOf,
} from './item-careers.ts';
import { allot, type Randomness, randomness } from './randomness.ts';
import { ANY_PROBLEM, EVIDENCE, PROBLEMS, type ProblemWords } from './rectification-words.ts';
import { type Season, workday } from './season.ts';
import type { StaffPlan } from './staff-plan.ts';

export interface PlannedItem extends ProblemWords {
  /** The item of a filing that it came from: index of the filing, then of its item. */
  readonly from: readonly [filing: number, item: number] | null;
  readonly source: ItemSource;
  readonly category: string;
  readonly unit: number;
  readonly leader: string;
  readonly owner: string;
  readonly dueOn: CalendarDate;
  /** null: stays a draft. */
  readonly issuedOn: CalendarDate | null;
  readonly steps: readonly PlannedStep[];
  readonly evidenceNumber: string;
  /** Says the same as an item closed before. */
  readonly repeats: boolean;
}

export interface PlannedStep {
  readonly move: ItemMove;
  readonly on: CalendarDate;
  readonly newDueOn: CalendarDate | null;
}

const OFFICE_SOURCES: readonly ItemSource[] = ['officeInspection', 'consultation', 'lookBack'];
const GROUP_SOURCES: readonly ItemSource[] = ['groupFeedback', 'higherSupervision'];
/** Enough for every career to be lived; beyond, one for so many people. */
const LEAST = { office: 40, group: 14 } as const;
const PEOPLE_PER = { office: 20, group: 50 } as const;

interface Origin {
  readonly from: PlannedItem['from'];
  readonly source: ItemSource;
  readonly category: string;
  readonly unit: number;
  readonly notBefore: CalendarDate;
}

/** The ledger of a campaign in the order in which its items are issued, drafts last. */
export function planItems(
  seed: number,
  season: Season,
  campaign: Preset,
  staff: StaffPlan,
  filings: readonly PlannedFiling[],
): PlannedItem[] {
  const random = randomness(seed, 'items');
  const { office, group } = originsOf(random, season, campaign, staff, filings);
  const officeLives = allot<OfficeCareer>(random, office.length, shares(OFFICE_CAREERS), 'closed');
  const groupLives = allot<GroupCareer>(random, group.length, shares(GROUP_CAREERS), 'confirmed');
  const items = [
    ...office.map((origin, index) => live(random, season, staff, origin, officeLives[index] ?? 'closed')),
    ...group.map((origin, index) => live(random, season, staff, origin, groupLives[index] ?? 'confirmed')),
  ];
  const last = '9999-12-31';
  const byIssue = ({ issuedOn }: PlannedItem) => issuedOn ?? last;
  return items
    .sort((one, other) => (byIssue(one) < byIssue(other) ? -1 : Number(byIssue(one) > byIssue(other))))
    .map((item, index) => ({ ...item, evidenceNumber: `${EVIDENCE}-${String(index + 1).padStart(4, '0')}` }));
}

function originsOf(
  random: Randomness,
  season: Season,
  campaign: Preset,
  staff: StaffPlan,
  filings: readonly PlannedFiling[],
): { office: Origin[]; group: Origin[] } {
  const categories = campaign.categoryLists
    .filter(({ enabled }) => enabled)
    .flatMap((list) => list.categories.map(({ id }) => id));
  const begin = season.phases[1]?.beginsOn ?? season.beginsOn;
  const found = (sources: readonly ItemSource[], count: number): Origin[] =>
    Array.from({ length: categories.length > 0 ? count : 0 }, (_, index) => ({
      from: null,
      source: sources[index % sources.length] ?? 'officeInspection',
      category: random.pick(categories),
      unit: random.between(0, staff.units.length - 1),
      notBefore: begin,
    }));
  const people = staff.people.length;
  return {
    office: [
      ...declared(filings),
      ...found(OFFICE_SOURCES, Math.max(LEAST.office, Math.round(people / PEOPLE_PER.office))),
    ],
    group: found(GROUP_SOURCES, Math.max(LEAST.group, Math.round(people / PEOPLE_PER.group))),
  };
}

/** 转整改: what people declared and the office took up. */
function declared(filings: readonly PlannedFiling[]): Origin[] {
  return filings.flatMap(({ items, unit, filedOn }, filing) =>
    items.flatMap(({ category, disposition }, item) =>
      disposition === 'rectification'
        ? [
            {
              from: [filing, item] as const,
              source: 'selfInspection' as const,
              category,
              unit,
              notBefore: filedOn,
            },
          ]
        : [],
    ),
  );
}

function live(
  random: Randomness,
  season: Season,
  staff: StaffPlan,
  origin: Origin,
  name: OfficeCareer | GroupCareer,
): PlannedItem {
  const career: Career = { ...OFFICE_CAREERS, ...GROUP_CAREERS }[name];
  const begun = beginning(random, season, origin.notBefore, career);
  const words = random.pick(PROBLEMS[origin.category] ?? [ANY_PROBLEM]);
  return {
    ...words,
    from: origin.from,
    source: name === 'repeated' && origin.from === null ? 'lookBack' : origin.source,
    category: origin.category,
    unit: origin.unit,
    ...responsible(staff, origin.unit),
    dueOn: workday(addDays(begun, career.term)),
    issuedOn: name === 'draft' ? null : begun,
    steps: career.steps.map(({ move, after, newTerm }) => ({
      move,
      on: workday(addDays(begun, after), begun > season.endsOn ? begun : season.endsOn),
      newDueOn: newTerm === undefined ? null : workday(addDays(begun, newTerm)),
    })),
    evidenceNumber: '',
    repeats: name === 'repeated',
  };
}

/** Late enough for what it needs, early enough for its steps to end in the season if they can. */
function beginning(
  random: Randomness,
  { endsOn }: Season,
  notBefore: CalendarDate,
  career: Career,
): CalendarDate {
  const days = daysBetween(notBefore, endsOn) - spanOf(career);
  const first = Math.min(career.notBefore ?? 0, Math.max(0, days));
  return workday(addDays(notBefore, random.between(first, Math.max(first, days))), endsOn);
}

/** 责任领导 is the first of those who stay with the organ, 责任人 the unit's, or the organ's second for the organ itself. */
function responsible({ units, people }: StaffPlan, unit: number): { leader: string; owner: string } {
  const organ = units[unit]?.organ;
  const inUnit = (wanted: number | undefined) =>
    people.filter(({ postings }) => postings[0]?.unit === wanted && postings.every(isThere));
  const [leader = people[0], second = leader] = inUnit(organ);
  const [head = second] = unit === organ ? [] : inUnit(unit);
  return { leader: leader?.name ?? '', owner: head?.name ?? '' };
}

function isThere({ status }: StaffPlan['people'][number]['postings'][number]): boolean {
  return !DEPARTED_STATUSES.includes(status);
}

function shares<Name extends string>(careers: Readonly<Record<Name, Career>>): Partial<Record<Name, number>> {
  const entries = Object.entries(careers) as [Name, Career][];
  return Object.fromEntries(
    entries.filter(([, { share }]) => share > 0).map(([name, { share }]) => [name, share / 100]),
  ) as Partial<Record<Name, number>>;
}
