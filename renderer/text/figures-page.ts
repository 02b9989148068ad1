import type { FigurePart } from '../../shared/vocabulary/words.ts';
import { dayOf } from './frame.ts';
import { figurePartWords as parts } from './words.ts';

const counted = { attendances: '人次', people: '人', actions: '项', items: '件' } as const;

/** The figures of an office, or of a group's offices side by side. */
export const figuresPageText = {
  title: '报表 / 指标',
  toForms: '表格与打印',
  toWeekly: '周报',
  asOf: (date: string): string => {
    const [year] = date.split('-');
    return `截至 ${year}年${dayOf(date)}，按今天所知计算，不存数`;
  },
  day: '截止日',
  session: '出勤率的场次',
  sessionNone: '还没有已审核的场次',
  sessionNumbered: (day: string, title: string): string => `${dayOf(day)} ${title}`,
  all: '全部指标',
  allNote: '选一项看它的口径',
  rowsNote: '每个数字点开就是那些行',
  columns: { figure: '指标', rate: '率', parts: '分子/分母', definition: '口径', change: '差' },
  groups: { study: '学习教育', selfInspection: '自查自纠', rectification: '问题整改' },
  definitionOf: (name: string): string => `${name}的口径`,
  definitions: '口径',
  offices: '各单位',
  officesLabel: '看哪一类指标',
  office: '单位',
  total: '合计 Σ/Σ',
  officesFoot: '按单位顺序，不排名；合计＝Σ分子/Σ分母，不是各单位率的平均；未计入的单位不在两个和里。',
  counted: (some: number, all: number): string => `计入 ${some} / ${all} 个单位`,
  leftOut: {
    never: '尚未导入任何数据包，未计入',
    until: (date: string): string => `数据只到 ${dayOf(date)}，未计入`,
    quarantined: '有隔离的数据包待处理',
  },
  noOffices: '还没有登记任何报送单位，登记公钥并导入数据包后，各单位的指标列在这里。',
  toOffices: '到报送总览',
  groupAsOf: (date: string): string => `截至 ${dayOf(date)}，按各单位最近一包的数据`,
  ofOffice: (name: string): string => `${name}的指标`,
  /** Under the group that reports it. */
  below: (name: string): string => `└ ${name}`,
} as const;

/** What the figures are narrowed to, and what they are compared with. */
export const figuresFilterText = {
  phase: '环节',
  anyPhase: '全部环节',
  noPhase: '不属于任何环节',
  type: '教育类型',
  anyType: '全部类型',
  kind: '单位类别',
  anyKind: '全部类别',
  unit: '单位',
  anyUnit: '全部单位',
  noUnit: '没有责任单位的',
  alone: (name: string): string => `${name}（本级）`,
  compareDay: '对比日',
  compareUnit: '对比单位',
  noCompare: '不对比单位',
  clear: '清除筛选',
  compared: (day: string, unit: string | null): string => [dayOf(day), unit].filter(Boolean).join(' · '),
  /** Why a figure says nothing under the filter. */
  untyped: '不按教育类型分',
  points: (tenths: number): string =>
    tenths === 0 ? '持平' : `${tenths > 0 ? '＋' : '－'}${(Math.abs(tenths) / 10).toFixed(1)}`,
} as const;

/** The table by unit, kind, phase or type. */
export const figuresTableText = {
  by: '分组',
  tabs: { unit: '按单位', kind: '按单位类别', phase: '按环节', type: '按教育类型' },
  heads: { unit: '单位', kind: '单位类别', phase: '环节', type: '教育类型' },
  foot: {
    unit: '按单位排序号，不排名；合计＝Σ分子/Σ分母；人次按上课那天、人按截止日所在单位算，问题和动作按责任单位算。',
    kind: '没有标类别的单位随上级单位；合计＝Σ分子/Σ分母。',
    phase:
      '场次和动作按所属环节，轮次按开始日、问题按首次下达日、谈话按谈话日落在哪个环节算；在岗人数每行都是全体，所以按人算的指标各行不相加。',
    type: '一场兼有几类教育的，每一类各算一次，所以各行不相加；普及率只问这一类。',
  },
  noKind: '未标类别',
  optional: '选修',
  /** What the names of types end in; heads of narrow columns go without it. */
  typeEnd: /教育$/,
  into: (name: string): string => `看${name}的下级单位`,
  open: (row: string, figure: string, part: FigurePart, count: number): string =>
    `${row} ${figure} ${parts[part]} ${count}，打开这些行`,
  figureNone: '这个筛选下没有这类指标。',
} as const;

/** Charts, each with its table beside it. */
export const figuresChartText = {
  charts: '图',
  tabs: { trend: '走势', participation: '各单位参与率', backlog: '补课欠账', coverage: '普及差谁' },
  trendNote: '每周一点，%',
  week: '截至',
  backlogName: '还欠补课',
  saveSvg: '存为矢量图',
  savePng: '存为图片',
  saved: (name: string): string => `已存为 ${name}`,
  fileName: (chart: string, day: string): string => `${chart}-${day}`,
  foot: {
    trend: '每一点按那一天算，都按今天所知；最后一点是截止日，空心，还会变。',
    participation: '按单位排序号，不排名；首次与含补课同一批场次。',
    backlog: '请假和缺席的人次减去免补和补课已确认的；按缺课那天所在单位算。',
    coverage: '每格是这一类还没有到过课的在岗人数；选修类型不计入普及率。',
  },
  missing: (people: number): string => `差${people}`,
  full: '齐',
  people: '在岗',
  empty: '这个筛选下还没有可以画的数。',
  drawn: (name: string): string => `${name}的图，数据在旁边的表里`,
  loading: '正在画图…',
} as const;

/** The rows that a number counts. */
export const figureRowsText = {
  title: (figure: string, day: string): string => `${figure} · 截至${dayOf(day)}`,
  parts,
  part: (part: FigurePart, count: number, of: keyof typeof counted): string =>
    `${parts[part]} ${count} ${counted[of]}`,
  label: '这个数字的行',
  choose: '看哪一部分',
  columns: {
    session: '场次',
    day: '日期',
    name: '姓名',
    unit: '单位',
    mark: '考勤',
    makeup: '补课',
    on: { selfInspectionCoverage: '填报日', talkCoverage: '首次谈话', coverage: '' },
    number: '编号',
    problem: '问题表现',
    state: '当日状态',
    due: '时限',
    applied: '申请销号',
    action: '动作',
    phase: '环节',
    done: '完成日',
  },
  nameless: '（未上报姓名）',
  noUnit: '—',
  empty: '这一部分没有行。',
  close: '关闭',
  open: '双击或回车打开所在页',
} as const;
