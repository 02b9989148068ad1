import type {
  CounterField,
  CounterRowReason,
  InstitutionField,
  InstitutionRowReason,
} from '../../shared/vocabulary/supporting-import.ts';
import { counterKindWords } from './words.ts';

/** What a column of a sheet of monthly counters can mean. */
export const counterFieldWords = {
  unit: '单位',
  month: '月份',
  kind: '项目',
  count: '数量',
  ...counterKindWords,
  total: '合计',
} as const satisfies Record<CounterField, string>;

/** Why a row is held or skipped: what was seen, and what to do about it where there is something to do. */
export const counterRowReasonSentences = {
  summaryRow: '这是小计或合计行，不是单位，已跳过；与各行之和不符的列为申报值。',
  signatureRow: '这是制表人、审核人等落款行，已跳过。',
  repeatedHeader: '这是重复的表头，已跳过。',
  duplicateRow: '与前面一行完全相同，已跳过。',
  emptyRow: '这一行各项都是空白，没有填报，已跳过；空白不等于零。',
  skippedByUser: '已选定这一行不导入。',
  missingField: '单位、月份或数量没有填写，请补填后再导入；月份也可以为整张表选定一次。',
  unknownUnit: '单位不在本机的单位名录中，请选定是哪个单位，或先新建单位。',
  ambiguousUnit: '有几个单位都叫这个名称，请选定是哪一个。',
  unknownKind: '看不懂计数项目，请选定它是哪一项；同样的写法选一次即可。',
  invalidMonth: '月份看不懂或缺少年份，请补全改正后再导入。',
  monthAhead: '还没有到这个月份，请核对月份后再导入。',
  invalidCount: '数量不是整数，请选定它是多少，或算作空白；同样的写法选一次即可。',
  contradictoryRows: '同一单位同一项目在本表中有几行且数量不同，请核对后只留正确的一行。',
} as const satisfies Record<CounterRowReason, string>;

/** What a column of a list of institutions can mean. */
export const institutionFieldWords = {
  kind: '类型',
  title: '制度名称',
  documentNumber: '文号',
  on: '日期',
  unit: '单位',
} as const satisfies Record<InstitutionField, string>;

export const institutionRowReasonSentences = {
  summaryRow: '这是小计或合计行，不是制度，已跳过。',
  signatureRow: '这是制表人、审核人等落款行，不是制度，已跳过。',
  repeatedHeader: '这是重复的表头，已跳过。',
  duplicateRow: '与前面一行是同一项制度，已跳过。',
  skippedByUser: '已选定这一行不导入。',
  missingField: '制度名称、类型或日期没有填写，请补填后再导入。',
  fieldTooLong: '有一格文字过长，请缩短后再导入。',
  unreadableText: '有字已变成问号或乱码，请按原件改正后再导入。',
  unknownKind: '看不出是新建、修订还是废止，请选定；同样的写法选一次即可。',
  unknownUnit: '单位不在本机的单位名录中，请选定是哪个单位，或先新建单位。',
  ambiguousUnit: '有几个单位都叫这个名称，请选定是哪一个。',
  invalidDate: '日期不存在或缺少年份，请补全改正后再导入。',
  dayAhead: '日期晚于今天，请核对后再导入。',
} as const satisfies Record<InstitutionRowReason, string>;

/** A whole list out of a file, rehearsed row by row before anything is written. */
export const supportingImportText = {
  counters: '导入月度计数',
  institutions: '导入制度清单',
  file: '选择文件',
  another: '换一个文件',
  choose: {
    counters:
      '选表格文件：一行一个单位、一列一个项目，或者每行写单位、月份、项目、数量。先逐行核对，不会马上写入。',
    institutions: '选表格文件：每行一项制度，写类型、名称、文号、日期、单位。先逐行核对，不会马上写入。',
  },
  note: {
    counters: '待定和跳过的不写入；空白不改动台账，零是零。整批可以撤销。',
    institutions: '待定和跳过的不写入；空白不改动台账。整批可以撤销。',
  },
  rehearsing: '正在核对',
  writing: '正在写入',
  read: '读取',
  sheet: '工作表',
  month: '没写月份的一律算',
  monthNone: '还没有说',
  monthShown: (month: string): string =>
    `算${Number(month.slice(0, 4))}年${Number(month.slice(5))}月（正在看的表）`,
  columnsTitle: '各列是什么',
  columnsHint: '看一看，不对就改',
  columnOf: (title: string): string => `“${title || '无标题'}”列是什么`,
  untitled: (column: number): string => `第 ${column} 列`,
  notRead: '不导入',
  needsMapping: {
    counters: '没有认出“单位”和各个项目是哪几列，请在下面指明。',
    institutions: '没有认出“制度名称”是哪一列，请在下面指明。',
  },
  unknownTitle: '看不懂的写法，说一次，同样的都照此办',
  unknownOf: (field: string, text: string): string => `${field}“${text || '（空）'}”`,
  unknownRows: (rows: number): string => `${rows} 行`,
  means: '是哪一个',
  asBlank: '算作空白',
  asZero: '算作 0',
  declared: '申报值（表上写的合计与各行之和不符，以各行为准）',
  declaredOf: (line: number, what: string, stated: number, counted: number): string =>
    `第 ${line} 行${what}：表上写 ${stated}，各行之和 ${counted}`,
  allKinds: '合计',
  cells: (added: number, changed: number, unchanged: number): string =>
    `其中有数的格：新增 ${added}，变更 ${changed}，未变 ${unchanged}`,
  rows: '表里的各行',
  columns: { line: '行', outcome: '结果', what: '内容', decide: '怎么办', why: '说明' },
  nothingHere: '这一类没有。',
  skip: '不导入',
  undecide: '改主意',
  whichUnit: (line: number): string => `第 ${line} 行是哪个单位`,
  change: (what: string, before: string | number, after: string | number): string =>
    `${what}：${before} → ${after}`,
  blank: '（空）',
  write: (rows: number, held: number): string =>
    held > 0 ? `写入 ${rows} 行，留下 ${held} 行待定` : `写入 ${rows} 行`,
  nothing: '没有可写入的',
  done: (added: number, changed: number): string =>
    `已写入：新增 ${added} 行，变更 ${changed} 行，可以撤销。`,
} as const;
