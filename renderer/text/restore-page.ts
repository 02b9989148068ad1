import type { CountedRows } from '../../shared/contract/restoring.ts';
import { timeOf } from './frame.ts';

const rowWords: Readonly<Record<CountedRows, string>> = {
  accounts: '账户',
  units: '单位',
  people: '人员',
  sessions: '学习场次',
  marks: '考勤',
  filings: '自查填报',
  items: '问题整改',
  talks: '谈话',
  actions: '规定动作',
  institutions: '制度',
  counters: '月度计数',
  evaluations: '评估',
  sentBundles: '发出的包',
  receivedBundles: '收到的包',
};

interface Skipped {
  readonly year: number;
  readonly from: number;
  readonly until: number;
}

const skippedOf = ({ year, from, until }: Skipped): string =>
  from === until ? `${year}-${from}` : `${year}-${from} 至 ${year}-${until}`;

export const restoreText = {
  open: '恢复…',
  openFrom: '从别处的备份恢复…',
  openAtGate: '从备份恢复…',
  onlyBackup: '旧电脑坏了，只剩备份',
  needsAdministrator: '恢复由管理员办理',
  title: '恢复备份',
  from: '用哪一份',
  backup: (at: string, kilobytes: string): string => `${timeOf(at)}，${kilobytes}`,
  elsewhere: '别处的备份（U 盘、备份盘）',
  path: '备份的文件夹',
  pathHint: '填完整路径，例如 E:\\备份\\20210418-094007，里面有 ledger.db 和 key-slots.json',
  by: '凭什么打开',
  ways: { password: '备份当时的管理员账户和密码', recovery: '备份当时的恢复码' },
  name: '管理员姓名',
  password: '备份当时的密码',
  passwordHint: '后来改过密码的，填改之前的那个',
  code: '恢复码',
  rehearse: '预演',
  rehearseSays: '先打开核对，逐项与现在的台账比，不改动任何东西。',
  rehearsed: '预演结果，还没有恢复',
  proved: (office: string, at: string): string =>
    `${office} 的备份，最后一笔记在 ${timeOf(at)}；打得开，逐页完好，操作记录首尾相连。`,
  columns: { kind: '登记簿', backup: '备份里', now: '现在', difference: '恢复后' },
  difference: (count: number): string => (count === 0 ? '不变' : count > 0 ? `多 ${count}` : `少 ${-count}`),
  tableFoot: '口径：现行的条数，已删除的不计',
  missing: (count: number | null): string =>
    count === null
      ? '这台电脑没有记下台账的进度，不知道备份以后还写过多少；写过的都要补录。'
      : count === 0
        ? '这台电脑记得的每一次写入，备份里都有。'
        : `备份以后的 ${count} 次写入不在里面，恢复后要照纸面补录。`,
  epoch: (epoch: number): string =>
    `恢复后从第 ${epoch} 个账期接着记，给对方的下一个包是全量包，包号从 1 起。`,
  sameEpoch: '账期不变，包号接着走。',
  skipped: (ranges: readonly Skipped[]): string =>
    `问题编号 ${ranges.map(skippedOf).join('、')} 已经用过，不再用，新的往后编；这段空号记在操作记录里。`,
  movedTo: (name: string): string => `现在的台账不删，整个移到数据文件夹里的 ${name}。`,
  passwords: '恢复后要重新登录，账户和密码都是备份当时的。',
  lastNumber: '纸质台账上最后一个问题编号',
  lastNumberHint: '例如 2021-17，新编号接在它后面；没有下达过问题就不填',
  reason: '为什么恢复',
  confirm: (code: string): string => `照敲单位代码 ${code}，确认恢复`,
  apply: '恢复这一份',
  back: '改选',
  done: (at: string): string => `已恢复到 ${timeOf(at)} 的备份，请用备份当时的账户和密码登录。`,
  doneMovedTo: (name: string): string => `原来的台账在数据文件夹里的 ${name}，补录完、核对无误以前不要删。`,
  rowWords,
} as const;
