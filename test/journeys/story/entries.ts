import { join } from 'node:path';

/** What the story enters, whether by pointer or by keyboard. */
export const ROSTER = join(import.meta.dirname, '../../fixtures/rosters/county.xlsx');

export interface Installation {
  readonly role: '县教育整顿办' | '市指导组';
  readonly name: string;
  readonly code: string;
  readonly administrator: string;
  readonly others: readonly { readonly name: string; readonly role: string }[];
}

export const COUNTY: Installation = {
  role: '县教育整顿办',
  name: '青河县教育整顿办',
  code: '999901',
  administrator: '乔思珂',
  others: [
    { name: '周以宁', role: '录入员' },
    { name: '何书棠', role: '审核人' },
  ],
};

export const GROUP: Installation = {
  role: '市指导组',
  name: '澜州市指导组',
  code: '999900',
  administrator: '江一帆',
  others: [
    { name: '严知行', role: '指导组经办' },
    { name: '方明远', role: '指导组组长' },
  ],
};

export interface Session {
  readonly title: string;
  readonly phase: string;
  readonly types: readonly [string, ...string[]];
  readonly day: string;
  readonly venues: string;
  /** Of the first, on leave, and of the second, absent. */
  readonly reasons: readonly [string, string];
}

export const SESSION: Session = {
  title: '政治教育专题学习',
  phase: '学习教育',
  types: ['政治教育', '党史教育', '红色教育', '廉政教育', '英模教育', '警示教育'],
  day: '2021-03-05',
  venues: '机关会议室、分会场',
  reasons: ['公务外出', '未请假'],
};

export const MAKEUP = { day: '2021-03-12', material: '示教〔2021〕1号' } as const;

/** The first paper declares a problem, the others none. */
export interface Papers {
  readonly numbers: readonly [string, ...string[]];
  readonly filedOn: string;
  readonly category: string;
  readonly summary: string;
}

export const PAPERS: Papers = {
  numbers: ['自1-0001', '自1-0002', '自1-0003'],
  filedOn: '2021-04-06',
  category: '违规参股借贷',
  summary: '借给亲戚五万元，没有说明',
};

export interface Item {
  readonly source: string;
  readonly category: string;
  readonly problem: string;
  readonly measures: string;
  readonly unit: string;
  readonly leader: string;
  readonly owner: string;
  readonly evidence: string;
}

export const ITEM: Item = {
  source: '县级检查',
  category: '违规参股借贷',
  problem: '个别人员个人有关事项报告不及时',
  measures: '逐人核对，限期补报，建立台账',
  unit: '青禾县人民法院',
  leader: '示例领导',
  owner: '示例责任人',
  evidence: '销号-1',
};

export const ANSWER = {
  category: '违规参股借贷',
  problem: '请假审批记录不完整，请补齐材料',
  dueOn: '2021-05-31',
} as const;
