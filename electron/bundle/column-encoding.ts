import { ensure } from '../../shared/vocabulary/refusal.ts';

export type Cell = string | number | null;
/** Many integers stand in four bytes each, outside the heap: see `compact`. */
export type Column = readonly Cell[] | Int32Array;

/** The order decides on a tie ([B28]). */
const INTEGER_STEPS = ['plain', 'delta', 'runs', 'runs+delta'] as const;
type IntegerSteps = (typeof INTEGER_STEPS)[number];
type Integers = readonly (number | null)[];

const ENCODINGS: ReadonlySet<unknown> = new Set([
  ...INTEGER_STEPS,
  'words',
  'delta+words',
  'runs+words',
  'runs+delta+words',
]);

/** `[encoding, values, lengths?, words?]`, the shortest of what SPEC.md offers; the cells were checked before. */
export function encodeColumn(cells: Column): readonly unknown[] {
  const column = Array.isArray(cells) ? (cells as readonly Cell[]) : Array.from(cells);
  if (hasOnlyIntegers(column)) {
    const steps = shortest(column);
    return [steps, ...stepped(column, steps)];
  }
  const { words, indices } = wordsOf(column);
  if (words.length * 2 > column.length) return ['plain', column];
  const steps = shortest(indices);
  return [steps === 'plain' ? 'words' : `${steps}+words`, ...stepped(indices, steps), words];
}

function hasOnlyIntegers(column: readonly Cell[]): column is Integers {
  return !column.some((cell) => typeof cell === 'string');
}

function wordsOf(column: readonly Cell[]): { words: Cell[]; indices: Integers } {
  const positions = new Map<Cell, number>();
  const indices = column.map((cell) => {
    if (cell === null) return null;
    const position = positions.get(cell) ?? positions.size;
    positions.set(cell, position);
    return position;
  });
  return { words: [...positions.keys()], indices };
}

/** Values, and lengths where there are runs. */
function stepped(values: Integers, steps: IntegerSteps): Integers[] {
  const differences = steps === 'delta' || steps === 'runs+delta' ? deltas(values) : values;
  return steps === 'runs' || steps === 'runs+delta' ? runs(differences) : [differences];
}

/** Characters each way of writing would take, in one pass without building any of them. */
function shortest(values: Integers): IntegerSteps {
  const cost: Record<IntegerSteps, number> = { plain: 0, delta: 0, runs: 0, 'runs+delta': 0 };
  const plainRun = runCounter();
  const deltaRun = runCounter();
  let before = 0;
  for (const value of values) {
    const delta = value === null ? null : value - before;
    if (value !== null) before = value;
    if (delta !== null && !Number.isSafeInteger(delta)) cost.delta = cost['runs+delta'] = Infinity;
    cost.plain += width(value);
    cost.delta += width(delta);
    cost.runs += plainRun(value);
    cost['runs+delta'] += deltaRun(delta);
  }
  return INTEGER_STEPS.reduce((best, steps) => (cost[steps] < cost[best] ? steps : best));
}

/** What one more value adds to a run-length writing: nothing but the length's growth while the run goes on. */
function runCounter(): (value: number | null) => number {
  let last: number | null | undefined;
  let length = 0;
  let oneDigitMore = 10;
  return (value) => {
    if (value === last) {
      length += 1;
      if (length < oneDigitMore) return 0;
      oneDigitMore *= 10;
      return 1;
    }
    last = value;
    length = 1;
    oneDigitMore = 10;
    return width(value) + 2;
  };
}

/** Characters of an integer or null and its comma. */
function width(value: number | null): number {
  if (value === null) return 5;
  const digits = Math.abs(value);
  let size = value < 0 ? 3 : 2;
  for (let limit = 10; digits >= limit; limit *= 10) size += 1;
  return size;
}

function deltas(values: Integers): Integers {
  let before = 0;
  return values.map((value) => {
    if (value === null) return null;
    const delta = value - before;
    before = value;
    return delta;
  });
}

function runs(values: Integers): [Integers, Integers] {
  const heads: (number | null)[] = [];
  const lengths: number[] = [];
  let length = 0;
  values.forEach((value, i) => {
    length += 1;
    if (i + 1 < values.length && values[i + 1] === value) return;
    heads.push(value);
    lengths.push(length);
    length = 0;
  });
  return [heads, lengths];
}

/**
 * The cells of an encoded column, exactly `rows` of them; a hostile one is refused before it takes memory.
 * @throws Refusal bundle_malformed
 */
export function decodeColumn(encoded: unknown, rows: number): Column {
  ensure(Array.isArray(encoded), 'bundle_malformed', { fields: ['column'] });
  const [encoding, values, ...rest]: unknown[] = encoded;
  const steps = stepsOf(encoding);
  ensure(rest.length === Number(steps.runs) + Number(steps.words), 'bundle_malformed', {
    fields: ['column'],
  });
  const cells = cellsOf(values);
  const compacted = steps.words ? null : compact(cells, { ...steps, lengths: rest[0], rows });
  if (compacted) return compacted;
  const expanded = steps.runs ? expand(cells, rest[0], rows) : cells;
  ensure(expanded.length === rows, 'bundle_malformed', { fields: ['rows'] });
  const summed = steps.delta ? sums(expanded) : expanded;
  return steps.words ? lookUp(summed, cellsOf(rest.at(-1))) : summed;
}

function stepsOf(encoding: unknown): { runs: boolean; delta: boolean; words: boolean } {
  ensure(ENCODINGS.has(encoding), 'bundle_malformed', { fields: ['encoding'] });
  const steps = String(encoding).split('+');
  return { runs: steps.includes('runs'), delta: steps.includes('delta'), words: steps.includes('words') };
}

function cellsOf(value: unknown): readonly Cell[] {
  ensure(Array.isArray(value) && value.every(isCell), 'bundle_malformed', { fields: ['cell'] });
  return value;
}

/** A cell that can be stored: null, a well-formed string, a safe integer other than minus zero ([B23], [B30]). */
export function isCell(value: unknown): value is Cell {
  if (typeof value === 'number') return Number.isSafeInteger(value) && !Object.is(value, -0);
  return value === null || (typeof value === 'string' && value.isWellFormed());
}

/** Rows from which the cells of a column are worth a place of their own. */
const MANY = 1000;

/**
 * The cells of a long column of integers, straight into their place: no list of 600,000 is made on the way.
 * @returns null where some are no integers of 32 bits, or few
 * @throws Refusal bundle_malformed
 */
function compact(
  values: readonly Cell[],
  { runs, delta, lengths, rows }: { runs: boolean; delta: boolean; lengths: unknown; rows: number },
): Int32Array | null {
  if (rows < MANY || rows !== (runs ? totalOf(values, lengths) : values.length)) return null;
  const cells = new Int32Array(rows);
  let sum = 0;
  let at = 0;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i];
    if (typeof value !== 'number') return null;
    const end = at + (runs ? ((lengths as number[])[i] ?? 0) : 1);
    for (; at < end; at += 1) {
      sum = delta ? sum + value : value;
      if (sum !== (sum | 0)) return null;
      cells[at] = sum;
    }
  }
  return cells;
}

/** The lengths are summed before anything is expanded: a run of 10¹⁵ costs nothing. */
function totalOf(values: readonly Cell[], lengths: unknown): number {
  const fits = isLengths(lengths) && lengths.length === values.length;
  ensure(fits, 'bundle_malformed', { fields: ['lengths'] });
  return lengths.reduce((sum, length) => sum + length, 0);
}

function expand(values: readonly Cell[], lengths: unknown, rows: number): readonly Cell[] {
  ensure(totalOf(values, lengths) === rows, 'bundle_malformed', { fields: ['rows'] });
  const cells = new Array<Cell>(rows);
  let end = 0;
  values.forEach((value, i) => {
    const start = end;
    end += (lengths as number[])[i] ?? 0;
    cells.fill(value, start, end);
  });
  return cells;
}

function isLengths(value: unknown): value is number[] {
  return Array.isArray(value) && value.every((length) => Number.isSafeInteger(length) && length >= 1);
}

function sums(values: readonly Cell[]): Integers {
  let sum = 0;
  return values.map((value) => {
    if (value !== null) {
      const safe = typeof value === 'number' && Number.isSafeInteger(sum + value);
      ensure(safe, 'bundle_malformed', { fields: ['delta'] });
      sum += value;
    }
    return value === null ? null : sum;
  });
}

function lookUp(indices: readonly Cell[], words: readonly Cell[]): Column {
  return indices.map((index) => {
    if (index === null) return null;
    const word = typeof index === 'number' ? words[index] : undefined;
    ensure(word !== undefined, 'bundle_malformed', { fields: ['words'] });
    return word;
  });
}
