/** What is under way, by the name that the host gives its work. */
const KINDS: Readonly<Record<string, string>> = {
  importRoster: '正在读花名册',
  importAttendance: '正在读签到表',
  importFilings: '正在读填报名单',
  importItems: '正在读问题清单',
  importCounters: '正在读月度计数表',
  importInstitutions: '正在读制度清单',
  importBundles: '正在收包',
  exportBundle: '正在做包',
  exportAll: '正在给各单位做包',
  exportPreview: '正在算带走什么',
  writeBundle: '正在写到介质',
  fillDemo: '正在填充演示数据',
  verify: '正在核对台账',
  issuePacks: '正在做填报包',
  takePacks: '正在读填报包',
  compareBundles: '正在比对两包',
  restoreBackup: '正在核对备份',
};

/** The step of it; a step without a word here shows its counts alone. */
const STEPS: Readonly<Record<string, string>> = {
  parse: '读取表格',
  plan: '逐行比对',
  open: '拆包核验',
  apply: '写入台账',
  collect: '汇集内容',
  sheets: '写入表格',
  seal: '签名加密',
  write: '登记包号',
  copy: '写入并读回核对',
  compare: '逐行比对',
  place: '换上备份',
  pages: '逐页核对数据文件',
  database: '检查数据库',
  history: '核对操作记录',
  sums: '核对考勤汇总',
  staff: '写入单位和人员',
  sessions: '写入学习场次',
  filings: '写入自查填报',
  items: '写入整改问题',
};

export const longWorkText = {
  title: (kind: string | null): string => (kind && KINDS[kind]) || '正在办理',
  step: (step: string, done: number, total: number): string => {
    const counts = total > 0 ? `${done} / ${total}` : '';
    return [STEPS[step] ?? '', counts].filter(Boolean).join(' ');
  },
  carriedThrough: (said: string): string => [said, '已经在写，不能再取消'].filter(Boolean).join('；'),
  cancelling: '正在取消……',
  cancelled: '已取消',
  tooLate: '取消来迟了',
  tooLateSentence: '取消之前已经全部写入，没有写一半；不需要的话，请在窗口下方“撤销”。',
} as const;
