import type { RowOutcome, RowReason } from '../../shared/vocabulary/import-outcomes.ts';
import { MARKS, type Mark } from '../../shared/vocabulary/words.ts';
import { rowOutcomeWords, rowReasonSentences } from './outcomes.ts';
import { markWords } from './words.ts';

export type GivenMark = Exclude<Mark, 'leave'>;

const GIVEN = MARKS.filter((mark): mark is GivenMark => mark !== 'leave');
const MARK_OF: ReadonlyMap<string, GivenMark> = new Map([
  ...GIVEN.map((mark) => [markWords[mark], mark] as const),
  ['值班', 'duty'],
  ['备勤', 'duty'],
  ['视频', 'video'],
]);

/** The mark that a word names; undefined for one that names none. */
function markOfWord(word: string): GivenMark | undefined {
  return MARK_OF.get(word);
}

/** “○=出席，×=缺席”: pairs by comma. @returns the part that is no such pair, where there is one */
export function marksOfPairs(text: string): { map: Record<string, GivenMark> } | { wrong: string } {
  const map = new Map<string, GivenMark>();
  for (const pair of text.split(/[,，、;；]/).filter((part) => part.trim() !== '')) {
    const [sign = '', word = '', ...rest] = pair.split(/[=＝]/).map((part) => part.trim());
    const mark = markOfWord(word);
    if (sign === '' || !mark || rest.length > 0 || (map.has(sign) && map.get(sign) !== mark))
      return { wrong: pair.trim() };
    map.set(sign, mark);
  }
  return { map: Object.fromEntries(map) };
}

const TOTAL_WORDS = {
  listed: '人数',
  due: '应到',
  present: '实到',
  onLeave: '请假',
  absent: '缺席',
  exempt: '免到',
} as const;
type Total = keyof typeof TOTAL_WORDS;
const TOTALS = Object.keys(TOTAL_WORDS) as Total[];

/** Totals typed into the file that are not what its rows add up to: the rows win. */
function differingTotals(
  declared: Readonly<Partial<Record<Total, number | undefined>>>,
  computed: Readonly<Record<Total, number>>,
): string[] {
  return TOTALS.filter((total) => declared[total] !== undefined && declared[total] !== computed[total]).map(
    (total) =>
      `${TOTAL_WORDS[total]}：文件上写 ${declared[total]}（申报值），逐人合计 ${computed[total]}，以逐人登记为准。`,
  );
}

interface Report extends Readonly<Record<RowOutcome, number>> {
  readonly read: number;
  readonly applied: boolean;
  readonly rows: readonly {
    readonly line: number;
    readonly block: number;
    readonly outcome: RowOutcome;
    readonly name: string | null;
    readonly unit: string | null;
    readonly reason: RowReason | null;
    readonly cell: string;
  }[];
  readonly unmapped: readonly { readonly text: string; readonly count: number }[];
  readonly declared: Readonly<Partial<Record<Total, number | undefined>>>;
  readonly computed: Readonly<Record<Total | 'unmarked' | 'undecided', number>>;
}

/** A rehearsal, or what was applied, for who reads it at a terminal: sums, what is typed otherwise, rows in doubt. */
export function attendanceImportLines(report: Report): string {
  const { read, added, changed, unchanged, held, skipped, computed, applied } = report;
  const words = rowOutcomeWords;
  return [
    `${applied ? '已导入' : '预演，没有登记任何内容'}。读取 ${read} ＝ ${words.added} ${added} ＋ ${words.changed} ${changed} ＋ ${words.unchanged} ${unchanged} ＋ ${words.held} ${held} ＋ ${words.skipped} ${skipped}`,
    `逐人合计：${TOTALS.map((total) => `${TOTAL_WORDS[total]} ${computed[total]}`).join('，')}，未登记 ${computed.unmarked}，待定 ${computed.undecided}`,
    ...differingTotals(report.declared, computed),
    ...unmappedLine(report.unmapped),
    ...report.rows.filter(({ reason }) => reason !== null).map(rowLine),
  ].join('\n');
}

function unmappedLine(unmapped: Report['unmapped']): string[] {
  if (unmapped.length === 0) return [];
  const texts = unmapped.map(({ text, count }) => `“${text}” ${count} 处`).join('，');
  return [`看不出意思的记号：${texts}。请用 --map "${unmapped[0]?.text ?? ''}=出席" 这样的写法说明。`];
}

function rowLine({ line, block, outcome, name, unit, reason, cell }: Report['rows'][number]): string {
  const place = block > 1 ? `第 ${line} 行（第 ${block} 栏）` : `第 ${line} 行`;
  const who = [unit, name, cell && `“${cell}”`].filter(Boolean).join(' ');
  return `${place} ${rowOutcomeWords[outcome]}${who ? `　${who}` : ''}　${reason ? rowReasonSentences[reason] : ''}`;
}
