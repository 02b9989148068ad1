/** What an account did, by the procedure that did it; as the undo button names it. */
const STEPS: Readonly<Record<string, string>> = {
  'personnel.createUnit': '新建单位',
  'personnel.updateUnit': '修改单位',
  'personnel.moveUnit': '移动单位',
  'personnel.closeUnit': '停用单位',
  'personnel.reopenUnit': '恢复单位',
  'personnel.mergeUnits': '合并单位',
  'personnel.removeUnit': '删除单位',
  'personnel.addPerson': '新增人员',
  'personnel.updatePerson': '修改人员',
  'personnel.transfer': '调动',
  'personnel.correctPostings': '更正任职',
  'personnel.removePerson': '删除人员',
  'personnel.importRoster': '导入花名册',
  'study.createSession': '新建场次',
  'study.updateSession': '修改场次',
  'study.moveSession': '办理场次',
  'study.mark': '登记考勤',
  'study.importAttendance': '导入签到表',
  'study.moveMakeup': '办理补课',
  'selfInspection.createRound': '新建轮次',
  'selfInspection.file': '录入自查填报',
  'selfInspection.moveFiling': '办理自查填报',
  'selfInspection.disposeItem': '处置自查事项',
  'rectification.draftItem': '新增问题',
  'rectification.updateItem': '修改问题',
  'rectification.extendItem': '延期',
  'rectification.moveItem': '办理问题',
  'exchange.draftFeedback': '起草反馈',
};

export function stepWord(action: string): string {
  return STEPS[action] ?? '上一步';
}
