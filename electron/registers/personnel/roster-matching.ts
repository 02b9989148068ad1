import { foldName } from '../../../shared/rules/names.ts';
import type { PostingStatus } from '../../../shared/vocabulary/words.ts';
import type { ExistingPerson } from './existing-personnel.ts';
import type { Entry } from './roster-namesakes.ts';

/** Whom a row of the file means; 'claimed': somebody whom another row means too. */
export type Match = ExistingPerson | 'new' | 'ambiguous' | 'claimed';

/**
 * Whom each of `open` means, in their order. `counts` says how many different rows of the file have a key, held ones
 * included: where it is more than one, only disambiguators tell them apart.
 */
export function matchEntries(
  open: readonly Entry[],
  counts: ReadonlyMap<number, number>,
  people: readonly ExistingPerson[],
): readonly Match[] {
  const byName = Map.groupBy(people, (person) => person.folded);
  const namesakesOf = (entry: Entry) => byName.get(entry.name) ?? NOBODY;
  const own = open.map((entry) => ownMatch(entry, namesakesOf(entry), counts));
  let listed: Listed | undefined;
  const matches = own.map((match, at) => {
    const entry = open[at];
    if (match !== undefined || !entry) return match ?? 'new';
    const namesakes = namesakesOf(entry);
    if (namesakes.length === 0) return 'new';
    listed ??= entriesOfPeople(own, open);
    return matchElsewhere(entry, namesakes, listed);
  });
  return withoutSharedClaims(matches);
}

const NOBODY: readonly ExistingPerson[] = [];
/** By the id of whom they mean. */
type Listed = ReadonlyMap<string, readonly Entry[]>;

/** Whom a row means by itself; undefined when that is nobody. */
function ownMatch(
  entry: Entry,
  namesakes: readonly ExistingPerson[],
  counts: ReadonlyMap<number, number>,
): Match | undefined {
  const decided = decidedMatch(entry, namesakes);
  if (decided !== undefined || namesakes.length === 0) return decided;
  return matchHere(entry, namesakes, counts.get(entry.key) === 1);
}

/** As nearly every code is written. */
const PLAIN_CODE = /^[0-9A-Z]*$/;

/** A disambiguator as it is compared: no spaces, half-width, upper case. */
export function foldCode(code: string): string {
  if (PLAIN_CODE.test(code)) return code;
  return foldName(code).replace(/\s/g, '').toUpperCase();
}

/** Whom a person has named; undefined where nobody decided. */
function decidedMatch({ row }: Entry, namesakes: readonly ExistingPerson[]): Match | undefined {
  if (row.decidedPerson === undefined || row.decidedPerson === 'new') return row.decidedPerson;
  return namesakes.find(({ id }) => id === row.decidedPerson) ?? 'ambiguous';
}

/** Somebody of that name in the unit, or of that name and disambiguator anywhere; undefined when there is none. */
function matchHere(entry: Entry, namesakes: readonly ExistingPerson[], alone: boolean): Match | undefined {
  const code = entry.row.disambiguator;
  const here = namesakes.filter((person) => person.unitId !== null && person.unitId === entry.unitId);
  const coded = namesakes.filter((person) => hasCode(person, code));
  const codedHere = coded.filter((person) => here.includes(person));
  if (codedHere.length === 1) return codedHere[0];
  if (coded.length > 0) return coded.length === 1 ? coded[0] : 'ambiguous';
  const possible = here.filter((person) => code === null || person.disambiguator === null);
  if (possible.length === 0) return undefined;
  return possible.length === 1 && alone ? possible[0] : 'ambiguous';
}

/**
 * A namesake in another unit is somebody else if both have their disambiguators, or if the file lists them
 * there. Whoever left that unit may well be the one whom this row names.
 */
function matchElsewhere(entry: Entry, namesakes: readonly ExistingPerson[], listed: Listed): Match {
  const isSomebodyElse = (person: ExistingPerson) => {
    const there = listed.get(person.id) ?? [];
    const isCoded = person.disambiguator !== null || there.some(({ row }) => row.disambiguator !== null);
    if (entry.row.disambiguator !== null && isCoded) return true;
    return there.length > 0 && there.every(({ status }) => !hasLeft(status ?? person.status));
  };
  const elsewhere = namesakes.filter((person) => person.unitId !== entry.unitId || person.unitId === null);
  return elsewhere.every(isSomebodyElse) ? 'new' : 'ambiguous';
}

function hasLeft(status: PostingStatus | null): boolean {
  return status === 'transferredOut' || status === 'secondedOut' || status === 'retired';
}

/** The rows by which the file lists somebody the register has: more than one where several claim them. */
function entriesOfPeople(own: readonly (Match | undefined)[], open: readonly Entry[]): Listed {
  const listed = new Map<string, Entry[]>();
  for (const [at, entry] of open.entries()) {
    const match = own[at];
    if (match === undefined || typeof match === 'string') continue;
    listed.set(match.id, [...(listed.get(match.id) ?? []), entry]);
  }
  return listed;
}

function withoutSharedClaims(matches: readonly Match[]): readonly Match[] {
  const claimed = new Set<string>();
  const shared = new Set<string>();
  for (const match of matches) {
    if (typeof match === 'string') continue;
    if (claimed.has(match.id)) shared.add(match.id);
    claimed.add(match.id);
  }
  if (shared.size === 0) return matches;
  return matches.map((match) => (typeof match !== 'string' && shared.has(match.id) ? 'claimed' : match));
}

function hasCode(person: ExistingPerson, code: string | null): boolean {
  return code !== null && person.disambiguator !== null && foldCode(person.disambiguator) === code;
}
