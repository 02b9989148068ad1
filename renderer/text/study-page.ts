import type { RefusalFields } from '../../shared/vocabulary/refusal.ts';
import type { MakeupMove, Mark, SessionMove, SessionState } from '../../shared/vocabulary/words.ts';
import { dayOf, timeOf } from './frame.ts';
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

interface PastMove {
  readonly move: string;
  readonly by: string | null;
  readonly effectiveOn: string;
  readonly reason: string | null;
}

function pastMove({ effectiveOn, by, move, reason }: PastMove): string {
  const word = sessionMoveWords[move as SessionMove] ?? move;
  return [dayOf(effectiveOn), by, word, reason && `理由：${reason}`].filter(Boolean).join(' · ');
}

export const sessionText = {
  create: '新建学习场次',
  edit: '修改学习场次',
  created: '场次已建',
  saved: '场次已改',
  change: '修改',
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
  },
  timeHint: '14:30',
  venuesHint: '主会场在前，几处用顿号隔开',
  everyUnit: '不选＝全部单位当天在岗和借入的人员',
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
  states: { pending: '待补', done: '已补待确认' },
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
  }): string =>
    row.makeupOn ? `${dayOf(row.makeupOn)}补 ${row.makeupDocument ?? ''} · ${row.unitName}` : row.unitName,
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
  whose: (rows: readonly { readonly name: string | null; readonly sessionTitle: string }[]): string =>
    `${rows[0]?.sessionTitle ?? ''}：${rows.slice(0, 8).map(nameOf).join('、')}${rows.length > 8 ? `等 ${rows.length} 人` : ''}`,
  waiveSays: '免补后不再要求补课，也不计入补课完成率；要改只能更正这一场。',
  done: (move: MakeupMove, people: number): string =>
    ({
      record: `已登记补课 ${people} 人，待审核人确认`,
      confirm: `补课已确认 ${people} 人`,
      reject: `补课已退回 ${people} 人`,
      waive: `已免补 ${people} 人`,
    })[move],
  note: '勾选同一场的人一起办；审核人确认后才计入。',
} as const;

function moveName(move: SessionMove): string {
  return move === 'cancel' ? '取消场次' : sessionMoveWords[move];
}

export const attendanceText = {
  listLessExempt: (expected: number, exempt: number): string => `名单${expected} − 免到${exempt} ＝`,
  terms: { due: '应到', present: '实到', onLeave: '请假', absent: '缺席', unmarked: '未登记' },
  unitSums: (sums: {
    readonly due: number;
    readonly present: number;
    readonly onLeave: number;
    readonly absent: number;
    readonly unmarked: number;
  }): string =>
    `应到${sums.due} ＝ 实到${sums.present}＋请假${sums.onLeave}＋缺席${sums.absent}＋未登记${sums.unmarked}`,
  rest: (count: number): string => `其余${count}人记为出席`,
  restKey: '光标在这个单位时按 Shift+Enter 也一样',
  restAll: (count: number): string => `其余全部记为出席（${count}人）`,
  restOfUnit: '本单位其余出席',
  sheet: '签到表',
  units: '单位',
  unitsNote: '点单位名跳到该处',
  unmarkedShort: '未登',
  exceptions: '未到人员',
  reasonsMissing: (count: number): string => `事由必填，差 ${count} 人`,
  reasonsGiven: '事由已填齐',
  reason: '填事由',
  reasonOf: (name: string): string => `${name}的事由`,
  noExceptions: '没有请假、缺席或免到的人。',
  chosen: (count: number): string => `已选 ${count} 人`,
  chosenHint: (count: number): string =>
    count > 1 ? `按一个键，这 ${count} 人一次记好` : '按一个键记好，接着下一人',
  inUnit: (unit: string, from: number, to: number): string =>
    from === to ? `${unit} ${from}号` : `${unit} ${from}—${to}号`,
  acrossUnits: (unit: string, from: number, otherUnit: string, to: number): string =>
    `${unit} ${from}号 — ${otherUnit} ${to}号`,
  keys: {
    unmarked: '清除',
    present: '出席',
    video: '视频参加',
    late: '迟到',
    officialLeave: '公假',
    sickLeave: '病假',
    personalLeave: '事假',
    duty: '值班备勤',
    absent: '缺席',
    exempt: '免到',
    leave: '请假',
  } satisfies Record<Mark, string>,
  clear: '清除',
  move: '移动',
  range: '选一片',
  next: '下一个未登记',
  /** In the boxes of the sheet. */
  short: {
    video: '视频',
    late: '迟到',
    officialLeave: '公假',
    sickLeave: '病假',
    personalLeave: '事假',
    duty: '值班',
    absent: '缺席',
    exempt: '免到',
    leave: '请假',
  } satisfies Partial<Record<Mark, string>>,
  cellRest: (unit: string, mark: string): string => `，${unit}，${mark}`,
  unsaved: (count: number): string => `正在保存 ${count} 处 · 草稿已留存`,
  readOnly: (takesMarks: boolean): string => (takesMarks ? '当前账号只能看，不登记' : '这一场现在不能改考勤'),
  changed: (
    by: RefusalFields[string] | undefined,
    at: RefusalFields[string] | undefined,
    takesMarks: boolean,
  ): string =>
    `${by ? `${by} ` : '别人'}${typeof at === 'string' ? `${timeOf(at)} ` : ''}改过这一场，已重新读取。${takesMarks ? '您登记的已接着存上。' : ''}`,
  dismiss: '知道了',
  sentBack: (by: string | null, on: string, reason: string): string =>
    `${dayOf(on)}${by ? ` ${by} ` : ''}退回，理由：${reason}`,
  saveAgain: '再存一次',
  dropUnsaved: '放弃没存上的',
  notTaken: (count: number, last: PastMove | undefined): string =>
    `${last ? `${pastMove(last)}。` : ''}这一场现在不能登记考勤，有 ${count} 处没存上，还留着。`,
  /** Stands on a button that cannot be pressed now; the whole sentence is its title. */
  why: (code: string, unmarked: number): string => {
    if (code === 'session_unmarked') return `（差${unmarked}人）`;
    return WHY[code] ?? '（现在不能）';
  },
  moved: (move: string): string => `场次：${move}`,
  /** As buttons say it; 取消 alone would read as giving up. */
  moveName,
  moveTitle: (move: SessionMove, title: string): string => `${moveName(move)} · ${title}`,
  back: '返回',
  reasonLabel: '理由',
  /** What a move does that its name does not tell, or that cannot be taken back. */
  moveSays: {
    hold: '举行后，应到名单按当天在岗和借入的人员定下来，日期和应到单位不能再改，也不能退回到已安排。',
    cancel: '取消后不能恢复，也不能撤销；已登记的考勤不再计入。',
    return: '退回后录入员可以改考勤，改好再提交。',
    correct: '更正期间这一场不计入参与率，改好再提交、再审核。',
  } as Readonly<Partial<Record<SessionMove, string>>>,
} as const;

const WHY: Readonly<Record<string, string>> = {
  reasons_missing: '（事由未填齐）',
  missing_field: '（未填齐）',
  same_account: '（须另一账号）',
  session_day_ahead: '（未到日期）',
  nobody_expected: '（没有应到人员）',
};
