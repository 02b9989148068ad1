import { dueInForce } from '../../shared/rules/figures.ts';
import type { FormItem } from '../registers/rectification/rectification-forms.ts';
import { itemStateWords } from './form-words.ts';
import { printedDate } from './printed-dates.ts';

/** The name of a category by its id, for every form that shows one. */
export type CategoryNames = (id: string | null) => string | null;

/** To be filled by hand. */
export const BLANK_DATE = '　　　　年　　月　　日';

/** 整改中（逾期5天） */
export function stateText({ state, overdueBy }: Pick<FormItem, 'state' | 'overdueBy'>): string {
  return `${itemStateWords[state]}${overdueBy === null ? '' : `（逾期${overdueBy}天）`}`;
}

/** 2021年5月20日（延期，原为2021年5月1日） */
export function dueText({ dueOn, extendedDueOn }: FormItem): string | null {
  const due = dueInForce(dueOn, extendedDueOn);
  if (due === null) return null;
  const first = extendedDueOn !== null && dueOn !== null && dueOn !== extendedDueOn;
  return `${printedDate(due)}${first ? `（延期，原为${printedDate(dueOn)}）` : ''}`;
}

/** Ends as a sentence does. */
export function sentence(text: string): string {
  return /[。！？；…]$/.test(text.trim()) ? text.trim() : `${text.trim()}。`;
}
