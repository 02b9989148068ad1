import { dayOf } from './frame.ts';

/** The room of the campaign: phases, what is required, actions, lists, versions, closed books. */
export const campaignText = {
  title: '方案',
  subtitle: (name: string, version: number): string => `${name} · 第${version}版`,
  views: '方案的各部分',
  view: {
    phases: '环节与要求',
    actions: '规定动作清单',
    lists: '问题类别',
    evaluation: '评估指标',
    versions: '变更记录',
    books: '往期台账',
  },
  onlyLooks: '方案由审核人或管理员修改',
  groupLooks: '方案由组长修改',
  saveFile: '存为文件',
  saved: (name: string): string => `已存为 ${name}，别的单位可以用它开始`,
  begin: '开始另一项活动…',
  edit: '修改…',
  add: '增加',
  remove: '删除',
  moveOn: '办理',
  unnamed: '待定名',
  from: '开始',
  until: '结束',
  name: '名称',
  day: (date: string): string => longDate(date),
  span: (from: string, until: string): string => `${longDate(from)}—${shortDate(from, until)}`,
} as const;

export const changeText = {
  reason: '变更依据或原因',
  reasonHint: '如文号、会议；写进变更记录，随时可查。',
  effectiveOn: '从哪天起算',
  effectiveHint: (last: string | null): string =>
    last === null
      ? '不填就是今天；不能晚于今天。'
      : `不填就是今天；不早于上次变更 ${longDate(last)}，不晚于今天。`,
  says: '保存后成为新的一版；此前各天的数仍按当时的版本算，旧记录不变。不能用“撤销”收回，改回去就再存一版。',
  done: (version: number): string => `已保存为方案第${version}版`,
} as const;

export const phasesText = {
  title: '环节',
  note: '本县启动晚的，把日期改成实际的',
  foot: (count: number): string =>
    `${count} 个环节。学习教育在每个环节都可以登记；已有场次、动作或评估的环节只能改名称和日期，不能删除。`,
  timeline: '时间轴',
  months: (month: number): string => `${month}月`,
  today: (date: string): string => `今天 ${dayOf(date)}`,
  beforeAll: (days: number): string => `距第一个环节还有 ${days} 天`,
  afterAll: '各环节都已结束',
  over: '已结束',
  now: (day: number, left: number): string =>
    left === 0 ? `第${day}天，今天结束` : `第${day}天，还剩${left}天`,
  ahead: (days: number): string => `${days}天后开始`,
  days: (count: number): string => `${count}天`,
  columns: {
    name: '环节',
    from: '开始',
    until: '结束',
    days: '天数',
    stage: '阶段',
    actions: '规定动作',
    stands: '进度',
  },
  actions: (named: number, unnamed: number): string =>
    unnamed === 0 ? `${named}项` : `${named}项，另${unnamed}项待定名`,
  meeting: { deployment: '部署', exchange: '交流', evaluation: '评估' },
  meetingSays: (word: string, name: string, date: string, done: boolean): string =>
    `${word}：${name}，${longDate(date)}${done ? '，已开' : ''}`,
  meetings: '各环节的部署、交流、评估会议',
  noMeetings: '部署、交流、评估会议还没有排日期；到“规定动作”里生成清单后显示在这里。',
  dialog: '修改环节',
  stage: '阶段',
  addPhase: '增加一个环节',
  removePhase: (name: string): string => `删除环节“${name}”`,
  newName: '新环节',
  rule: '环节按先后排列，日期不重叠；前一个结束的次日，后一个可以开始。',
} as const;

export const typesText = {
  title: '教育类型',
  note: '普及率按必修的算',
  required: '必修',
  offered: '选修',
  unused: '不用',
  foot: (required: number, offered: number): string =>
    `必修 ${required} 种，选修 ${offered} 种。已用在场次里的类型不能停用，可以改为选修。`,
  dialog: '修改教育类型',
  column: { type: '类型', use: '用法', name: '本活动的叫法' },
  nameHint: '空着就用原名；自定类型必须填。',
  ownName: (word: string): string => `${word}的叫法`,
  use: (word: string): string => `${word}的用法`,
} as const;

export const makeupText = {
  title: '补课与自查轮次',
  term: '补课期限',
  days: (days: number): string => `缺课之日起 ${days} 天，只作提醒`,
  dialog: '修改补课期限',
  termDays: '天数',
  rounds: '自查轮次',
  roundsNote: '开始活动时按此建立，以后在“自查自纠”里改。',
  noRounds: '没有预置轮次。',
} as const;

export const actionsText = {
  title: '规定动作清单',
  note: '上级规定的、本级规定的和自选的；给“待定名”起名后，到“规定动作”里生成安排',
  foot: (named: number, unnamed: number, own: number): string =>
    `已定名 ${named} 项，待定名 ${unnamed} 项；其中自选 ${own} 项，不计入完成率。`,
  columns: { name: '动作', phase: '环节', origin: '谁定的', recurrence: '次数', meeting: '会议' },
  origin: { parent: '上级规定', office: '本级规定', own: '自选' },
  recurrence: { once: '一次', monthly: '每月一次', times: (times: number): string => `${times}次` },
  kind: { once: '一次', monthly: '每月一次', times: '若干次' },
  times: '几次',
  nameIt: '起名…',
  add: '增加动作…',
  addTitle: '增加动作',
  editTitle: (name: string | null): string => (name ? `修改“${name}”` : '给动作起名'),
  removeTitle: (name: string | null): string => `删除“${name ?? '待定名'}”`,
  removeSays: '删除后，清单里不再有这项动作；已有场次或安排的不能删除。',
  recurrenceFixed: '已生成的安排不会改名；改次数后到“规定动作”里重新生成。',
  all: '全部环节',
  onlyUnnamed: '只看待定名',
  empty: '清单里没有动作。',
} as const;

export const listsText = {
  title: '问题类别清单',
  note: '问题整改和自查自纠从启用的清单里选',
  columns: { name: '清单', applies: '用在', categories: '类别', state: '状态' },
  on: '启用',
  off: '未启用',
  retired: '停用的类别，旧记录照用',
  turnOn: '启用…',
  turnOff: '停用…',
  turnOnTitle: (name: string): string => `启用“${name}”`,
  turnOffTitle: (name: string): string => `停用“${name}”`,
  turnOnSays: '启用后，新问题和新填报可以选其中的类别。',
  turnOffSays:
    '停用后，新问题和新填报不再列出其中的类别。已有记录用了其中类别的，要先逐个停用类别，清单不能整个停用。',
  toSystem: '增加、停用单个类别',
  foot: (on: number, off: number): string =>
    `启用 ${on} 份，未启用 ${off} 份。清单有版本，用过的名称不改写。`,
} as const;

export const indicatorsText = {
  title: '评估指标',
  note: '数＝程序算，文＝写意见并填佐证号',
  columns: { name: '指标', kind: '怎么评', evidence: '佐证号', phase: '环节' },
  figure: '数',
  text: '文',
  needs: '要填',
  free: '不要',
  everyPhase: '各环节',
  foot: (groups: number, indicators: number): string =>
    `${groups} 组，${indicators} 项；评过的指标不能删除、改名。`,
  edit: '修改这一组…',
  addGroup: '增加一组…',
  dialog: (name: string): string => `修改“${name}”`,
  newGroup: '增加一组指标',
  groupName: '组名',
  indicatorName: (place: number): string => `第${place}项名称`,
  indicatorFigure: (place: number): string => `第${place}项怎么评`,
  indicatorEvidence: (place: number): string => `第${place}项要佐证号`,
  addIndicator: '增加一项',
  removeIndicator: (place: number): string => `删除第${place}项`,
  removeGroup: '删除这一组',
  empty: '还没有评估指标。',
} as const;

export const versionsText = {
  title: '变更记录',
  note: '哪天起用哪一版，谁改的，为什么',
  columns: {
    version: '版本',
    effectiveOn: '从哪天起算',
    reason: '依据或原因',
    changed: '改了什么',
    by: '谁改的',
    at: '何时',
  },
  version: (number: number): string => `第${number}版`,
  always: '一开始',
  first: '开始活动时',
  inForce: '现行',
  program: '程序',
  parts: {
    name: '名称',
    phases: '环节',
    educationTypes: '教育类型',
    actions: '规定动作清单',
    categoryLists: '问题类别',
    evaluation: '评估指标',
    makeup: '补课期限',
    rounds: '自查轮次',
    id: '编号',
  } as Readonly<Record<string, string>>,
  foot: (count: number): string => `${count} 版。截至某天的数，按那天现行的一版算。`,
} as const;

export const beginText = {
  title: '开始另一项活动',
  source: '用什么开始',
  from: { preset: '随程序的预设', file: '方案文件', empty: '空白方案' },
  preset: '预设',
  file: '选择方案文件…',
  fileChosen: (name: string): string => `已选 ${name}`,
  code: '编号',
  codeHint: '字母、数字和短横线，如 2022-special。',
  name: '活动名称',
  phaseName: '第一个环节',
  emptyHint: '先定一个环节，其余开始后在“方案”里补。',
  next: '看看会怎样',
  back: '返回修改',
  holds: '新方案',
  closes: '旧台账',
  closesSays: (name: string): string => `“${name}”的台账封存，以后只能看，不能改`,
  rows: (sessions: number, filings: number, items: number): string =>
    `场次 ${sessions}，填报 ${filings}，问题 ${items}`,
  open: '还没办完',
  openRows: (sessions: number, filings: number, items: number): string =>
    `未审核的场次 ${sessions}，未归档的填报 ${filings}，未销号的问题 ${items}`,
  nothingOpen: '没有，都办完了',
  unsent: '还没发出',
  unsentRow: (name: string, last: number | null): string =>
    last === null ? `${name}（还没有发过包）` : `${name}（第${last}号包之后的改动）`,
  allSent: '没有该发而没发的',
  carries: '带过去',
  carry: '把单位和在职人员的花名册带到新台账',
  carryRows: (units: number, people: number): string =>
    `单位 ${units} 个，人员 ${people} 人及其任职经历；已调离、退休的留在旧台账`,
  after: '之后',
  afterSays: '问题编号接着往下排；下一个数据包是完整包；市指导组收到后同样把旧台账封存。',
  final: '封存不能撤销。没发出的改动封存后不会再发，请先导出数据包；请先做一次备份。',
  confirm: (name: string): string => `确认请输入新活动的名称：${name}`,
  confirmLabel: '新活动名称',
  go: '封存旧台账，开始新活动',
  done: (name: string): string => `已开始“${name}”，旧台账在“往期台账”里`,
  summary: (phases: number, actions: number, placeholders: number): string =>
    `${phases} 个环节，${actions} 项动作${placeholders > 0 ? `，另 ${placeholders} 项待定名` : ''}`,
  lists: (lists: readonly { readonly name: string; readonly categories: number }[]): string =>
    lists.length === 0
      ? '没有启用的类别清单'
      : lists.map(({ name, categories }) => `${name}（${categories}类）`).join('、'),
} as const;

export const booksText = {
  title: '往期台账',
  note: '活动结束后封存的，只能看',
  columns: { campaign: '活动', office: '单位', closedOn: '封存日期' },
  open: '查看',
  foot: (count: number): string => `${count} 本。封存的台账不计入现在的任何数。`,
  empty: '还没有封存的台账；开始另一项活动时，现在的台账封存到这里。',
  readOnly: '已封存 只读',
  closed: (date: string): string => `${longDate(date)}封存`,
  unknown: '没有这本台账。',
  back: '往期台账',
  tabsLabel: '台账',
  tabs: {
    figures: '指标',
    study: '学习教育',
    selfInspection: '自查自纠',
    rectification: '问题整改',
    actions: '规定动作',
    institutions: '制度清单',
    counters: '月度计数',
    talks: '谈话',
  },
  toForms: { evaluationSheet: '评估表', weeklyReport: '周报' },
  figures: '封存时的指标',
  figuresNote: (date: string): string => `截至 ${longDate(date)}`,
  needsReader: '台账内容由录入员、审核人查看',
} as const;

/** `2021-04-12` as 2021年4月12日. */
function longDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

/** Without the year where it is the same one. */
function shortDate(from: string, until: string): string {
  return from.slice(0, 4) === until.slice(0, 4) ? dayOf(until) : longDate(until);
}
