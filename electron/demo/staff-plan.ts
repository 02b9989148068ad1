import { isInE, postingOn } from '../../shared/rules/figures.ts';
import type { CalendarDate } from '../../shared/vocabulary/dates.ts';
import type { Staffing } from '../../shared/vocabulary/words.ts';
import { type Randomness, randomness, weighted } from './randomness.ts';
import type { Season } from './season.ts';
import { inventNames } from './staff-names.ts';
import { inventStories, type PlannedPosting, postingsOfStory } from './staff-postings.ts';
import { inventUnits, type Place, type PlannedUnit, placesOf } from './staff-units.ts';

export interface PlannedPerson {
  readonly name: string;
  readonly post: string;
  readonly staffing: Staffing;
  readonly orderNumber: number;
  readonly disambiguator: string | null;
  readonly postings: readonly PlannedPosting[];
  readonly leads: boolean;
}

/** The invented county's organs and staff; units and people go by their index. */
export interface StaffPlan {
  readonly units: readonly PlannedUnit[];
  readonly people: readonly PlannedPerson[];
}

export function planStaff(seed: number, season: Season, count: number): StaffPlan {
  const random = randomness(seed, 'staff');
  const units = inventUnits(count);
  const places = placesOf(random, units, count);
  const names = namesInPlaces(inventNames(random, count), places);
  const stories = inventStories(random, count);
  const people = places.map((place, index) => ({
    name: names[index] ?? '',
    post: place.post,
    staffing: staffingOf(random, place),
    orderNumber: place.rank,
    disambiguator: null,
    leads: place.leads,
    postings: postingsOfStory(
      random,
      season,
      stories[index] ?? 'stays',
      place.unit,
      elsewhere(random, units, place.unit),
    ),
  }));
  return { units, people: tellApart(people) };
}

/** People of E on a day, by index, with the unit of that day. */
export function presentOn(
  { people }: StaffPlan,
  day: CalendarDate,
): { readonly person: number; readonly unit: number }[] {
  return people.flatMap(({ postings }, person) => {
    const posting = isInE(postings, day) ? postingOn(postings, day) : undefined;
    return posting ? [{ person, unit: posting.unit }] : [];
  });
}

function namesInPlaces(names: readonly (string | null)[], places: readonly Place[]): string[] {
  const given: string[] = [];
  names.forEach((name, index) => {
    const sameUnit = places[index]?.unit === places[index - 1]?.unit;
    given.push(name ?? (sameUnit ? given[index - 1] : undefined) ?? names.find((one) => one !== null) ?? '');
  });
  return given;
}

/** Two people of one name who ever share a unit get staff numbers. */
function tellApart(people: readonly PlannedPerson[]): PlannedPerson[] {
  const met = new Map<string, Set<number>>();
  const keysOf = ({ name, postings }: PlannedPerson) => postings.map(({ unit }) => `${unit}/${name}`);
  people.forEach((person, index) => {
    for (const key of keysOf(person)) met.set(key, (met.get(key) ?? new Set()).add(index));
  });
  return people.map((person, index) => {
    const shared = keysOf(person).some((key) => (met.get(key)?.size ?? 0) > 1);
    return shared ? { ...person, disambiguator: String(530_000 + index) } : person;
  });
}

function elsewhere(random: Randomness, units: readonly PlannedUnit[], unit: number): number {
  const organ = units[unit]?.organ;
  const others = units.flatMap((one, index) => (one.organ === organ && index !== unit ? [index] : []));
  return others.length > 0 ? random.pick(others) : unit;
}

function staffingOf(random: Randomness, { leads, sworn }: Place): Staffing {
  const most: Staffing = sworn ? 'politicalLegal' : 'administrative';
  if (leads) return most;
  const other = { publicInstitution: 0.07, support: 0.05, [most]: 0.88 };
  return weighted<Staffing>(random, { politicalLegal: 0, administrative: 0, ...other });
}
