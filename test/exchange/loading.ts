/** What a load gives, gathered, and its COPY files read again as PostgreSQL would. */
import { REGISTER_TABLES } from '../../electron/exchange/load-schema-sql.ts';
import type { Stick } from './forge.ts';
import type { SoleOffice } from './sole-office.ts';

type Line = Awaited<ReturnType<SoleOffice['client']['exchange']['importBundles']>>['bundles'][number];
export type CopyRow = Readonly<Record<string, string | null>>;

export interface Loaded {
  readonly files: ReadonlyMap<string, string>;
  readonly lines: readonly Line[];
}

export async function loading({ client }: SoleOffice, sticks: readonly Stick[]): Promise<Loaded> {
  const files = new Map<string, string>();
  const lines: Line[] = [];
  for await (const piece of await client.exchange.load({ files: [...sticks] })) {
    if ('bundle' in piece) lines.push(piece.bundle);
    else files.set(piece.file, (files.get(piece.file) ?? '') + piece.text);
  }
  return { files, lines };
}

const MEANT: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '\\': '\\' };

/** The rows of a register's file, in the order of its columns. */
export function copyRows({ files }: Pick<Loaded, 'files'>, name: string): CopyRow[] {
  const { columns } = REGISTER_TABLES.find((table) => table.name === name)!;
  const lines = files.get(`${name}.copy`)!.split('\n');
  if (lines.pop() !== '') throw new Error(`${name}.copy does not end with its last row`);
  return lines.map((line) => {
    const cells = line.split('\t');
    if (cells.length !== columns.length) throw new Error(`${name}: ${cells.length} cells`);
    return Object.fromEntries(columns.map((column, at) => [column.name, cellOf(cells[at]!)]));
  });
}

function cellOf(text: string): string | null {
  if (text === '\\N') return null;
  return text.replace(/\\(.)/g, (_, sign: string) => {
    const meant = MEANT[sign];
    if (meant === undefined) throw new Error(`an escape that nobody writes: ${sign}`);
    return meant;
  });
}
