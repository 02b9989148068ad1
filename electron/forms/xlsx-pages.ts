import type { FormDocument } from '../../shared/contract/forms.ts';
import { pageManner, pageSize } from './manners.ts';
import { MM_PER_POINT } from './type-measure.ts';
import { SCALE } from './xlsx-printing.ts';

/** Programs that open a workbook round its heights, each in its way. */
const SURE = 0.96;

export interface PagedRow {
  /** Points. */
  readonly height: number;
  /** Stays on the page of the next. */
  readonly keepsNext: boolean;
}

/**
 * Rows after which a page ends, so that none that names what follows stands alone at its foot. None where everything
 * is on one page.
 * @param titles rows that every further page repeats, the last one excluded
 */
export function pageBreaks(
  document: Pick<FormDocument, 'manner' | 'orientation'>,
  rows: readonly PagedRow[],
  titles: readonly [number, number] | null,
): number[] {
  const room = roomOf(document);
  const repeated = titles ? heightOf(rows.slice(...titles)) : 0;
  const breaks: number[] = [];
  let left = room;
  for (const run of runsOf(rows)) {
    const height = heightOf(rows.slice(run.from, run.to));
    // what is longer than a page is broken wherever the page ends
    if (height > left && run.from > (titles?.[1] ?? 0) && height <= room - repeated) {
      breaks.push(run.from - 1);
      left = room - repeated;
    }
    left -= height;
  }
  return breaks;
}

/** Points between the margins of a page, as the sheet's own rows count them. */
function roomOf(document: Pick<FormDocument, 'manner' | 'orientation'>): number {
  const { top, bottom } = pageManner(document).margins;
  const height = pageSize(document.orientation).height - top - bottom;
  return ((height / MM_PER_POINT) * SURE * 100) / SCALE;
}

/** Rows that stay together, each run to its first row that need not stay with the next. */
function runsOf(rows: readonly PagedRow[]): { readonly from: number; readonly to: number }[] {
  const runs: { from: number; to: number }[] = [];
  let from = 0;
  for (const [at, { keepsNext }] of rows.entries()) {
    if (keepsNext && at < rows.length - 1) continue;
    runs.push({ from, to: at + 1 });
    from = at + 1;
  }
  return runs;
}

function heightOf(rows: readonly PagedRow[]): number {
  return rows.reduce((sum, { height }) => sum + height, 0);
}
