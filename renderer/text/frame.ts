import type { InstallationRole } from '../../shared/vocabulary/words.ts';
import { accountRoleWords, installationRoleWords } from './words.ts';

/** Sentences of notices that any page can show. */
export const noticeText = {
  refused: '没有办成',
  conflict: (by: string | null, at: string | null): string =>
    by && at ? `${by} ${timeOf(at)} 改了这一条` : '别人先改了这一条',
  mineIsKept: '您写的内容还在，没有丢，也没有保存。',
  saveMine: '在新内容上保存我的',
  discardMine: '放弃我的',
  cancel: '取消',
  cancelLeaves: '取消后和没做之前一样',
  close: '关闭',
  dismiss: '知道了',
  undo: '撤销',
} as const;

export const signText = {
  mine: '轮到我',
  whose: { clerk: '录入员', reviewer: '县审核人', unit: '责任单位', group: '市指导组' },
  returned: '退回后整改中',
  warning: '注意',
  overdue: (days: number): string => `逾期${days}天`,
  dueToday: '今天到期',
  daysLeft: (days: number): string => `还剩${days}天`,
  /** 4月12日; the year stands where it is another one than the campaign's. */
  day: (date: string): string => dayOf(date),
} as const;

export const frameText = {
  program: '教育整顿台账',
  navigation: '栏目',
  pages: {
    workList: '工作台',
    personnel: '花名册',
    study: '学习教育',
    selfInspection: '自查自纠',
    rectification: '问题整改',
    actions: '规定动作',
    evaluation: '三级评估',
    supporting: '谈话·制度·计数',
    offices: '报送总览',
    feedback: '反馈与退回',
    exchange: '数据交换',
    groupExchange: '收包与发包',
    figures: '报表',
    campaign: '方案',
    system: '系统',
  },
  installation: (role: InstallationRole): string => installationRoleWords[role],
  roles: accountRoleWords,
  demo: '演示数据',
  single: '单人模式',
  lock: '锁定',
  navigationHint: '数字＝轮到我办',
  navigationKeys: '＋数字换栏目',
  recoveryCode: '恢复码',
  phase: '环节',
  anyPhase: '环节：不限',
  phaseDay: (name: string, day: number): string => `${name} · 第${day}天`,
  phaseOver: (name: string): string => `${name} · 已完`,
  noSecrets: '禁止录入国家秘密',
  allSaved: (time: string | null): string => (time ? `已全部保存 ${time}` : '没有未保存的内容'),
  saving: '正在保存……',
  draftsKept: (count: number): string => `有 ${count} 份没写完，草稿已留存`,
  backupNone: '备份：还没有做过',
  backup: (when: string): string => `备份：${when}`,
  backupFailed: (last: string | null): string => (last ? `备份没有做成，上一次 ${last}` : '备份没有做成'),
  bundleNone: '数据包：还没有发过',
  bundleSent: (sequence: number, acknowledged: boolean): string =>
    `数据包：已发至第${sequence}号 · ${acknowledged ? '对方已收到' : '等对方回执'}`,
  bundleReceived: (sequence: number): string => `数据包：已收至第${sequence}号`,
  machineDate: (date: string): string => `本机日期 ${longDay(date)}`,
  closed: '台账没有打开',
  readOnly: '台账现在只能看，不能改',
  recoveryOpen: '恢复码还没有敲回核对，请管理员尽快完成。',
  notFound: '没有这个页面。',
  toWorkList: '回到工作台',
  undo: '撤销',
  notUndoable: '不能撤销',
  undone: (step: string): string => `已撤销：${step}`,
  lastStep: (step: string): string => `最近一步：${step}`,
  loading: '正在读取……',
  reload: '刷新',
} as const;

/** Lists whose columns can be made wider. */
export const tableText = {
  border: (column: string): string => `“${column}”列的右边线`,
  borderHint: '拖动或用 ← → 调整列宽，↑ ↓ 换一列，双击或回车恢复默认',
  width: (width: number): string => `宽 ${width}`,
  flexible: '随窗口',
  resetWidths: '恢复默认列宽',
} as const;

export const connectionText = {
  title: '没有连上台账程序',
  lost: '台账程序没有应答，已保存的内容不受影响；请看程序窗口是否还开着，然后重试。',
  openAgain: '请关闭本页，从桌面重新打开程序；已保存的内容不受影响。',
  retry: '重试',
  broken: '这一页没有显示出来',
  reload: '重新装载',
} as const;

const WEEKDAYS = ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'] as const;

/** `2021-04-12` as 4月12日. */
export function dayOf(date: string): string {
  const [, month, day] = date.split('-').map(Number);
  return `${month}月${day}日`;
}

/** `2021-04-12` as 2021年4月12日 星期一; without leading zeros, as official papers write dates. */
export function longDay(date: string): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const weekday = WEEKDAYS[new Date(Date.UTC(year, month - 1, day)).getUTCDay()];
  return `${year}年${month}月${day}日 ${weekday}`;
}

/** An instant on this PC's clock: 14:32 on the day itself, else 4月18日 17:40. */
export function timeOf(instant: string, today?: string): string {
  const at = new Date(instant);
  const pad = (number: number) => String(number).padStart(2, '0');
  const clock = `${pad(at.getHours())}:${pad(at.getMinutes())}`;
  const date = `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}`;
  return date === today ? clock : `${dayOf(date)} ${clock}`;
}
