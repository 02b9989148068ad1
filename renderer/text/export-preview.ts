import type { ExportReason } from '../../shared/vocabulary/period-words.ts';

export type ExportGroup =
  | 'roster'
  | 'study'
  | 'attendance'
  | 'selfInspection'
  | 'rectification'
  | 'actions'
  | 'supporting'
  | 'evaluation'
  | 'weekly'
  | 'campaign'
  | 'feedback'
  | 'feedbackEcho'
  | 'figures'
  | 'period'
  | 'namedPeople'
  | 'namedAttendance'
  | 'namedFilings'
  | 'other';

/** What leaves of a ledger, under which name people stand in it, and what stays at home. */
const GROUPS: Readonly<Record<ExportGroup, { title: string; names: string; scope: string }>> = {
  roster: { title: '花名册', names: '化名', scope: '归属，不带职务编制' },
  study: { title: '学习场次', names: '—', scope: '不带主持人' },
  attendance: { title: '考勤', names: '化名', scope: '到假缺免，不带事由' },
  selfInspection: { title: '自查自纠', names: '化名', scope: '不带摘要' },
  rectification: { title: '问题整改', names: '含责任人', scope: '已下达的，全部' },
  actions: { title: '规定动作', names: '—', scope: '全部' },
  supporting: { title: '制度与月度计数', names: '—', scope: '不带谈话' },
  evaluation: { title: '三级评估', names: '—', scope: '已冻结的' },
  weekly: { title: '周报', names: '—', scope: '已冻结的' },
  campaign: { title: '活动方案', names: '—', scope: '全部' },
  feedback: { title: '反馈与回报', names: '—', scope: '全部' },
  feedbackEcho: { title: '交还的反馈', names: '—', scope: '对方账里丢了的原件' },
  figures: { title: '各单位指标', names: '—', scope: '分子分母' },
  period: { title: '报告周期', names: '—', scope: '起止、零报告、关账' },
  namedPeople: { title: '花名册', names: '姓名', scope: '姓名、所在单位，不带职务编制' },
  namedAttendance: { title: '学习考勤', names: '姓名', scope: '场次、到缺、假别、补课，不带事由' },
  namedFilings: { title: '自查自纠', names: '姓名', scope: '填报与否、有无问题，不带摘要' },
  other: { title: '其他', names: '—', scope: '全部' },
};

const WHY: Readonly<Record<ExportReason, string>> = {
  firstBundle: '全量：给这个单位出的第一个包',
  newEpoch: '全量：换了新账之后的第一个包',
  notAcknowledged: '全量：出过的包还没有一个收到回执',
  asked: '全量：按要求全部重新带一遍',
  incremental: '增量',
  withNames: '含姓名：单独一份，不并入对方台账，也不代替平常的包',
};

export const exportPreviewText = {
  title: (sequence: number): string => `第${sequence}号带走什么`,
  why: (why: ExportReason): string => WHY[why],
  since: (sequence: number, day: string): string => `只带第${sequence}号（${day}）以来的改动`,
  group: (group: ExportGroup) => GROUPS[group],
  columns: {
    group: '台账',
    added: '新增',
    changed: '变更',
    deleted: '作废',
    names: '姓名',
    scope: '内容范围',
  },
  sum: (rows: number): string => `合计 ${rows} 行`,
  size: (bytes: number): string =>
    bytes < 1024 ? `封好 ${bytes} 字节` : `封好约 ${Math.round(bytes / 1024).toLocaleString('zh-CN')} KB`,
  only: (name: string): string => `只有${name}能打开`,
  nothing: '没有改动，包里只有回执和名单核对。',
  asking: '正在算这个包带走什么……',
  changedToo: '归属、方案等整段带的不分新增，都算变更',
  nil: '作零报告（本期无新增、无变更）',
  nilNot: '上一个包以来有改动，不能作零报告',
  period: (from: string | null, until: string, closed: boolean): string =>
    `报告周期 ${from === null ? '至' : `${from}—`}${until}${closed ? '，已关账' : ''}`,
  owed: (count: number, from: string, until: string): string => {
    const which =
      count === 1 ? `上一周期（${from}—${until}）` : `${from}以来有 ${count} 个周期（到${until}）`;
    return `${which}已经结束，还没有报过；照现在的数据截止日，这个包报的是本周期。`;
  },
  lastEnd: (day: string): string => `改为截至上一周期末（${day}）`,
  periodNil: '已报过零报告',
} as const;
