import type { Cell, CellStyle } from 'hucre';
import { writeXlsx } from 'hucre/xlsx';
import { COUNTER_KINDS, type CounterKind } from '../../shared/vocabulary/words.ts';
import { counterKindWords, DEMO_WARNING } from './form-words.ts';
import { TYPE } from './manners.ts';
import { cellStyle, lineStyle } from './xlsx-styles.ts';

/** A month of counters as a plain sheet, which comes home through the import. */
export interface CounterFile {
  readonly office: string;
  readonly demo: boolean;
  /** YYYY-MM */
  readonly month: string;
  readonly rows: readonly {
    readonly label: string;
    readonly counts: Readonly<Record<CounterKind, number | null>>;
  }[];
}

const TITLE = '月度计数表';
const HEAD = ['单位', ...COUNTER_KINDS.map((kind) => counterKindWords[kind]), '合计'];
/** Characters. */
const WIDTHS = [30, ...COUNTER_KINDS.map(() => 11), 9];
/** Points. */
const HEIGHTS = { title: 30, line: 20 };

type Value = string | number | null;

export async function counterFile(asked: CounterFile): Promise<{ fileName: string; content: Uint8Array }> {
  const rows: Value[][] = [
    [`${asked.office} ${printedMonth(asked.month)}${TITLE}${asked.demo ? `（${DEMO_WARNING}）` : ''}`],
    HEAD,
    ...asked.rows.map(({ label, counts }) => lineOf(label, (kind) => counts[kind])),
    lineOf('合计', (kind) => asked.rows.reduce((sum, { counts }) => sum + (counts[kind] ?? 0), 0)),
  ];
  const cells = new Map<string, Partial<Cell>>();
  for (const [row, values] of rows.entries())
    for (const [column, value] of values.entries())
      cells.set(`${row},${column}`, { ...typed(value), style: styleAt(row, column, rows.length) });
  const content = await writeXlsx({
    sheets: [
      {
        name: TITLE,
        rows,
        cells,
        columns: WIDTHS.map((width) => ({ width })),
        merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: HEAD.length - 1 }],
        rowDefs: new Map(
          rows.map((_, row) => [row, { height: row === 0 ? HEIGHTS.title : HEIGHTS.line }] as const),
        ),
        freezePane: { rows: 2, columns: 1 },
      },
    ],
    defaultFont: { name: 'Arial', size: 10 },
  });
  const name = `${TITLE}-${asked.office}-${asked.month}`.replace(/[\p{Cc}\p{Cf}\\/:*?"<>|]/gu, '');
  return { fileName: `${name}.xlsx`, content };
}

/** 2021年3月 */
function printedMonth(month: string): string {
  return `${Number(month.slice(0, 4))}年${Number(month.slice(5))}月`;
}

/** A row that says nothing has no sum either. */
function lineOf(label: string, countOf: (kind: CounterKind) => number | null): Value[] {
  const counts = COUNTER_KINDS.map(countOf);
  const said = counts.filter((count) => count !== null);
  return [label, ...counts, said.length === 0 ? null : said.reduce((sum, count) => sum + count, 0)];
}

function styleAt(row: number, column: number, rows: number): CellStyle {
  if (row === 0) return lineStyle(TYPE.title - 6, 'center', 'title');
  const kind = row === rows - 1 ? 'sum' : 'plain';
  const cell = row === 1 ? { value: null, manner: 'label' as const } : { value: null };
  return cellStyle(cell, kind, column === 0 ? 'left' : 'right', { width: 0, manner: 'table' });
}

/** Text is always typed as text: what begins with `=` is no formula. */
function typed(value: Value): Partial<Cell> {
  if (value === null) return { value, type: 'empty' };
  return { value, type: typeof value === 'number' ? 'number' : 'string' };
}
