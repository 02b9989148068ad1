import type { RowReason } from '../../../shared/vocabulary/import-outcomes.ts';
import type { PostingStatus } from '../../../shared/vocabulary/words.ts';
import type { RosterRow } from './roster-row.ts';

/** A row that names a person of a unit. */
export interface Entry {
  readonly row: RosterRow;
  /** A doubt that the row has by itself. */
  readonly hold: RowReason | null;
  /** With the file's answer about 借调; null where blank. */
  readonly status: PostingStatus | null;
  /** Folded. */
  readonly name: string;
  readonly unit: string;
  /** Null for a unit to be created. */
  readonly unitId: string | null;
  /** Of unit and name: people of one key are one person or namesakes. */
  readonly key: number;
}

/** Numbers what a unit and a name are together; two maps are faster than one of joined texts. */
export class EntryKeys {
  readonly #units = new Map<string, Map<string, number>>();
  #count = 0;

  number(unit: string, name: string): number {
    const names = this.#units.get(unit) ?? new Map<string, number>();
    if (names.size === 0) this.#units.set(unit, names);
    const known = names.get(name);
    if (known !== undefined) return known;
    names.set(name, this.#count);
    this.#count += 1;
    return this.#count - 1;
  }
}

/**
 * Rows of one name in one unit that the file itself does not tell apart:
 *  - the same person twice, saying the same: one counts, the others are duplicateRow;
 *  - the same person (same disambiguator, or same ID-card or phone cells) saying different things: all
 *    contradictoryRows;
 *  - people who seem different (those cells, or their posts, differ) without disambiguators: all ambiguousName.
 *  - one name and one disambiguator in two units: all contradictoryRows.
 * A row whose disambiguator nobody shares stands for itself.
 */
export function holdNamesakesInFile(entries: readonly Entry[]): ReadonlyMap<RosterRow, RowReason> {
  const held = new Map<RosterRow, RowReason>();
  for (const group of repeated(entries, ({ key }) => key)) {
    const byCode = Map.groupBy(group, (entry) => entry.row.disambiguator);
    for (const [code, rows] of byCode) {
      const others = group.length - rows.length;
      const reasons = code === null ? reasonsWithoutCode(rows, others > 0) : reasonsOfOnePerson(rows);
      for (const [row, reason] of reasons) held.set(row, reason);
    }
  }
  for (const [row, reason] of inTwoUnits(entries)) held.set(row, reason);
  return held;
}

function inTwoUnits(entries: readonly Entry[]): Reasons {
  const coded = entries.filter(({ row }) => row.disambiguator !== null);
  const sharing = [...repeated(coded, ({ row }) => row.disambiguator)];
  const people = sharing.flatMap((rows) => [...Map.groupBy(rows, ({ name }) => name).values()]);
  return people.flatMap((rows) =>
    areEqual(rows, (entry) => entry.unit) ? [] : all(rows, 'contradictoryRows'),
  );
}

/** Those of one key, where there is more than one. */
function repeated<Key>(entries: readonly Entry[], keyOf: (entry: Entry) => Key): Iterable<Entry[]> {
  const firsts = new Map<Key, Entry>();
  const groups = new Map<Key, Entry[]>();
  for (const entry of entries) {
    const key = keyOf(entry);
    const first = firsts.get(key);
    const group = groups.get(key);
    if (!first) firsts.set(key, entry);
    else if (group) group.push(entry);
    else groups.set(key, [first, entry]);
  }
  return groups.values();
}

type Reasons = readonly (readonly [RosterRow, RowReason])[];

function reasonsOfOnePerson(rows: readonly Entry[]): Reasons {
  return areEqual(rows, statement) ? laterOnes(rows, 'duplicateRow') : all(rows, 'contradictoryRows');
}

function reasonsWithoutCode(rows: readonly Entry[], hasCodedNamesakes: boolean): Reasons {
  if (hasCodedNamesakes) return all(rows, 'ambiguousName');
  if (rows.length === 1) return [];
  if (rows.every(({ row }) => row.identity !== '')) {
    return areEqual(rows, ({ row }) => row.identity) ? reasonsOfOnePerson(rows) : reasonsOfSeveral(rows);
  }
  if (areEqual(rows, (entry) => statement(entry) + entry.row.others)) return laterOnes(rows, 'duplicateRow');
  const samePost = areEqual(rows, ({ row }) => row.post ?? '');
  const sayTheSame = areEqual(rows, statement);
  return all(rows, samePost && !sayTheSame ? 'contradictoryRows' : 'ambiguousName');
}

/** Several people: each may be listed twice all the same. */
function reasonsOfSeveral(rows: readonly Entry[]): Reasons {
  const people = Map.groupBy(rows, ({ row }) => row.identity);
  return [...people.values()].flatMap((same) => {
    const repeated = areEqual(same, statement) ? laterOnes(same, 'duplicateRow') : [];
    const later = new Set(repeated.map(([row]) => row));
    return [
      ...repeated,
      ...all(
        same.filter(({ row }) => !later.has(row)),
        'ambiguousName',
      ),
    ];
  });
}

function all(rows: readonly Entry[], reason: RowReason): Reasons {
  return rows.map(({ row }) => [row, reason]);
}

function laterOnes(rows: readonly Entry[], reason: RowReason): Reasons {
  return all(rows.toSorted(fullestFirst).slice(1), reason);
}

/** Of rows that say the same, the one counts that leaves least unsaid, wherever in the file it stands. */
function fullestFirst(one: Entry, other: Entry): number {
  const unsaid = ({ status, row }: Entry) => Number(status === null) * 2 + Number(row.orderNumber === null);
  const number = ({ row }: Entry) => row.orderNumber ?? 0;
  return unsaid(one) - unsaid(other) || number(one) - number(other) || one.row.line - other.row.line;
}

/** All that a row says of a person and that is stored; a running number is no statement. */
function statement({ row, status, hold }: Entry): string {
  return JSON.stringify([row.post, row.staffing, status ?? 'onDuty', hold]);
}

function areEqual(rows: readonly Entry[], tell: (entry: Entry) => string): boolean {
  return new Set(rows.map(tell)).size <= 1;
}
