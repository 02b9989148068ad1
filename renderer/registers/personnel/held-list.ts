import { foldName } from '../../../shared/rules/names.ts';
import type {
  Decisions,
  FileChoices,
  RosterReport,
  RosterRow,
  RowDecision,
  UnitDoubtOfFile,
} from './roster-choices.ts';

/** One thing to decide: a row, or a unit's text that stands for all rows that say it. */
export type Held =
  | { readonly kind: 'unit'; readonly key: string; readonly doubt: UnitDoubtOfFile }
  | { readonly kind: 'row'; readonly key: string; readonly row: RosterRow };

export interface HeldState {
  readonly decision: RowDecision | undefined;
  /** What the last rehearsal makes of it with this decision; null while it has not been rehearsed or is open. */
  readonly outcome: Exclude<RosterRow['outcome'], 'held'> | null;
  readonly isOpen: boolean;
}

interface Decided {
  readonly choices: Pick<FileChoices, 'units'>;
  readonly decisions: Decisions;
  /** Those that the last rehearsal knew. */
  readonly rehearsedDecisions: Decisions;
}

/**
 * Texts first, as one answer settles many rows; then the rows by line of the file, and after them those that other
 * decisions made doubtful, so that nothing moves. Rows of a unit that is not known stand behind its text; a blank or
 * an ambiguous one may mean another unit in each row.
 */
export function heldList(
  doubts: readonly UnitDoubtOfFile[],
  seen: ReadonlyMap<number, RosterRow>,
): readonly Held[] {
  const rows = [...seen.values()].filter(({ reason }) => reason !== 'unknownUnit');
  return [
    ...doubts.map((doubt) => ({ kind: 'unit' as const, key: `unit ${doubt.text}`, doubt })),
    ...rows.map((row) => ({ kind: 'row' as const, key: `row ${row.line}`, row })),
  ];
}

/** Texts that are in doubt, and those that were and have been answered, so that they can be answered otherwise. */
export function doubtsAfter(
  before: readonly UnitDoubtOfFile[],
  { unitsInDoubt }: Pick<RosterReport, 'unitsInDoubt'>,
  answered: ReadonlyMap<string, string>,
): readonly UnitDoubtOfFile[] {
  const now = new Set(unitsInDoubt.map(({ text }) => foldName(text)));
  const kept = before.filter(({ text }) => answered.has(text) && !now.has(foldName(text)));
  return [...kept, ...unitsInDoubt];
}

/** How each thing stands by the last rehearsal and by what was decided since. */
export function stateOf(
  held: Held,
  outcomes: ReadonlyMap<number, RosterRow>,
  { choices, decisions, rehearsedDecisions }: Decided,
): HeldState {
  if (held.kind === 'unit') {
    const unit = choices.units.get(held.doubt.text);
    return { decision: unit === undefined ? undefined : { unit }, outcome: null, isOpen: unit === undefined };
  }
  const { line } = held.row;
  const decision = decisions.get(line);
  if (decision !== rehearsedDecisions.get(line))
    return { decision, outcome: null, isOpen: decision === undefined };
  const outcome = outcomes.get(line)?.outcome ?? 'held';
  return { decision, outcome: outcome === 'held' ? null : outcome, isOpen: outcome === 'held' };
}
