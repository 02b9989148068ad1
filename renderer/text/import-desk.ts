import type { TurnedAwayCode, UndoObstacle } from '../../shared/vocabulary/import-outcomes.ts';

export const undoObstacleWords: Readonly<Record<UndoObstacle, string>> = {
  notLast: '它后面又收下了包',
  acknowledged: '已经出了带它回执的反馈包',
  spokenOf: '收下以后对这个单位的行写过意见',
  quarantined: '这个单位有隔离的包还没有处理',
  closedBooks: '它封存了上一项活动的台账',
  notKept: '收下得太早，原来的底数已经不留',
  writtenSince: '收下以后这些行又改过',
};

/** What is taken in: a folder by its path, its rounds, how it went. */
export const importDeskText = {
  folder: '按路径收整个文件夹',
  folderHint: '例如 E:\\收包\\4月20日',
  readFolder: '读这个文件夹',
  drive: (label: string, bundles: number): string => `${label}（${bundles} 个包）`,
  others: (count: number): string => `另 ${count} 个文件不是数据包，没有打开`,
  beyond: (count: number): string => `还有 ${count} 个包没有读，这一批收完再读一次`,
  noBundles: '这里没有 .jyzd 数据包，什么都没有收；请看选的是不是放数据包的文件夹。',
  period: '期次',
  periodOf: (from: string | null, until: string, isFull: boolean): string =>
    `${from ? `${from}—` : '至'}${until}${isFull ? '（全量）' : ''}`,
  sums: (offices: number, bundles: number): string => `合计 ${offices} 个单位 ${bundles} 包`,
  equal: '等于包内行数',
  applying: (done: number, total: number, name: string): string =>
    `正在收下第 ${Math.min(done + 1, total)} / ${total} 个单位：${name}`,
  taken: (bundles: number): string => `已收下 ${bundles} 包；每个单位整包收下，要么不收`,
  cancelLeaves: '取消后，收完的单位留着，正在收的收完为止，没轮到的不收',
  stopping: '正在停：收完手上这个单位就停',
  stopped: (applied: number, left: number): string =>
    `已停下：收下的 ${applied} 包留着，没轮到的 ${left} 包没有收，文件都在原处。`,
  set: (count: number): string => `登记 ${count} 个隔离、退件、留存`,
  undoable: '收下后可一步撤销',
  until: '直到出了带它回执的反馈包、对它的行写了意见、或又收下它的下一包',
  undo: '撤销收包',
  undone: (name: string, sequence: number, rows: number): string =>
    `已撤销${name}第${sequence}号：${rows} 行恢复原样；文件还在，可以再收`,
  last: '各单位最后收下的包',
  lastFoot: '撤销是一步：台账、回执、公钥都回到收下以前，一行不差',
  noneTaken: '还没有收下过上报包。',
  lastColumns: { office: '单位', sequence: '号', asOf: '数据截止', on: '收到日期', undo: '撤销' },
} as const;

/** The quarantine: what was put aside, why, and the way on. */
export const quarantineText = {
  title: '隔离与退件',
  link: (count: number): string => (count > 0 ? `隔离与退件 ${count}` : '隔离与退件'),
  nothing: '没有隔离的包，也没有退件。',
  back: '回到数据交换',
  situation: '情况',
  safe: '安全',
  next: '下一步',
  forkTitle: (name: string, sequences: string): string => `${name} ${sequences}：两份历史对不上`,
  numbers: (first: number, last: number): string =>
    first === last ? `第${first}号` : `第${first}—${last}号`,
  forkSays: (sharedUntil: number | null): string =>
    `${sharedUntil === null ? '两份没有共同的起点' : `第${sharedUntil}号以前两份相同，以后各说各的`}；签名都对。多半是县里恢复过旧数据，又用了一次这些号。`,
  forkSafe: '两份都原样留着，先收的没有动；这个单位以后的包照验照存，先不收。',
  forkNext:
    '① 电话问清哪一份作数  ② 先收的作数：写理由了结，请对方出新的全量包  ③ 隔离的作数：写理由换用，台账退回分开的地方，再收下隔离的这一份',
  standing: '先收的（在台账里）',
  other: '隔离的（没有收）',
  bundleColumns: {
    sequence: '号',
    asOf: '数据截止',
    rows: '行数',
    head: '改到第几处',
    on: '收到',
    state: '状态',
  },
  full: '全量',
  unreadable: '打不开',
  settle: '先收的作数，了结…',
  choose: '隔离的作数，换用…',
  chooseTitle: (name: string): string => `换用隔离的一份 · ${name}`,
  chooseExplain: (back: number, taken: number): string =>
    `台账先退回两份分开的地方（撤回 ${back} 包），再收下隔离的 ${taken} 包；先收的那份从此不采用，原文件留着。要么全部办成，要么一行不动；办成后不能撤销。`,
  chooseDrop: '隔离的一份里少了已编号的问题，仍要换用，请写理由',
  chooseReason: '核实情况和理由（记入操作记录）',
  chooseConfirm: '换用，不能撤销',
  chosen: (back: number, taken: number): string => `已换用：撤回 ${back} 包，收下 ${taken} 包`,
  needsAdministrator: '由管理员办理',
  fallenTitle: '公钥已停用时签的包',
  fallenSays:
    '签这些包的公钥已经停用，可能是别人拿着旧密钥冒签的。一行都没有收，不影响这个单位别的包；文件留作证据。请向该单位核实，当面核对新公钥后由其重发。',
  fallenReason: '停用原因',
  turnedTitle: '没有收的文件',
  turnedSays: '只记下文件摘要和它自称的来历，不留内容；台账没有改动。',
  turnedColumns: { file: '文件', claims: '自称', why: '为什么不收，下一步', on: '日期', act: '办理' },
  claims: (code: string, name: string, sequence: number): string => `${name}（${code}）第${sequence}号`,
  noClaims: '看不出',
  doneTitle: '已了结的',
  doneColumns: { file: '文件', what: '原因', reason: '了结理由', by: '经手', on: '日期' },
  layAside: '了结…',
  layAsideTitle: '了结，不再等它',
  layAsideReason: '怎么处理的',
  layAsideConfirm: '了结',
  laidAside: '已了结，理由记入操作记录',
  toTrust: '登记对方公钥',
} as const;

/** Of a file that was turned away: what happened and what to do next. */
export const turnedAwayWords: Readonly<Record<TurnedAwayCode, string>> = {
  bundle_not_for_us: '是发给别的单位的，本机打不开。退回送来的人，请核对U盘。',
  bundle_recipient_wrong: '里面写明的接收单位不是本单位。退回报送单位核实。',
  bundle_sender_unknown: '没有登记过这个单位的公钥。先取得它的公钥文件，当面核对指纹，登记后再收一次。',
  bundle_signature_wrong: '签名与登记的公钥不符，可能是冒名或改过。留住原文件，与该单位核对指纹。',
  bundle_key_out_of_turn: '签名的公钥与包号对不上。请该单位核对换钥匙的先后，用现用公钥重新出包。',
};

/** Why a bundle or a file was laid aside. */
export const doneWords: Readonly<Record<string, string>> = {
  settled: '隔离，不采用',
  revoked: '公钥已停用',
  bundle_not_for_us: '发给别人的',
  bundle_recipient_wrong: '接收单位不是本单位',
  bundle_sender_unknown: '没有登记公钥',
  bundle_signature_wrong: '签名不符',
  bundle_key_out_of_turn: '公钥与包号对不上',
};
