import type { Core } from '../../state/core.ts';

type Input = Parameters<Core['selfInspection']['importFilings']>[0];
export type Decision = NonNullable<Input['decisions']>[number];
type Report = Awaited<ReturnType<Core['selfInspection']['importFilings']>>;
type Row = Pick<
  Report['rows'][number],
  'outcome' | 'reason' | 'code' | 'name' | 'filedOn' | 'declared' | 'category'
>;

export type Asked = 'person' | 'filedOn' | 'declared' | 'category' | 'paperNumber' | 'skip' | 'undecide';

/** What a person can say about a row that is in doubt, or was put aside; nothing is guessed. */
export function answersTo(row: Row): readonly Asked[] {
  if (row.reason === 'skippedByUser') return ['undecide'];
  if (row.outcome !== 'held') return [];
  return [...(isWhoDoubt(row) ? (['person'] as const) : doubtsOf(row)), 'skip'];
}

/** Nobody can say of whom the row speaks. */
function isWhoDoubt({ reason, name }: Row): boolean {
  if (reason === 'missingField') return name === null;
  return reason === 'notExpected' || reason === 'ambiguousName' || reason === 'unreadableName';
}

function doubtsOf({ reason, code, filedOn, declared, category }: Row): readonly Asked[] {
  if (reason === 'missingField' || reason === 'invalidDate' || reason === 'unmappedMark') {
    if (filedOn === null) return ['filedOn'];
    if (declared === null) return ['declared'];
    return declared === 'hasProblem' && category === null ? ['category'] : [];
  }
  if (reason === 'contradictoryCells' || code === 'filing_contradicts_items') return ['declared'];
  if (code === 'filing_not_expected') return ['person', 'filedOn'];
  if (code === 'filing_day_wrong') return ['filedOn'];
  if (code === 'category_unknown' || code === 'category_retired') return ['category'];
  return code === 'paper_number_taken' ? ['paperNumber'] : [];
}

/** What is said about one row adds up; that it stays out stands alone, and nothing but the line takes all back. */
export function decisionsWith(decisions: readonly Decision[], decision: Decision): Decision[] {
  const before = decisions.find(({ line }) => line === decision.line);
  const others = decisions.filter(({ line }) => line !== decision.line);
  if (Object.keys(decision).length === 1) return others;
  return [...others, decision.skip || before?.skip ? decision : { ...before, ...decision }];
}
