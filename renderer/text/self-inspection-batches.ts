import { longDay } from './frame.ts';

/** Many filings in one step: a pile without problems, a pile to review. */
export const batchRowsText = {
  all: (chosen: number, all: number): string => `选中 ${chosen} / ${all} 人`,
  name: '姓名',
  choose: (name: string): string => `选 ${name}`,
  notChosen: '不选',
  refused: (rows: number): string => `${rows} 人没有通过，一份也没有写入；原因在各行后面。`,
  leaveOut: '去掉这些，留下其余',
} as const;

export const batchEntryText = {
  title: '一批无问题',
  note: '一个单位交来的、都申明“无问题”的纸表，一次录入；没交的去掉勾。有问题的请逐份录。',
  unit: '单位',
  unitOf: (name: string, due: number): string => `${name}（未填 ${due} 人）`,
  filedOn: '填报日期（这一批相同）',
  first: '第一份的原件编号',
  firstHint: '往后逐份加一；不填就都不写编号。',
  uncounted: '编号里没有数字，不能逐份加一；请改写，或者不填。',
  people: '这一批的人',
  number: '原件编号',
  none: '这个单位都填报了。',
  more: (most: number): string => `一次最多 ${most} 人，其余的下一批再录。`,
  save: (people: number): string => `存下 ${people} 份`,
  nothing: '没有选人',
  saved: (people: number, unit: string): string => `已存下 ${unit} ${people} 份无问题；不对可以撤销`,
} as const;

type ManyMove = 'approve' | 'return' | 'archive';

const MANY_MOVE_WORDS: Readonly<Record<ManyMove, string>> = {
  approve: '审核通过',
  return: '退回补充',
  archive: '归档',
};

export const reviewManyText = {
  chooseAll: '选中列表里能办的（一次最多 500 份）',
  choose: (name: string): string => `选 ${name}的填报`,
  chosen: (rows: number): string => `选中 ${rows} 份`,
  unchoose: '取消选择',
  keys: '列表里按空格选、再按一次不选',
  open: (move: ManyMove, rows: number): string => `${MANY_MOVE_WORDS[move]} ${rows} 份…`,
  title: (move: ManyMove): string => `成批${MANY_MOVE_WORDS[move]}`,
  beforehand: {
    approve: '通过后不能撤销，之后只能由录入员补充。有问题的请先逐份看过。',
    return: '退回后不计入覆盖率，由录入员按新的纸表重新填报；退回不能撤销，同一理由写给每一份。',
    archive: '归档后不能撤销，之后只能由录入员补充。',
  } satisfies Record<ManyMove, string>,
  confirm: (move: ManyMove, rows: number): string => `${MANY_MOVE_WORDS[move]} ${rows} 份`,
  nothing: '一份也没有选',
  done: (move: ManyMove, rows: number): string => `已${MANY_MOVE_WORDS[move]} ${rows} 份`,
  rows: '选中的填报',
  declared: '单位、编号、申明',
  said: (unit: string, paper: string | null, declared: string, items: number): string =>
    [unit, paper, declared, items > 0 ? `${items} 项` : ''].filter(Boolean).join('　'),
} as const;

/** Form 4 of a round. */
export const papersText = {
  summary: '统计表',
  summaryHint: '打印自查填报统计表（表4），只有各单位的数字',
  named: '填报名单',
  namedHint: '打印自查填报统计表，附填报名单（含姓名），只在本县用',
} as const;

/** Who still owes a form, on the screen and on paper. */
export const remindersText = {
  open: '催填单',
  openHint: '还没有填报和退回没有重新填的人，按单位列出，可以打印',
  title: '催填单',
  heading: (round: string): string => `${round}　未填报人员名单`,
  asOf: (today: string, ends: string): string => `截至${longDay(today)}；本轮${longDay(ends)}截止`,
  counts: (all: number, due: number, returned: number): string =>
    returned > 0
      ? `共 ${all} 人：没有填报 ${due} 人，退回后没有重新填 ${returned} 人（名字后注“退回”）`
      : `共 ${all} 人没有填报`,
  unit: '单位',
  people: '人数',
  names: '姓名',
  ofUnit: (due: number, returned: number): string =>
    [due > 0 ? String(due) : '', returned > 0 ? `退回${returned}` : ''].filter(Boolean).join('＋'),
  returned: '（退回）',
  definition: '口径：截止日在岗和借入人员中没有填报的，和填报退回后没有重新填报的。',
  none: '都填报了，不用催。',
  print: '打印',
} as const;
