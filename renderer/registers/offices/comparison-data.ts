import type { FigureId } from '../../../shared/vocabulary/words.ts';
import { figureTexts } from '../../text/figures.ts';
import { dayOf } from '../../text/frame.ts';
import { officesText } from '../../text/offices-page.ts';
import { comparisonText as text } from '../../text/oversight-page.ts';
import type { AcrossData } from '../figures/index.ts';
import type { Figure, Offices } from './offices-queries.ts';

export interface ComparedRow {
  readonly id: string;
  readonly name: string;
  /** Its rows are here and can be opened. */
  readonly isOffice: boolean;
  readonly figure: Figure;
  readonly dataUntil: string | null;
  /** Why it stands in no sum; null: it does. */
  readonly leftOut: string | null;
}

/** Whoever reports here, in the order of the codes; a group with the sums of those below it. */
export function comparedRows({ offices, groups }: Pick<Offices, 'offices' | 'groups'>, figure: FigureId) {
  const ofOffices = offices.map((office) => ({ ...office, isOffice: true }));
  const ofGroups = groups.map((group) => ({ ...group, isOffice: false }));
  return [...ofOffices, ...ofGroups]
    .toSorted((one, other) => (one.code < other.code ? -1 : 1))
    .map(
      ({ id, name, isOffice, stale, dataUntil, figures }): ComparedRow => ({
        ...{ id, name, isOffice, dataUntil, figure: figures[figure] },
        leftOut: stale ? reasonOf(dataUntil) : null,
      }),
    );
}

function reasonOf(dataUntil: string | null): string {
  return dataUntil === null ? officesText.never : `${officesText.stale} ${dayOf(dataUntil)}`;
}

/** The chart of one figure, with what the table says at the end of each bar. */
export function comparisonData(
  rows: readonly ComparedRow[],
  { figure, total }: { readonly figure: FigureId; readonly total: Figure },
): AcrossData {
  const sum = percentOf(total);
  return {
    kind: 'across',
    name: figureTexts[figure].name,
    rows: rows.map((row) => ({
      name: row.name,
      value: percentOf(row.figure),
      text: saidOf(row),
      hollow: row.leftOut !== null,
    })),
    reference: sum === null || !total ? null : { value: sum, text: text.totalLine(total.text) },
  };
}

function saidOf({ figure, leftOut }: ComparedRow): string {
  const said = figure ? text.point(figure.text, figure.numerator, figure.denominator) : text.noData;
  return leftOut === null ? said : text.pointLeftOut(said);
}

/** With one decimal, as the axis has room for. */
function percentOf(figure: Figure): number | null {
  if (!figure?.denominator) return null;
  return Math.round((figure.numerator * 1000) / figure.denominator) / 10;
}
