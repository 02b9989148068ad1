import { dayOf, longDay, timeOf } from './frame.ts';

/** The personnel room: the list of people and one person. */
export const peopleText = {
  title: '花名册',
  asOf: (date: string, total: number): string => `截至${dayOf(date)} · 共 ${total} 人`,
  import: '导入花名册',
  packs: '单位填报包',
  exportShown: '导出所见',
  exported: (file: string, people: number): string =>
    `已导出 ${people} 人：${file}；改好可以当填报包收回对照`,
  add: '新增人员',
  open: '查看',
  edit: '修改',
  chosen: (name: string, unit: string | null): string => `已选：${name}${unit ? `（${unit}）` : ''}`,
  nameless: '（不显示姓名）',
  noneChosen: '选中一人，在这里查看、修改、办理调动',
  searchPlaceholder: '姓名、拼音或首字母',
  search: '按姓名、拼音或首字母搜索',
  sort: '排序',
  sorts: { order: '按排序号', pinyin: '按姓氏拼音', strokes: '按姓氏笔画' },
  below: '含下级单位',
  asOfBanner: (date: string): string =>
    `这是 ${longDay(date)} 的名单，不是今天的；办理调动等仍按所填日期登记。`,
  backToToday: '回到今天',
  status: '状态',
  anyStatus: '状态：不限',
  asOfLabel: '截至日期',
  clear: '清除筛选',
  listOf: (unit: string | null): string => (unit === null ? '全部人员' : `${unit}的人员`),
  counts: (shown: number, total: number): string => `显示 ${shown} / ${total} 人`,
  headcount: (count: number): string => `在册 ${count} 人`,
  definition: '口径：在册＝截至当日状态为在岗或借入的人，免到人员仍计入；长期病休、借出、调离、退休不计入。',
  empty: '花名册还是空的。选一份现有的花名册表格，程序先预演给您看，确认后才写入。',
  emptyForReaders: '花名册还是空的，由录入员导入后在这里查看。',
  noneFound: '没有符合条件的人员。',
  columns: {
    orderNumber: '排序号',
    name: '姓名',
    unit: '单位',
    post: '职务',
    staffing: '编制',
    status: '状态',
    disambiguator: '区分码',
  },
} as const;

export const personFormText = {
  addTitle: '新增人员',
  editTitle: (name: string): string => `修改：${name}`,
  from: '从哪天起',
  addFromHint: '从这天起列入学习和自查的应到、应填人员',
  transferFromHint: '这天以前的任职和考勤保持不变',
  disambiguatorHint: '同一单位有同名的人时填写，如警号、工号',
  noUnits: '还没有单位，请先新建单位再新增人员。',
  current: '现任',
  currentlyNowhere: '今天没有任职记录',
  theirs: '对方保存后的内容：',
  added: (name: string): string => `已新增：${name}`,
  edited: (name: string): string => `已修改：${name}`,
  transferred: (name: string, unit: string, status: string): string =>
    `已登记：${name} → ${unit} · ${status}`,
} as const;

interface TransferWords {
  readonly button: string;
  readonly title: (name: string) => string;
  readonly unit: string;
  readonly note: string;
}

/** What happens to a posting, by the status with which it goes on; a transfer leaves the status as it is. */
export const transferText = {
  transfer: {
    button: '调动',
    title: (name) => `调动：${name}`,
    unit: '调到哪个单位',
    note: '从这天起归入新单位；要参加的学习、要填的自查跟着新单位走。',
  },
  secondedIn: {
    button: '借入',
    title: (name) => `借入：${name}`,
    unit: '借到哪个单位',
    note: '从这天起在借入单位计入在册。',
  },
  secondedOut: {
    button: '借出',
    title: (name) => `借出：${name}`,
    unit: '人事关系所在单位',
    note: '从这天起不计入在册；人事关系留在本单位，借用结束后用“调动”改回在岗。',
  },
  retired: {
    button: '退休',
    title: (name) => `退休：${name}`,
    unit: '退休前的单位',
    note: '从这天起不计入在册；以前的考勤、填报保持不变。',
  },
  transferredOut: {
    button: '调离',
    title: (name) => `调离：${name}`,
    unit: '调离前的单位',
    note: '从这天起离开本县政法队伍，不计入在册；以前的考勤、填报保持不变。',
  },
} as const satisfies Record<string, TransferWords>;

export type TransferKind = keyof typeof transferText;

export const personText = {
  back: '花名册',
  fields: '基本信息',
  postings: '任职经历',
  postingsNote: '从早到晚；某一天属于哪个单位、算不算在册，都看这张表',
  unit: '单位',
  status: '状态',
  from: '起',
  to: '止',
  ongoing: '至今',
  today: '今天',
  blank: '未填',
  correct: '更正任职',
  remove: '录错了，删除',
  removeTitle: (name: string): string => `删除：${name}`,
  removeNote:
    '只用于录错了的人：没有任何考勤、填报提到过才能删除，任职一并删除，可以撤销。离开单位的请办理调离或退休。',
  removed: (name: string): string => `已删除：${name}`,
  foot: (count: number): string => `共 ${count} 条任职。本页只列登记的内容，程序不给个人打分、排名。`,
} as const;

export const correctionText = {
  title: (name: string): string => `更正任职：${name}`,
  note: '把这个人的任职经历改成本来应有的样子，可以补以前的日期。已定名单的场次不会跟着变，与更正后不符的列入该场的“待处理差异”，由您逐场决定。今后发生的调动请用“调动”登记。',
  last: '止（最后一天）',
  add: '加一段',
  remove: '去掉',
  removeRow: (number: number): string => `去掉第 ${number} 段`,
  reason: '更正理由',
  reasonHint: '写进变更记录，如“补登4月调令”',
  done: (name: string): string => `已更正任职：${name}；有场次名单不符的，在该场的待处理差异里`,
  fault: (fault: Fault): string => {
    if (fault.why === 'endsBefore') return `第 ${fault.at + 1} 段：止早于起，请核对日期。`;
    if (fault.earliest === null) return `第 ${fault.at + 1} 段：前一段还没有止的日期，请先填上它的最后一天。`;
    return `第 ${fault.at + 1} 段与前一段重叠：最早从 ${longDay(fault.earliest)} 起。`;
  },
} as const;

type Fault =
  | { readonly at: number; readonly why: 'endsBefore' }
  | { readonly at: number; readonly why: 'overlaps'; readonly earliest: string | null };

export const referencesText = {
  attendance: '学习考勤',
  makeups: (pending: number, done: number): string =>
    pending + done === 0 ? '没有待办的补课' : `补课：待补 ${pending} · 已补待确认 ${done}`,
  attendanceFoot: (count: number): string => `共 ${count} 场列有此人，按日期从近到远；只列登记，不合计。`,
  noAttendance: '还没有哪一场学习列有此人。',
  noDay: '未定',
  filings: '自查填报',
  filingsFoot: (count: number): string => (count === 0 ? '还没有填报。' : `共 ${count} 份`),
  columns: {
    day: '日期',
    session: '场次',
    state: '状态',
    unit: '当日单位',
    mark: '考勤',
    makeup: '补课',
    round: '轮次',
    filedOn: '填报日期',
  },
} as const;

export const changesText = {
  title: '变更记录',
  undo: '撤销',
  other: '程序写入',
  program: '程序',
  at: (instant: string): string => timeOf(instant),
  from: (day: string): string => `${longDay(day)}起`,
  reason: (reason: string): string => `理由：${reason}`,
  foot: (count: number): string => (count === 0 ? '没有变更记录。' : `最近 ${count} 次，从近到远`),
} as const;
