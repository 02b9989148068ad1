import { AlignmentType, type IFontAttributesProperties, Paragraph, TextRun } from 'docx';
import type { FormCell } from '../../shared/contract/forms.ts';
import { FONTS } from './manners.ts';

type Align = NonNullable<FormCell['align']>;

export const ALIGNMENTS = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const satisfies Record<Align, string>;

/** Twentieths of a point, in which lengths of a .docx are told. */
const TWIPS_PER_POINT = 20;
const TWIPS_PER_MM = (72 / 25.4) * TWIPS_PER_POINT;

export function twips(mm: number): number {
  return Math.round(mm * TWIPS_PER_MM);
}

export interface TextManner {
  readonly points: number;
  readonly align?: Align;
  readonly family?: keyof typeof FONTS;
  /** Exact distance of lines, in points. */
  readonly pitch?: number;
  /** Points above and below. */
  readonly space?: readonly [above: number, below: number];
  /** First line, in characters. */
  readonly indent?: number;
  /** Stays on the page of what follows. */
  readonly keepsNext?: boolean;
}

/** A paragraph; a line end in the text is one on paper. */
export function paragraph(text: string, manner: TextManner): Paragraph {
  const { points, align = 'left', pitch, space = [0, 0], indent = 0, keepsNext = false } = manner;
  return new Paragraph({
    alignment: ALIGNMENTS[align],
    keepNext: keepsNext,
    autoSpaceEastAsianText: false,
    spacing: {
      before: space[0] * TWIPS_PER_POINT,
      after: space[1] * TWIPS_PER_POINT,
      ...(pitch !== undefined && { line: pitch * TWIPS_PER_POINT, lineRule: 'exact' as const }),
    },
    ...(indent > 0 && { indent: { firstLine: indent * points * TWIPS_PER_POINT } }),
    children: runs(text, manner),
  });
}

function runs(text: string, { points, family = 'body' }: TextManner): TextRun[] {
  return text
    .split('\n')
    .map(
      (line, index) =>
        new TextRun({ text: line, size: points * 2, font: fontOf(family), ...(index > 0 && { break: 1 }) }),
    );
}

/** Chinese in the family, Latin and digits as official letters have them. */
export function fontOf(family: keyof typeof FONTS): IFontAttributesProperties {
  return {
    ascii: 'Times New Roman',
    hAnsi: 'Times New Roman',
    cs: 'Times New Roman',
    eastAsia: FONTS[family][0],
  };
}

/** The table of fonts names what stands in where a family is not installed. */
export function fontTable(): string {
  const fonts = Object.values(FONTS).map(
    ([name, ...others]) =>
      `<w:font w:name="${name}"><w:altName w:val="${others.join(',')}"/><w:charset w:val="86"/></w:font>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${fonts.join('')}</w:fonts>`;
}
