import type { ErrorCode } from '../../shared/vocabulary/error-codes.ts';
import type { RowReason } from '../../shared/vocabulary/import-outcomes.ts';
import type { PackFault, PackField, PackKind, PackState } from '../../shared/vocabulary/pack-words.ts';
import type { RefusalFields } from '../../shared/vocabulary/refusal.ts';
import type { Declaration, Mark, PostingStatus, Staffing } from '../../shared/vocabulary/words.ts';
import { errorSentence } from './errors.ts';
import { dayOf } from './frame.ts';
import { packFaultSentences, packFieldWords, packReasonSentence } from './packs.ts';
import { declarationWords, markWords, postingStatusWords, staffingWords } from './words.ts';

/** 单位填报包: given out and taken in. */
export const packsText = {
  title: '单位填报包',
  subtitle: '每个单位一个表格文件，发下去填，交回来对照后写入',
  rooms: { roster: '花名册', signIn: '学习教育', selfInspection: '自查自纠' } satisfies Record<
    PackKind,
    string
  >,
  kinds: '填报什么',
  take: '收回填报包',
  clerksOnly: '填报包由录入员下发和收回；当前账户可以查看，不能办理。',
} as const;

export const issueText = {
  title: '下发',
  session: '哪一场',
  chooseSession: '选一场未审核的学习',
  noSession: '没有还能登记考勤的场次',
  sessionOf: (day: string | null, title: string): string => (day ? `${dayOf(day)} ${title}` : title),
  units: '单位',
  all: '全选',
  none: '全不选',
  below: '含下级，合成一份',
  withAbove: '随上级',
  intoFolder: '先选文件夹（如优盘），每个单位写一个文件，写完逐个读回核对。',
  asDownloads: '本浏览器不能直接写文件夹，文件将逐个存入下载文件夹。',
  noUndo: '下发不能撤销，但可以作废。',
  supersedes: (count: number): string => `还有 ${count} 份没交回；同一单位再下发，旧的一份即被取代。`,
  round: '哪一轮',
  chooseRound: '选一轮自查自纠',
  noRound: '还没有自查自纠的轮次',
  roundOf: (name: string, days: string): string => `${name} ${days}`,
  needsOccasion: { roster: '', signIn: '请先选哪一场', selfInspection: '请先选哪一轮' } satisfies Record<
    PackKind,
    string
  >,
  notes: {
    roster: '',
    signIn: '',
    selfInspection: '已登记的只带日期、有无问题和原件编号；问题的类别和摘要不出台账。',
  } satisfies Record<PackKind, string>,
  needsUnit: '请先选单位',
  issue: (count: number): string => `下发 ${count} 份`,
  issueAll: '下发全部单位',
  issuing: '正在下发',
  saving: '正在写填报包',
  savedOf: (done: number, total: number): string => `已写 ${done} / ${total} 份`,
  issued: (files: number, rows: number): string => `已下发 ${files} 份，共 ${rows} 人`,
  intoFolderDone: (folder: string, count: number): string =>
    `${count} 份已写入文件夹“${folder}”，读回核对一致；原有同名文件没有覆盖。`,
  downloaded: (count: number): string =>
    `${count} 份已逐个交给浏览器存入下载文件夹；浏览器询问是否允许下载多个文件时，请选允许。`,
  failed: (names: readonly string[]): string =>
    `有 ${names.length} 份没有写成：${names.join('、')}。填报包已经登记，文件还在本页；请换一个文件夹再存一次。`,
  saveAgain: '再存一次',
  dismiss: '知道了',
  keptUntil: '离开本页之前都可以再存',
  done: (issued: number, saved: number): string =>
    issued === saved
      ? `已下发 ${issued} 份填报包`
      : `已下发 ${issued} 份填报包，其中 ${issued - saved} 份没有写成文件`,
} as const;

export const issuedText = {
  title: '已下发的填报包',
  states: '按状态看',
  oneOccasion: { roster: '', signIn: '这一场', selfInspection: '这一轮' } satisfies Record<PackKind, string>,
  occasions: { roster: '', signIn: '场次', selfInspection: '轮次' } satisfies Record<PackKind, string>,
  tickFirst: '先勾选要作废的',
  withdraw: (count: number): string => `作废 ${count} 份`,
  withdrawn: (count: number): string => `已作废 ${count} 份填报包；不对可以撤销`,
  tick: (unit: string | null): string => `勾选 ${unit ?? '全部单位'}`,
  columns: {
    tick: '选',
    unit: '单位',
    rows: '人数',
    state: '状态',
    issued: '下发时间',
    by: '下发人',
    applied: '采用时间',
  },
  wholeOffice: '全部单位（花名册导出）',
  below: '含下级',
  printedOn: (day: string): string => `${day}的人员`,
  foot: (count: number, meaning: string): string => `${count} 份；${meaning}`,
  meaning: {
    outstanding: '口径：已下发、还没有写入，也没有作废或被新包取代的，新的在前',
    applied: '口径：交回并已写入台账的，新的在前',
    superseded: '口径：没有交回就又给同一单位下发了新包的，新的在前',
    withdrawn: '口径：作废的，交回来也不再采用，新的在前',
  } satisfies Record<PackState, string>,
  empty: {
    outstanding: '没有等着交回的填报包；左边选好单位就可以下发，已经交回的在这里收。',
    applied: '还没有写入过交回的填报包。',
    superseded: '没有被新包取代的填报包。',
    withdrawn: '没有作废的填报包。',
  } satisfies Record<PackState, string>,
  take: '收回填报包',
} as const;

export const takeText = {
  title: '收回对照',
  files: (count: number, others: number): string =>
    others > 0 ? `${count} 个文件；另 ${others} 个不是表格，没有打开` : `${count} 个文件`,
  empty: '选放着交回文件的文件夹，或把文件、文件夹拖到这里。先逐格对照，台账不会马上改动。',
  folder: '选文件夹',
  choose: '选文件',
  more: '再加文件',
  moreFolder: '再加文件夹',
  found: '上次没有写完的收回已经恢复，已定的都还在。',
  tooMany: '一次最多 500 个文件，这一批没有读入，已有的不变；请分几批收。',
  unreadable: (names: readonly string[]): string =>
    `有 ${names.length} 个文件打不开，没有读入：${names.join('、')}。请关闭正在使用它的程序后再加。`,
  reading: '正在读文件……',
  rehearsing: '正在对照',
  again: (counts: string): string => `正在重新对照 ${counts}`,
  complete: '一行不少',
  whole: (packs: number): string => `${packs} 包读取`,
  cells: (count: number): string => `改 ${count} 格`,
  willWrite: (added: number, changed: number, held: number): string =>
    `写入后新增 ${added}、变更 ${changed} 行${held > 0 ? `，待定 ${held} 行不写` : ''}`,
  undoable: '每个单位各是一步，可逐个撤销；一个包只采用一次',
  movesStand: '但有重新填报或补充的单位不能撤销，要改由审核人退回',
  cancel: '取消，什么都不改',
  leave: '收完，返回',
  write: (count: number): string => `写入所选 ${count} 个单位`,
  nothing: '没有要写入的单位',
  tickFirst: '请先勾选要写入的单位',
  notCurrent: '还没有按现在的选择对照',
  writing: '正在写入',
  writingOf: (number: number, total: number, unit: string | null): string =>
    `正在写入第 ${number} / ${total} 个：${unit ?? '全部单位'}`,
  stopLeaves: '停下后，已写入的留着，可逐个撤销；其余的不动。',
  stop: '停',
  stopping: '写完这一个就停',
  done: (written: number, total: number, packs: readonly WrittenPack[]): string =>
    doneSaid(written, total, packs),
} as const;

export const takenText = {
  title: '交回情况',
  packs: '共',
  titleOf: (unit: string | null, file: string | null): string => unit ?? file ?? '全部单位',
  columns: {
    tick: '写入',
    unit: '单位',
    kind: '种类',
    outcome: '结果',
    read: '读取',
    cells: '改格',
    why: '说明',
  },
  terms: { added: '＝新增', changed: '＋变更', unchanged: '＋未变', held: '＋待定', skipped: '＋跳过' },
  wholeOffice: '全部单位',
  below: '含下级',
  kind: (kind: string, session: string | null): string => (session === null ? kind : `${kind} · ${session}`),
  tick: (unit: string | null): string => `写入 ${unit ?? '全部单位'}`,
  tickAll: '全部写入',
  foot: '斜线＝没有逐行对照，不进合计；未交回＝同类填报包中还在等的。空格键勾选，↑ ↓ 换包。',
  applied: '已写入',
  again: '再对照一次',
  written: (added: number, changed: number, held: number): string =>
    [
      added + changed === 0 ? '没有改动，已记为交回' : `新增 ${added}、变更 ${changed} 行`,
      held > 0 ? `；待定 ${held} 行没有写` : '',
    ].join(''),
  refused: (code: string): string =>
    code === 'conflict'
      ? '对照之后台账又有变动，这个包没有写入，台账保持不变；请再对照一次。'
      : errorSentence(code as ErrorCode),
  fault: (why: PackFault): string => packFaultSentences[why],
  missing: (day: string): string => `${day ? `${dayOf(day)}下发，` : ''}还没有交回`,
  open: (count: number): string => `有 ${count} 行等您决定；不定也可勾选写入，那 ${count} 行不写`,
  lacking: (count: number): string => `少了 ${count} 行，台账中这些人不变`,
  nothingMoved: '与下发时相同；写入后记为已交回',
} as const;

export const questionText = {
  title: '整批回答一次',
  from: '从哪天起算',
  fromHint: '不填：新增的从活动第一天起，变更的从今天起',
  secondment: (count: number): string => (count > 0 ? `只写“借调”的 ${count} 行，算` : '只写“借调”的，算'),
  secondedIn: '借入',
  secondedOut: '借出',
  mark: (text: string, count: number | null): string =>
    count === null ? `“${text}”是` : `“${text}”（${count} 处）是`,
  chooseMark: '选考勤',
} as const;

export const decideText = {
  title: (unit: string | null): string => unit ?? '全部单位',
  read: '读取',
  keys: { rows: '换行', options: '选' },
  columns: {
    line: '行',
    name: '姓名',
    field: '项目',
    issued: '发出时',
    pack: '交回的',
    today: '现在的',
    outcome: '结果和原因',
    how: '怎么办',
  },
  blank: '（空）',
  nothing: (unchanged: number): string => `没有要看的行；${unchanged} 行与下发时相同，已收起。`,
  fieldOf: (field: PackField): string => packFieldWords[field],
  valueOf: (field: PackField, value: string | number | null): string => wordOf(field, value),
  answers: (line: number, name: string | null, field: PackField | null): string =>
    `第 ${line} 行 ${name ?? ''} ${field ? packFieldWords[field] : ''}怎么办`,
  why: (reason: RowReason, kind: PackKind | null, field: PackField | null = null): string =>
    (kind === 'selfInspection' ? SHORT_OF_FILINGS[reason] : SHORT[reason]) ??
    packReasonSentence(reason, kind, field),
  sentence: packReasonSentence,
  whyBeside: (why: string, says: string): string => `${why}（${says}）`,
  refused: (code: string, fields: RefusalFields | null): string =>
    errorSentence(code as ErrorCode, fields ?? {}),
  whyCell: (outcome: 'changed' | 'unchanged' | 'held', isSame: boolean): string =>
    outcome === 'changed' ? '将按交回的改' : isSame ? '台账已是这样' : '台账后来改过，保留现在的',
  says: (cells: readonly (readonly [PackField, string | number | null])[]): string =>
    cells.map(([field, value]) => `${packFieldWords[field]} ${wordOf(field, value)}`).join('；'),
  whole: (line: number, sentence: string): string => (line === 0 ? sentence : `第 ${line} 行：${sentence}`),
  unused: (lines: readonly number[]): string =>
    `有 ${lines.length} 行的决定用不上（第 ${lines.slice(0, 10).join('、')} 行），请看原因另选。`,
  hint: '选中一行，这里写出完整的原因；↑ ↓ 换行，数字键选，0 清除。一行里有一格待定，整行先不写。',
  type: { name: '按原件填写姓名', paperNumber: '按原件填写编号' },
  options: {
    pack: '用交回的',
    clear: '清空',
    register: '保留现在的',
    skip: '不导入',
    same: '就是此人',
    sameOf: '是哪一个…',
    other: '另一个人',
    chooseMark: '选考勤…',
    chooseUnit: '选单位…',
    chooseStatus: '选状态…',
    chooseStaffing: '选编制…',
    secondedIn: '借入',
    secondedOut: '借出',
    blank: '当作空白',
    writeName: '改正姓名…',
    supplement: '作为补充',
    writeDay: '填日期…',
    chooseDeclared: '选有无问题…',
    chooseCategory: '选类别…',
    writeNumber: '改编号…',
    noNumber: '不写编号',
  },
  person: (candidate: Candidate): string => personWords(candidate),
} as const;

interface Candidate {
  readonly name: string;
  readonly unitName: string | null;
  readonly status: PostingStatus | null;
  readonly post: string | null;
  readonly disambiguator: string | null;
}

function personWords({ name, unitName, post, status, disambiguator }: Candidate): string {
  const parts = [
    name,
    unitName ?? '没有任职',
    post,
    status && postingStatusWords[status],
    disambiguator && `区分码 ${disambiguator}`,
  ];
  return parts.filter(Boolean).join(' · ');
}

/** In this page the ways out stand beside the reason. */
const SHORT: Readonly<Partial<Record<RowReason, string>>> = {
  registerMoved: '下发后台账也改过这一格',
  clearedCell: '原有内容被清空',
  nameChanged: '姓名换成了另一个',
  unreadableNumber: '排序号不是正整数',
  outsidePack: '写的单位不在本包范围内',
  copiedRow: '从另一行整行复制来的',
  rowMissing: '交回时没有这一行，台账不变',
  unknownUnit: '名录里没有这个单位',
  ambiguousUnit: '有几个单位都叫这个名称',
  unknownStatus: '看不懂状态',
  unknownStaffing: '看不懂编制',
  ambiguousStatus: '只写“借调”，请在上面选定一次',
  ambiguousName: '已有同名人员，看不出是不是同一人',
  unreadableName: '姓名中有字已损坏',
  fieldTooLong: '文字过长',
  formulaError: '公式没有结果或出错',
  missingField: '姓名或单位没有填写',
  unmappedMark: '看不出这个记号的意思',
  contradictoryCells: '几处说的不一致',
  needsReviewer: '免到须由审核人登记',
  notExpected: '应到名单中没有此人',
  skippedByUser: '已选定不导入',
};

/** Where a filing's way differs from a roster's; what is missing here has one sentence for both places. */
const SHORT_OF_FILINGS: Readonly<Partial<Record<RowReason, string>>> = {
  registerMoved: '下发后台账也改过这一格',
  filingStands: '已登记，交回的不改写',
  filingApproved: '已审核，只能作为补充',
  ambiguousName: '有几个同名的人，看不出是哪一个',
  unreadableName: '姓名中有字已损坏',
  fieldTooLong: '文字过长',
  skippedByUser: '已选定不导入',
};

function wordOf(field: PackField, value: string | number | null): string {
  if (value === null) return '（空）';
  if (field === 'status') return postingStatusWords[value as PostingStatus] ?? String(value);
  if (field === 'staffing') return staffingWords[value as Staffing] ?? String(value);
  if (field === 'declared') return declarationWords[value as Declaration] ?? String(value);
  if (field === 'summary') return `${value} 字`;
  if (field === 'mark') return markWords[value as Mark] ?? String(value);
  return String(value);
}

interface WrittenPack {
  readonly kind: PackKind | null;
  readonly added: number;
  readonly changed: number;
}

/** A move of a filing is taken back by its reverse move alone. */
export function hasMoves({ kind, changed }: WrittenPack): boolean {
  return kind === 'selfInspection' && changed > 0;
}

function doneSaid(written: number, total: number, packs: readonly WrittenPack[]): string {
  const sum = (of: 'added' | 'changed') => packs.reduce((all, pack) => all + pack[of], 0);
  const left = total - written;
  return [
    `已写入 ${written} 个单位：新增 ${sum('added')}、变更 ${sum('changed')} 行；可逐个撤销`,
    packs.some(hasMoves) ? `，${takeText.movesStand}` : '',
    left > 0 ? `；${left} 个没有写入，请看说明` : '',
  ].join('');
}
