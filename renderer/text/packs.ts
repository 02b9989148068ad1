import { ERROR_CODES } from '../../shared/vocabulary/error-codes.ts';
import type { RowOutcome, RowReason } from '../../shared/vocabulary/import-outcomes.ts';
import type {
  PackFault,
  PackField,
  PackKind,
  PackOutcome,
  PackState,
} from '../../shared/vocabulary/pack-words.ts';
import type { RefusalFields } from '../../shared/vocabulary/refusal.ts';
import { errorSentence } from './errors.ts';
import { rowOutcomeWords, rowReasonSentences } from './outcomes.ts';

/** 单位填报包 */
export const packKindWords = {
  roster: '花名册',
  signIn: '签到表',
  selfInspection: '自查自纠',
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
  noPack: '文件里没有填报包的编号，没有采用任何内容；普通表格请在花名册、签到或填报清单的导入中办理。',
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
  filedOn: '填报日期',
  declared: '有无问题',
  paperNumber: '原件编号',
  category: '类别',
  summary: '摘要',
} as const satisfies Record<PackField, string>;

/** Of a row or one of its cells; of filings some things are said otherwise. */
export function packReasonSentence(
  reason: RowReason,
  kind: PackKind | null,
  field: PackField | null = null,
): string {
  const ofFilings = kind === 'selfInspection';
  if (ofFilings && reason === 'missingField') return MISSING_IN_FILING[field ?? 'name'] ?? NO_NAME;
  return (ofFilings ? FILING_SENTENCES[reason] : undefined) ?? rowReasonSentences[reason];
}

const NO_NAME = '没有写姓名，看不出是谁，请补上后重新交回。';
const MISSING_IN_FILING: Readonly<Partial<Record<PackField, string>>> = {
  filedOn: '没有写填报日期，请补上。',
  declared: '没有写有无问题，请选定。',
  category: '有问题而没有写类别，请选定。',
};

const FILING_SENTENCES: Readonly<Partial<Record<RowReason, string>>> = {
  unmappedMark: '看不出有无问题，请选定。',
  contradictoryCells: '有类别或摘要却写“无问题”，请选定。',
  contradictoryRows: '同一人的几行说的不一样，请选多余的行不导入，或改好后重新交回。',
  notExpected: '应填名单里没有这个单位的此人，请核对姓名和单位。',
  outsidePack: '此人不在本填报包的单位，请核对后由所在单位填报。',
  nameChanged: '这一行的姓名换成了另一个，看不出是谁的填报，请核对后重新交回。',
  copiedRow: '这一行的隐藏编号是另一个人的，看不出是谁的填报，请核对后重新交回。',
  rowMissing: '下发时有这一行，交回时没有了；没有登记填报，需要的请补填后再交回。',
  clearedCell: '已登记的内容被清空了；已有的填报不能清空，请选定保留现在的。',
};

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
      readonly code: string | null;
      readonly fields: RefusalFields | null;
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
  return [`${name || '—'}　${said}`, ...pack.rows.flatMap((row) => rowLine(row, pack.kind) ?? [])];
}

function sumsLine({ read, added, changed, unchanged, held, skipped }: Report['packs'][number]): string {
  const words = rowOutcomeWords;
  return `读取 ${read} ＝ ${words.added} ${added} ＋ ${words.changed} ${changed} ＋ ${words.unchanged} ${unchanged} ＋ ${words.held} ${held} ＋ ${words.skipped} ${skipped}`;
}

type Row = Report['packs'][number]['rows'][number];

function rowLine({ line, outcome, name, reason, code, fields }: Row, kind: PackKind | null): string | null {
  const known = ERROR_CODES.find((one) => one === code);
  const why = known ? errorSentence(known, fields ?? {}) : reason && packReasonSentence(reason, kind);
  const place = line > 0 ? `第 ${line} 行 ` : '';
  return why && `　${place}${rowOutcomeWords[outcome]}　${name ?? ''}　${why}`;
}
