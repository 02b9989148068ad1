import type { KeyOrigin, KeyRecordKind } from '../../shared/vocabulary/key-origins.ts';
import type { PartyRelation } from '../../shared/vocabulary/party-relations.ts';
import type { InstallationRole } from '../../shared/vocabulary/words.ts';

const HOW: Readonly<Record<KeyOrigin, string>> = {
  ceremony: '当面核对',
  rotation: '凭更换记录',
};

const RECORDS: Readonly<Record<KeyRecordKind, string>> = {
  rotation: '更换记录',
  revocation: '停用声明',
};

export const keyText = {
  /** As official papers write dates: with the year, without leading zeros. */
  paperDay: (iso: string): string => {
    const [year, month, day] = iso.split('-').map(Number);
    return `${year}年${month}月${day}日`;
  },
  columns: { print: '指纹（前两组）', state: '登记情况', act: '办理' },
  firstGroups: (fingerprint: string): string => `${fingerprint.split(' ').slice(0, 2).join(' ')} …`,
  ownState: (number: number, day: string): string => `第 ${number} 代，${day} 起用`,
  pinned: (how: KeyOrigin, day: string, by: string | null): string =>
    `${HOW[how]} · ${day}${by ? ` · ${by}` : ''}`,
  revoked: (sequence: number): string => `第 ${sequence} 号起已停用，待重新核对`,
  revoke: '停用…',

  sheet: '指纹单',
  sheetTitle: '公钥指纹核对单',
  sheetPrint: '打印',
  sheetRoles: { office: '县级教育整顿办公室', group: '指导组' } satisfies Record<InstallationRole, string>,
  sheetFields: {
    name: '单位',
    code: '代码',
    role: '类别',
    demo: '演示数据',
    number: '密钥',
    day: '打印日期',
  },
  sheetNumber: (number: number, day: string): string => `第 ${number} 代，${day} 起用`,
  sheetDemo: '是，只能与演示安装互通',
  group: (at: number): string => `第${at}组`,
  digits: '数字',
  words: '读音字',
  code: '指纹二维码',
  sheetSteps: [
    '把本单位公钥文件和这张盖了章的纸一起当面交给对方；文件可以被调换，纸面不行。',
    '对方在“登记对方公钥”里选公钥文件，照这张纸输入程序问到的几组（数字或两个字都行），其余各组逐一看过。',
    '也可以在电话里念“读音字”核对，没有两个字读音相同。对方的纸也照样核对一遍，两边都登记了才能收发。',
  ],
  sheetSigns: ['交出单位（盖章）', '经办人', '核对人', '核对日期'],

  trustSteps:
    '请当面，或照对方盖章的指纹单，先看下面各组是否相同，再照纸面输入盖住的两组（五位数字，或两个读音字）。',
  hidden: '照纸输入',
  typed: (at: number): string => `第${at}组（照纸面输入）`,
  typedWrong: '应是五位数字，或纸面上这一组的两个字',
  replaces:
    '这个单位已登记过另一把公钥。只有对方说明旧公钥已经没有了（例如用旧备份恢复、换机重建），才能这样换：旧账到此为止，要收到对方新的全量包才接续。对方若是正常更换，请改用它交来的更换记录。',
  succeeds: (name: string): string =>
    `代码与已登记的“${name}”相同。只有这个单位确实重新建了账，才能接替：旧账到此为止，要收到它新的全量包才接续。`,
  relation: '这个指导组是本组的',
  relationHint:
    '两级指导组之间各自说明一次：本组向上级报送指标，收下级报来的指标。双方说的要对得上才能收发。',
  relations: { parent: '上级', child: '下级' } satisfies Record<PartyRelation, string>,
  relationUnsaid: '未说明上下级',
  relationUnsaidNote: '没有说明上下级，不能收发；请再登记一次这份公钥并说明。',
  sayRelation: '说明上下级',
  reason: '原因（记入日志）',
  close: '封旧账并登记',
  rotation: (name: string, sequence: number): string =>
    `${name} 更换了公钥，由原公钥签字，第 ${sequence} 号包起用新公钥；签字已验证，不用再当面核对。`,
  takeRotation: '登记新公钥',
  revocation: (name: string, sequence: number, reason: string): string =>
    `${name} 声明：原公钥从第 ${sequence} 号包起停用（${reason}）。停用后，这个号起用它签的包一律隔离；要与对方当面核对新公钥后才能接着收。`,
  takeRevocation: '停用这把公钥',
  known: '这份文件说的已经登记过，不用再办。',
  standing: (count: number): string =>
    `已停用。这个号起有 ${count} 个包先前已经收下，请让对方出新的全量包核对。`,
  done: (name: string): string => `已登记 ${name} 的公钥`,

  revokeTitle: '停用对方公钥',
  revokeExplain:
    '对方的密钥遗失或被盗、又交不出停用声明时，经核实后由管理员停用。最后收下的那个号之后，用这把公钥签的包一律隔离，已收下的不动；恢复收发要重新当面核对。不能撤销。',
  revokeConfirm: '停用，不能撤销',
  revokeReason: '怎样核实的、为什么停用',

  own: '本单位密钥…',
  ownTitle: '本单位密钥',
  choices: {
    rotate: '正常更换',
    revoke: '遗失或被盗',
    replace: '恢复后没有在用的密钥',
  },
  explain: {
    rotate:
      '新密钥由现在的密钥签字，各单位凭更换记录自动接上，不用再当面核对；更换记录随下一个包带去，也可以另存文件先交。',
    revoke:
      '现在的密钥从下一个号起停用。把停用声明交给各单位，再用新的指纹单当面核对；没核对之前，对方收不了新包。',
    replace: '数据是用旧备份恢复的，对方已经换成后来的公钥：换一把新密钥并另起新账，再用新的指纹单当面核对。',
  },
  ownReason: '原因（写进停用声明，对方看得到）',
  ownReasonKept: '原因（记入日志）',
  confirm: { rotate: '更换', revoke: '停用并换新', replace: '换新并另起新账' },
  noUndo: '不能撤销；换好后立即自动备份一次。旧密钥留着，只用来打开以前发来的包。',
  changed: (number: number): string => `已换成第 ${number} 代密钥，并已备份`,
  notBackedUp: '密钥已经换好，但备份没有做成，请马上到“系统”里备份：用旧备份恢复会丢掉新密钥。',
  records: '交给各单位的文件',
  recordColumns: { party: '单位', kind: '文件', from: '起始号', heard: '对方', save: '取出' },
  record: (kind: KeyRecordKind): string => RECORDS[kind],
  heard: '已用上',
  unheard: '还没有回执',
  save: '存为文件',
  noRecords: '还没有换过密钥。',
  finish: '关闭',
} as const;
