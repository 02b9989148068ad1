import { foldName } from '../../shared/rules/names.ts';
import { COUNTER_KINDS, type CounterKind } from '../../shared/vocabulary/words.ts';
import type { CounterSheetRow, StatedSum } from '../registers/supporting/counter-import-rows.ts';
import { countOf } from './counter-words.ts';

type Row = Pick<CounterSheetRow, 'line' | 'texts' | 'counts' | 'count' | 'skip'>;

/** 小计 is of the rows above it up to the sum before; 合计 and 总计 of all. */
const PARTIAL = /小计/;

/**
 * Sums that somebody typed beside the rows and that these do not give: at the end of a row, and under the rows. They
 * are told, never trusted.
 */
export function statedSums(rows: readonly Row[]): StatedSum[] {
  const wrong: StatedSum[] = [];
  const all: Row[] = [];
  let part: Row[] = [];
  for (const row of rows) {
    if (row.skip === null) {
      all.push(row);
      part.push(row);
      wrong.push(...differing(row, null, totalOf(row), sumOf([row], null)));
    }
    if (row.skip !== 'summaryRow') continue;
    const isPartial = Object.values(row.texts).some((text) => PARTIAL.test(foldName(text)));
    const counted = isPartial ? part : all;
    for (const kind of COUNTER_KINDS)
      wrong.push(...differing(row, kind, row.counts[kind]?.count ?? null, sumOf(counted, kind)));
    wrong.push(...differing(row, null, row.count?.count ?? totalOf(row), sumOf(counted, null)));
    part = [];
  }
  return wrong;
}

function differing(
  { line }: Row,
  kind: CounterKind | null,
  stated: number | null,
  counted: number,
): StatedSum[] {
  return stated === null || stated === counted ? [] : [{ line, kind, stated, counted }];
}

function totalOf({ texts }: Row): number | null {
  return texts.total === undefined ? null : countOf(texts.total);
}

function sumOf(rows: readonly Row[], kind: CounterKind | null): number {
  const said = rows.flatMap(({ counts, count }) =>
    kind ? counts[kind] : [count, ...COUNTER_KINDS.map((one) => counts[one])],
  );
  return said.reduce((sum, one) => sum + (one?.count ?? 0), 0);
}
