import { foldName } from '../../shared/rules/names.ts';
import type { SignInSheet, Totals } from '../registers/study/attendance-import-rows.ts';
import { cellText, isBlank, type SheetRow } from './sheet-grid.ts';

/** What a total is called, by the first that fits where the words begin. */
const CALLED: Readonly<Record<keyof Totals, string>> = {
  due: '应到(?:会|场|课)?|应参(?:加|会|训|学)|应出席|应签到',
  present:
    '实到(?:会|场|课)?|实参(?:加|会|训|学)|实际(?:到会|到场|参加|参会|出席|签到)|(?<![未没不])(?:出席|到会|参会|签到)人数',
  onLeave: '请假',
  absent: '缺席|旷会|旷课|无故未到',
  exempt: '免到',
  listed: '合计|总计|共计|总人数|共(?=\\d+[人名])',
};

const TOTAL = new RegExp(
  `(?:${Object.entries(CALLED)
    .map(([total, words]) => `(?<${total}>${words})`)
    .join(
      '|',
    )})(?:人员|人数|人|数)?(?:\\([人名]\\))?\\s*[:=]?\\s*(?<count>\\d{1,6})(?![\\d./:年月日天时次个-])`,
  'g',
);
const CALLED_ALONE = new RegExp(`^(?:${Object.values(CALLED).join('|')}|小计)(?:人员|人数|人|数)?:?$`);
/** Of a part of the list only. */
const PARTIAL = /小计|本页/;
const MOST_CHARACTERS = 200;

/** The cells of a row one after the other, so that a word and the number in the next cell are read as one. */
function joined(row: SheetRow): string {
  return row.cells
    .filter((cell) => !isBlank(cell))
    .map((cell) => cellText(cell).trim())
    .join(' ');
}

/** True for “应到：45 实到：43”, in one cell or several. */
export function statesTotals(row: SheetRow): boolean {
  return foldName(joined(row)).search(TOTAL) >= 0;
}

/** True for “应到”, whose number stands in the next cell, and for “应到45人”. */
export function isTotal(text: string): boolean {
  const folded = foldName(text);
  return CALLED_ALONE.test(folded) || folded.search(TOTAL) >= 0;
}

/**
 * The totals that somebody typed beside the rows; what stands lower in the sheet counts, subtotals do not. They
 * are told, never trusted.
 * @param rows title rows, rows of sums and of signatures
 */
export function declaredTotals(rows: readonly SheetRow[]): Pick<SignInSheet, 'declared' | 'declaredIn'> {
  const declared: Partial<Record<keyof Totals, number>> = {};
  const declaredIn: { line: number; text: string }[] = [];
  for (const row of rows) {
    const text = joined(row);
    const folded = foldName(text);
    const found = [...folded.matchAll(TOTAL)];
    if (found.length === 0) continue;
    declaredIn.push({ line: row.line, text: text.slice(0, MOST_CHARACTERS) });
    if (PARTIAL.test(folded)) continue;
    for (const { groups = {} } of found) {
      const total = (Object.keys(CALLED) as (keyof Totals)[]).find((one) => groups[one] !== undefined);
      if (total) declared[total] = Number(groups.count);
    }
  }
  return { declared, declaredIn };
}
