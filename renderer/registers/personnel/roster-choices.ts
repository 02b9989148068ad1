import type { RosterField } from '../../../shared/vocabulary/import-outcomes.ts';
import type { Core } from '../../state/core.ts';

export type RosterReport = Awaited<ReturnType<Core['personnel']['importRoster']>>;
export type RosterRow = RosterReport['rows'][number];
export type UnitDoubtOfFile = RosterReport['unitsInDoubt'][number];
export type RosterInput = Parameters<Core['personnel']['importRoster']>[0];
type Decision = NonNullable<RosterInput['decisions']>[number];
export type RowDecision = Omit<Decision, 'line'>;
export type Decisions = ReadonlyMap<number, RowDecision>;
type HeaderColumn = RosterReport['header']['columns'][number];
type Mapping = NonNullable<RosterInput['mapping']>;

export interface RosterFile {
  readonly name: string;
  readonly content: string;
}

/** What is answered once for the whole file. */
export interface FileChoices {
  /** Null: the first one with a header that is recognised. */
  readonly sheet: string | null;
  /** Null: as recognised; 0: the sheet has none. */
  readonly headerLine: number | null;
  /** Null: as recognised or remembered. */
  readonly mapping: Mapping | null;
  readonly ignoreRemembered: boolean;
  readonly createUnits: boolean;
  readonly secondment: 'in' | 'out' | null;
  /** Null: additions from the campaign's first day, changes from today. */
  readonly from: string | null;
  /** Id of the unit, or `new`, by the text that is in doubt. */
  readonly units: ReadonlyMap<string, string>;
}

export const FIRST_CHOICES: FileChoices = {
  sheet: null,
  headerLine: null,
  mapping: null,
  ignoreRemembered: false,
  createUnits: false,
  secondment: null,
  from: null,
  units: new Map(),
};

/** All but the decisions about single rows. */
export function baseOf(file: RosterFile, choices: FileChoices): RosterInput {
  const { sheet, headerLine, mapping, secondment, from, ignoreRemembered, createUnits, units } = choices;
  return {
    fileName: file.name,
    content: file.content,
    ignoreRemembered,
    createUnits,
    units: [...units].map(([text, unit]) => ({ text, unit })),
    ...(sheet !== null && { sheet }),
    ...(headerLine !== null && { headerLine }),
    ...(mapping !== null && { mapping }),
    ...(secondment !== null && { secondment }),
    ...(from !== null && { from }),
  };
}

export function withDecisions(base: RosterInput, decisions: Decisions): RosterInput {
  return { ...base, decisions: [...decisions].map(([line, decision]) => ({ line, ...decision })) };
}

/** Another sheet or another header has other columns, and other rows to decide about. */
export function readsOtherRows(change: Partial<FileChoices>): boolean {
  return 'sheet' in change || 'headerLine' in change;
}

/** A row out of its place in the file: staying out and anything else exclude each other. */
export function decided(decisions: Decisions, line: number, part: RowDecision): Decisions {
  const { skip: _, ...before } = decisions.get(line) ?? {};
  return new Map([...decisions, [line, part.skip ? { skip: true } : { ...before, ...part }]]);
}

export function undecided(decisions: Decisions, line: number): Decisions {
  return new Map([...decisions].filter(([one]) => one !== line));
}

/** The whole mapping with one column changed; a field that another column had is taken from it. */
export function mapped(columns: readonly HeaderColumn[], column: number, field: RosterField | null): Mapping {
  return columns
    .filter(({ personal }) => !personal)
    .map((one) => {
      if (one.column === column) return { column, field };
      return { column: one.column, field: one.field === field ? null : one.field };
    });
}

/**
 * Rows that were ever held, as they were then: a row that has been decided stays where it is, so that it can be
 * decided otherwise and nothing moves under the hand that decides the next.
 * @param before null when other answers for the whole file make it another list
 */
export function seenAfter(
  before: ReadonlyMap<number, RosterRow>,
  report: Pick<RosterReport, 'rows'>,
  decisions: Decisions,
  isSameList: boolean,
): ReadonlyMap<number, RosterRow> {
  const kept = [...before].filter(([line]) => isSameList || decisions.has(line));
  const held = report.rows.filter(({ outcome }) => outcome === 'held');
  return new Map([...kept, ...held.map((row) => [row.line, row] as const)]);
}

export function rowsToWrite({ added, changed }: Pick<RosterReport, 'added' | 'changed'>): number {
  return added + changed;
}

/** How many rows wait for the answer to a question about the whole file. */
export function rowsHeldFor(report: Pick<RosterReport, 'rows'>, reason: string): number {
  return report.rows.filter((row) => row.outcome === 'held' && row.reason === reason).length;
}
