import type { BundleRow } from './exchange-queries.ts';

/** What one call takes in: the bundles of one office, or the files that nobody can be named for. */
export interface Round {
  /** Id of the sender; null: not known. */
  readonly sender: string | null;
  readonly name: string;
  readonly fileNames: readonly string[];
}

/** Offices one after another in the order of the rehearsal; what could not be opened comes last. */
export function roundsOf(lines: readonly BundleRow[]): Round[] {
  const bySender = Map.groupBy(lines, ({ sender }) => sender);
  return [...bySender].map(([sender, of]) => ({
    sender,
    name: of[0]?.name ?? '',
    fileNames: [...new Set(of.map(({ fileName }) => fileName))],
  }));
}

/** The lines with those of a round replaced, in its place, by what became of them. */
export function withResult(
  lines: readonly BundleRow[],
  { sender }: Round,
  result: readonly BundleRow[],
): BundleRow[] {
  const at = lines.findIndex((line) => line.sender === sender);
  const others = (some: readonly BundleRow[]) => some.filter((line) => line.sender !== sender);
  return at < 0
    ? [...lines, ...result]
    : [...others(lines.slice(0, at)), ...result, ...others(lines.slice(at))];
}

/** The bundle of each sender that stands last among those taken in: the one that can be taken back. */
export function isLastOfSender(lines: readonly BundleRow[], row: BundleRow): boolean {
  if (row.outcome !== 'applied' || row.sender === null) return false;
  const applied = lines.filter(({ sender, outcome }) => sender === row.sender && outcome === 'applied');
  return applied.at(-1) === row;
}

/** What applying would note though no row is taken in: a fork, a covered number, a list with names, a file turned away. */
export function isNotedOnly({ outcome, problem }: BundleRow, turnedAway: readonly string[]): boolean {
  if (outcome === 'fork' || outcome === 'superseded' || outcome === 'kept') return true;
  return (
    outcome === 'refused' && problem !== null && [...turnedAway, 'bundle_sender_revoked'].includes(problem)
  );
}
