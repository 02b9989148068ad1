import type {
  PackFault,
  PackField,
  PackKind,
  PackOutcome,
  PackState,
} from '../../shared/vocabulary/pack-words.ts';

/** 单位填报包 */
export const packKindWords = {
  roster: '花名册',
  signIn: '签到表',
} as const satisfies Record<PackKind, string>;

export const packStateWords = {
  outstanding: '未交回',
  applied: '已采用',
  superseded: '已被新包取代',
  withdrawn: '已作废',
} as const satisfies Record<PackState, string>;

export const packOutcomeWords = {
  returned: '已交回',
  missing: '未交回',
  foreign: '外来',
  stale: '过期',
  refused: '不能读取',
} as const satisfies Record<PackOutcome, string>;

/** Why a pack is foreign or stale: what was seen, what is safe, what to do. */
export const packFaultSentences = {
  noPack: '文件里没有填报包的编号，没有采用任何内容；普通表格请在花名册或签到导入中办理。',
  otherOffice: '这个填报包不是本单位下发的，没有采用任何内容；请退还交来的单位核对。',
  altered: '填报包的隐藏内容与下发时不一致，没有采用任何内容；请该单位用原来下发的文件重新填报。',
  applied: '这个填报包已经采用过，没有再次采用；还要改动的，请重新下发或直接在台账中更正。',
  superseded: '下发之后又给这个单位下发了新的填报包，没有采用任何内容；请该单位填报新的一份。',
  withdrawn: '这个填报包已经作废，没有采用任何内容；需要填报的，请重新下发。',
  sameFile: '与前面一个文件完全相同，只按前面一个处理。',
} as const satisfies Record<PackFault, string>;

export const packFieldWords = {
  name: '姓名',
  unit: '单位',
  post: '职务',
  staffing: '编制',
  status: '状态',
  orderNumber: '排序号',
  disambiguator: '区分码',
  mark: '考勤',
  reason: '事由',
} as const satisfies Record<PackField, string>;
