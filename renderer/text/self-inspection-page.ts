import type { FilingMatter, FilingMove } from '../../shared/vocabulary/words.ts';
import { dayOf } from './frame.ts';
import { accountRoleWords, filingMoveWords } from './words.ts';

/** The register of self-inspection: its round, the units, the entry of paper forms, the list. */
export const filingsText = {
  title: '自查自纠',
  round: '轮次',
  noPhase: '不在环节内',
  roundNamed: (number: number, name: string): string =>
    name.includes('轮') ? name : `第${number}轮 ${name}`,
  roundDates: (begins: string, ends: string): string => `${dayOf(begins)}—${dayOf(ends)}`,
  roundLeft: (days: number): string => (days === 0 ? '今天截止' : days > 0 ? `还剩${days}天` : '已截止'),
  roundBegins: (days: number): string => `${days}天后开始`,
  newRound: '新建轮次',
  review: (count: number): string => `审核 ${count}`,
  noRound: '还没有自查轮次。审核人新建一轮后，每个人填没填都列在这里。',
  noRoundYet: '还没有自查轮次，请审核人先新建一轮。',
  noRoundThere: '该单位还没有报来自查轮次。',
  expected: '应填',
  due: '待填报',
  coverage: '自查覆盖率',
  loading: '正在读取……',
} as const;

export const unitsText = {
  title: '各单位',
  note: '按单位顺序，不排名',
  unit: '单位',
  due: '未填',
  rate: '覆盖率',
  filed: '已填/应填',
  all: '全部单位',
  returned: (count: number): string => `退回补充 ${count} 人`,
  people: (count: number): string => `没有填报的 ${count} 人`,
  peopleNote: '点名字就录他',
  peopleNoteRead: '到目前为止',
  peopleMore: (shown: number): string => `只列前 ${shown} 人，点上面的单位看其余`,
  nobody: '都填报了。',
  nameless: '化名',
} as const;

export const entryText = {
  title: '录入纸质填报表',
  note: '存下后编号自动加一，日期同上一份；刚录错的可以撤销，再往后由审核人退回重录',
  paperNumber: '原件编号',
  person: '谁的',
  personHint: '打姓名查找',
  personNone: '没有待填报的人叫这个名字',
  nobodyNamed: '花名册里没有人叫这个名字',
  unit: '单位',
  filedOn: '填报日期',
  declared: '本人申明',
  category: '类别',
  categoryOf: (number: number): string => `第${number}项类别`,
  summary: '摘要',
  summaryOf: (number: number): string => `第${number}项摘要`,
  categoryHint: '打序号或文字选',
  count: (length: number): string => `${length}/200`,
  tooLong: '摘要最多200字，请缩短。',
  retired: (name: string): string => `${name}（已停用）`,
  addItem: '再加一项',
  dropItem: '删去这项',
  batch: '一批无问题…',
  save: '存下，录下一份',
  sealed: '摘要加封',
  sealedNote: '录入员、审核人能看，管理员不能；不随数据包出本机。',
  saved: (paper: string | null, name: string, declared: string): string =>
    `已存下：${[paper, name, declared].filter(Boolean).join(' ')}`,
} as const;

export const sealedText = {
  sign: '封',
  title: '摘要加封',
  whoReads: '摘要已加封：只有持有台账密钥的录入员、审核人能看，管理员任何时候都不能看。',
  lost: '有摘要加封、本账户看不到：保存后这些事项以下面写的为准，请照纸表把摘要重新录入，或换能看的账户办理。',
} as const;

export const listText = {
  title: '本轮填报',
  search: '搜姓名',
  searchLabel: '按姓名搜索填报',
  columns: {
    paperNumber: '原件编号',
    name: '姓名',
    unit: '单位',
    filedOn: '填报日期',
    declared: '申明',
    items: '事项',
    state: '状态',
    whose: '该谁办',
  },
  items: (count: number): string => `${count} 项`,
  notExpected: '不在应填之列',
  shown: (shown: number, all: number): string => `显示 ${shown} / ${all} 人`,
  only: (what: string): string => `只看：${what}`,
  matters: {
    filingDue: '待填报',
    filingReturned: '退回补充',
    filingToApprove: '待审核',
    filingItemOpen: '有事项待处置',
    filingToArchive: '可以归档',
  } satisfies Record<FilingMatter, string>,
  clear: '清除筛选',
  definition:
    '口径：覆盖率＝（已填报＋已审核＋归档）/ 应填；应填＝截止日在岗和借入人员；“无问题”算，退回补充不算。',
  empty: '没有符合条件的人。',
} as const;

export const filingText = {
  panel: (name: string): string => `${name}的填报`,
  close: '收起',
  nextRow: '上下条',
  pairs: { filedOn: '填报日期', declared: '本人申明', paperNumber: '原件编号', unit: '单位' },
  paperMissing: '未写',
  items: '事项',
  itemsNone: '本人申明无问题，没有事项。',
  summaryNone: '没有写摘要。',
  summaryGone: '摘要已清除。',
  toRectification: '打开整改问题',
  document: (number: string): string => `文号 ${number}`,
  history: '经过（谁、何时、做了什么）',
  program: '程序',
  movedBy: (who: string, move: string): string => `${who} ${filingMoveWords[move as FilingMove] ?? move}`,
  returnReason: (on: string): string => `退回理由（${dayOf(on)}）`,
  moves: {
    file: '重新填报',
    supplement: '补充事项',
    approve: '审核通过',
    return: '退回补充',
    archive: '归档',
  } satisfies Record<FilingMove, string>,
  approveBeforehand: '通过后不能撤销，之后只能由录入员补充。',
  archiveBeforehand: '归档后不能撤销，之后只能由录入员补充。',
  approveAndNext: '通过，看下一份',
  blocked: (moves: readonly string[], because: string): string => `${moves.join('、')}：${because}`,
  byRole: (role: keyof typeof accountRoleWords): string => `由${accountRoleWords[role]}办理。`,
  ownFiling: '录入人不能审自己录的，请换另一账户。',
  itemsOpen: '还有事项没有处置，处置完才能归档。',
  done: (name: string, move: FilingMove): string => `${name}：已${DONE[move]}`,
  disposeFirst: '审核通过后逐项处置：转整改、移交或无需。',
  allReviewed: '待审核的都看完了。',
} as const;

const DONE: Readonly<Record<FilingMove, string>> = {
  file: '重新填报',
  supplement: '补充，等审核人再审',
  approve: '审核通过',
  return: '退回补充',
  archive: '归档',
};

export const returnText = {
  title: (name: string): string => `退回补充：${name}`,
  note: '退回后不计入覆盖率，由录入员按新的纸表重新填报。',
  reason: '理由',
} as const;

export const refileText = {
  title: { file: (name: string) => `重新填报：${name}`, supplement: (name: string) => `补充事项：${name}` },
  note: {
    file: '下面是上次填的；保存后没有处置过的事项以这里的为准，再交审核人审核。',
    supplement: '自查从宽：补充的事项加在原有的后面，再交审核人审核；填报日期和覆盖率不变。',
  },
  save: '保存并交审核',
} as const;

export const disposeText = {
  title: {
    rectification: '转整改',
    handedOver: '移交',
    noAction: '无需处置',
  },
  actions: { rectification: '转整改…', handedOver: '移交…', noAction: '无需…' },
  note: {
    rectification: '台账里会多一条草稿，由审核人补齐后下达。摘要不带过去，请另写台账上的问题表现。',
    handedOver: '移交后这项的摘要立即抹去，只留文号。这一步不能撤销。',
    noAction: '写明为什么不需要处置。',
  },
  problem: '问题表现',
  problemHint: '台账上的写法；也可以先空着，在草稿里写。',
  transferDocument: '移交文号',
  reason: '理由',
  done: {
    rectification: '已转整改，台账里多了一条草稿',
    handedOver: '已移交，摘要已抹去',
    noAction: '已记为无需',
  },
} as const;

export const roundText = {
  title: '新建自查轮次',
  name: '名称',
  nameOf: (number: number): string => `第${number}轮自查`,
  beginsOn: '开始日期',
  endsOn: '结束日期',
  note: '一轮接一轮：新一轮要在上一轮结束之后开始。覆盖率按今天（轮次结束后按结束日）在岗和借入人员计算。',
  create: '新建',
  created: '已新建轮次',
  edit: '改轮次',
  editTitle: '修改自查轮次',
  editNote: '起止日期不能与前后轮次重叠，本轮已有的填报也不能落在外面；改日期会改变覆盖率的截止日。',
  changed: '已修改轮次；不对可以撤销',
} as const;
