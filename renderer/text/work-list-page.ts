import type { InstallationRole, Whose } from '../../shared/vocabulary/words.ts';
import { dayOf, frameText, longDay, timeOf } from './frame.ts';
import { accountRoleWords } from './words.ts';

const { pages } = frameText;

export const workListText = {
  title: pages.workList,
  today: (today: string): string => longDay(today),
  phase: (name: string, day: number, endsOn: string, left: number): string =>
    left === 0 ? ` · ${name}第${day}天，今天结束` : ` · ${name}第${day}天，离${dayOf(endsOn)}还有${left}天`,
  refresh: frameText.reload,

  matrix: {
    title: '谁在等谁',
    note: '每个数字点开就是那几条',
    matter: '事项',
    hint: '下一步',
    none: '—',
    total: '合计',
    definition: '口径：每件只算一次，算在下一步该办的人名下',
    leftOut: '没有列出的事项，现在一件也没有。',
    cell: (row: string, column: string, count: number): string => `${row}，${column}：${count}`,
    /** Steps of one piece of work in one cell, each a number of its own. */
    and: '＋',
    part: (row: string, matter: string): string => `${row}（${matter}）`,
    list: (matter: string, round: string | null): string => (round ? `${matter} · ${round}` : matter),
    mine: '轮到我',
    columns: { clerk: '录入员', reviewer: '县审核人', unit: '报送单位', group: '市指导组' },
    /** Inside a group the moves are parted among its own people. */
    inGroup: (isLeader: boolean): string => (isLeader ? '经办' : accountRoleWords.leader),
    empty: '现在没有等着办的事。排了场次、开了轮次、下达了问题，该谁办都会列在这里。',
    emptyGroup: '现在没有等着办的事。县里报来待复核的问题，和等组长放行的反馈，都会列在这里。',
    emptyAdministrator: '没有等对方回执的数据包。',
    toFigures: '去看报表',
    toExchange: '去数据交换',
  },

  registers: {
    personnel: pages.personnel,
    study: pages.study,
    selfInspection: pages.selfInspection,
    rectification: pages.rectification,
    actions: pages.actions,
    evaluation: pages.evaluation,
    weeklyReports: pages.figures,
    exchange: pages.exchange,
  },

  rows: {
    sessionHeld: { name: '场次到了日子', hint: '举行了就登记，没有举行就取消' },
    sessionMarked: { name: '场次没登记完', hint: '把每个人登记完，余下的可以一次记出席' },
    sessionReviewed: { name: '场次提交和审核', hint: '登记完的提交，提交了的审核' },
    sessionReturned: { name: '场次退回', hint: '按退回理由改好，再提交', tone: 'danger' },
    sessionDiffering: { name: '名单差异', hint: '任职后来有更正的已审核场次，更正后采纳' },
    makeup: { name: '补课', hint: '补了的登记日期和材料，登记了的确认' },
    filing: { name: '填报', hint: '催收、录入纸质表，录入了的审核' },
    filingReturned: { name: '填报退回补充', hint: '补齐后重新填报', tone: 'danger' },
    filingClosed: { name: '填报处置归档', hint: '逐项转整改、移交或注明无需，再归档' },
    actionsOverdue: {
      name: '动作逾期',
      hint: '办了的补登完成日期和佐证；不再开展的请审核人办理',
      tone: 'danger',
    },
    actionsDueSoon: { name: '动作三日内到期', hint: '时限在今天起三天以内，办完登记佐证', tone: 'warn' },
    evaluationOrders: {
      name: '评估责令事项',
      hint: '按时限补课、返工；办完的自动销账，其他的登记日期和文号',
      tone: 'warn',
    },
    weekOpen: { name: '周报没有冻结', hint: '过完的一周冻结周报，数字就定下来', tone: 'warn' },
    itemDraft: { name: '草稿没下达', hint: '写全必填内容，再由审核人下达' },
    itemOverdue: { name: '逾期', hint: '先办这些；办不完的写明原因申请延期', tone: 'danger' },
    itemDueSoon: { name: '三日内到期', hint: '现行时限在今天起三天以内', tone: 'warn' },
    itemToComplete: { name: '下达后待补全', hint: '写全措施、责任人和时限，才能开始整改' },
    itemLater: { name: '时限在后', hint: '时限还早，或者还没有时限' },
    itemReviewed: { name: '销号审核和复核', hint: '县里通过或退回，报市的等确认' },
    itemFollowUp: { name: '督办待跟进', hint: '到了约定的跟进日期，问一问进展并记下来' },
    evaluationDraft: { name: '评估等冻结', hint: '组长冻结以后才会装进反馈包' },
    remarkUnread: { name: '提示没有阅办', hint: '看过点“已阅”，要说明的写回复，随下一个包报回' },
    templateWaiting: { name: '下发模板待定', hint: '先看会改动什么，再采纳，或者写明理由不采纳' },
    feedback: { name: '反馈等放行', hint: '组长放行以后才会装进反馈包' },
    bundle: { name: '没有回执', hint: '对方收到并导入后，回执随下一个包来' },
  },

  mine: {
    title: '轮到我 · 按时限',
    note: '问题整改',
    label: '轮到我办的问题，按时限从近到远',
    tabsLabel: '看哪些问题',
    tabs: { all: '全部', urgent: '逾期和三日内', returned: '退回' },
    columns: { due: '时限', subject: '要办的事', number: '编号', unit: '单位', state: '状态' },
    numberless: '未编号',
    subjectBlank: '（尚未写明）',
    foot: (count: number): string => `共 ${count} 条，先列有时限的；逾期、三日内按现行时限算，划线的是原时限`,
    empty: {
      all: '轮到您的问题都办完了。',
      urgent: '没有逾期和三日内到期的问题。',
      returned: '没有退回给您的问题。',
    },
    showAll: '看全部',
    toLedger: '去问题整改台账',
  },

  timeline: {
    title: '环节',
    label: '活动的各个环节',
    months: (month: number): string => `${month}月`,
    today: (today: string): string => `今天 ${dayOf(today)}`,
    span: (beginsOn: string, endsOn: string): string => `${dayOf(beginsOn)}—${dayOf(endsOn)}`,
    over: '已完',
    now: (day: number): string => `第${day}天`,
    ahead: (days: number): string => `${days}天后开始`,
  },

  week: {
    title: '本周场次',
    note: (from: string, until: string): string => `${dayOf(from)}—${dayOf(until)}`,
    day: (date: string): string => `${WEEKDAYS[weekdayOf(date)]} ${Number(date.slice(8))}日`,
    empty: '本周没有安排场次。',
    more: (count: number): string => `还有 ${count} 场`,
  },

  safety: {
    title: '数据是否安全',
    backup: '备份',
    backupNone: '还没有做过',
    backupFailed: '当天的自动备份没有做成：',
    backUp: '立即备份',
    backingUp: '正在备份……',
    backedUp: (fileName: string): string => `备份已做好，并打开核对过：${fileName}`,
    age: (days: number): string => (days <= 0 ? '今天' : days === 1 ? '昨天' : `${days}天前`),
    sent: '交出的包',
    sentNone: '还没有交出过',
    numbered: (sequence: number, at: string): string => `第${sequence}号 ${timeOf(at).split(' ')[0]}`,
    acknowledged: '对方已收到',
    waiting: (days: number): string => (days > 0 ? `等回执 ${days} 天` : '等回执'),
    received: '收到的包',
    receivedNone: '还没有收到过',
    toExchange: '看明细',
    entries: '操作记录',
    count: (count: number): string => `${count.toLocaleString('zh-CN').replaceAll(',', ' ')} 条`,
    check: '核对',
  },
} as const;

const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const;

function weekdayOf(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay();
}

/** The head of a column of the matrix, for an account that is not the one to act. */
export function othersColumn(whose: Whose, role: InstallationRole, isLeader: boolean): string {
  const { columns, inGroup } = workListText.matrix;
  return role === 'group' && whose === 'group' ? inGroup(isLeader) : columns[whose];
}
