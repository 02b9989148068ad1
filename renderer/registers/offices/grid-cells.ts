import type { ReportingState } from '../../../shared/vocabulary/oversight-words.ts';
import type { GridRow } from './offices-queries.ts';

export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

const STEPS: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Where an arrow key, Home or End leads; undefined: the key is another one, or there is nothing further on. */
export function steppedCell(
  key: string,
  { row, column }: CellPlace,
  { rows, columns }: { readonly rows: number; readonly columns: number },
): CellPlace | undefined {
  if (key === 'Home') return { row, column: 0 };
  if (key === 'End') return { row, column: columns - 1 };
  const step = STEPS[key];
  if (!step) return undefined;
  const next = { row: row + step[0], column: column + step[1] };
  const isThere = next.row >= 0 && next.row < rows && next.column >= 0 && next.column < columns;
  return isThere ? next : undefined;
}

const REPORTED: readonly ReportingState[] = ['onTime', 'nil', 'late', 'gap'];
const NOT_ASKED: readonly ReportingState[] = ['notDue', 'notExpected'];

/** Of the offices that had to report a period, how many have; null where none had to. */
export function reportedOf(offices: readonly Pick<GridRow, 'cells'>[], column: number): string | null {
  const asked = offices.flatMap(({ cells }) => {
    const state = cells[column]?.state;
    return state && !NOT_ASKED.includes(state) ? [state] : [];
  });
  const reported = asked.filter((state) => REPORTED.includes(state));
  return asked.length === 0 ? null : `${reported.length}/${asked.length}`;
}
