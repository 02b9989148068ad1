/** Whose filing each line of a pack speaks of. Pure; a person has one line that was given, and one more for each further problem. */
import { foldName } from '../../../shared/rules/names.ts';
import type { RowReason } from '../../../shared/vocabulary/import-outcomes.ts';
import type { FilingDecision } from '../self-inspection/filing-import-plan.ts';
import type { FilingSheetRow } from '../self-inspection/filing-import-rows.ts';
import type { RoundToday } from '../self-inspection/pack-filings.ts';
import {
  type ExpectedList,
  findExpected,
  indexByName,
  type ListedPerson,
} from '../study/attendance-import-matching.ts';
import type { GivenFiling } from './given-rows.ts';
import type { FilingPackDecision } from './pack-kind.ts';
import type { FilingLine, Identified } from './pack-lines.ts';
import type { PackUnit } from './pack-units.ts';

export interface FilingPackInput {
  readonly given: readonly GivenFiling[];
  readonly identified: Identified<FilingLine, GivenFiling>;
  readonly decisions: readonly FilingPackDecision[];
  readonly round: RoundToday;
  /** Units that the pack speaks of. */
  readonly scope: ReadonlyMap<string, PackUnit>;
}

/** The lines as a list of filings has them, and whom each means where that is known. */
export interface SettledLines {
  readonly rows: readonly FilingSheetRow[];
  /** id by line. */
  readonly people: ReadonlyMap<number, string>;
  readonly decisions: readonly FilingDecision[];
  readonly list: ExpectedList<ListedPerson>;
}

type Meant = { readonly row: FilingSheetRow; readonly person: string | null };

export function settledLines(input: FilingPackInput): SettledLines {
  const list = withGiven(input.round.list, input.given);
  const byLine = new Map(input.decisions.map((decision) => [decision.line, decision]));
  const meant = meantBy(input, list, byLine).toSorted((one, other) => one.row.line - other.row.line);
  const people = new Map(meant.flatMap(({ row, person }) => (person ? [[row.line, person] as const] : [])));
  return {
    rows: filledIn(meant, byLine, new Set(input.identified.known.map(({ line }) => line.line))),
    people,
    decisions: [...new Set([...people.keys(), ...byLine.keys()])].map((line) => {
      const person = people.get(line) ?? byLine.get(line)?.person;
      return { ...byLine.get(line), line, person };
    }),
    list,
  };
}

/** Whoever was asked may answer, though no longer expected today: the register says whether it takes the filing. */
function withGiven(
  list: ExpectedList<ListedPerson>,
  given: readonly GivenFiling[],
): ExpectedList<ListedPerson> {
  const listed = new Set(list.people.map(({ id }) => id));
  const others = given.filter(({ person }) => !listed.has(person));
  const asListed = ({ person: id, name, disambiguator, unitName }: GivenFiling) => {
    return { id, name, disambiguator, unitName, unitPath: [foldName(unitName)] };
  };
  return { ...list, people: [...list.people, ...others.map(asListed)] };
}

function meantBy(
  { given, identified, round, scope }: FilingPackInput,
  list: ExpectedList<ListedPerson>,
  decisions: ReadonlyMap<number, FilingPackDecision>,
): Meant[] {
  const byKey = new Map(given.map((one) => [one.key, one]));
  const asked = new Set(given.map(({ person }) => person));
  const byName = indexByName(list);
  return [
    ...identified.known.map(({ line, given: own }) => keyed(line, own, 'nameChanged')),
    ...identified.copied.map((line) => keyed(line, byKey.get(line.key), 'copiedRow')),
    ...identified.added.map(added),
  ];

  /** A line with the id of a row that was given means that person if it names them. */
  function keyed({ line, name, row }: FilingLine, own: GivenFiling | undefined, hold: RowReason): Meant {
    const isNamed = own !== undefined && foldName(name) === foldName(own.name);
    const person = isNamed ? own.person : (decisions.get(line)?.person ?? null);
    return { row: { ...row, skip: null, hold: person ? row.hold : hold }, person };
  }

  function added({ line, row }: FilingLine): Meant {
    const decided = decisions.get(line)?.person;
    if (decided !== undefined || row.skip || row.hold) return { row, person: decided ?? null };
    const found = findExpected(row, list, byName);
    if ('doubt' in found) return { row, person: null };
    const { id } = found.person;
    const isOwn = asked.has(id) || scope.has(round.unitOf.get(id) ?? '');
    return isOwn ? { row, person: id } : { row: { ...row, hold: 'outsidePack' }, person: null };
  }
}

/** What a person's first line says of the filing holds for their further ones, which add a problem each. */
function filledIn(
  meant: readonly Meant[],
  decisions: ReadonlyMap<number, FilingPackDecision>,
  known: ReadonlySet<number>,
): FilingSheetRow[] {
  const leaders = new Map<string, FilingSheetRow>();
  for (const own of Map.groupBy(meant, ({ person }) => person).values()) {
    const rows = own.map(({ row }) => row);
    const speaking = rows.filter((row) => !isBlank(row));
    const leader = speaking.find(({ line }) => known.has(line)) ?? speaking[0];
    const [{ person } = { person: null }] = own;
    if (person !== null && leader) leaders.set(person, leader);
  }
  return meant.map(({ row, person }) => {
    const leader = leaders.get(person ?? '');
    const isFurther = leader !== undefined && leader.line !== row.line;
    if (!isFurther || (row.category === '' && row.summary === '')) return row;
    return filledFrom(row, leader, decisions.get(leader.line));
  });
}

function filledFrom(
  row: FilingSheetRow,
  leader: FilingSheetRow,
  decision: FilingPackDecision | undefined,
): FilingSheetRow {
  const { filedOn, writtenDay, declared, writtenDeclaration } = leader;
  const number = decision?.paperNumber === undefined ? leader.paperNumber : (decision.paperNumber ?? '');
  return {
    ...row,
    ...(row.writtenDay === '' && { filedOn: decision?.filedOn ?? filedOn, writtenDay }),
    ...(row.writtenDeclaration === '' && { declared: decision?.declared ?? declared, writtenDeclaration }),
    paperNumber: row.paperNumber || number,
  };
}

function isBlank({
  writtenDay,
  writtenDeclaration,
  paperNumber,
  category,
  summary,
}: FilingSheetRow): boolean {
  return [writtenDay, writtenDeclaration, paperNumber, category, summary].every((text) => text === '');
}
