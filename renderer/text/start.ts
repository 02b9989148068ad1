/** What `npm start` says in the terminal. */
export const startText = {
  usage:
    '启动参数不对，程序没有启动，数据没有改动；用法：npm start -- [--data 数据文件夹] [--port 端口] [--page 页面文件夹]',
  building: '正在生成程序文件，仅首次启动或更新后需要，请稍候……',
  buildFailed: '程序文件没有生成成功，程序没有启动，数据没有改动；请按上面的提示处理后重新运行 npm start。',
  fetching: (seconds: number) => `正在尝试下载 Electron，最多等待 ${seconds} 秒……`,
  electron: '以桌面窗口（Electron）方式启动：本机已有 Electron。',
  browser: (reason: BrowserReason) => `以浏览器方式启动：${BROWSER_REASONS[reason]}。`,
  running: '这个数据文件夹已有程序在运行，不再另外启动：原来的网页随即失效，台账已锁定，请在新网页中登录。',
  address: (address: string) => `地址：${address}`,
  opened: '已请浏览器打开；关闭了网页时，再运行一次 npm start 即可重新打开。按 Ctrl+C 结束程序。',
  openYourself: (file: string) =>
    `请在三分钟内用本机的浏览器打开这个文件（只能用一次，过时可再运行一次 npm start）：${file}`,
  notAnswering: '程序没有启动成功，已存数据不受影响；请按上面的提示处理后重试。',
  ended: '程序已结束，台账已关闭。',
};

export type BrowserReason = keyof typeof BROWSER_REASONS;

/** Why there is no window of our own. */
const BROWSER_REASONS = {
  noDisplay: '没有图形界面，打不开窗口',
  superuser: '当前是 root 用户，Electron 的沙箱不能使用',
  unsupported: 'Electron 没有适合本机系统的版本',
  unusable: '本机的 Electron 不能运行',
  notThere: '所指的位置没有 Electron',
  notFetched: '本机没有 Electron，也没能及时下载',
  fetchFailedBefore: '本机没有 Electron，一天内已试过下载而没有成功',
  fetchOff: '本机没有 Electron，且已设置为不下载',
};
