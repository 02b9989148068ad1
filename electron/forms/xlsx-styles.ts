import type { BorderSide, CellStyle } from 'hucre';
import type { FormCell, FormDocument, FormRow } from '../../shared/contract/forms.ts';
import { cellPoints, FONTS, GROUP_SHADE, HEAD_SHADE } from './manners.ts';

type Align = NonNullable<FormCell['align']>;

const SIDE: BorderSide = { style: 'thin', color: { rgb: '000000' } };
const FRAME = { top: SIDE, right: SIDE, bottom: SIDE, left: SIDE };
/** mm; narrower cells have no room for a distance between frame and text. */
const INDENTED_FROM = 34;
const VERTICAL = { top: 'top', middle: 'center', bottom: 'bottom' } as const;

/** A line over the whole width, without a frame. */
export function lineStyle(points: number, horizontal: Align, family: keyof typeof FONTS = 'body'): CellStyle {
  return {
    font: { name: FONTS[family][0], size: points },
    alignment: { horizontal, vertical: 'center', wrapText: true },
  };
}

export function cellStyle(
  cell: FormCell,
  kind: FormRow['kind'],
  columnAlign: Align,
  { width, manner }: { readonly width: number; readonly manner: FormDocument['manner'] },
): CellStyle {
  const isLabel = cell.manner === 'label';
  const shade = isLabel ? HEAD_SHADE : kind === 'plain' ? null : GROUP_SHADE;
  const horizontal = cell.align ?? (isLabel ? 'center' : columnAlign);
  const font = isLabel || kind !== 'plain' || cell.manner === 'strong' ? FONTS.heading[0] : FONTS.body[0];
  return {
    font: { name: font, size: cellPoints(cell, manner) },
    alignment: {
      horizontal,
      ...(horizontal === 'left' && width >= INDENTED_FROM && { indent: 1 }),
      vertical: VERTICAL[cell.valign ?? 'middle'],
      wrapText: true,
    },
    border: FRAME,
    ...(shade && { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: shade } } }),
  };
}
