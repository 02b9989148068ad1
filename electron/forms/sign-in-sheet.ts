import type { FormCell, FormDocument, FormRow, FormTable } from '../../shared/contract/forms.ts';
import type { SignInList } from '../registers/study/study-forms.ts';
import { blanks, cell, groupRow, headRow, label, plain, sumRow } from './cells.ts';
import { formDocument, formTable, notes, type Printing } from './form-document.ts';
import { NAMELESS, sessionFormWords } from './form-words.ts';
import { printedDate } from './printed-dates.ts';
import { sessionCode, sessionCodeText } from './session-code.ts';

type Person = SignInList['people'][number];

/** As on the paper sheet: so many people beside each other, row by row. */
const ACROSS = 2;
const PERSON_COLUMNS = [
  [10, 'center'],
  [21, 'center'],
  [21, 'center'],
  [24, 'center'],
  [11, 'center'],
] as const;
const HEADS = ['序号', '姓名', '职务', '签到', '备注'];
/** mm; room for a signature. */
const ROW_HEIGHT = 9;
const WIDTH = PERSON_COLUMNS.length * ACROSS;

/** Form 1: everybody expected at a session, by unit, to sign. */
export function signInSheet(list: SignInList, printing: Printing): FormDocument {
  return formDocument('signInSheet', printing, [
    facts(list),
    formTable('签到', Array(ACROSS).fill(PERSON_COLUMNS).flat(), {
      head: [headRow(Array(ACROSS).fill(HEADS).flat())],
      rows: [...peopleRows(list.people), countRow(list.people.length)],
    }),
    notes('说明', [
      listNote(list),
      `二维码是本场次的编号，签到表收回后据此核对，请勿涂改：${sessionCodeText(list.session.id)}`,
    ]),
  ]);
}

/** Its columns end where some of the list's below do. */
function facts({ session, people }: SignInList): FormTable {
  const { title, day, startsAt, endsAt, venues, chair, batch, materialNumber, form } = session;
  const time = [startsAt, endsAt].filter((at) => at !== null).join('—');
  const rows: [string, string | null, ...rest: [string, string | null] | []][] = [
    ['学习内容', title],
    [
      '时间',
      day ? [printedDate(day), time].filter(Boolean).join(' ') : time,
      '形式',
      form && sessionFormWords[form],
    ],
    ['地点', venues.join('、')],
    ['主持人', chair, '批次', batch],
    ['材料编号', materialNumber, '应签到', `${people.length}人`],
  ];
  return formTable(
    '场次',
    [
      [31, 'left'],
      [66, 'left'],
      [21, 'left'],
      [21, 'left'],
      [35, 'center'],
    ],
    {
      head: [],
      rows: rows.map((row, place) => factRow(row, place === 0 ? pictureCell(session.id, rows.length) : null)),
    },
  );
}

function factRow(
  [name, value, ...rest]: [string, string | null, ...([string, string | null] | [])],
  picture: FormCell | null,
) {
  const [otherName, otherValue] = rest;
  const facts =
    otherName === undefined
      ? [label(name), cell(value, { across: 3 })]
      : [label(name), cell(value), label(otherName), cell(otherValue ?? null)];
  return plain(picture ? [...facts, picture] : facts, 7);
}

function pictureCell(session: string, down: number): FormCell {
  return cell(null, { down, align: 'center', picture: sessionCode(session) });
}

function peopleRows(people: readonly Person[]): FormRow[] {
  const rows: FormRow[] = [];
  let number = 0;
  for (const unit of byUnit(people)) {
    rows.push(groupRow(`${unit[0]?.unit_name ?? ''}（${unit.length}人）`, WIDTH));
    const alike = namesakes(unit);
    for (let first = 0; first < unit.length; first += ACROSS) {
      const beside = unit.slice(first, first + ACROSS).map((one) => personCells(one, ++number, alike));
      const missing = (ACROSS - beside.length) * PERSON_COLUMNS.length;
      rows.push(plain([...beside.flat(), ...blanks(missing)], ROW_HEIGHT));
    }
  }
  return rows;
}

function personCells(person: Person, number: number, alike: ReadonlySet<string>): FormCell[] {
  const { name, disambiguator, post } = person;
  const shown = name !== null && disambiguator && alike.has(name) ? `${name}\n（${disambiguator}）` : name;
  return [cell(number), cell(shown ?? NAMELESS), cell(post, { small: true }), ...blanks(2)];
}

/** People come by unit, so each unit is one run. */
function byUnit(people: readonly Person[]): Person[][] {
  const units = new Map<number, Person[]>();
  for (const person of people) {
    const unit = units.get(person.unit);
    if (unit) unit.push(person);
    else units.set(person.unit, [person]);
  }
  return [...units.values()];
}

/** The badge number is printed only where two people of a unit share a name. */
function namesakes(people: readonly Person[]): Set<string> {
  const names = people.flatMap(({ name }) => name ?? []);
  return new Set(names.filter((name, place) => names.indexOf(name) !== place));
}

function countRow(expected: number): FormRow {
  const blank = '　　　';
  const text = `应签到 ${expected} 人　　实到${blank}人　　请假${blank}人　　缺席${blank}人　　核对人：`;
  return { ...sumRow([cell(text, { across: WIDTH, align: 'left' })]), height: ROW_HEIGHT };
}

function listNote({ isFrozen, session }: SignInList): string {
  if (isFrozen) return '名单已定：本场次举行时的应到人员。';
  return `按当日在册：按${session.day ? printedDate(session.day) : ''}在岗、借入人员列出，名单在场次举行时确定。`;
}
