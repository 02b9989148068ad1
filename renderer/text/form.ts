/** What stands under a field that the contract does not take; by the kind of its issue. */
const WRONG: Readonly<Record<string, string>> = {
  too_small: '请填写这一项。',
  too_big: '填得太长了，请缩短。',
  invalid_type: '请填写这一项。',
  invalid_format: '格式不对，请按示例填写。',
  invalid_value: '请从列表中选择。',
  different: '两次填写的不一样，请重新填写。',
};

export const formText = {
  wrong: (kind: string): string => WRONG[kind] ?? '填写的内容不符合要求，请检查。',
  datePlaceholder: '年-月-日',
  save: '保存',
  cancel: '取消',
  close: '完成',
  draftFound: '上次没有保存的内容已经恢复。',
  dropDraft: '放弃，重新填写',
  notChosen: '未选',
  file: '选择文件',
} as const;
