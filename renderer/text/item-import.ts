import type { ItemField, ItemRowReason } from '../../shared/vocabulary/item-import.ts';

/** What a column of a list of items can mean. */
export const itemFieldWords = {
  number: '编号',
  source: '问题来源',
  category: '类别',
  problem: '问题表现',
  measures: '整改措施',
  unit: '责任单位',
  leader: '责任领导',
  owner: '责任人',
  dueOn: '时限',
} as const satisfies Record<ItemField, string>;

/** Why a row is held or skipped: what was seen, and what to do about it where there is something to do. */
export const itemRowReasonSentences = {
  summaryRow: '这是小计或合计行，不是问题，已跳过。',
  signatureRow: '这是制表人、审核人等落款行，不是问题，已跳过。',
  repeatedHeader: '这是重复的表头，已跳过。',
  duplicateRow: '与前面一行完全相同，已跳过。',
  skippedByUser: '已选定这一行不导入。',
  missingField: '问题表现或问题来源没有填写，请补填后再导入，来源也可以为整个文件选定一次。',
  fieldTooLong: '有一格文字过长，请缩短后再导入。',
  unreadableText: '有字已变成问号或乱码，请按原件改正后再导入。',
  unknownSource: '看不懂问题来源，请选定它是哪一种来源；同样的写法选一次即可。',
  unknownCategory: '问题类别不在启用的类别中，请选定它是哪一类；同样的写法选一次即可。',
  unknownUnit: '单位不在本机的单位名录中，请选定是哪个单位，或先新建单位。',
  ambiguousUnit: '有几个单位都叫这个名称，请选定是哪一个。',
  invalidDate: '时限不存在或缺少年份，请补全改正后再导入。',
  dueBeforeToday: '时限已经过了，不能按这个时限下达，请改填今天或之后的日期。',
  personLeft: '责任领导或责任人在花名册中已调离或退休，请改填在岗人员。',
  possibleRepeat: '台账或本表中已有同一单位的同样问题，请选定是同一个问题，还是另一个。',
  unknownNumber: '编号不在本台账中，请选定它是哪个问题，或作为新问题导入。',
  fixedField: '问题下达后这一项不能再改，请核对；延长时限请办理延期。',
  notEditable: '该问题现在的状态不能修改内容，请先撤回或退回。',
} as const satisfies Record<ItemRowReason, string>;
