import type { PeriodState, Rhythm } from '../../shared/vocabulary/period-words.ts';

const RHYTHMS: Readonly<Record<Rhythm, string>> = { weekly: '按周（周一至周日）', monthly: '按月' };
const STATES: Readonly<Record<PeriodState, string>> = { open: '未关账', closed: '已关账' };
const MOVES: Readonly<Record<string, string>> = { close: '关账', reopen: '重开' };

export const periodsText = {
  title: '报告周期与关账',
  link: '周期与关账',
  subtitle: (until: string | null): string => (until === null ? '还没有关过账' : `已关账至 ${until}`),
  back: '回到数据交换',
  rhythm: '报告节奏',
  rhythmNote: (office: boolean): string =>
    office ? '零报告和关账按它划分日子' : '收报情况按它划分日子，各单位自己的设置不影响这里',
  kind: '报告周期',
  kinds: RHYTHMS,
  grace: '宽限天数',
  graceHint: '周期最后一天之后几天内送到，仍算按时',
  saveRhythm: '保存节奏',
  rhythmSaved: '报告节奏已保存',
  list: '各周期',
  columns: { days: '起止', said: '出包', state: '关账', last: '最近办理', act: '办理' },
  days: (from: string | null, until: string): string => (from === null ? `至 ${until}` : `${from}—${until}`),
  said: (on: string | null, nil: boolean): string => {
    if (on === null) return '还没有出包';
    return nil ? `${on} 零报告` : `${on} 已报`;
  },
  state: (state: PeriodState): string => STATES[state],
  last: (move: string, on: string, by: string | null): string =>
    [on, MOVES[move] ?? move, by].filter(Boolean).join(' '),
  because: (reason: string): string => `理由：${reason}`,
  foot: (count: number): string =>
    `共 ${count} 个周期；关账的日子里，场次、考勤、填报、问题、制度、计数都不能再改`,
  none: '还没有周期。出第一个包时自动记下；也可以直接关账。',
  close: '关账…',
  closeNeeds: '关账由审核人办理',
  closeTitle: '关账',
  until: '关到哪一天（含）',
  closing: (from: string | null, until: string): string =>
    from === null ? `${until} 及以前的日子全部关账` : `${from} 至 ${until} 关账，中间重开过的一并关上`,
  unfinished: (sessions: number, filings: number): string => {
    const parts = [
      sessions > 0 && `${sessions} 场学习还没有审核`,
      filings > 0 && `${filings} 份填报还没有审核`,
    ].filter(Boolean);
    return `${parts.join('、')}；关账后不能再办，要办就得重开。`;
  },
  allDone: '这段日子里的场次和填报都办完了。',
  effect:
    '关账后，业务日期在这段日子里的记录都锁住，不能新增、修改、撤销；市指导组的反馈照常执行。办错了由审核人写理由重开。',
  confirmClose: '关账',
  closed: (until: string): string => `已关账至 ${until}`,
  reopen: '重开…',
  reopenTitle: (days: string): string => `重开 ${days}`,
  reopenEffect: '重开后这段日子的记录可以改，改动随下一个包报出；改完请再关账。理由记入本机，不随包送出。',
  reason: '为什么重开',
  confirmReopen: '重开',
  reopened: '已重开，改完请再关账',
} as const;
