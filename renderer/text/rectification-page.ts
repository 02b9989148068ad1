import type { ItemMove, ItemSource, ItemState } from '../../shared/vocabulary/words.ts';
import { dayOf } from './frame.ts';
import {
  accountRoleWords,
  installationRoleWords,
  itemMoveWords,
  itemSourceWords,
  itemStateWords,
} from './words.ts';

/** The ledger of rectification items: its list, one item, its dialogs. */
export const ledgerText = {
  title: '问题整改台账',
  total: (count: number): string => `共 ${count} 条`,
  list: '问题整改台账',
  views: {
    all: '全部',
    open: '未销号',
    mine: '轮到我',
    overdue: '逾期',
    dueSoon: '三日内到期',
    returned: '退回返工',
    officeReview: '县级审核',
    groupReview: '待市级复核',
  },
  viewsLabel: '按办理情况看',
  /** Beside the views that the core counts: what came from above, and what still lacks content. */
  fromGroup: '市级来的',
  toComplete: '待补全',
  ownView: {
    save: '存为视图',
    remove: '删除此视图',
    saved: (title: string): string => `已存为视图“${title}”`,
    removed: (title: string): string => `已删除视图“${title}”`,
    chooseFirst: '先选好筛选或分组，再存为视图',
    full: (most: number): string => `最多存 ${most} 个视图，请先删除一个`,
    searchNotKept: '搜索的文字和责任人不存进视图',
    plain: '自选视图',
  },
  retired: (name: string): string => `${name}（已停用）`,
  fromGroupWord: '来自市级',
  supervisedWord: '督办中',
  withBelow: '含下级',
  spans: { week: '七天内', month: '本月内', nextMonth: '下月内' },
  ownSpan: '自选日期……',
  spanFrom: '时限从',
  spanUntil: '时限到',
  spanOf: (from: string | undefined, until: string | undefined): string =>
    `${from ? dayOf(from) : ''}—${until ? dayOf(until) : ''}`,
  noGroup: '不分组',
  groupings: {
    unit: '按责任单位',
    source: '按来源',
    category: '按类别',
    state: '按状态',
    whose: '按该谁办',
    owner: '按责任人',
  },
  groupsTitle: (by: string): string => `${by}的条数`,
  groupNone: '（未填）',
  groupAll: '合计',
  groupCounts: (overdue: number, dueSoon: number, closed: number): string =>
    `逾期 ${overdue}，三日内 ${dueSoon}，已销号 ${closed}`,
  groupOverdue: (count: number): string => `逾期${count}`,
  chosen: (count: number): string => `已选 ${count} 条`,
  choose: (number: string): string => `选择 ${number}`,
  chooseAll: '全选筛选出的问题',
  chooseAllHint: (most: number): string => `全选筛选出的问题（一次最多 ${most} 条）`,
  choosing: '正在选取……',
  chosenMost: (most: number, total: number): string => `一次最多选 ${most} 条，共 ${total} 条，其余没有选上`,
  unchoose: '取消选择',
  chooseKeys: '空格选一条，Shift 加方向键或点击选一段',
  supervised: '督',
  supervisedHint: (since: string, reason: string): string => `${dayOf(since)}起督办：${reason}`,
  more: {
    review: '逐条审核',
    reviewCount: (count: number): string => `逐条审核 ${count}`,
    progress: '进度和指标',
    import: '导入',
    paste: '可直接粘贴',
    print: '打印台账',
    printHint: '按现在的筛选打印问题整改台账（表5）；草稿没有编号，不列',
    notPrinted: '草稿、待补全、以后到期和要催问的清单没有对应的台账表；换一个筛选再打印',
  },
  search: '搜编号、问题、措施',
  searchLabel: '搜索问题',
  filters: {
    state: '状态',
    unit: '责任单位',
    phase: '下达环节',
    source: '来源',
    category: '类别',
    due: '时限',
    whose: '该谁办',
    group: '分组',
  },
  any: (filter: string): string => `${filter}：不限`,
  clear: '清除筛选',
  columns: {
    number: '编号',
    problem: '问题表现',
    due: '时限',
    state: '状态',
    whose: '该谁办',
    unit: '责任单位',
    source: '来源',
    category: '类别',
    leader: '责任领导',
    owner: '责任人',
    evidence: '佐证',
    measures: '整改措施',
    applied: '申请',
    closed: '销号',
    reworked: '返工',
  },
  numberless: '未编号',
  shown: (shown: number, total: number): string => `显示 ${shown} / ${total} 条`,
  overdueCount: (count: number): string => `逾期 ${count}`,
  dueSoonCount: (count: number): string => `三日内 ${count}`,
  definition: '口径：',
  definitions: {
    fromGroup: '市级来的＝来源是市指导组反馈和上级督导、还没有销号的问题；销号须报市复核。',
    toComplete: '待补全＝已下达，但措施、责任人等还没有写全，不能开始整改的问题。',
    all: '全部＝台账里的每一条，含草稿和作废；编号由下达时给出，不重复使用。',
    open: '未销号＝不含已销号、长期坚持、合并、中止、作废，草稿在内；逾期按现行时限计，到期当日不算逾期。',
    mine: '轮到我＝下一步该由本账户的角色办理的问题。',
    overdue: '逾期＝现行时限已过仍在整改，或申请销号晚于时限；到期当日不算逾期。',
    dueSoon: '三日内到期＝现行时限在今天起三天以内，含今天；已逾期的不在内。',
    returned: '退回返工＝被县级或市级退回、现在整改中的问题。',
    officeReview: '县级审核＝已申请销号、等县审核人通过或退回的问题。',
    groupReview: '待市级复核＝已报市、等市指导组确认的问题；不算逾期。',
  },
  empty: '台账里还没有问题。下达后给编号，时限、状态和该谁办都会列在这里。',
  emptyReadOnly: '该单位的台账里还没有问题。',
  nothingFound: '没有符合条件的问题。',
  showAll: '看全部',
  problemBlank: '（尚未写明）',
  create: '新增问题',
  chooseOffice: '请先选一个单位，再看它的台账。',
  toOffices: '到报送总览选单位',
} as const;

/** Forms about one item, with what they are called on a button. */
export const itemForms = {
  closureApplication: '销号申请审批表',
  supervisionNotice: '督办单',
  reworkNotice: '返工通知单',
} as const;

export const itemText = {
  print: '打印',
  panel: (number: string): string => `问题 ${number}`,
  close: '收起',
  nextRow: '上下条',
  returnedBy: {
    return: (on: string): string => `县级退回理由（${dayOf(on)}）`,
    returnForRework: (on: string): string => `市指导组退回理由（${dayOf(on)}）`,
  },
  newDue: (on: string): string => `新时限 ${dayOf(on)}。`,
  firstDue: (on: string): string => `原时限 ${dayOf(on)}`,
  pairs: {
    due: '时限',
    responsible: '责任',
    source: '来源',
    measures: '措施',
    progress: '进展',
    evidence: '佐证',
    applied: '申请',
    closed: '销号',
    repeats: '重复',
    merged: '并入',
  },
  leader: (name: string): string => `领导 ${name}`,
  owner: (name: string): string => `责任人 ${name}`,
  reworked: (times: number): string => `返工${times}次`,
  notGiven: '未填',
  group: installationRoleWords.group,
  office: installationRoleWords.office,
  program: '程序',
  edit: '修改',
  more: '更多办理',
  less: '收起',
  /** 县级审核、退回 … : why they are not offered now. */
  blocked: (moves: readonly ItemMove[], because: string): string =>
    `${moves.map(moveTitle).join('、')}：${because}`,
  byRole: (roles: readonly (keyof typeof accountRoleWords)[]): string =>
    `由${roles.map((role) => accountRoleWords[role]).join('或')}办理。`,
  ownApplication: '申请人不能审自己申请的，请换另一账户。',
  upward: (source: ItemSource): string => `来源是${itemSourceWords[source]}，须报市复核才能销号。`,
  dueOver: '时限已过，先修改时限。',
  missing: (fields: readonly string[]): string => `先补填${fields.map(fieldName).join('、')}。`,
  waitsForGroup: '已报市，等市指导组确认或退回；县里只能撤回。',
  readOnly: '这里只看；要退回或确认，请在“反馈与退回”里起草。',
  noMoves: '现在没有要办的事。',
} as const;

export const itemFormText = {
  create: '新增问题',
  edit: (number: string): string => `修改问题 ${number}`,
  draftNote: '先存为草稿，不编号；由审核人下达时给编号。带 * 的下达前都要填齐。',
  fixedNote:
    '已下达：问题表现、来源和已填的类别、单位、时限不能再改；时限要改请办延期，内容有误请作废后重新下达。',
  saveDraft: '存为草稿',
  fields: {
    source: '问题来源',
    category: '类别',
    problem: '问题表现',
    measures: '整改措施',
    unit: '责任单位',
    leader: '责任领导',
    owner: '责任人',
    dueOn: '时限',
    repeats: '重复的问题',
  },
  repeatsHint: '只能关联已销号的问题，可按编号或文字查找。',
  noneFound: '没有找到可选的问题。',
  created: '已存为草稿，等审核人下达。',
  updated: '已保存。',
  theirs: '对方：',
  mine: '我的：',
  blank: '（空）',
} as const;

export const moveFormText = {
  title: (move: ItemMove, number: string): string => `${moveTitle(move)}：${number}`,
  on: '办理日期',
  onHint: '纸面办理的那一天，不能晚于今天。',
  reason: '理由',
  evidenceNumber: '佐证材料编号',
  mergedInto: '并入的问题',
  mergedIntoHint: '按编号或文字查找仍有效的问题。',
  newDueOn: '延期后的时限',
  newDueHint: (due: string): string => `现行时限 ${dayOf(due)}，要比它晚；原时限仍然列出。`,
  now: (state: ItemState): string => `现在的状态：${itemStateWords[state]}`,
  done: (move: ItemMove, number: string | null): string =>
    `${number ?? ledgerText.numberless} 已${DONE[move] ?? itemMoveWords[move]}`,
  /** What cannot be taken back, and what can only be taken back by another move, is said beforehand. */
  beforehand: {
    issue: '下达即给编号，编号收不回来；下达后问题表现和来源不能再改，有误只能作废重来。',
    apply: '申请后内容不能修改；要改，先撤回。',
    approve: '通过即销号。不能撤销，要再办只能由审核人写明理由重启。',
    reportUp: '报出后由市指导组确认或退回，县里只能撤回。',
    return: '退回计入返工次数，不能撤销。',
    merge: '合并后不再单独催办；可以撤销合并。',
    void: '作废不能恢复；编号保留，不再给别的问题用。',
    reopen: '重启后回到整改中，销号日期取消。',
    keepLongTerm: '长期坚持的不再催办，仍计入整改总数；可以恢复。',
    suspend: '中止的不再催办，也不计入整改总数；可以恢复。',
    extend: '原时限一直列出，按期率两种都算；没有再改动之前可以撤销。',
  } as Readonly<Partial<Record<ItemMove, string>>>,
} as const;

/** Buttons name what is done to the item, where the bare word of the move would leave it open. */
const TITLES: Readonly<Partial<Record<ItemMove, string>>> = {
  start: '开始整改',
  withdraw: '撤回申请',
  approve: '通过销号',
};

const DONE: Readonly<Partial<Record<ItemMove, string>>> = {
  start: '开始整改',
  approve: '销号',
  keepLongTerm: '转为长期坚持',
  reportUp: '报市复核',
};

export function moveTitle(move: ItemMove): string {
  return TITLES[move] ?? itemMoveWords[move];
}

function fieldName(field: string): string {
  const names: Readonly<Record<string, string>> = itemFormText.fields;
  return names[field] ?? field;
}
