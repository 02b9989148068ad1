import type { FormCell } from '../../shared/contract/forms.ts';
import type { FONTS } from './manners.ts';
import { emsOf, MM_PER_POINT } from './type-measure.ts';
import { snapped, type XlsxGrid } from './xlsx-grid.ts';
import { lineStyle } from './xlsx-styles.ts';

export interface Line {
  readonly texts: readonly string[];
  readonly points: number;
  readonly aligns: readonly NonNullable<FormCell['align']>[];
  readonly family?: keyof typeof FONTS;
  /** Its first text stands in the columns that repeat on further pages. */
  readonly repeats?: boolean;
}

/** Ems beside a text, be it empty. */
const SPARE_EMS = 1.5;
/** Stands between texts that the columns leave no room to part. */
const BETWEEN = '　　';

/**
 * Adds lines without a frame, as wide as the first page. Columns that repeat on further pages take a line's first
 * text or nothing: a longer one would be cut there. Texts for which the columns lie badly become one.
 */
export function linesOn(grid: XlsxGrid, lead: number, onPage: number): (line: Line) => void {
  const widths = grid.widths.slice(lead, onPage);
  return (line) => {
    const { texts, points, aligns, family, repeats = false } = line;
    const inLead = repeats && lead > 0 ? 1 : 0;
    const needs = texts.slice(inLead).map((text) => (emsOf(text) + SPARE_EMS) * points * MM_PER_POINT);
    const onRest = snapped(shared(needs, widths), widths, needs);
    if (texts.length > 1 && !hasRoom(onRest, needs, widths)) {
      linesOn(grid, lead, onPage)({ ...line, texts: [texts.filter(Boolean).join(BETWEEN)], repeats: false });
      return;
    }
    const starts = [...(inLead > 0 ? [0] : []), ...onRest.map((at) => lead + at)];
    grid.addRow(
      texts.map((text, index) => ({
        value: text === '' ? null : text,
        style: lineStyle(points, aligns[index] ?? aligns[0] ?? 'left', family),
        from: starts[index] ?? 0,
        to: starts[index + 1] ?? onPage,
        points,
      })),
    );
  };
}

function hasRoom(starts: readonly number[], needs: readonly number[], widths: readonly number[]): boolean {
  return needs.every((need, index) => {
    const columns = widths.slice(starts[index], starts[index + 1]);
    return columns.reduce((sum, one) => sum + one, 0) >= need;
  });
}

/** The whole width (mm), what is left of it by equal parts. */
function shared(needs: readonly number[], widths: readonly number[]): number[] {
  const whole = widths.reduce((sum, one) => sum + one, 0);
  const needed = needs.reduce((sum, one) => sum + one, 0);
  return needs.map((need) => need + (whole - needed) / needs.length);
}
