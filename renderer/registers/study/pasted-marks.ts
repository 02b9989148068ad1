import { foldName } from '../../../shared/rules/names.ts';
import type { Mark } from '../../../shared/vocabulary/words.ts';
import { HEADINGS, markOfText } from '../../text/mark-texts.ts';
import type { AttendanceRow } from './study-queries.ts';
import { afterMark, isSame, type MarkAndReason } from './unsaved-marks.ts';

/** How the pasted cells say whom they speak of. */
export interface PastedBlock {
  /** By name, or one after the other from the focus on. */
  readonly by: 'name' | 'order';
  readonly entries: readonly PastedEntry[];
}

export interface PastedEntry {
  /** Line of the pasted block, from 1. */
  readonly line: number;
  readonly name: string | null;
  readonly unit: string | null;
  readonly text: string;
  readonly reason: string | null;
}

export type PasteOutcome = 'changed' | 'unchanged' | 'held' | 'skipped';
export type PasteDoubt = 'unmapped' | 'notOnList' | 'namesakes' | 'twice' | 'mayNot' | 'beyond' | 'blank';

export interface PasteRow extends PastedEntry {
  readonly row: AttendanceRow | null;
  readonly after: MarkAndReason | null;
  readonly outcome: PasteOutcome;
  readonly doubt: PasteDoubt | null;
}

/**
 * Finds the names in a block out of a spreadsheet; a block without any is read row by row, as the sheet is.
 * Lines without content, and the heading, are no entries.
 */
export function readBlock(
  cells: readonly (readonly string[])[],
  rows: readonly AttendanceRow[],
): PastedBlock {
  const columns = columnsOf(cells, rows);
  const entries: PastedEntry[] = [];
  for (const [at, line] of cells.entries()) {
    if (line.every((cell) => cell === '') || isHeading(line) || (at === 0 && isMarkHeading(line))) continue;
    const own = { line: at + 1, name: null, unit: null, reason: null };
    if (columns === null) entries.push(...line.map((text) => ({ ...own, text })));
    else
      entries.push({
        ...own,
        name: line[columns.name] ?? '',
        unit: (columns.unit === null ? null : line[columns.unit]) || null,
        text: line[columns.mark] ?? '',
        reason: (columns.reason === null ? null : line[columns.reason]) || null,
      });
  }
  return { by: columns ? 'name' : 'order', entries };
}

interface PasteSettings {
  /** Whose place is the first, where the block says no names. */
  readonly from: number;
  /** What the user said that a text means. */
  readonly meanings: Readonly<Record<string, Mark>>;
  readonly may: (mark: Mark) => boolean;
}

/** Row by row what the paste would do: 读取＝变更＋未变＋待定＋跳过. Nothing is guessed, nothing is dropped unseen. */
export function comparePaste(
  block: PastedBlock,
  rows: readonly AttendanceRow[],
  { from, meanings, may }: PasteSettings,
): PasteRow[] {
  const byName = Map.groupBy(rows, ({ name }) => foldName(name ?? ''));
  const named = new Map<string, number>();
  for (const entry of block.entries) if (entry.name) count(named, whoOf(entry));
  return block.entries.map((entry, at) => {
    const held = (doubt: PasteDoubt, row: AttendanceRow | null = null) =>
      ({ ...entry, row, after: null, outcome: 'held', doubt }) as const;
    const skipped = (doubt: PasteDoubt, row: AttendanceRow | null = null) =>
      ({ ...entry, row, after: null, outcome: 'skipped', doubt }) as const;
    const found = block.by === 'order' ? placed(rows[from + at]) : matched(byName, entry);
    if (typeof found === 'string') return found === 'beyond' ? skipped(found) : held(found);
    if (entry.text === '') return skipped('blank', found);
    if (entry.name && (named.get(whoOf(entry)) ?? 0) > 1) return held('twice', found);
    const mark = markOfText(entry.text) ?? meanings[entry.text];
    if (!mark) return held('unmapped', found);
    if (found.mark !== mark && !may(mark)) return held('mayNot', found);
    const kept = afterMark(found, mark);
    const after = { mark, reason: entry.reason ?? (found.mark === mark ? found.reason : kept.reason) };
    const outcome = isSame(found, after) ? 'unchanged' : 'changed';
    return { ...entry, row: found, after, outcome, doubt: null };
  });
}

/** Texts that only the user can explain, with how often each stands there. */
export function unexplained(rows: readonly PasteRow[]): Map<string, number> {
  const texts = new Map<string, number>();
  for (const { text } of rows) if (text !== '' && !markOfText(text)) count(texts, text);
  return texts;
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function whoOf({ name, unit }: PastedEntry): string {
  return `${foldName(name ?? '')}\u0000${foldName(unit ?? '')}`;
}

function placed(row: AttendanceRow | undefined): AttendanceRow | 'beyond' {
  return row ?? 'beyond';
}

function matched(
  byName: ReadonlyMap<string, readonly AttendanceRow[]>,
  { name, unit }: PastedEntry,
): AttendanceRow | 'notOnList' | 'namesakes' {
  const all = byName.get(foldName(name ?? '')) ?? [];
  const here = unit ? all.filter(({ unitName }) => foldName(unitName) === foldName(unit)) : all;
  const [first, second] = here;
  if (!first) return 'notOnList';
  return second ? 'namesakes' : first;
}

interface Columns {
  readonly name: number;
  readonly unit: number | null;
  readonly mark: number;
  readonly reason: number | null;
}

/** By the heading where there is one; else by what stands in the columns. Null: nobody is named. */
function columnsOf(cells: readonly (readonly string[])[], rows: readonly AttendanceRow[]): Columns | null {
  const heading = cells.find(isHeading);
  const headed = (kind: keyof typeof HEADINGS) => {
    const at = heading?.findIndex((cell) => isOf(kind, cell)) ?? -1;
    return at < 0 ? null : at;
  };
  const name = headed('name') ?? columnOf(cells, new Set(rows.map((row) => foldName(row.name ?? ''))));
  if (name === null) return null;
  const unit = headed('unit') ?? columnOf(cells, new Set(rows.map((row) => foldName(row.unitName))));
  const width = Math.max(...cells.map((line) => line.length));
  const free = [...Array(width).keys()].filter((at) => at !== name && at !== unit && at !== headed('reason'));
  const mark = headed('mark') ?? columnOfMarks(cells, free) ?? free.find((at) => at > name) ?? free[0];
  if (mark === undefined) return null;
  const reason = headed('reason') ?? (heading ? null : (free.find((at) => at > mark) ?? null));
  return { name, unit, mark, reason };
}

function columnOf(cells: readonly (readonly string[])[], known: ReadonlySet<string>): number | null {
  const hits = new Map<number, number>();
  for (const line of cells)
    for (const [at, cell] of line.entries())
      if (cell !== '' && known.has(foldName(cell))) hits.set(at, (hits.get(at) ?? 0) + 1);
  const [best] = [...hits].sort((one, other) => other[1] - one[1]);
  // A few chance hits make no column.
  return best && best[1] * 2 >= cells.length ? best[0] : null;
}

function columnOfMarks(
  cells: readonly (readonly string[])[],
  columns: readonly number[],
): number | undefined {
  const marksIn = (at: number) => cells.filter((line) => markOfText(line[at] ?? '')).length;
  const [best] = [...columns].sort((one, other) => marksIn(other) - marksIn(one));
  return best !== undefined && marksIn(best) > 0 ? best : undefined;
}

function isHeading(line: readonly string[]): boolean {
  return line.some((cell) => isOf('name', cell)) || line.some((cell) => isOf('unit', cell));
}

/** Of a block without names; further down the same word is a mark. */
function isMarkHeading(line: readonly string[]): boolean {
  return line.every((cell) => isOf('mark', cell) || isOf('reason', cell));
}

function isOf(kind: keyof typeof HEADINGS, cell: string): boolean {
  return HEADINGS[kind].includes(cell.replace(/\s+/gu, ''));
}
