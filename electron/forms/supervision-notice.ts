import type { FormDocument } from '../../shared/contract/forms.ts';
import { dueInForce } from '../../shared/rules/figures.ts';
import type { FormItem } from '../registers/rectification/rectification-forms.ts';
import { letterDocument, type Printing } from './form-document.ts';
import { itemSourceWords } from './form-words.ts';
import { type CategoryNames, dueText, sentence, stateText } from './item-words.ts';
import { body, deadline, type LetterAsked, opening, receipt, signature } from './letter-parts.ts';
import { printedDate } from './printed-dates.ts';

/**
 * Form 7: a unit is asked after an item.
 * @param to whom it is written to: the unit, or from a group the office
 */
export function supervisionNotice(
  item: FormItem,
  to: string,
  asked: LetterAsked,
  nameOf: CategoryNames,
  printing: Printing,
): FormDocument {
  return letterDocument('supervisionNotice', printing, [
    ...opening(asked.number, to),
    body(factsOf(item, nameOf)),
    body(`问题表现：${sentence(item.problem)}`),
    body(standOf(item, printing)),
    body(asked.text ?? requirement(item, asked, printing)),
    ...signature(printing),
    ...receipt('督办单', `督办整改问题${item.number}`, to),
  ]);
}

function factsOf(item: FormItem, nameOf: CategoryNames): string {
  const { number, source, issuedOn, leader, owner, category } = item;
  const facts = [
    `台账编号${number}`,
    `来源：${itemSourceWords[source]}`,
    category && `类别：${nameOf(category)}`,
    leader && `责任领导：${leader}`,
    owner && `责任人：${owner}`,
  ];
  const due = dueText(item);
  const limit = due ? `，整改时限${due}` : '';
  return `你单位承办的整改问题（${facts.filter(Boolean).join('，')}），于${printedDate(issuedOn)}下达${limit}。`;
}

function standOf(item: FormItem, { today }: Printing): string {
  const { progress, supervision } = item;
  const last = progress ? `最近一次进展（${printedDate(progress.on)}）：${sentence(progress.text)}` : '';
  const why = supervision
    ? `自${printedDate(supervision.since)}起列入督办，原因：${sentence(supervision.reason)}`
    : '';
  return `截至${printedDate(today)}，该问题状态为${stateText(item)}。${last}${why}`;
}

/** Asked for by the day of the next follow-up, or by the date in force while it lies ahead. */
function requirement(item: FormItem, { dueOn }: LetterAsked, { today, installation }: Printing): string {
  const due = dueInForce(item.dueOn, item.extendedDueOn);
  const day = [dueOn, item.supervision?.nextOn, due].find((one) => one && one >= today);
  return `请你单位高度重视，压实责任，抓紧整改，并于${deadline(day)}前将整改进展、佐证材料编号和下一步安排书面报${installation.name}。`;
}
