import { ERROR_CODES } from '../../shared/vocabulary/error-codes.ts';
import type { RowOutcome, RowReason } from '../../shared/vocabulary/import-outcomes.ts';
import type {
  PackFault,
  PackField,
  PackKind,
  PackOutcome,
  PackState,
} from '../../shared/vocabulary/pack-words.ts';
import { errorSentence } from './errors.ts';
import { rowOutcomeWords, rowReasonSentences } from './outcomes.ts';

/** 单位填报包 */
export const packKindWords = {
  roster: '花名册',
  signIn: '签到表',
} as const satisfies Record<PackKind, string>;

export const packStateWords = {
  outstanding: '未交回',
  applied: '已采用',
  superseded: '已被新包取代',
  withdrawn: '已作废',
} as const satisfies Record<PackState, string>;

export const packOutcomeWords = {
  returned: '已交回',
  missing: '未交回',
  foreign: '外来',
  stale: '过期',
  refused: '不能读取',
} as const satisfies Record<PackOutcome, string>;

/** Why a pack is foreign or stale: what was seen, what is safe, what to do. */
export const packFaultSentences = {
  noPack: '文件里没有填报包的编号，没有采用任何内容；普通表格请在花名册或签到导入中办理。',
  otherOffice: '这个填报包不是本单位下发的，没有采用任何内容；请退还交来的单位核对。',
  altered: '填报包的隐藏内容与下发时不一致，没有采用任何内容；请该单位用原来下发的文件重新填报。',
  applied: '这个填报包已经采用过，没有再次采用；还要改动的，请重新下发或直接在台账中更正。',
  superseded: '下发之后又给这个单位下发了新的填报包，没有采用任何内容；请该单位填报新的一份。',
  withdrawn: '这个填报包已经作废，没有采用任何内容；需要填报的，请重新下发。',
  sameFile: '与前面一个文件完全相同，只按前面一个处理。',
} as const satisfies Record<PackFault, string>;

export const packFieldWords = {
  name: '姓名',
  unit: '单位',
  post: '职务',
  staffing: '编制',
  status: '状态',
  orderNumber: '排序号',
  disambiguator: '区分码',
  mark: '考勤',
  reason: '事由',
} as const satisfies Record<PackField, string>;

interface Report {
  readonly outcomes: Readonly<Record<PackOutcome, number>>;
  readonly packs: readonly {
    readonly kind: PackKind | null;
    readonly unitName: string | null;
    readonly fileName: string | null;
    readonly outcome: PackOutcome;
    readonly why: PackFault | null;
    readonly code: string | null;
    readonly read: number;
    readonly added: number;
    readonly changed: number;
    readonly unchanged: number;
    readonly held: number;
    readonly skipped: number;
    readonly applied: boolean;
    readonly rows: readonly {
      readonly line: number;
      readonly outcome: RowOutcome;
      readonly name: string | null;
      readonly reason: RowReason | null;
    }[];
  }[];
}

/** The table for who reads it at a terminal: each pack with its sums, and under it the rows in doubt. */
export function packTableLines({ outcomes, packs }: Report): string {
  const sums = Object.entries(outcomes).map(
    ([outcome, count]) => `${packOutcomeWords[outcome as PackOutcome]} ${count}`,
  );
  return [sums.join('，'), ...packs.flatMap(packLines)].join('\n');
}

function packLines(pack: Report['packs'][number]): string[] {
  const kind = pack.kind ? packKindWords[pack.kind] : '';
  const name = [pack.unitName, kind, pack.fileName && `（${pack.fileName}）`].filter(Boolean).join(' ');
  const outcome = pack.applied ? packStateWords.applied : packOutcomeWords[pack.outcome];
  const why = pack.why ? packFaultSentences[pack.why] : '';
  const code = ERROR_CODES.find((known) => known === pack.code);
  const sums = pack.outcome === 'returned' ? sumsLine(pack) : '';
  const said = [outcome, sums, why, code ? errorSentence(code) : ''].filter(Boolean).join('　');
  return [`${name || '—'}　${said}`, ...pack.rows.filter(({ reason }) => reason !== null).map(rowLine)];
}

function sumsLine({ read, added, changed, unchanged, held, skipped }: Report['packs'][number]): string {
  const words = rowOutcomeWords;
  return `读取 ${read} ＝ ${words.added} ${added} ＋ ${words.changed} ${changed} ＋ ${words.unchanged} ${unchanged} ＋ ${words.held} ${held} ＋ ${words.skipped} ${skipped}`;
}

function rowLine({ line, outcome, name, reason }: Report['packs'][number]['rows'][number]): string {
  const place = line > 0 ? `第 ${line} 行 ` : '';
  return `　${place}${rowOutcomeWords[outcome]}　${name ?? ''}　${reason ? rowReasonSentences[reason] : ''}`;
}
