/** One comparison. Times are medians of interleaved runs; only ratios are judged, for the machine is anybody's. */
export interface Line {
  readonly what: string;
  readonly unit: 'ms' | 'ms CPU' | 'bytes' | 'MB';
  readonly ours: number;
  /** null: there is nothing to compare with, or the program to compare with is missing */
  readonly reference: number | null;
  readonly goal?: Goal;
}

/** The most that the ratio, or where there is none the value itself, may be. */
export type Goal = { readonly ratio: number } | { readonly value: number };

export function ratioOf({ ours, reference }: Line): number | null {
  return reference === null ? null : ours / reference;
}

/** undefined: no goal, or nothing to hold against it */
export function isMet(line: Line): boolean | undefined {
  if (!line.goal) return undefined;
  if ('value' in line.goal) return line.ours <= line.goal.value;
  const ratio = ratioOf(line);
  return ratio === null ? undefined : ratio <= line.goal.ratio;
}

/** @param judged false: goals are for whole runs, and stand there without a verdict */
export function tableOf(lines: readonly Line[], judged: boolean): string {
  const cells = lines.map((line) => [
    line.what,
    `${shown(line.ours)} ${line.unit}`,
    line.reference === null ? '—' : `${shown(line.reference)} ${line.unit}`,
    ratioOf(line)?.toFixed(2) ?? '—',
    goalOf(line, judged),
  ]);
  const rows = [['what', 'ours', 'reference', 'ratio', 'goal'], ...cells];
  const widths = rows[0]?.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0))) ?? [];
  return rows.map((row) => row.map((cell, at) => aligned(cell, widths[at] ?? 0, at)).join('  ')).join('\n');
}

function aligned(cell: string, width: number, column: number): string {
  return column === 0 || column === 4 ? cell.padEnd(width) : cell.padStart(width);
}

function goalOf(line: Line, judged: boolean): string {
  if (!line.goal) return '';
  const met = judged ? isMet(line) : undefined;
  const verdict = met === undefined ? '' : met ? ' ✓' : ' ✗';
  return 'ratio' in line.goal
    ? `≤ ${line.goal.ratio}${verdict}`
    : `≤ ${shown(line.goal.value)} ${line.unit}${verdict}`;
}

function shown(value: number): string {
  return value < 100 ? value.toFixed(1) : Math.round(value).toLocaleString('en');
}
