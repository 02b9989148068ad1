import type { ErrorCode } from '../../shared/vocabulary/error-codes.ts';
import type { EvaluationLevel, OrderKind, OrderState } from '../../shared/vocabulary/evaluation-words.ts';
import type { FeedbackState } from '../../shared/vocabulary/words.ts';
import { errorSentence } from './errors.ts';
import { dayOf, frameText } from './frame.ts';
import { evaluationLevelWords, feedbackStateWords, orderKindWords } from './words.ts';

export const evaluationText = {
  title: frameText.pages.evaluation,
  subtitle: '算出的数在冻结那天定下来，以后改台账不改它',
  phases: '选环节',
  print: '打印评估表',
  ordersTab: '责令事项',
  toMatrix: '回到评估表',

  matrix: {
    title: '各轮并看',
    note: (from: string, until: string): string => `${dayOf(from)}—${dayOf(until)}`,
    label: (phase: string): string => `${phase}环节的评估：指标、各轮各级`,
    indicator: '指标',
    round: (round: number): string => `第${round}轮`,
    today: '今天',
    live: '实时',
    liveHint: '按今天的台账算，没有冻结',
    computed: '数',
    written: '文',
    computedHint: '程序按口径算出',
    writtenHint: '写意见、填佐证号',
    unnamed: (place: number): string => `第${place}项（还没起名）`,
    unnamedHint: '在“方案”里起了名才能评',
    toName: '给指标起名',
    none: '—',
    toWrite: '待填',
    toBegin: '开始',
    begin: (round: number, level: EvaluationLevel): string =>
      `开始第${round}轮${evaluationLevelWords[level]}`,
    column: (round: number, level: EvaluationLevel): string => `第${round}轮${evaluationLevelWords[level]}`,
    notFrozen: '未冻结',
    frozenOn: (day: string): string => dayOf(day),
    frozenHint: (asOf: string): string => `已冻结，数据截止${dayOf(asOf)}`,
    until: (day: string): string => `至${dayOf(day)}`,
    foot: (evaluations: number, withdrawn: number): string =>
      `共 ${evaluations} 次评估${withdrawn > 0 ? `，另有 ${withdrawn} 次已撤回` : ''}`,
    definition:
      '数＝程序算，带框的还没冻结；文＝写意见并填佐证号，原件在柜里。结论由人定，程序不打分、不排名',
    withdrawn: (count: number): string => `已撤回的 ${count} 次`,
    empty: '这个环节还没有评估。录入员填自评，审核人冻结，再复评、登记指导组评估。',
    emptyElsewhere: '这个环节还没有评估。县里的自评、复评冻结以后随数据包到来，经办可以起草指导组评估。',
    noIndicators: '这个环节没有评估指标。在“方案”里列出指标，再来评估。',
  },

  panel: {
    title: (round: number, level: EvaluationLevel): string => `第${round}轮 ${evaluationLevelWords[level]}`,
    pick: '点表头里的一次评估，在这里看它的结论、事项和经过。',
    evaluatedOn: '评估日期',
    asOf: '数据截止',
    by: '评估人',
    byHint: '评估组或主持评估的人',
    documentNumber: '文号',
    remark: '说明',
    deadline: '整改时限',
    verdict: '结论',
    edit: '改日期、文号',
    headTitle: '评估信息',
    headSaved: '评估信息已保存',
    writing: '意见和佐证号',
    writingHint: '填完一格按 Tab 到下一格，离开就保存',
    text: (name: string): string => `${name} 意见`,
    evidence: (name: string): string => `${name} 佐证号`,
    evidenceShort: '佐证号',
    compare: '数：冻结时和今天',
    compareDraft: '数：现在冻结会定下',
    figure: '指标',
    frozenRate: '冻结',
    todayRate: '今天',
    history: '经过',
    byAccount: (at: string, by: string | null): string => (by ? `${at} ${by}` : at),
    notMine: (level: EvaluationLevel): string =>
      level === 'office' ? '复评由审核人填，录入员不能改。' : '由录入员填，审核人冻结。',
    freeze: '冻结…',
    origin: '来自',
    fromGroup: '市指导组的反馈包',
    fromOffice: '县里的数据包',
    delivery: '县里',
    whoFreezesAtGroup: '经办填好以后由组长冻结，再装进给这个县的反馈包。',
    notMineAtGroup: '由经办填；组长冻结以后装进给这个县的反馈包。',
    whoFreezes: (level: EvaluationLevel): string =>
      level === 'office'
        ? '复评由审核人填、审核人冻结；写过本轮自评的账户不能冻结。'
        : '填好以后由审核人冻结；自己填的不能自己冻结。',
    withdraw: '撤回…',
    remove: '删除草稿…',
    print: '打印评估表',
  },

  verdicts: {
    passed: '通过',
    makeup: '补课…',
    rework: '返工…',
    hint: '补课、返工要列出事项和时限；“通过”不能还有没办完的事项。',
  },

  begin: {
    title: (round: number, level: EvaluationLevel): string =>
      `开始第${round}轮${evaluationLevelWords[level]}`,
    button: '开始评估',
    hint: '先是草稿，数是实时的；冻结那一刻才定下来。',
    dataUntil: (day: string): string => `县里的数据到${dayOf(day)}，数据截止不能更晚。`,
    externalHint: '照对方的文件登记，冻结前要有文号。',
    done: '评估草稿已开始',
  },

  freeze: {
    title: (round: number, level: EvaluationLevel): string =>
      `冻结第${round}轮${evaluationLevelWords[level]}`,
    figures: (asOf: string): string => `这些数按${dayOf(asOf)}算，冻结后不再变：`,
    texts: (count: number): string => `意见 ${count} 条，一并定下。`,
    effects: '责令事项随即生效：',
    effectsThere: '责令事项在县里导入反馈包时生效：',
    effect: {
      session: '已审核的场次退回录入员，审核通过前不计入统计',
      action: '已完成的动作改为进行中，时限改为事项的时限',
      item: '已销号的问题重启，回到整改中',
      makeup: '列入工作台，补课都确认了自动销账',
      other: '列入工作台，办完登记日期和文号销账',
    } satisfies Record<OrderKind, string>,
    noOrders: '没有责令事项。',
    forGood:
      '冻结后内容不能再改，也不能撤销；有误的，在上一级评估之前可以写明理由撤回，撤回不会把已退回的记录变回去。',
    forGoodAtGroup:
      '冻结后内容不能再改，也不能撤销，随下一个反馈包到县里；有误的，在有更上一级或下一轮评估之前可以写明理由撤回。',
    button: '冻结',
    done: (round: number, level: EvaluationLevel): string =>
      `第${round}轮${evaluationLevelWords[level]}已冻结`,
  },

  withdraw: {
    title: (round: number, level: EvaluationLevel): string =>
      `撤回第${round}轮${evaluationLevelWords[level]}`,
    note: '撤回后这次评估不再算数，仍可查看；没办完的责令事项一并撤回，已经退回、重启的记录不会变回去。',
    noteAtGroup:
      '撤回后这次评估不再算数，仍可查看；撤回随下一个反馈包到县里，没办完的责令事项一并撤回，已经退回、重启的记录不会变回去。',
    reason: '撤回理由',
    button: '撤回',
    done: '评估已撤回',
  },

  remove: {
    title: '删除评估草稿',
    note: '草稿和里面的意见、事项一起删除，不能撤销。',
    button: '删除草稿',
    done: '评估草稿已删除',
  },

  orders: {
    title: '责令事项',
    note: '通知单要求补、要求改的事',
    add: '列入事项…',
    empty: '没有责令事项。',
    emptyAll: '没有责令事项。评估结论为补课、返工时列出的事项，冻结后都在这里。',
    state: '状态',
    states: '看哪些事项',
    all: '全部',
    columns: {
      deadline: '时限',
      kind: '事项',
      subject: '所指',
      text: '要求',
      from: '出自',
      state: '状态',
      done: '完成',
      do: '办理',
    },
    from: (phase: string, round: number, level: EvaluationLevel): string =>
      `${phase} 第${round}轮${evaluationLevelWords[level]}`,
    foot: (shown: number): string => `共 ${shown} 项`,
    definition: '场次审核通过、动作完成、问题销号、补课都确认后自动算完成；其他的手工销账',
    openMakeups: (count: number): string => `还差 ${count} 人次`,
    allMakeups: '全部待补',
    unnamed: '—',
    notice: '通知单',
    remove: '删去',
    removeTitle: (kind: OrderKind): string => `删去“${orderKindWords[kind]}”`,
    close: '销账…',
    closeTitle: '事项销账',
    doneOn: '完成日期',
    document: '文号或佐证号',
    closeButton: '销账',
    closed: '事项已销账',
    addTitle: '列入责令事项',
    kind: '事项',
    subject: '所指的记录',
    kindHint: {
      session: '只列得进已审核的场次，冻结后退回录入员',
      action: '只列得进已完成的动作，冻结后重新开展',
      item: '只列得进已销号的问题，冻结后重启',
      makeup: '不选场次就是全部待补人次',
      other: '写明要办的事，办完手工销账',
    } satisfies Record<OrderKind, string>,
    text: '要求',
    deadline: '时限',
    addButton: '列入',
    added: '事项已列入，冻结后生效',
  },
} as const;

export const orderStateTone: Readonly<Record<OrderState, 'danger' | 'ok' | undefined>> = {
  planned: undefined,
  open: 'danger',
  done: 'ok',
  withdrawn: undefined,
};

export const groupEvaluationsText = {
  subtitle: '经办起草，组长冻结，随反馈包到县里',
  title: '对各报送单位的评估',
  note: `新的评估在“${frameText.pages.offices}”里打开一个单位，到“评估”页起草`,
  toOffices: `到${frameText.pages.offices}`,
  states: '看哪些评估',
  all: '全部',
  columns: {
    office: '报送单位',
    phase: '环节',
    place: '轮次、级别',
    evaluatedOn: '评估日期',
    verdict: '结论',
    state: '状态',
    openOrders: '未办事项',
    delivery: '县里',
  },
  toFreeze: '等组长冻结',
  foot: (shown: number): string => `共 ${shown} 次评估`,
  definition: '未办事项按县里最近一个数据包算',
  empty: `还没有评估。在“${frameText.pages.offices}”里打开一个单位，到“评估”页起草。`,
} as const;

/** What became of a released evaluation at its office. */
export function deliveryWord({
  state,
  outcome,
}: {
  readonly state: FeedbackState;
  readonly outcome: string | null;
}): string {
  const word = feedbackStateWords[state];
  return outcome === null ? word : `${word}：${errorSentence(outcome as ErrorCode, {})}`;
}
