import { foldName } from '../../shared/rules/names.ts';
import { addDays, type CalendarDate, calendarDate, isCalendarDate } from '../../shared/vocabulary/dates.ts';
import type { ItemField } from '../../shared/vocabulary/item-import.ts';
import type { ItemSource } from '../../shared/vocabulary/words.ts';
import type { HeaderWords } from './header.ts';
import { cellText, type SheetCell } from './sheet-grid.ts';

/** Labels of the columns of a rectification ledger (form 5) and of what other offices call one. */
const FIELDS: Readonly<Record<ItemField, readonly string[]>> = {
  number: ['编号', '问题编号', '台账编号', '序号'],
  source: ['问题来源', '来源', '发现渠道', '问题渠道'],
  category: ['类别', '问题类别', '问题类型', '问题分类', '分类'],
  problem: [
    '问题表现',
    '具体表现',
    '存在问题',
    '存在的问题',
    '主要问题',
    '问题',
    '问题描述',
    '问题内容',
    '具体问题',
    '问题清单',
  ],
  measures: ['整改措施', '措施', '整改举措', '整改要求', '整改任务'],
  unit: ['责任单位', '整改单位', '整改责任单位', '承办单位', '牵头单位', '单位', '责任部门'],
  leader: ['责任领导', '分管领导', '牵头领导', '包案领导'],
  owner: ['责任人', '整改责任人', '直接责任人', '承办人', '具体责任人'],
  dueOn: ['时限', '整改时限', '完成时限', '整改期限', '完成时间', '办结时限', '期限'],
};

export const ITEM_WORDS: HeaderWords = {
  required: 'problem',
  fields: FIELDS,
  others: [
    '延期',
    '进展',
    '整改进展',
    '整改情况',
    '完成情况',
    '状态',
    '备注',
    '销号日期',
    '佐证材料编号',
    '联系电话',
  ],
};

const SOURCES: Readonly<Record<ItemSource, readonly string[]>> = {
  selfInspection: ['自查', '自查自纠', '自查发现', '个人自查'],
  officeInspection: ['县级检查', '县检查', '县级督查', '县教育整顿办检查', '检查发现'],
  groupFeedback: ['市指导组反馈', '市级指导组反馈', '指导组反馈', '市指导组'],
  higherSupervision: ['上级督导', '上级督查', '督导反馈', '省级督导'],
  consultation: ['征求意见', '意见建议', '征求意见建议'],
  lookBack: ['回头看', '“回头看”', '"回头看"'],
};

export function sourceOf(text: string): ItemSource | null {
  const folded = foldName(text);
  const found = Object.entries(SOURCES).find(([, words]) => words.some((word) => foldName(word) === folded));
  return found ? (found[0] as ItemSource) : null;
}

/** “2021-7”, “2021-007”, “〔2021〕7号”, “2021年第7号”. */
const NUMBER = /^\D{0,10}((?:19|20|21)\d{2})\D{1,3}(\d{1,6})\D{0,2}$/;

export function numberOf(text: string): { year: number; number: number } | null {
  const [, year, number] = NUMBER.exec(foldName(text)) ?? [];
  return year && number ? { year: Number(year), number: Number(number) } : null;
}

const WITH_YEAR = /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?(前|之前|以前)?$/;
/** Day 2 of spreadsheet programs, which have counted a 29th of February 1900. */
const SERIAL_TWO = calendarDate('1900-01-01');
/** 1954 to 2119. */
const SERIALS = { first: 20_000, last: 80_000 };

/** A date that names its year; null for anything else, however near it comes. */
export function dueDayOf(cell: SheetCell | undefined): CalendarDate | null {
  const text = foldName(cellText(cell)).replace(/\s/g, '');
  const serial = Number(text);
  if (Number.isInteger(serial) && serial >= SERIALS.first && serial <= SERIALS.last) {
    return addDays(SERIAL_TWO, serial - 2);
  }
  const [, year, month = '', day = ''] = WITH_YEAR.exec(text) ?? [];
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isCalendarDate(date) ? date : null;
}

const SUM = /^(小计|合计|总计|共计):?\d*[件条个项]?$/;
const SIGNED =
  /^(单位负责人|审核人|填表人|制表人|填报人|经办人|联系人|联系电话|填报日期|填报单位|填报时间|数据截止|备注|注|说明|填表说明)[:(]|^(单位负责人|审核人|填表人|制表人|填报人|填报日期|填报单位|数据截止)/;
const LOST = /[\uFFFD\p{Co}]|锟斤|烫烫|屯屯/u;

export function isSum(text: string): boolean {
  return SUM.test(foldName(text));
}

export function isSigned(text: string): boolean {
  return SIGNED.test(foldName(text));
}

/** Of sentences: a question mark may well be meant. */
export function lostCharacters(text: string): boolean {
  return !text.isWellFormed() || LOST.test(text);
}
