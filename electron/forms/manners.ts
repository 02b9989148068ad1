import type { FormCell, FormDocument } from '../../shared/contract/forms.ts';

/** GB/T 9704—2012 for letters; tables take narrower margins and smaller type. Lengths in mm, type in points. */
export interface PageManner {
  readonly margins: {
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
    readonly left: number;
  };
  /** Type of paragraphs, and their line pitch. */
  readonly body: number;
  readonly pitch: number;
}

const A4 = { short: 210, long: 297 } as const;

const LETTER: PageManner = { margins: { top: 37, right: 26, bottom: 35, left: 28 }, body: 16, pitch: 28 };
const TABLES = {
  portrait: { margins: { top: 18, right: 18, bottom: 18, left: 18 }, body: 12, pitch: 20 },
  landscape: { margins: { top: 18, right: 15, bottom: 17, left: 15 }, body: 12, pitch: 20 },
} as const satisfies Record<FormDocument['orientation'], PageManner>;

/** 二号, 五号, 小五; in the boxes of a letter 小四 */
export const TYPE = { title: 22, block: 11, cell: 10.5, letterCell: 12, small: 9, note: 9 } as const;

/** The first of each is what the standard asks for; the others stand in where it is not installed. */
export const FONTS = {
  title: [
    '方正小标宋简体',
    '方正小标宋_GBK',
    '华文中宋',
    'STZhongsong',
    '宋体',
    'SimSun',
    'Noto Serif CJK SC',
  ],
  heading: ['黑体', 'SimHei', 'Noto Sans CJK SC'],
  body: ['仿宋', '仿宋_GB2312', 'FangSong', 'STFangsong', 'Noto Serif CJK SC'],
} as const;

export const HEAD_SHADE = 'EDF0F3';
export const GROUP_SHADE = 'F6F7F9';

export function pageManner({
  manner,
  orientation,
}: Pick<FormDocument, 'manner' | 'orientation'>): PageManner {
  return manner === 'letter' ? LETTER : TABLES[orientation];
}

export function pageSize(orientation: FormDocument['orientation']): { width: number; height: number } {
  return orientation === 'portrait'
    ? { width: A4.short, height: A4.long }
    : { width: A4.long, height: A4.short };
}

export function cellPoints({ small }: FormCell, manner: FormDocument['manner']): number {
  if (small) return TYPE.small;
  return manner === 'letter' ? TYPE.letterCell : TYPE.cell;
}

/** How the facts below a title stand: the first at the left end, the last at the right. */
export function blockAligns(count: number): readonly NonNullable<FormCell['align']>[] {
  return count === 2 ? ['left', 'right'] : ['left', 'center', 'right'];
}

/** What lies between the margins, mm. */
export function printedWidth(document: Pick<FormDocument, 'manner' | 'orientation'>): number {
  const { left, right } = pageManner(document).margins;
  return pageSize(document.orientation).width - left - right;
}
