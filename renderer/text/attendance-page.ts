import type { RefusalFields } from '../../shared/vocabulary/refusal.ts';
import type { Mark, SessionMove } from '../../shared/vocabulary/words.ts';
import { dayOf, timeOf } from './frame.ts';
import { nameOf, type PastMove, pastMove } from './study-page.ts';
import { markWords, sessionMoveWords } from './words.ts';

/** A box of the sheet: the mark, and the reason where there is one. */
interface Box {
  readonly mark: Mark;
  readonly reason: string | null;
}

interface ChangedBox {
  readonly name: string | null;
  readonly before: Box;
  readonly after: Box;
}

interface Clash {
  readonly name: string | null;
  readonly unitName: string;
  readonly mine: Box;
  readonly theirs: Box;
}

function boxText({ mark, reason }: Box): string {
  return reason ? `${markWords[mark]}（${reason}）` : markWords[mark];
}

/** The first few by name; a long list would push the sheet off the screen. */
const NAMED_BOXES = 4;

function changedBoxes(boxes: readonly ChangedBox[]): string {
  if (boxes.length === 0) return '';
  const named = boxes
    .slice(0, NAMED_BOXES)
    .map((box) => `${nameOf(box)} ${boxText(box.before)} → ${boxText(box.after)}`);
  return `：${named.join('；')}${boxes.length > NAMED_BOXES ? ` 等 ${boxes.length} 人` : ''}`;
}

function moveName(move: SessionMove): string {
  return move === 'cancel' ? '取消场次' : sessionMoveWords[move];
}

export const attendanceText = {
  listLessExempt: (expected: number, exempt: number): string => `名单${expected} − 免到${exempt} ＝`,
  terms: { due: '应到', present: '实到', onLeave: '请假', absent: '缺席', unmarked: '未登记' },
  unitSums: (sums: {
    readonly due: number;
    readonly present: number;
    readonly onLeave: number;
    readonly absent: number;
    readonly unmarked: number;
  }): string =>
    `应到${sums.due} ＝ 实到${sums.present}＋请假${sums.onLeave}＋缺席${sums.absent}＋未登记${sums.unmarked}`,
  rest: (count: number): string => `其余${count}人记为出席`,
  restKey: '光标在这个单位时按 Shift+Enter 也一样',
  restAll: (count: number): string => `其余全部记为出席（${count}人）`,
  restOfUnit: '本单位其余出席',
  sheet: '签到表',
  units: '单位',
  unitsNote: '点单位名跳到该处',
  unmarkedShort: '未登',
  exceptions: '未到人员',
  reasonsMissing: (count: number): string => `事由必填，差 ${count} 人`,
  reasonsGiven: '事由已填齐',
  reason: '填事由',
  reasonOf: (name: string): string => `${name}的事由`,
  noExceptions: '没有请假、缺席或免到的人。',
  chosen: (count: number): string => `已选 ${count} 人`,
  pasteHint: '粘贴 Excel 的一列或一片，先对照再写入',
  fillHint: '照第一人往下填',
  undo: '撤销',
  redo: '重做',
  /** What the sheet's own undo would take back. */
  said: {
    marked: (where: string, mark: Mark, people: number): string =>
      `${where} ${mark === 'unmarked' ? '清除' : `记为${markWords[mark]}`}${people > 1 ? `（${people}人）` : ''}`,
    reason: (name: string): string => `${name}的事由`,
    rest: (people: number): string => `其余 ${people} 人记为出席`,
    restOf: (unit: string, people: number): string => `${unit}其余 ${people} 人记为出席`,
    filled: (where: string, mark: Mark): string => `${where} 照第一人填为${markWords[mark]}`,
    pasted: (people: number): string => `粘贴 ${people} 人`,
  },
  leftAsIs: (people: number): string => `其中 ${people} 人之后又改过，保持现在的样子。`,
  copied: (people: number): string => `已复制 ${people} 人，可粘贴到表格里。`,
  clash: (clash: Clash): string =>
    `${nameOf(clash)}（${clash.unitName}）：对方记 ${boxText(clash.theirs)}，您记 ${boxText(clash.mine)}`,
  clashTitle: (count: number): string => `有 ${count} 人两边登记得不一样，都没有覆盖，请逐人决定：`,
  useMine: '用我的',
  useTheirs: '用对方的',
  allTheirs: '全部用对方的',
  find: '找人',
  findHint: '姓名',
  onlyUnit: '只看',
  onlyThis: (unit: string): string => `只看${unit}`,
  showing: (count: number, what: string): string => `只看${what}：${count} 人`,
  showAll: '看全部',
  nobodyShown: '没有符合条件的人。',
  chosenHint: (count: number): string =>
    count > 1 ? `按一个键，这 ${count} 人一次记好` : '按一个键记好，接着下一人',
  inUnit: (unit: string, from: number, to: number): string =>
    from === to ? `${unit} ${from}号` : `${unit} ${from}—${to}号`,
  acrossUnits: (unit: string, from: number, otherUnit: string, to: number): string =>
    `${unit} ${from}号 — ${otherUnit} ${to}号`,
  keys: {
    unmarked: '清除',
    present: '出席',
    video: '视频参加',
    late: '迟到',
    officialLeave: '公假',
    sickLeave: '病假',
    personalLeave: '事假',
    duty: '值班备勤',
    absent: '缺席',
    exempt: '免到',
    leave: '请假',
  } satisfies Record<Mark, string>,
  clear: '清除',
  move: '移动',
  range: '选一片',
  next: '下一个未登记',
  /** In the boxes of the sheet. */
  short: {
    video: '视频',
    late: '迟到',
    officialLeave: '公假',
    sickLeave: '病假',
    personalLeave: '事假',
    duty: '值班',
    absent: '缺席',
    exempt: '免到',
    leave: '请假',
  } satisfies Partial<Record<Mark, string>>,
  cellRest: (unit: string, mark: string): string => `，${unit}，${mark}`,
  unsaved: (count: number): string => `正在保存 ${count} 处 · 草稿已留存`,
  readOnly: (takesMarks: boolean): string => (takesMarks ? '当前账户只能看，不登记' : '这一场现在不能改考勤'),
  changed: ({ by, at }: RefusalFields, boxes: readonly ChangedBox[], isKept: boolean): string =>
    `${by ? `${by} ` : '别人'}${typeof at === 'string' ? `${timeOf(at)} ` : ''}改过这一场，已重新读取${changedBoxes(boxes)}。${isKept ? '您登记的没有被覆盖，已接着存上。' : ''}`,
  dismiss: '知道了',
  sentBack: (by: string | null, on: string, reason: string): string =>
    `${dayOf(on)}${by ? ` ${by} ` : ''}退回，理由：${reason}`,
  saveAgain: '再存一次',
  dropUnsaved: '放弃没存上的',
  notTaken: (count: number, last: PastMove | undefined): string =>
    `${last ? `${pastMove(last)}。` : ''}这一场现在不能登记考勤，有 ${count} 处没存上，还留着。`,
  /** Stands on a button that cannot be pressed now; the whole sentence is its title. */
  why: (code: string, unmarked: number): string => {
    if (code === 'session_unmarked') return `（差${unmarked}人）`;
    return WHY[code] ?? '（现在不能）';
  },
  moved: (move: string): string => `场次：${move}`,
  /** As buttons say it; 取消 alone would read as giving up. */
  moveName,
  moveTitle: (move: SessionMove, title: string): string => `${moveName(move)} · ${title}`,
  back: '返回',
  reasonLabel: '理由',
  /** What a move does that its name does not tell, or that cannot be taken back. */
  moveSays: {
    hold: '举行后，应到名单按当天在岗和借入的人员定下来，日期和应到单位不能再改，也不能退回到已安排。',
    cancel: '取消后不能恢复，也不能撤销；已登记的考勤不再计入。',
    return: '退回后录入员可以改考勤，改好再提交。',
    correct: '更正期间这一场不计入参与率，改好再提交、再审核。',
  } as Readonly<Partial<Record<SessionMove, string>>>,
} as const;

const WHY: Readonly<Record<string, string>> = {
  reasons_missing: '（事由未填齐）',
  missing_field: '（未填齐）',
  same_account: '（须另一账户）',
  session_day_ahead: '（未到日期）',
  nobody_expected: '（没有应到人员）',
};

export const pasteText = {
  title: '粘贴考勤：先对照，再写入',
  byName: '按姓名对应到签到表上的人',
  byOrder: (from: string): string => `没有姓名列：从 ${from} 起按签到表的顺序一格对一人`,
  read: '读取',
  outcomes: { changed: '变更', unchanged: '未变', held: '待定', skipped: '跳过' },
  columns: { line: '行', pasted: '粘贴的内容', person: '签到表上', mark: '考勤', note: '说明' },
  doubts: {
    unmapped: '看不懂这个记号，请在上面选它的意思',
    notOnList: '应到名单上没有这个人',
    namesakes: '有同名的人，请带上单位一起粘贴',
    twice: '同一个人出现了两次，请手工登记',
    mayNot: '免到由审核人登记',
    beyond: '超出签到表末尾',
    blank: '空格不改动',
  },
  was: (mark: Mark): string => `原：${markWords[mark]}`,
  meaning: (text: string, count: number): string => `“${text}” 的意思（${count} 处）`,
  chooseMeaning: '请选择',
  apply: (count: number): string => `写入 ${count} 人`,
  nothing: '没有要写入的',
  cancel: '不写入',
  heldNote: '待定的不写入，其余照常；写入后可以撤销。',
  label: '粘贴的每一行',
} as const;

export const attendanceImportText = {
  open: '导入签到表',
  title: (session: string): string => `导入签到表 · ${session}`,
  choose: '选一份签到表（.xlsx、.xls、.csv），先对照名单，考勤不会马上改动。',
  file: '选择文件',
  another: '换文件',
  read: '读取',
  note: '空白算未登记，不会当成缺席；待定的不写入；写入后可一步撤销。',
  write: (rows: number, held: number): string =>
    held > 0 ? `写入 ${rows} 人，待定的先不写` : `写入 ${rows} 人`,
  nothing: '没有要写入的',
  writing: '正在写入考勤',
  rehearsing: '正在对照名单',
  done: (rows: number): string => `已从签到表写入 ${rows} 人；不对可以撤销`,
  declared: '表上自己写的合计：',
  total: (
    total: 'listed' | 'due' | 'present' | 'onLeave' | 'absent' | 'exempt',
    stated: number,
    counted: number,
  ): string =>
    `${TOTAL_WORDS[total]} ${stated}${stated === counted ? '（一致）' : `（逐人合计 ${counted}）`}`,
  rowsWin: '。以逐人登记为准，申报值只作参考。',
  rows: '签到表的每一处',
  columns: {
    line: '行',
    outcome: '结果',
    name: '姓名',
    cell: '表上写的',
    mark: '考勤',
    decide: '怎么办',
    reason: '说明',
  },
  was: (mark: Mark): string => `原：${markWords[mark]}`,
  blank: '（空）',
  nothingHere: '这一类没有。',
  who: '是谁',
  whoIs: (name: string, line: number): string => `第${line}行“${name}”是谁`,
  mark: '记为',
  whichMark: (name: string, line: number): string => `第${line}行“${name}”记为`,
  skip: '不导入',
  candidate: (name: string, unit: string, code: string | null): string =>
    [name, unit, code].filter(Boolean).join(' · '),
} as const;

const TOTAL_WORDS = {
  listed: '名单',
  due: '应到',
  present: '实到',
  onLeave: '请假',
  absent: '缺席',
  exempt: '免到',
} as const;

export const batchText = {
  all: '批次：全部',
  shown: '只看哪一批',
  name: (batch: number): string => (batch === 0 ? '未分批' : `第${batch}批`),
  one: (batch: number, people: number): string => `${batch === 0 ? '未分批' : `第${batch}批`}（${people}人）`,
  assign: '选中的归第',
  set: (people: number): string => `批（${people}人）`,
  assigned: (people: number, batch: number): string =>
    batch === 0 ? `${people} 人不再分批` : `${people} 人归第${batch}批`,
} as const;
