import type { RowOutcome, RowReason } from '../../shared/vocabulary/import-outcomes.ts';
import type { PostingStatus, Staffing } from '../../shared/vocabulary/words.ts';
import { rosterFieldWords, rowReasonSentences } from './outcomes.ts';
import { postingStatusWords, staffingWords } from './words.ts';

/** The import of a roster: the file and its columns, what has to be decided, and what would change. */
export const importText = {
  title: '导入预演',
  before: '花名册',
  steps: ['选文件', '认表头', '预演，决定待定', '写入'],
  stepsLabel: '导入的步骤',
  choose: '选择文件',
  another: '换文件',
  chooseSentence: '选一份花名册表格（.xlsx、.xls、.csv），或把文件拖到这里。先预演，花名册不会马上改动。',
  chooseLabel: '花名册表格文件',
  clerksOnly: '花名册由录入员导入；当前账户可以查看花名册，不能导入。',
  found: '上次没有写入的导入已经恢复，已定的都还在。',
  backToList: '回到花名册',
  again: '再预演一次',
  cancel: '取消，什么都不改',
  headcount: (count: number): string => `现在册 ${count} 人`,
  willWrite: (added: number, changed: number): string => `写入后新增 ${added}、变更 ${changed}`,
  undoable: '整批一次写入，写入后可一步撤销',
  write: (rows: number, held: number): string =>
    held > 0 ? `写入 ${rows} 行（未定的 ${held} 行先不导入）` : `写入 ${rows} 行`,
  nothingToWrite: '没有要写入的行',
  working: '正在写入花名册',
  rehearsing: '正在预演',
  notCurrent: '还没有按现在的选择预演',
  done: (file: string, { added, changed }: { readonly added: number; readonly changed: number }): string =>
    `已导入 ${file}：新增 ${added} 人，变更 ${changed} 人；不对可以撤销`,
} as const;

export const rosterFileText = {
  title: '文件与表头',
  file: '文件',
  sheet: '工作表',
  header: '表头',
  headerLine: '表头在第几行',
  headerFrom: (line: number): string => (line === 0 ? '没有表头' : `第 ${line} 行起`),
  change: '改',
  take: '确定',
  noHeader: '没有表头填 0',
  read: '读取',
  rows: (count: number): string => `${count} 行`,
  rowsNote: '（表头下全部有字的行）',
  needsMapping:
    '没有认出表头或姓名列，一行也没有读。请改正表头在第几行，或在左边指明哪一列是姓名、哪一列是单位。',
  columns: { title: '文件的列', field: '登记为', samples: '例子' },
  columnsLabel: '文件的列登记为什么',
  column: (number: number): string => `第 ${number} 列`,
  fieldOf: (title: string): string => `“${title}”登记为`,
  notTaken: '不导入',
  unread: '内容没有读入',
  personal: (count: number): string => `${count} 列个人信息不保存，内容没有读入。`,
  willRemember: '写入后记住这样的对应关系，下次同样的表头自动套用。',
  remembered: '对应关系套用了上次写入的。',
  ignoreRemembered: '不套用，重新认',
  options: '整个文件',
  createUnits: '名录里没有的单位，一并新建',
  createUnitsHint: (rows: number): string => `${rows} 行因单位不在名录中而待定`,
  secondment: '只写“借调”的，算',
  secondmentChoices: { in: '借入', out: '借出' },
  secondmentHint: (rows: number): string => `${rows} 行`,
  from: '从哪天起算',
  fromHint: '不填：新增的从活动第一天起，变更的从今天起',
} as const;

export const rehearsalText = {
  whole: '读取',
  identity: (terms: readonly number[], whole: number): string => `${terms.join('＋')}＝${whole}，`,
  complete: '一行不少',
  again: (counts: string): string => `正在重新预演 ${counts}`,
  stop: '停',
  changes: '会怎么改',
  changesNote: (added: number, changed: number, skipped: number): string =>
    `新增 ${added}、变更 ${changed}、跳过 ${skipped}，按文件行号`,
  folded: (count: number): string => `；未变 ${count} 行已收起`,
  listTitle: {
    held: (count: number): string => `待定的 ${count} 行`,
    added: (count: number): string => `新增的 ${count} 行`,
    changed: (count: number): string => `变更的 ${count} 行`,
    unchanged: (count: number): string => `未变的 ${count} 行`,
    skipped: (count: number): string => `跳过的 ${count} 行`,
  } satisfies Record<RowOutcome, (count: number) => string>,
  showAll: '一起看',
  columns: { line: '行', outcome: '结果', name: '姓名', unit: '单位', content: '内容或原因' },
  blankCell: '（空）',
  plain: {
    added: '花名册里没有这个人，将新增。',
    changed: '与花名册不同，将按文件改；以前的任职保留。',
    unchanged: '与花名册一致，不改。',
  },
  notRepeated: '不是重复，另算一人',
  nothingHere: '没有会改动或跳过的行。',
  valueOf: (field: string, value: string | number | null): string => wordOf(field, value),
  fieldOf: (field: string): string => (rosterFieldWords as Readonly<Record<string, string>>)[field] ?? '',
} as const;

export const heldText = {
  title: (count: number, hasTexts: boolean): string => `要您决定的 ${count} ${hasTexts ? '处' : '行'}`,
  state: (decided: number, open: number): string => `已定 ${decided}，还差 ${open}；程序不替您猜`,
  allDecided: (decided: number): string => `${decided} 项都已定`,
  keys: { rows: '换行', options: '选' },
  unused: (count: number, lines: string): string => `有 ${count} 行的决定用不上（第 ${lines} 行），请看原因`,
  waiting: '已选，等预演',
  settled: { added: '将新增', changed: '将变更', unchanged: '与花名册一致', skipped: '不导入' },
  columns: { line: '行', name: '姓名', unit: '单位', why: '为什么拿不准', how: '怎么办' },
  wholeFile: '各行',
  rowsOfUnit: (count: number): string => `共 ${count} 行`,
  answers: (line: number, name: string): string => `第 ${line} 行 ${name} 怎么办`,
  unitAnswers: (text: string): string => `单位“${text}”怎么办`,
  line: (line: number, sentence: string): string => `第 ${line} 行：${sentence}`,
  hint: '选中一行，这里写出完整的原因；↑ ↓ 换行，数字键选，0 清除。',
  options: {
    same: '同一人',
    sameOf: '同一人…',
    other: '另一人',
    add: '新增此人',
    skip: '不导入',
    createUnit: '新建单位',
    chooseUnit: '选单位…',
    secondedIn: '借入',
    secondedOut: '借出',
    chooseStatus: '选状态…',
    chooseStaffing: '选编制…',
    blank: '留空',
    blankCells: '职务、区分码留空',
    writeName: '补写姓名…',
    rightName: '改正姓名…',
  },
  typeName: '按原件填写姓名',
  person: (candidate: Candidate): string => personWords(candidate),
  why: (reason: RowReason, name: string, candidates: readonly Candidate[]): string =>
    whyHeld(reason, name, candidates),
  whyUnit: {
    unknownUnit: '单位名录里没有这个单位',
    ambiguousUnit: '有几个单位都叫这个名称',
    missingField: '单位是空的',
  },
  unitOf: (name: string, parent: string | null): string => (parent === null ? name : `${name}（${parent}）`),
} as const;

interface Candidate {
  readonly name: string;
  readonly unitName: string | null;
  readonly status: PostingStatus | null;
  readonly post: string | null;
  readonly disambiguator: string | null;
}

function personWords({ unitName, post, status, disambiguator }: Candidate): string {
  const parts = [
    unitName ?? '没有任职',
    post,
    status && postingStatusWords[status],
    disambiguator && `区分码 ${disambiguator}`,
  ];
  return parts.filter(Boolean).join(' · ');
}

function whyHeld(reason: RowReason, name: string, candidates: readonly Candidate[]): string {
  const [first, ...others] = candidates;
  if (reason === 'ambiguousName' && first)
    return others.length === 0
      ? `花名册已有“${name}”（${personWords(first)}），看不出是不是同一人`
      : `花名册里有 ${candidates.length} 个“${name}”，看不出是哪一个`;
  if (reason === 'ambiguousName')
    return `文件里有几行“${name}”，区分码都空着：是不同的人就各选“新增此人”，重复的选“不导入”`;
  if (reason === 'contradictoryRows') return `文件里“${name}”有几行，内容不一致：留对的一行，其余选“不导入”`;
  return SHORT[reason] ?? rowReasonSentences[reason];
}

/** In this page the way out stands beside the reason. */
const SHORT: Readonly<Partial<Record<RowReason, string>>> = {
  ambiguousStatus: '只写“借调”，看不出是借入还是借出',
  unreadableName: '姓名或单位中有字已变成问号或乱码',
  unknownUnit: '单位名录里没有这个单位',
  ambiguousUnit: '有几个单位都叫这个名称',
  unknownStatus: '状态一格的词看不懂',
  unknownStaffing: '编制一格的词不在字典里',
  missingField: '姓名或单位没有填写',
  fieldTooLong: '有一格文字过长',
  formulaError: '有一格公式没有算出结果或结果是错误值',
};

function wordOf(field: string, value: string | number | null): string {
  if (value === null) return '（空）';
  if (field === 'status') return postingStatusWords[value as PostingStatus] ?? String(value);
  if (field === 'staffing') return staffingWords[value as Staffing] ?? String(value);
  return String(value);
}
