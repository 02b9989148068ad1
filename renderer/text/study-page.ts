import type { MakeupMove, SessionMove, SessionState } from '../../shared/vocabulary/words.ts';
import { dayOf } from './frame.ts';
import { sessionMoveWords } from './words.ts';

const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'] as const;

function weekdayOf(date: string): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return WEEKDAYS[new Date(Date.UTC(year, month - 1, day)).getUTCDay()] ?? '';
}

/** A person known by pseudonym only has no name here. */
export function nameOf({ name }: { readonly name: string | null }): string {
  return name ?? '（化名）';
}

export const studyText = {
  title: '学习教育',
  subtitle: '学习贯穿三个环节，场次按举行那天归环节',
  create: '新建场次',
  views: {
    all: '全部',
    mine: '轮到我',
    unmarked: '没登记完',
    toSubmit: '待提交',
    returned: '退回',
    toApprove: '待审核',
    differing: '待处理差异',
  },
  viewsLabel: '场次视图',
  search: '搜题目',
  phase: '环节',
  anyPhase: '环节：不限',
  list: '场次',
  columns: {
    day: '时间',
    title: '题目',
    state: '状态',
    whose: '该谁办',
    due: '应到',
    present: '实到',
    onLeave: '请假',
    absent: '缺席',
    unmarked: '未登记',
    rate: '出勤率',
    fraction: '实到/应到',
  },
  voluntary: '选训',
  weekday: (date: string): string => `星期${weekdayOf(date)}`,
  weekdayShort: weekdayOf,
  missing: (count: number): string => `差${count}人`,
  /** Why a session whose marks are all there does not count yet. */
  waits: { held: '待提交', submitted: '待审核', returned: '更正中' } as Readonly<
    Partial<Record<SessionState, string>>
  >,
  empty: '还没有学习场次。先建一场，再登记考勤。',
  emptyRead: '还没有学习场次，由录入员新建。',
  emptyFiltered: '没有符合条件的场次。',
  showAll: '显示全部场次',
  foot: (shown: number, total: number): string =>
    `显示 ${shown} / ${total} 场 · 口径：只算已审核的必训场次，斜线的不计入；含补课＝实到加已确认的补课`,
  correcting: (sessions: number): string => `更正中 ${sessions} 场，未计入`,
  firstTime: '(首次)',
  figuresLabel: '截至今天的参与情况',
  figures: {
    participationFirst: '参与率',
    participationWithMakeup: '含补课',
    makeupCompletion: '补课完成率',
    coverage: '普及率',
  },
} as const;

export interface PastMove {
  readonly move: string;
  readonly by: string | null;
  readonly effectiveOn: string;
  readonly reason: string | null;
}

/** One line of a session's story. */
export function pastMove({ effectiveOn, by, move, reason }: PastMove): string {
  const word = sessionMoveWords[move as SessionMove] ?? move;
  return [dayOf(effectiveOn), by, word, reason && `理由：${reason}`].filter(Boolean).join(' · ');
}

export const sessionText = {
  create: '新建学习场次',
  edit: '修改学习场次',
  created: '场次已建',
  saved: '场次已改',
  change: '修改',
  signInSheet: '打印签到表',
  reworkNotice: '返工通知单',
  makeupNotice: '补课通知单',
  packs: '发填报包',
  note: '带 * 的在安排之前填齐就行，先存成草稿也可以。',
  frozen: '名单已经定下，日期和应到人员不能再改。',
  fields: {
    title: '题目',
    phase: '环节',
    types: '教育类型',
    form: '形式',
    day: '日期',
    startsAt: '开始',
    endsAt: '结束',
    venues: '地点',
    chair: '主持人',
    batch: '批次',
    materialNumber: '材料编号',
    mandatory: '必训（计入参与率和普及率）',
    units: '应到单位（含下级单位）',
    action: '规定动作',
  },
  actionNone: '不对应规定动作',
  actionOf: (name: string, month: string | null): string =>
    month ? `${name}（${Number(month.slice(5))}月）` : name,
  fulfils: (action: string): string => `完成动作：${action}`,
  madeFor: (action: string): string => `对应动作（未关联）：${action}`,
  timeHint: '14:30',
  venuesHint: '主会场在前，几处用顿号隔开',
  /** Fields as they are read, not filled in. */
  said: {
    title: '题目',
    phase: '环节',
    types: '教育类型',
    form: '形式',
    day: '日期',
    startsAt: '开始',
    endsAt: '结束',
    venues: '地点',
    chair: '主持人',
    batch: '批次',
    mandatory: '必训或选训',
    materialNumber: '材料编号',
    units: '应到人员',
    action: '规定动作',
    people: '指定名单',
  },
  mandatory: '必训',
  voluntary: '选训',
  everybody: '全部单位当天在岗和借入的人员',
  named: (people: number): string => `按指定名单，${people} 人`,
  blank: '—',
  owed: '安排前要填',
  between: '、',
  theirs: (text: string): string => `现在存的：${text}`,
  mine: (text: string): string => `您写的：${text}`,
  noDay: '日期未定',
  venues: (venues: readonly string[]): string =>
    venues.length > 1 ? `${venues[0]}等${venues.length}处` : (venues[0] ?? ''),
  plan: '场次安排',
  history: '经过',
  past: pastMove,
  noList: {
    ahead: '举行之后名单才定下来，然后登记考勤。',
    cancelled: '这一场已经取消，不计入任何数字；要补办请新建一场。',
  },
} as const;

export const makeupText = {
  title: '补课',
  states: { pending: '待补', done: '已补待确认', leavers: '离岗待免补' },
  statesLabel: '补课办到哪一步',
  none: '没有要补的课。',
  label: '要补的课，按缺课的场次',
  people: (count: number): string => `${count} 人`,
  all: (title: string): string => `全选 ${title}`,
  choose: (name: string, unit: string, state: string): string => `选 ${name}，${unit}，${state}`,
  /** Where somebody belongs; once it was made good, when and upon what paper. */
  about: (row: {
    readonly unitName: string;
    readonly makeupOn: string | null;
    readonly makeupDocument: string | null;
    readonly hasLeft: boolean;
  }): string =>
    row.hasLeft
      ? `${makeupText.left} · ${row.unitName}`
      : row.makeupOn
        ? `${dayOf(row.makeupOn)}补 ${row.makeupDocument ?? ''} · ${row.unitName}`
        : row.unitName,
  chosen: (count: number): string => `已选 ${count} 人`,
  clear: '不选了',
  moves: {
    record: '登记已补…',
    confirm: '确认',
    reject: '退回…',
    waive: '免补…',
  } satisfies Record<MakeupMove, string>,
  titles: {
    record: '登记已补',
    confirm: '确认补课',
    reject: '退回补课',
    waive: '免补',
  } satisfies Record<MakeupMove, string>,
  on: '补课日期',
  document: '材料编号',
  reason: '理由',
  leftReason: '调离',
  left: '已离岗',
  missed: (rows: readonly { readonly session: string; readonly sessionTitle: string }[]): string => {
    const sessions = new Set(rows.map(({ session }) => session)).size;
    return sessions > 1 ? `缺 ${sessions} 场` : (rows[0]?.sessionTitle ?? '');
  },
  whose: (
    rows: readonly {
      readonly name: string | null;
      readonly session: string;
      readonly sessionTitle: string;
    }[],
  ): string =>
    `${makeupText.missed(rows)}：${rows.slice(0, 8).map(nameOf).join('、')}${rows.length > 8 ? `等 ${rows.length} 人` : ''}`,
  waiveSays: '免补后不再要求补课，也不计入补课完成率；要改只能更正这一场。',
  done: (move: MakeupMove, people: number): string =>
    ({
      record: `已登记补课 ${people} 人，待审核人确认`,
      confirm: `补课已确认 ${people} 人`,
      reject: `补课已退回 ${people} 人`,
      waive: `已免补 ${people} 人`,
    })[move],
  note: '可跨场勾选，一起集中补；审核人确认后才计入。',
} as const;

export const seriesText = {
  repeat: '按周重复，一次建好几场',
  every: '每几周一场',
  times: '共几场',
  suffix: '（第{n}场）',
  note: '每场的星期和时间相同，题目后面自动加“第几场”；建好后可以逐场修改，也可以一步撤销。',
  created: (count: number): string => `已建 ${count} 场`,
} as const;

const DIFFERENCE_WORDS = { missing: '漏在名单外', surplus: '不该在名单上', otherUnit: '单位不同' } as const;

export const differenceText = {
  notice: (count: number): string => `有 ${count} 人的去向后来改过，与这一场定下的名单不一致（待处理差异）。`,
  show: '查看',
  title: '待处理差异',
  why: '名单在举行时已定，不会自己改。要按现在的花名册改，由审核人“更正”后在这里采用；不采用就保持原样。',
  columns: { name: '姓名', kind: '差异', listed: '名单上的单位', onDay: '当天应在单位' },
  kinds: DIFFERENCE_WORDS,
  takeUp: (count: number): string => `采用这 ${count} 人的改动`,
  says: '漏的人按未登记加入，不该在的人连同考勤和补课一起移出，单位不同的按当天单位统计。可以撤销。',
  later: '要先由审核人更正，才能采用。',
  done: (count: number): string => `名单已按花名册改 ${count} 人`,
  close: '关闭',
  none: '没有差异。',
} as const;

export const expectedText = {
  label: '应到人员',
  byUnits: '按单位（含下级单位）',
  byList: '按名单',
  units: '应到单位',
  everyUnit: '不选＝全部单位当天在岗和借入的人员',
  people: '应到名单',
  choosePeople: '输入姓名查找，可选多人',
  person: (name: string | null, unit: string | null): string => [name, unit].filter(Boolean).join(' · '),
  paste: '也可以把姓名粘贴到这里，一行一个或用顿号隔开',
  add: (people: number): string => (people > 0 ? `加入 ${people} 人` : '加入名单'),
  notFound: (unknown: readonly string[], shared: readonly string[]): string =>
    [
      unknown.length > 0 && `花名册里没有：${unknown.join('、')}`,
      shared.length > 0 && `有同名，请在上面逐人选：${shared.join('、')}`,
    ]
      .filter(Boolean)
      .join('；'),
  count: (people: number): string => `名单 ${people} 人`,
} as const;
