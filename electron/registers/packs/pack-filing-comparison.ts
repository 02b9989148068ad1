/** A filing as it was given, as it came back, as it stands: what the register's moves let of it be taken over. Pure. */
import type { FilingState } from '../../../shared/vocabulary/words.ts';
import type { PlannedRow } from '../self-inspection/filing-import-plan.ts';
import type { SaidOfFiling, StandingFiling } from '../self-inspection/pack-filings.ts';
import type { GivenFiling } from './given-rows.ts';
import { comparedCell, type PackCell, type Said, type Take } from './pack-cells.ts';
import type { FilerPlan } from './pack-filing-plan.ts';
import type { FilingPackDecision } from './pack-kind.ts';
import type { PackRowPlan } from './pack-roster-plan.ts';

export interface FilerInput {
  readonly person: string;
  readonly rows: readonly PlannedRow[];
  /** The row that was given, else the first of those that a unit added. */
  readonly head: PlannedRow | undefined;
  readonly issued: GivenFiling | undefined;
  readonly today: StandingFiling | undefined;
  readonly decisions: ReadonlyMap<number, FilingPackDecision>;
  readonly asRow: (row: PlannedRow) => PackRowPlan;
}

const FIELDS = ['filedOn', 'declared', 'paperNumber'] as const;
type Field = (typeof FIELDS)[number];

/** A person's rows go in together, or none does. */
export function comparedFiling(input: FilerInput): FilerPlan {
  const { rows, head, today, decisions, asRow } = input;
  const isEntered = head !== undefined && wasEntered(head, input);
  const compared = rows.map((row) => {
    if (row.outcome === 'skipped') return asRow(row);
    const hold = holdOf(row, head);
    if (hold) return { ...asRow(row), outcome: 'held' as const, reason: hold };
    const items = isEntered ? [] : itemCells(row, today?.state, decisions.get(row.row.line));
    const cells = [...(row === head ? headCells(row, input) : []), ...items];
    return { ...asRow(row), outcome: 'unchanged' as const, reason: null, cells };
  });
  const reason = compared.find(({ outcome }) => outcome === 'held')?.reason ?? firstReason(compared);
  const shown = compared.map((row): PackRowPlan => {
    if (row.outcome !== 'unchanged') return row;
    const moves = row.cells.some(({ outcome }) => outcome !== 'unchanged');
    if (!moves) return row;
    return reason === null
      ? { ...row, outcome: 'changed', reason: null }
      : { ...row, outcome: 'held', reason: firstReason([row]) ?? reason };
  });
  const goesIn = reason === null && shown.some(({ outcome }) => outcome === 'changed');
  return { rows: shown, said: goesIn ? saidOf(input, shown) : null };
}

function firstReason(rows: readonly PackRowPlan[]): PackRowPlan['reason'] {
  return rows.flatMap(({ cells }) => cells).find(({ outcome }) => outcome === 'held')?.reason ?? null;
}

/** Doubts about the row itself; those about a cell are told with the cell. */
function holdOf(planned: PlannedRow, head: PlannedRow | undefined): PackRowPlan['reason'] {
  const { row, reason } = planned;
  if (reason !== null && reason === row.hold) return reason;
  const contradicts = (field: Field) => planned[field] !== null && planned[field] !== head?.[field];
  return FIELDS.some(contradicts) ? 'contradictoryRows' : null;
}

/** Nothing was filed when the pack went out, and what came back has been entered meanwhile: its problems with it. */
function wasEntered({ filedOn, declared, paperNumber }: PlannedRow, { issued, today }: FilerInput): boolean {
  if (!today || (issued?.filedOn ?? null) !== null) return false;
  const isSameNumber = paperNumber === null || paperNumber === today.paperNumber;
  return filedOn === today.filedOn && declared === today.declared && isSameNumber;
}

function headCells(row: PlannedRow, { issued, today, decisions }: FilerInput): PackCell[] {
  const decision = decisions.get(row.row.line);
  return FIELDS.flatMap((field) => {
    const take = takeOf(field, decision);
    const cell = comparedCell(
      field,
      issued?.[field] ?? null,
      saidIn(row, field),
      today?.[field] ?? null,
      take,
    );
    return cell ? [asMovesAllow(cell, today?.state, take)] : [];
  });
}

function saidIn({ row, filedOn, declared, paperNumber }: PlannedRow, field: Field): Said {
  if (field === 'paperNumber') return { value: paperNumber, fault: null };
  if (field === 'filedOn')
    return {
      value: filedOn ?? (row.writtenDay || null),
      fault: filedOn || !row.writtenDay ? null : 'invalidDate',
    };
  const isUnclear = declared === null && row.writtenDeclaration !== '';
  return { value: declared ?? (row.writtenDeclaration || null), fault: isUnclear ? 'unmappedMark' : null };
}

/** A value that a person gives is taken, whatever else was said. */
function takeOf(field: Field | 'category', decision: FilingPackDecision | undefined): Take {
  if (decision?.[field] !== undefined) return 'pack';
  return decision?.cells?.find((one) => one.field === field)?.take;
}

/** A problem that a row adds; none was given, so it moves nothing that stands. */
function itemCells(
  { category, row: { summary } }: PlannedRow,
  state: FilingState | undefined,
  decision: FilingPackDecision | undefined,
): PackCell[] {
  if (category === null && summary === '') return [];
  const take = takeOf('category', decision);
  const cell = { field: 'category', issued: null, pack: category, today: null } as const;
  const [settled]: PackCell[] =
    take === 'register'
      ? [{ ...cell, outcome: 'unchanged', reason: null }]
      : category === null
        ? [{ ...cell, outcome: 'held', reason: 'missingField' }]
        : [asMovesAllow({ ...cell, outcome: 'changed', reason: null }, state, take)];
  const length = [...summary].length || null;
  if (!settled) return [];
  return length === null ? [settled] : [settled, { ...settled, field: 'summary', pack: length }];
}

/**
 * 已填报 waits for its reviewer and takes nothing; 已审核 and 归档 take a supplement, which leaves the day alone, once
 * a person says so; what was returned is filed again.
 */
function asMovesAllow(cell: PackCell, state: FilingState | undefined, take: Take): PackCell {
  const isMoving = cell.outcome === 'changed' || cell.reason === 'registerMoved';
  if (!isMoving || state === undefined || state === 'returned') return cell;
  const canSupplement = state !== 'filed' && cell.field !== 'filedOn';
  if (canSupplement && take === 'pack') return { ...cell, outcome: 'changed', reason: null };
  return { ...cell, outcome: 'held', reason: canSupplement ? 'filingApproved' : 'filingStands' };
}

function saidOf(
  { person, rows, head, today }: FilerInput,
  shown: readonly PackRowPlan[],
): SaidOfFiling | null {
  const changed = new Set(
    shown.flatMap(({ line, cells }) => cells.filter(isChanged).map(({ field }) => `${line} ${field}`)),
  );
  const items = rows.flatMap(({ row, category }) =>
    category !== null && changed.has(`${row.line} category`)
      ? [{ category, summary: row.summary || null }]
      : [],
  );
  const moved = (field: Field) => head !== undefined && changed.has(`${head.row.line} ${field}`);
  if (!today) return head ? anew(person, head, items) : null;
  const { id, rev, state } = today;
  return {
    move: {
      ...{ id, rev, move: state === 'returned' ? 'file' : 'supplement' },
      ...(moved('filedOn') && head?.filedOn && { filedOn: head.filedOn }),
      ...(moved('declared') && head?.declared && { declared: head.declared }),
      ...(moved('paperNumber') && head?.paperNumber && { paperNumber: head.paperNumber }),
      ...(items.length > 0 && { items }),
    },
  };
}

type Items = { readonly category: string; readonly summary: string | null }[];

/** The entry that was given was taken back meanwhile. */
function anew(
  person: string,
  { filedOn, declared, paperNumber }: PlannedRow,
  items: Items,
): SaidOfFiling | null {
  if (filedOn === null || declared === null) return null;
  return { file: { person, filedOn, declared, paperNumber, items } };
}

function isChanged({ outcome }: PackCell): boolean {
  return outcome === 'changed';
}
