/** What the desktop program says itself, outside its page. */
export const SHELL_TEXT = {
  title: '教育整顿台账',
  coreLost: {
    title: '教育整顿台账',
    sentence:
      '程序的数据部分接连意外停止，窗口即将关闭。已保存的数据不受影响；请重新打开程序，仍出现时请重启电脑并联系维护人员。',
  },
  unsaved: {
    sentence: '还有填写的内容没有保存，关闭后这些内容会丢失；已保存的数据不受影响。',
    stay: '返回继续填写',
    leave: '仍然关闭',
  },
  menu: {
    quit: '退出',
    edit: '编辑',
    undo: '撤销',
    redo: '重做',
    cut: '剪切',
    copy: '复制',
    paste: '粘贴',
    selectAll: '全选',
    window: '窗口',
    minimize: '最小化',
    close: '关闭窗口',
  },
};
