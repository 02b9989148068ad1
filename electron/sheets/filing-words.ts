import { foldName } from '../../shared/rules/names.ts';
import type { Declaration } from '../../shared/vocabulary/words.ts';
import type { HeaderWords } from './header.ts';
import { ROSTER_WORDS } from './roster-words.ts';

const { name = [], unit = [], post = [], disambiguator = [] } = ROSTER_WORDS.fields;

/** Labels of the columns of a list of filings. */
export const FILING_WORDS: HeaderWords = {
  required: 'name',
  fields: {
    name,
    unit,
    disambiguator,
    filedOn: ['填报日期', '填报时间', '填表日期', '填表时间', '自查日期', '报告日期', '日期'],
    declared: ['有无问题', '申报情况', '是否有问题', '自查情况', '自查结果', '有无', '问题情况', '申报'],
    paperNumber: ['原件编号', '原件号', '纸质原件编号', '纸质编号', '表格编号', '材料编号', '档案号', '编号'],
    category: ['类别', '问题类别', '事项类别', '问题类型'],
    summary: ['摘要', '问题摘要', '事项摘要', '问题表现', '主要问题', '问题简述', '简要情况'],
  },
  others: [...ROSTER_WORDS.others, ...post, '序号', '备注', '说明'],
};

const NO_PROBLEM = ['无问题', '无', '没有', '没有问题', '未发现问题', '无事项', '否', '零报告'];
const HAS_PROBLEM = ['有问题', '有', '有事项', '发现问题', '是'];

/** Undefined for a text that is neither, a blank too. */
export function declarationOf(text: string): Declaration | undefined {
  const folded = foldName(text).replace(/\s/g, '');
  if (NO_PROBLEM.includes(folded)) return 'noProblem';
  return HAS_PROBLEM.includes(folded) ? 'hasProblem' : undefined;
}
