import { foldName } from '../../../shared/rules/names.ts';
import type { PostingStatus } from '../../../shared/vocabulary/words.ts';
import type { ExistingPerson } from './existing-personnel.ts';
import type { Entry } from './roster-namesakes.ts';
import type { RosterRow } from './roster-row.ts';

/** Whom a row of the file means; 'claimed': somebody whom another row means too. */
export type Match = ExistingPerson | 'new' | 'ambiguous' | 'claimed';

/**
 * Whom each of `open` means. `counts` says how many different rows of the file have a key, held ones included:
 * where it is more than one, only disambiguators tell them apart.
 */
export function matchEntries(
  open: readonly Entry[],
  counts: ReadonlyMap<string, number>,
  people: readonly ExistingPerson[],
): ReadonlyMap<RosterRow, Match> {
  const byName = Map.groupBy(people, (person) => person.folded);
  const own = new Map(
    open.map((entry) => {
      const namesakes = byName.get(entry.name) ?? [];
      const alone = counts.get(entry.key) === 1;
      return [entry.row, decidedMatch(entry, namesakes) ?? matchHere(entry, namesakes, alone)] as const;
    }),
  );
  const listed = entriesOfPeople(own, open);
  const matches = open.map((entry) => {
    const match = own.get(entry.row) ?? matchElsewhere(entry, byName.get(entry.name) ?? [], listed);
    return [entry.row, match] as const;
  });
  return new Map(withoutSharedClaims(matches));
}

/** A disambiguator as it is compared: no spaces, half-width, upper case. */
export function foldCode(code: string): string {
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
function matchElsewhere(
  entry: Entry,
  namesakes: readonly ExistingPerson[],
  listed: ReadonlyMap<string, readonly Entry[]>,
): Match {
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
function entriesOfPeople(
  own: ReadonlyMap<RosterRow, Match | undefined>,
  open: readonly Entry[],
): ReadonlyMap<string, readonly Entry[]> {
  const listed = new Map<string, Entry[]>();
  for (const entry of open) {
    const match = own.get(entry.row);
    if (match === undefined || typeof match === 'string') continue;
    listed.set(match.id, [...(listed.get(match.id) ?? []), entry]);
  }
  return listed;
}

function withoutSharedClaims(
  matches: readonly (readonly [RosterRow, Match])[],
): (readonly [RosterRow, Match])[] {
  const idOf = (match: Match) => (typeof match === 'string' ? '' : match.id);
  const claims = Map.groupBy(matches, ([, match]) => idOf(match));
  return matches.map(([row, match]) => {
    const shared = typeof match !== 'string' && (claims.get(match.id)?.length ?? 0) > 1;
    return [row, shared ? 'claimed' : match];
  });
}

function hasCode(person: ExistingPerson, code: string | null): boolean {
  return code !== null && person.disambiguator !== null && foldCode(person.disambiguator) === code;
}
