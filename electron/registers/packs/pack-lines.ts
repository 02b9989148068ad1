import { foldName } from '../../../shared/rules/names.ts';
import { foldCode } from '../personnel/roster-matching.ts';
import type { RosterRow } from '../personnel/roster-row.ts';
import type { FilingSheetRow } from '../self-inspection/filing-import-rows.ts';
import type { SignInRow } from '../study/attendance-import-rows.ts';
import type { GivenRow } from './given-rows.ts';

/** A row under a pack's head. */
export interface PackLine {
  readonly line: number;
  /** The row's id; '' of one that was added. */
  readonly key: string;
  /** As stored. */
  readonly name: string;
  /** Tells namesakes apart; '' without any. */
  readonly code: string;
}

export interface RosterLine extends PackLine {
  readonly row: RosterRow;
  /** As written, since what is not understood is not in the row. */
  readonly texts: Readonly<Record<'staffing' | 'status' | 'orderNumber', string>>;
}

export interface SignInLine extends PackLine {
  readonly row: SignInRow;
}

export interface FilingLine extends PackLine {
  readonly row: FilingSheetRow;
}

/** Which line is whose. */
export interface Identified<Line, Given> {
  /** Lines of rows that were given. */
  readonly known: readonly { readonly line: Line; readonly given: Given }[];
  /** Lines with the id of a row that another line has, and better. */
  readonly copied: readonly Line[];
  readonly added: readonly Line[];
  readonly missing: readonly Given[];
}

/**
 * 'altered' where the hidden ids are not as they were given: one is not of this pack, or a line bears the id of one
 * person and the name of another whose own line bears something else; namesakes are told apart by their codes. Of
 * lines with one id, that counts which has the name as well, else the first.
 */
export function identify<Line extends PackLine, Given extends GivenRow>(
  lines: readonly Line[],
  given: readonly Given[],
): Identified<Line, Given> | 'altered' {
  const rows = new Map(given.map((row) => [row.key, row]));
  const keyed = lines.filter(({ key }) => key !== '');
  if (keyed.some(({ key }) => !rows.has(key))) return 'altered';
  const labels = new Labels(given);
  const byKey = Map.groupBy(keyed, ({ key }) => key);
  const known: { line: Line; given: Given }[] = [];
  const copied: Line[] = [];
  for (const [key, same] of byKey) {
    const row = rows.get(key);
    const line = same.find((one) => row && labels.fit(one, row)) ?? same[0];
    if (row && line) known.push({ line, given: row });
    copied.push(...same.filter((one) => one !== line));
  }
  if (isScrambled(known, given, labels)) return 'altered';
  return {
    known,
    copied,
    added: lines.filter(({ key }) => key === ''),
    missing: given.filter(({ key }) => !byKey.has(key)),
  };
}

function isScrambled(
  known: readonly { readonly line: PackLine; readonly given: GivenRow }[],
  given: readonly GivenRow[],
  labels: Labels,
): boolean {
  const standing = new Set(
    known.filter((one) => labels.fit(one.line, one.given)).map((one) => one.given.key),
  );
  const astray = new Set(given.filter(({ key }) => !standing.has(key)).map((row) => labels.ofGiven(row)));
  return known.some(({ line, given: row }) => !labels.fit(line, row) && astray.has(labels.ofLine(line)));
}

/** How a row is known: by the folded name, namesakes by their codes as well. */
class Labels {
  readonly #namesakes: ReadonlySet<string>;

  constructor(given: readonly GivenRow[]) {
    const byName = Map.groupBy(given, ({ name }) => foldName(name));
    this.#namesakes = new Set([...byName].flatMap(([name, rows]) => (rows.length > 1 ? name : [])));
  }

  fit(line: PackLine, given: GivenRow): boolean {
    return this.ofLine(line) === this.ofGiven(given);
  }

  ofGiven({ name, disambiguator }: GivenRow): string {
    return this.#label(name, disambiguator ?? '');
  }

  ofLine({ name, code }: PackLine): string {
    return this.#label(name, code);
  }

  #label(name: string, code: string): string {
    const folded = foldName(name);
    return this.#namesakes.has(folded) ? `${folded} ${foldCode(code)}` : folded;
  }
}
