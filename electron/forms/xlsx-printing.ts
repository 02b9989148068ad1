import type { WriteSheet } from 'hucre';
import type { FormDocument, FormTable } from '../../shared/contract/forms.ts';
import { pageManner } from './manners.ts';

const MM_PER_INCH = 25.4;
/** Per cent. A table keeps its breaks only without fit-to-page, so the type gives way a little. */
export const SCALE = 94;
/** Of the 255 characters that Excel takes in a footer, those left for who printed it. */
const ORIGIN_LIMIT = 170;

/**
 * How a worksheet is printed.
 * @param titles rows that every page repeats, the last one excluded
 * @param breaks rows after which a page ends
 */
export function printing(
  document: FormDocument,
  main: FormTable | undefined,
  titles: readonly [number, number] | null,
  breaks: readonly number[],
): Pick<WriteSheet, 'pageSetup' | 'headerFooter' | 'colBreaks' | 'rowBreaks'> {
  const { top, right, bottom, left } = pageManner(document).margins;
  const inch = (mm: number) => mm / MM_PER_INCH;
  const isWide = main !== undefined && main.strips.length > 0;
  return {
    pageSetup: {
      paperSize: 'a4',
      orientation: document.orientation,
      ...(isWide || breaks.length > 0
        ? { scale: SCALE }
        : { fitToPage: true, fitToWidth: 1, fitToHeight: 0 }),
      margins: {
        top: inch(top),
        right: inch(right),
        bottom: inch(bottom),
        left: inch(left),
        header: inch(8),
        footer: inch(8),
      },
      horizontalCentered: !isWide,
      ...(titles && { printTitlesRow: `$${titles[0] + 1}:$${titles[1]}` }),
      ...(isWide && { printTitlesColumn: `$A:$${columnName(main.lead - 1)}` }),
    },
    headerFooter: { oddFooter: footerOf(document) },
    ...(breaks.length > 0 && { rowBreaks: [...breaks] }),
    ...(isWide && { colBreaks: main.strips.map((column) => column - 1) }),
  };
}

/** `&` begins a code there. */
function footerOf({ origin, warning }: FormDocument): string {
  const said = (text: string) => text.replaceAll('&', '&&');
  const clipped = Array.from(said(origin)).slice(0, ORIGIN_LIMIT).join('');
  return `&L&9${' '}${clipped}&C&9第 &P 页 / 共 &N 页${warning ? `&R&9 ${said(warning)}` : ''}`;
}

function columnName(index: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + index);
}
