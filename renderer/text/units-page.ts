import { dayOf } from './frame.ts';

/** The tree of units and what can be done with one of them; what each step does is said before it is done. */
export const unitsText = {
  title: '单位',
  all: '全部单位',
  add: '新建单位',
  note: '数字＝当日在册，不含下级',
  closed: '已停用',
  closedFrom: (on: string): string => `${dayOf(on)}起停用`,
  showClosed: (count: number): string => `显示已停用的 ${count} 个`,
  name: '单位名称',
  parent: '上级单位',
  noParent: '没有上级单位',
  kind: '单位类别',
  orderNumber: '排序号',
  orderNumberHint: '不填则排在最后',
  created: (name: string): string => `已新建单位：${name}`,
  below: (name: string, parent: string): string => `${name}（${parent}）`,
  theirs: (content: string): string => `现在是：${content}`,
  steps: { edit: '修改', move: '移动', merge: '合并', close: '停用', reopen: '恢复', remove: '删除' },
  stepsOf: (name: string): string => `办理单位：${name}`,
  editTitle: (name: string): string => `修改单位：${name}`,
  editNote: '改名只改写法，以前的场次、台账跟着显示新名称；机构变动请用“合并”或“停用”，按日期登记。',
  edited: (name: string): string => `已修改单位：${name}`,
  moveTitle: (name: string): string => `移动单位：${name}`,
  moveNote: '只改它在单位树里的位置，连同下级一起移动；人员的任职和考勤不变。',
  moved: (name: string, parent: string): string => `已移动单位：${name} → ${parent}`,
  closeTitle: (name: string): string => `停用单位：${name}`,
  closeNote:
    '从这天起，这个单位不能再有人任职；以前的任职、考勤和台账保持不变，以后可以恢复。停用前，人员须已调出，下级单位须已停用或移出。',
  stillThere: (people: number): string =>
    `现在还有 ${people} 人在册：先把他们调出，或者改用“合并”，一步归入另一单位。`,
  closeOn: '从哪天起停用',
  closeOnHint: '这一天起不再有人',
  closedDone: (name: string, on: string): string => `已停用单位：${name}，${dayOf(on)}起`,
  mergeTitle: (name: string): string => `合并单位：${name}`,
  mergeNote: (people: number): string =>
    `从这天起，它的人员（现在在册 ${people} 人）都归入另一单位，下级单位移到其下，本单位停用；这天以前的任职和考勤不变。合并是一步，可以一步撤销。`,
  into: '归入哪个单位',
  mergeOn: '从哪天起合并',
  merged: (
    name: string,
    into: string,
    {
      people,
      units,
      sessions,
    }: { readonly people: number; readonly units: number; readonly sessions: number },
  ): string => {
    const moved = [`${people} 人`, units > 0 && `${units} 个下级单位`].filter(Boolean).join('、');
    const lists = sessions > 0 ? `；还有 ${sessions} 场没举行的学习仍按原单位列名单，请去看一看` : '';
    return `已合并：${name} → ${into}，${moved}归入${lists}；不对可以撤销`;
  },
  reopenTitle: (name: string): string => `恢复单位：${name}`,
  reopenNote: '恢复后又可以有人任职；合并时已经归入别处的人员不会自动回来，要他们回来请撤销合并。',
  reopened: (name: string): string => `已恢复单位：${name}`,
  removeTitle: (name: string): string => `删除单位：${name}`,
  removeNote: '只用于建错了的单位：没有任何任职、场次、台账提到过它才能删除；用过的单位请改为停用。',
  removed: (name: string): string => `已删除单位：${name}`,
} as const;
