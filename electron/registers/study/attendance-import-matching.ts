import { foldName } from '../../../shared/rules/names.ts';
import type { RowReason } from '../../../shared/vocabulary/import-outcomes.ts';
import type { Mark } from '../../../shared/vocabulary/words.ts';
import { foldCode } from '../personnel/roster-matching.ts';
import type { SignInRow } from './attendance-import-rows.ts';

/** Somebody whom rows of a sheet may mean. */
export interface ListedPerson {
  readonly id: string;
  readonly name: string;
  readonly disambiguator: string | null;
  readonly unitName: string;
  /** Folded names of the unit on the day that counts and of all above it. */
  readonly unitPath: readonly string[];
}

/** Somebody on the session's list, as it stands. */
export interface ExpectedPerson extends ListedPerson {
  readonly mark: Mark;
  readonly reason: string | null;
}

export interface ExpectedList<Person extends ListedPerson = ExpectedPerson> {
  readonly people: readonly Person[];
  /** Folded names of all units that the office has. */
  readonly units: ReadonlySet<string>;
}

/** Whom a row means, or why nobody can say. */
export type Found<Person extends ListedPerson = ExpectedPerson> =
  | { readonly person: Person }
  | { readonly doubt: RowReason; readonly candidates: readonly Person[] };

/**
 * People are found by folded name, then
 *  - by the disambiguator, where the row has one and the list does;
 *  - by the unit, where the row names it or one above it, in full or in part (“公安局” for “县公安局”); a unit that
 *    the office does not have tells nothing;
 *  - else the only one of that name on the list.
 * A namesake in another unit than the row's is somebody else, but a candidate.
 */
export function findExpected<Person extends ListedPerson>(
  row: Pick<SignInRow, 'name' | 'unit' | 'disambiguator'>,
  list: ExpectedList<Person>,
  byName: NameIndex<Person>,
): Found<Person> {
  const namesakes = byName.get(foldName(row.name)) ?? [];
  const coded = byCode(namesakes, foldCode(row.disambiguator));
  const possible = coded.length > 0 ? inUnit(coded, foldName(row.unit), list) : [];
  const [person] = possible;
  if (person && possible.length === 1) return { person };
  const doubt = possible.length > 1 ? 'ambiguousName' : 'notExpected';
  return { doubt, candidates: possible.length > 1 ? possible : namesakes };
}

export type NameIndex<Person extends ListedPerson = ExpectedPerson> = ReadonlyMap<string, readonly Person[]>;

export function indexByName<Person extends ListedPerson>({
  people,
}: ExpectedList<Person>): NameIndex<Person> {
  return Map.groupBy(people, ({ name }) => foldName(name));
}

/** Who has that code; where nobody has, those who have none. */
function byCode<Person extends ListedPerson>(namesakes: readonly Person[], code: string): readonly Person[] {
  if (code === '') return namesakes;
  const codes = namesakes.map(({ disambiguator }) => foldCode(disambiguator ?? ''));
  const same = namesakes.filter((_, at) => codes[at] === code);
  return same.length > 0 ? same : namesakes.filter((_, at) => codes[at] === '');
}

function inUnit<Person extends ListedPerson>(
  people: readonly Person[],
  unit: string,
  { units }: ExpectedList<Person>,
): readonly Person[] {
  if (unit === '') return people;
  const exact = people.filter(({ unitPath }) => unitPath.includes(unit));
  if (exact.length > 0) return exact;
  if (units.has(unit)) return [];
  const inPart = people.filter(({ unitPath }) => unitPath.some((one) => isPart(one, unit)));
  if (inPart.length > 0) return inPart;
  return [...units].some((one) => isPart(one, unit)) ? [] : people;
}

/** One name within the other; a single character says nothing. */
function isPart(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length >= 2 && long.includes(short);
}
