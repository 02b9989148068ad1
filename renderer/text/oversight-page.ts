import type { ReportingState, RowChange } from '../../shared/vocabulary/oversight-words.ts';
import type { Rhythm } from '../../shared/vocabulary/period-words.ts';
import { dayOf } from './frame.ts';
import { reportingStateWords } from './words.ts';

/** When offices report to a group, how they compare, and what a bundle brought. */
export const overviewTabs = {
  label: '总览看什么',
  tabs: { overview: '指标总览', grid: '报送情况', comparison: '指标对比' },
  asOf: '截至',
  reportedDays: '下级上报的截止日',
  import: '收一批包',
  save: '导出所见',
  saved: (file: string): string => `已存为 ${file}`,
} as const;

/** 4.12—4.18 */
function span(from: string, until: string): string {
  return `${short(from)}—${short(until)}`;
}

function short(day: string): string {
  const [, month, date] = day.split('-').map(Number);
  return `${month}.${date}`;
}

export const gridText = {
  title: '单位 × 报送期',
  note: (rhythm: Rhythm, graceDays: number): string =>
    `${rhythm === 'weekly' ? '每周一期，星期一至星期日' : '每月一期'}；期满后 ${graceDays} 天内收到算按时`,
  office: '单位',
  dataUntil: '数据截至',
  never: '从未报送',
  span,
  dueOn: (day: string): string => `${short(day)} 前报`,
  month: (day: string): string => `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月`,
  late: (days: number): string => `迟${days}天`,
  gap: (missing: readonly number[]): string =>
    missing.length > 3
      ? `断${missing[0]}—${missing.at(-1)}号`
      : `断${missing.map((number) => `${number}`).join('、')}号`,
  early: (sequence: number): string => `已来第${sequence}号`,
  legend: {
    onTime: '按时',
    late: '迟报天数',
    missing: '没有收到',
    nil: '没有新增',
    gap: '缺该号，迟到',
    quarantined: '同号内容不同',
  },
  reported: '已报/应报',
  none: '—',
  earlier: '更早',
  later: '更晚',
  toNow: '回到今天',
  remind: (count: number): string => (count > 0 ? `催报函（${count} 个单位）` : '催报函：没有欠报'),
  cell: (office: string, period: string, said: string): string => `${office}，${period}，${said}`,
  definition:
    '口径：数据截止日到了一期最后一天的第一个包算报到，按本机收到的日期算早晚；斜纹为还没有要求。后来补到缺号，断号变为迟报。',
  keys: '方向键移动，回车看这一期的包',
} as const;

export const cellText = {
  title: (office: string, period: string): string => `${office} · ${period}`,
  state: (state: ReportingState): string => reportingStateWords[state],
  says: {
    onTime: '这一期已经按时报到。',
    nil: '这一期按时作了零报告：单位说明没有新增情况。',
    late: '这一期已经报到，但收到时过了应报日期。',
    gap: '这一期由后面的包补报，中间的包没有收到；数据是全的，缺的号收到后自动补上。',
    quarantined: '收到同一包号、内容不同的包，已隔离，没有计入。管理员了结以前，这个单位的新包收不进来。',
    missing: '过了应报日期，还没有收到数据到这一期最后一天的包。已收的数据不受影响。',
    notDue: '还没有到应报日期。',
    notExpected: '这一期结束时还没有登记这个单位的公钥，不要求报送。',
  } satisfies Record<ReportingState, string>,
  dueOn: '应报日期',
  bundle: '包号',
  sequence: (sequence: number): string => `第${sequence}号`,
  asOf: '数据截至',
  receivedOn: '收到日期',
  daysLate: '已迟',
  days: (days: number): string => `${days} 天`,
  missing: '没有收到的号',
  missingNumbers: (numbers: readonly number[]): string => numbers.map((one) => `第${one}号`).join('、'),
  nil: '零报告',
  nilSaid: '单位说明没有新增情况',
  bookState: '台账状态',
  hash: '文件校验码',
  toChanges: '这一包改了什么',
  toReminder: '写催报函',
  toQuarantine: '看隔离的包',
  toExchange: '到收发登记',
  close: '关闭',
} as const;

export const comparisonText = {
  title: '指标对比',
  figure: '比较哪一项指标',
  chart: (figure: string): string => `各单位${figure}`,
  office: '单位',
  dataUntil: '数据截至',
  rate: '率',
  numerator: '分子',
  denominator: '分母',
  leftOut: '不计',
  leftOutAs: (reason: string): string => `不计入合计：${reason}`,
  total: '合计',
  totalLine: (text: string): string => `合计 ${text}`,
  noData: '无数据',
  point: (text: string, numerator: number, denominator: number): string =>
    `${text}  ${numerator}/${denominator}`,
  pointLeftOut: (said: string): string => `${said} 不计`,
  counted: (counted: number, all: number): string => `计入 ${counted}/${all} 个单位，Σ分子/Σ分母`,
  foot: '按单位代码排列，不排名；虚线＝合计；空心条＝数据没有到截止日，不计入合计。',
  definition: '口径：',
  print: '打印…',
  empty: '还没有报送单位。收进第一个包后，各单位列在这里。',
} as const;

export const changesText = {
  from: '从',
  to: '到',
  bundle: (sequence: number, asOf: string): string => `第${sequence}号（截至 ${dayOf(asOf)}）`,
  ofEpoch: (epoch: number, said: string): string => `第${epoch}代 ${said}`,
  tooFew: '收进两个包以后，才能比较两包之间改了什么。',
  busy: '正在比对两包……',
  registers: '各登记簿的变化',
  registersNote: '前后两包之间，逐行比对',
  columns: {
    register: '登记簿',
    before: '原有',
    added: '新增',
    changed: '变更',
    deleted: '删除',
    after: '现有',
  },
  onlyChanged: (unchanged: number): string =>
    unchanged > 0
      ? `另有 ${unchanged} 个登记簿没有变化；现有＝原有＋新增－删除。`
      : '现有＝原有＋新增－删除。',
  nothing: '这两个包之间，登记簿的内容没有变化。',
  change: { added: '新增', changed: '变更', deleted: '删除' } satisfies Record<RowChange, string>,
  items: '问题整改',
  sessions: '学习场次',
  figures: '指标',
  figuresNote: '收包当时算出的数',
  figuresNone: '这两个包收进来时没有存下指标。',
  itemColumns: { change: '变化', number: '编号', problem: '问题表现', state: '状态', due: '时限' },
  sessionColumns: { change: '变化', day: '日期', title: '场次', state: '状态' },
  figureColumns: { figure: '指标', before: '前一包', after: '后一包', change: '变化' },
  parts: (numerator: number, denominator: number): string => `${numerator}/${denominator}`,
  points: (tenths: number): string => {
    if (tenths === 0) return '持平';
    return `${tenths > 0 ? '＋' : '－'}${(Math.abs(tenths) / 10).toFixed(1)} 点`;
  },
  arrow: (before: string, after: string): string => `${before} → ${after}`,
  shown: (shown: number, total: number): string =>
    shown < total ? `先列前 ${shown} 条，共 ${total} 条` : `共 ${total} 条`,
  none: '没有变化',
} as const;
