import type { FormDocument, FormTable } from '../../shared/contract/forms.ts';
import { dueInForce } from '../../shared/rules/figures.ts';
import type { FormItem, ToldMove } from '../registers/rectification/rectification-forms.ts';
import type { SessionToMakeGood } from '../registers/study/rework-forms.ts';
import { blanks, cell, headRow, plain } from './cells.ts';
import { formTable, letterDocument, type Printing } from './form-document.ts';
import { itemSourceWords, markWords, NAMELESS } from './form-words.ts';
import { sentence } from './item-words.ts';
import { body, deadline, type LetterAsked, opening, receipt, signature } from './letter-parts.ts';
import { printedDate } from './printed-dates.ts';

/** Why something is to be done again. */
export type Return = Pick<ToldMove, 'on' | 'reason'> & { readonly by: 'office' | 'group' };

const BY = { office: '县级审核', group: '市级复核' } as const;

/** Form 7, 返工: an item that was returned is worked on again. */
export function itemReworkNotice(
  item: FormItem,
  returned: Return,
  to: string,
  asked: LetterAsked,
  printing: Printing,
): FormDocument {
  const { number, source, appliedOn, problem, dueOn, extendedDueOn } = item;
  const due = asked.dueOn ?? dueInForce(dueOn, extendedDueOn);
  const applied = appliedOn ? `于${printedDate(appliedOn)}申请销号，` : '';
  return letterDocument('reworkNotice', printing, [
    ...opening(asked.number, to),
    body(
      `你单位承办的整改问题（台账编号${number}，来源：${itemSourceWords[source]}）${applied}经${BY[returned.by]}未通过，${printedDate(returned.on)}退回返工。`,
    ),
    body(`问题表现：${sentence(problem)}`),
    ...(returned.reason ? [body(`退回理由：${sentence(returned.reason)}`)] : []),
    body(
      asked.text ??
        `请于${deadline(due)}前完成返工，补齐佐证材料，重新申请销号，并将返工情况书面报${printing.installation.name}。`,
    ),
    ...signature(printing),
    ...receipt('返工通知单', `返工整改问题${number}`, to),
  ]);
}

/** Form 7, 返工 of a session that was ordered to be done again. */
export function sessionReworkNotice(
  { title, day }: SessionToMakeGood,
  returned: Return,
  to: string | null,
  asked: LetterAsked,
  printing: Printing,
): FormDocument {
  return letterDocument('reworkNotice', printing, [
    ...opening(asked.number, to),
    body(
      `${held(day)}“${title}”学习场次，经${BY[returned.by]}不符合要求，${printedDate(returned.on)}责令返工。`,
    ),
    ...(returned.reason ? [body(`返工理由：${sentence(returned.reason)}`)] : []),
    body(
      asked.text ??
        `请于${deadline(asked.dueOn)}前核对应到人员、考勤和补课登记，补齐材料，重新提交审核，并将返工情况书面报${printing.installation.name}。`,
    ),
    ...signature(printing),
    ...receipt('返工通知单', `返工“${title}”学习场次`, to),
  ]);
}

/**
 * Form 7, 补课: who missed a session makes it good.
 * @param hasNames false for another office's people, who are counted by unit
 */
export function makeupNotice(
  session: SessionToMakeGood,
  hasNames: boolean,
  to: string | null,
  asked: LetterAsked,
  printing: Printing,
): FormDocument {
  const { title, day, owing } = session;
  return letterDocument('reworkNotice', printing, [
    ...opening(asked.number, to),
    body(
      `${held(day)}“${title}”学习场次，尚有${owing.length}人请假、缺席后没有补课，${hasNames ? '名单' : '各单位人数'}如下：`,
    ),
    hasNames ? nameTable(owing) : unitTable(owing),
    body(
      asked.text ??
        `请于${deadline(asked.dueOn)}前组织上述人员补课，登记补课日期和材料编号，并将补课情况书面报${printing.installation.name}。`,
    ),
    ...signature(printing),
    ...receipt('补课通知单', `“${title}”学习场次补课`, to),
  ]);
}

function held(day: string | null): string {
  return day ? `${printedDate(day)}举行的` : '';
}

type Owing = SessionToMakeGood['owing'];

function nameTable(owing: Owing): FormTable {
  return formTable(
    '补课人员',
    [
      [13, 'center'],
      [27, 'center'],
      [40, 'left'],
      [38, 'left'],
      [38, 'left'],
    ],
    {
      head: [headRow(['序号', '姓名', '单位', '原因', '补课日期、编号'])],
      rows: owing.map(({ name, disambiguator, unitName: unit, mark, reason }, place) =>
        plain([
          cell(place + 1),
          cell(nameOf(name, disambiguator, owing)),
          cell(unit),
          cell(reason ? `${markWords[mark]}：${reason}` : markWords[mark]),
          ...blanks(1),
        ]),
      ),
    },
  );
}

/** The badge number is printed only where two people share a name. */
function nameOf(name: string | null, disambiguator: string | null, owing: Owing): string {
  if (name === null) return NAMELESS;
  const isShared = owing.filter((one) => one.name === name).length > 1;
  return isShared && disambiguator ? `${name}\n（${disambiguator}）` : name;
}

function unitTable(owing: Owing): FormTable {
  const units = [...Map.groupBy(owing, (one) => one.unitId).values()];
  return formTable(
    '补课人数',
    [
      [20, 'center'],
      [96, 'left'],
      [40, 'center'],
    ],
    {
      head: [headRow(['序号', '单位', '待补人数'])],
      rows: units.map((people, place) =>
        plain([cell(place + 1), cell(people[0]?.unitName ?? null), cell(people.length)]),
      ),
    },
  );
}
