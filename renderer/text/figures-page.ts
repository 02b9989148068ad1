import { dayOf } from './frame.ts';

/** The figures of an office, or of a group's offices side by side. */
export const figuresPageText = {
  title: '报表 / 指标',
  toForms: '表格与打印',
  asOf: (date: string): string => {
    const [year] = date.split('-');
    return `截至 ${year}年${dayOf(date)}，按今天所知计算，不存数`;
  },
  day: '截止日',
  session: '出勤率的场次',
  sessionNone: '还没有已审核的场次',
  sessionNumbered: (day: string, title: string): string => `${dayOf(day)} ${title}`,
  all: '全部指标',
  allNote: '选一项看它的口径',
  columns: { figure: '指标', rate: '率', parts: '分子/分母', definition: '口径' },
  groups: { study: '学习教育', selfInspection: '自查自纠', rectification: '问题整改' },
  definitionOf: (name: string): string => `${name}的口径`,
  offices: '各单位',
  officesLabel: '看哪一类指标',
  office: '单位',
  total: '合计 Σ/Σ',
  officesFoot: '按单位顺序，不排名；合计＝Σ分子/Σ分母，不是各单位率的平均；未计入的单位不在两个和里。',
  counted: (counted: number, all: number): string => `计入 ${counted} / ${all} 个单位`,
  leftOut: {
    never: '尚未导入任何数据包，未计入',
    until: (date: string): string => `数据只到 ${dayOf(date)}，未计入`,
    quarantined: '有隔离的数据包待处理',
  },
  noOffices: '还没有登记任何报送单位，登记公钥并导入数据包后，各单位的指标列在这里。',
  toOffices: '到报送总览',
} as const;
