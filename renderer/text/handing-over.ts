import type { FileOnMedium, FileSystem, SentState } from '../../shared/vocabulary/exchange-words.ts';
import { dayOf } from './frame.ts';

const FILE_SYSTEM_WORDS: Readonly<Record<FileSystem, string>> = {
  fat: 'FAT 格式，单个文件不超过 4 GB',
  exfat: 'exFAT 格式',
  ntfs: 'NTFS 格式',
  other: '其他格式',
};

const KNOWN: Readonly<Record<FileOnMedium, string>> = {
  current: '最新的包，要带走',
  older: '旧包，已有后续包',
  unfinished: '没写完的',
  received: '别的单位的，已收下',
  foreign: '不是本机认得的包',
};

const SENT: Readonly<Record<SentState, string>> = {
  sealed: '还没写到介质',
  written: '已写到介质',
  delivered: '凭回执码已送达',
  acknowledged: '对方已收下',
  superseded: '已被后续包覆盖',
};

/** 7.2 GB; a space of a stick is no matter of single bytes. */
function sizeOf(bytes: number): string {
  const units = ['字节', 'KB', 'MB', 'GB', 'TB'] as const;
  const step = Math.min(Math.floor(Math.log2(Math.max(bytes, 1)) / 10), units.length - 1);
  const number = bytes / 1024 ** step;
  return `${step === 0 || number >= 100 ? Math.round(number) : number.toFixed(1)} ${units[step]}`;
}

function stretch(from: number, until: number): string {
  return from === until ? `${from}` : `${from}—${until}`;
}

export const placeText = {
  where: '写到哪里',
  again: '重新查找介质',
  looking: '正在查找介质……',
  none: '没有找到插着的介质。插好U盘后点“重新查找介质”，或在下面写出文件夹的完整路径。',
  removable: '可拔出',
  fixed: '本机磁盘',
  readOnly: '写保护，不能写',
  noRoom: '空间不够',
  fileSystem: (one: FileSystem): string => FILE_SYSTEM_WORDS[one],
  room: (free: number, total: number): string => `余 ${sizeOf(free)} / 共 ${sizeOf(total)}`,
  typed: '其他文件夹（完整路径）',
  show: '查看',
  typedHint: '例如 E:\\ 或 /media/u/交换盘',
  size: sizeOf,
  medium: '介质编号',
  mediumHint: '照介质登记簿填写，印在数据交换登记单上；可以不填',
  folderPerOffice: '每个单位一个文件夹（按单位代码）',
  write: (count: number): string => (count === 1 ? '写入并读回核对' : `写入 ${count} 个包并读回核对`),
  choose: '先选写到哪里',
  written: (label: string, count: number): string =>
    `${count} 个文件已写到“${label}”，逐字节读回核对相同，可以拔出。`,
  half: '没做完就拔出：介质上只会留下没写完的临时文件，这个包仍算没有写出，重新写一次即可。',
  files: (count: number): string => `介质上的 ${count} 个数据包文件`,
  fileColumns: { name: '文件', size: '大小', known: '是什么' },
  known: (known: FileOnMedium): string => KNOWN[known],
  clear: (count: number): string => `清理 ${count} 个旧包`,
  clearAsk: (count: number): string =>
    `从介质上删除 ${count} 个旧包和没写完的文件，删除后不能恢复；它们的内容后续包里都有。`,
  clearYes: '删除',
  clearNo: '不删除',
  cleared: (count: number): string => `已从介质上删除 ${count} 个文件`,
  writeTitle: (sequence: number): string => `把第${sequence}号写到介质`,
  writeMany: (count: number): string => `把 ${count} 个包写到介质`,
  later: '以后再写',
  close: '完成',
  keysTitle: '把本单位公钥写到介质',
  keysWrite: '写入并读回核对',
  keysButton: '公钥写到介质…',
} as const;

export const bundlesText = {
  standing: '与各单位往来到第几号',
  standingFoot: (count: number): string =>
    `共 ${count} 个单位；“对方有”按对方包里的确认，“缺”指中间没有到过的号`,
  standingColumns: {
    name: '单位',
    sent: '发到',
    written: '已写出',
    delivered: '已送达',
    has: '对方有',
    applied: '收到',
    missing: '缺',
    quarantined: '隔离',
  },
  number: (sequence: number | null): string => (sequence === null ? '—' : `第${sequence}号`),
  gaps: (gaps: readonly { readonly from: number; readonly until: number }[], missing: number): string => {
    if (missing === 0) return '—';
    const named = gaps.map(({ from, until }) => stretch(from, until)).join('、');
    return `第${named}号（${missing} 个）`;
  },
  quarantined: (count: number): string => (count === 0 ? '—' : `${count} 个`),
  sentNote: (last: number | null, has: number | null): string =>
    last === null
      ? '还没有出过包'
      : `出到第${last}号，${has === null ? '对方还没有确认' : `对方已收至第${has}号`}`,
  receivedNote: (applied: number | null): string =>
    applied === null ? '还没有收过包' : `已导入到第${applied}号`,
  missingNote: (gaps: readonly { readonly from: number; readonly until: number }[]): string =>
    `缺第${gaps.map(({ from, until }) => stretch(from, until)).join('、')}号`,
  onlyParty: (name: string): string => name,
  sentColumns: {
    sequence: '号',
    on: '出包日期',
    to: '给谁',
    content: '内容',
    medium: '介质',
    state: '走到哪一步',
    act: '办理',
    form: '表11',
  },
  receivedColumns: {
    sequence: '号',
    on: '收到日期',
    from: '谁的',
    content: '内容',
    state: '我有没有',
    act: '办理',
  },
  content: (full: boolean, asOf: string): string => `${full ? '全部' : '改动'}，截止${dayOf(asOf)}`,
  missingContent: '没有收到',
  state: (state: SentState, day: string | null): string =>
    day === null ? SENT[state] : `${dayOf(day)} ${SENT[state]}`,
  stateTitle: (state: SentState): string => SENT[state],
  missing: (covered: boolean): string => (covered ? '没有到，内容在后续包里' : '没有到'),
  stretch,
  write: '写介质',
  receipt: '录回执',
  register: '登记单',
  paper: '印回执',
  of: (act: string, sequence: number): string => `${act}：第${sequence}号`,
  writeAll: (count: number): string => `${count} 个包写到介质…`,
  printRegister: '打印登记单',
  sentFoot: (count: number): string => `共 ${count} 个包；没有确认的改动，下一个包会再带一次`,
  receivedFoot: (count: number): string => `共 ${count} 行，缺的号连着的并作一行；有后续包的，内容没有少`,

  receiptTitle: (name: string, sequence: number): string => `录入${name}第${sequence}号包的回执码`,
  receiptCode: '回执码',
  receiptHint: '照对方打印的回执输入，大小写、短横线、空格都不要紧',
  receiptLeft: (left: number): string => (left > 0 ? `还差 ${left} 位` : '位数够了，录完自动核对'),
  receiptExplain: '录对了只记为“已送达”；下一个包从哪里接着带，仍以对方包里的确认为准。',
  receiptEnter: '确认送达',
  receiptDone: (sequence: number): string => `第${sequence}号已记为送达`,

  paperTitle: '数据包回执',
  paperPrint: '打印',
  paperFields: {
    sender: '报送单位',
    recipient: '接收单位',
    sequence: '包号',
    asOf: '数据截止',
    receivedAt: '收到时间',
    rows: '包内行数',
    state: '处理情况',
    hash: '文件摘要（SHA-256）',
    code: '回执码',
    demo: '演示数据',
  },
  paperDemo: '是，不作凭据',
  paperKind: (full: boolean): string => (full ? '（全部内容）' : '（改动部分）'),
  paperSteps: [
    '回执码只有打开过这个文件的单位才算得出，证明这个文件已经送到。',
    '报送单位在“数据交换”里对这个包号点“录回执”，照此输入；只记送达，不代替导入后的确认。',
  ],
  paperSigns: ['接收单位（盖章）', '接收人', '报送人', '日期'],
} as const;
