import type { ErrorCode } from '../../shared/vocabulary/error-codes.ts';
import type { RosterField, RowOutcome, RowReason } from '../../shared/vocabulary/import-outcomes.ts';
import { errorSentence } from './errors.ts';

/** What a rehearsal says of a row, as the heading of its list. */
export const rowOutcomeWords = {
  added: '新增',
  changed: '变更',
  unchanged: '未变',
  held: '待定',
  skipped: '跳过',
} as const satisfies Record<RowOutcome, string>;

/** Why a row is held or skipped: what was seen, and what to do about it where there is something to do. */
export const rowReasonSentences = {
  summaryRow: '这是小计或合计行，不是人员，已跳过。',
  signatureRow: '这是制表人、审核人等落款行，不是人员，已跳过。',
  repeatedHeader: '这是重复的表头，已跳过。',
  auxiliaryStaff: '辅警等辅助人员不列入花名册，已跳过并在此列出。',
  ambiguousName: '同一单位有同名人员而没有区分码，请补填警号或工号后再导入。',
  ambiguousStatus: '只写“借调”，看不出是借入还是借出，请对整个文件选定一次。',
  unreadableName: '姓名中有字已变成问号或乱码，请按原件改正后再导入。',
  duplicateRow: '与前面一行完全相同，已跳过。',
  contradictoryRows: '同一人员在文件中有几行且内容不一致，请核对后只留正确的一行。',
  unknownUnit: '单位不在本机的单位名录中，请先新建单位或改正单位名称。',
  ambiguousUnit: '有几个单位都叫这个名称，请写明上级单位后再导入。',
  unknownStatus: '看不懂人员状态，请改为在岗、长期病休、借入、借出、调离或退休。',
  unknownStaffing: '看不懂编制类别，请改为政法专项、行政、事业或工勤。',
  invalidDate: '日期不存在或缺少年份，请补全改正后再导入。',
  missingField: '姓名或单位没有填写，请补填后再导入。',
  fieldTooLong: '有一格文字过长，请缩短后再导入。',
  formulaError: '有一格公式没有算出结果或结果是错误值，请用表格软件打开文件，核对后保存一次再导入。',
  skippedByUser: '已选定这一行不导入。',
  notExpected: '本场应到名单中没有这个单位的此人，请核对姓名和单位，或另选名单中的人员。',
  unmappedMark: '看不出这个记号是什么意思，请选定它代表哪一种考勤；同样的记号选一次即可。',
  contradictoryCells: '签到栏与备注，或几个签到栏之间说的不一致，请核对后选定一种考勤。',
  needsReviewer: '免到须由审核人登记，录入员导入时不登记；请由审核人办理。',
  emptyPlace: '这一处没有姓名，也没有登记，已跳过。',
  unitHeading: '这是单位分组行，不是人员，以下人员按这个单位核对，已跳过。',
  registerMoved: '下发之后台账里也改过这一格，两边说法不同，请选定采用填报包的还是保留台账的。',
  clearedCell: '原来有内容的一格被清空了，请选定是清除还是保留台账的内容。',
  nameChanged: '这一行的姓名换成了另一个，请选定是同一人更正姓名，还是另一个人。',
  unreadableNumber: '排序号不是正整数，请选定保留台账的，或改正后重新交回。',
  outsidePack: '这一行写的单位不在本填报包的范围内，请选定采用，或由所在单位填报。',
  copiedRow: '这一行是从另一行整行复制来的，看不出是谁，请选定是另一个人还是跳过。',
  rowMissing: '下发时有这一行，交回时没有了；删行不等于调离，台账保持不变，请在状态栏写明后再交回。',
  filingStands: '此人的填报已登记，交回的不改写它；确需更正的，请审核人先退回补充，再重新下发或直接登记。',
  filingApproved: '此人的填报已经审核，交回的不改写它；选定后，作为补充填报登记，由审核人再审。',
} as const satisfies Record<RowReason, string>;

/** What a column of a roster can mean; the command line understands these words too. */
export const rosterFieldWords = {
  name: '姓名',
  unit: '单位',
  post: '职务',
  staffing: '编制',
  status: '状态',
  orderNumber: '排序号',
  disambiguator: '区分码',
  remark: '备注',
} as const satisfies Record<RosterField, string>;

/** What met a word of the group at the office; nobody there sits at a form that could be tried again. */
const NOT_TAKEN_UP: Readonly<Partial<Record<ErrorCode, string>>> = {
  conflict: '这条反馈拟稿之后，单位又办过所说的记录',
  move_not_allowed: '单位的这条记录现在的状态不能这样办',
  not_found: '单位已经没有所说的记录',
};

/** Why feedback was not taken up, for both sides. */
export function notTakenUpSentence(code: ErrorCode): string {
  const why = NOT_TAKEN_UP[code];
  return why
    ? `${why}；反馈没有执行，单位的登记没有改动。指导组看过单位最新的包，要办再拟一条。`
    : errorSentence(code);
}
