import { PART_OF_DAY, SIGN_IN_WORDS } from './attendance-words.ts';
import { findHeader, foldLabel, type Header } from './header.ts';
import { RosterColumns } from './roster-columns.ts';
import { isBlank, type MergedRange, type SheetRow } from './sheet-grid.ts';

/** One list of people; paper sheets have several side by side. Columns are 0-based. */
export interface Block {
  /** From 1 on, from left to right. */
  readonly number: number;
  /** The columns that belong to it, both included: together the blocks cover the sheet. */
  readonly first: number;
  readonly last: number;
  readonly name: number;
  readonly unit: number | null;
  readonly marks: readonly number[];
  /** Of these, those of parts of the day. */
  readonly parts: readonly number[];
  readonly reasons: readonly number[];
  readonly disambiguator: number | null;
}

export interface SignInHeader {
  readonly header: Header;
  readonly blocks: readonly Block[];
}

/** The first header that has names and marks; null when there is none. */
export function findSignInHeader(
  rows: readonly SheetRow[],
  merges: readonly MergedRange[],
): SignInHeader | null {
  for (let from = 0; from < rows.length; ) {
    const header = findHeader(rows.slice(from), merges, SIGN_IN_WORDS);
    if (!header) return null;
    const blocks = blocksOf(header.labels.map(foldLabel));
    if (blocks.some(({ marks }) => marks.length > 0)) return { header, blocks };
    from = rows.findIndex((row) => row.line > header.top);
    if (from < 0) return null;
  }
  return null;
}

/** What the row says in the block's columns alone; undefined where it says nothing there. */
export function rowInBlock(row: SheetRow, block: Block): SheetRow | undefined {
  const cells = row.cells.map((cell, at) => (at >= block.first && at <= block.last ? cell : null));
  return cells.some((cell) => !isBlank(cell)) ? { line: row.line, cells } : undefined;
}

/** The block's name, unit and disambiguator as the roster's readers ask for them. */
export function rosterColumnsOf(
  { name, unit, disambiguator }: Block,
  { header }: SignInHeader,
  rows: readonly SheetRow[],
): RosterColumns {
  const columns = new Map<string, number>([['name', name]]);
  if (unit !== null) columns.set('unit', unit);
  if (disambiguator !== null) columns.set('disambiguator', disambiguator);
  const own = new Set(columns.values());
  const labels = header.labels.map((label, at) => (own.has(at) ? label : ''));
  return new RosterColumns({ ...header, columns, labels }, rows);
}

/** Labels of the columns that nothing is taken from. */
export function droppedLabels({ header, blocks }: SignInHeader): string[] {
  const taken = new Set(
    blocks.flatMap((block) => [
      ...[block.name, block.unit, block.disambiguator],
      ...[...block.marks, ...block.reasons],
    ]),
  );
  const dropped = header.labels.filter(
    (label, at) => label !== '' && !taken.has(at) && fieldOf(foldLabel(label)) !== 'number',
  );
  return [...new Set(dropped.map((label) => label.replace(/\s+/g, '')))];
}

const FIELD_OF = new Map(
  Object.entries(SIGN_IN_WORDS.fields).flatMap(([field, labels]) =>
    labels.map((label) => [label, field] as const),
  ),
);

function fieldOf(label: string): string | undefined {
  return FIELD_OF.get(label);
}

function blocksOf(labels: readonly string[]): Block[] {
  const names = [...labels.keys()].filter((at) => fieldOf(labels[at] ?? '') === 'name');
  const [firstName = 0] = names;
  const starts = names.map((name, index) => (index === 0 ? 0 : startOf(labels, name, firstName)));
  const blocks: Block[] = [];
  for (const [index, name] of names.entries()) {
    const next = starts[index + 1];
    const range = {
      first: starts[index] ?? 0,
      last: next === undefined ? Number.POSITIVE_INFINITY : next - 1,
    };
    blocks.push(blockOf(labels, name, { ...range, number: index + 1 }, blocks[0]));
  }
  return blocks;
}

/** What stands left of the first name stands left of every name: “序号 姓名 签到 序号 姓名 签到”. */
function startOf(labels: readonly string[], name: number, firstName: number): number {
  let before = 0;
  while (before < firstName && isRepeated(labels, name - before - 1, firstName - before - 1)) before += 1;
  return name - before;
}

function isRepeated(labels: readonly string[], at: number, first: number): boolean {
  return labels[at] !== '' && labels[at] === labels[first];
}

/** A unit that stands left of the first block's names is that of all blocks that have none of their own. */
function blockOf(
  labels: readonly string[],
  name: number,
  range: Pick<Block, 'first' | 'last' | 'number'>,
  leftmost: Block | undefined,
): Block {
  const own = [...labels.keys()].filter((at) => at >= range.first && at <= range.last);
  const columns = (field: string) => own.filter((at) => fieldOf(labels[at] ?? '') === field);
  const shared = leftmost && leftmost.unit !== null && leftmost.unit < leftmost.name ? leftmost.unit : null;
  return {
    ...range,
    name,
    unit: columns('unit')[0] ?? shared,
    marks: columns('mark'),
    parts: columns('mark').filter((at) => PART_OF_DAY.test(labels[at] ?? '')),
    reasons: byPreference(columns('reason'), labels),
    disambiguator: columns('disambiguator')[0] ?? null,
  };
}

/** 事由 before 备注. */
function byPreference(columns: readonly number[], labels: readonly string[]): number[] {
  const words = SIGN_IN_WORDS.fields.reason ?? [];
  const rank = (at: number) => words.indexOf(labels[at] ?? '');
  return columns.toSorted((one, other) => rank(one) - rank(other));
}
