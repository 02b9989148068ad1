import type { FormDocument } from '../../shared/contract/forms.ts';
import { cell, label, plain } from './cells.ts';
import { formTable, type Printing } from './form-document.ts';
import { BLANK_DATE } from './item-words.ts';
import { printedDate } from './printed-dates.ts';

type Part = FormDocument['parts'][number];

/** What a letter is told beside what the books know. */
export interface LetterAsked {
  /** 文号 */
  readonly number?: string | undefined;
  readonly dueOn?: string | undefined;
  /** In place of the usual requirement. */
  readonly text?: string | undefined;
}

const SEVERAL = '各有关单位';
const BLANK_NUMBER = '〔　　　　〕　　号';

/** 文号 below the title, and whom it is written to; null: several at once. */
export function opening(number: string | undefined, to: string | null): Part[] {
  return [
    { kind: 'paragraph', manner: 'plain', align: 'center', text: number ?? BLANK_NUMBER },
    { kind: 'paragraph', manner: 'plain', align: 'left', text: `${to ?? SEVERAL}：` },
  ];
}

export function body(text: string): Part {
  return { kind: 'paragraph', manner: 'body', align: 'left', text };
}

export function deadline(day: string | null | undefined): string {
  return day ? printedDate(day) : BLANK_DATE;
}

/** Who writes, and on which day. */
export function signature({ installation, today }: Printing): Part[] {
  return [
    { kind: 'paragraph', manner: 'plain', align: 'right', text: installation.name, keeps: true },
    { kind: 'paragraph', manner: 'plain', align: 'right', text: printedDate(today) },
  ];
}

/** mm; room to write by hand. */
const LINE = 8;
const ANSWER = 16;

/** 回执: cut off and sent back. */
export function receipt(letter: string, about: string, to: string | null): Part[] {
  return [
    {
      kind: 'paragraph',
      manner: 'plain',
      align: 'center',
      text: `－－－－－${letter}回执（沿此线裁下）－－－－－`,
      keeps: true,
    },
    formTable(
      '回执',
      [
        [30, 'center'],
        [48, 'left'],
        [30, 'center'],
        [48, 'left'],
      ],
      {
        head: [],
        together: true,
        rows: [
          plain([label('事由'), cell(about, { across: 3 })], LINE),
          plain([label('收文单位'), cell(to), label('收到日期'), cell('　　年　　月　　日')], LINE),
          plain([label('办理情况'), cell(null, { across: 3 })], ANSWER),
          plain([label('签收人'), cell(null), label('联系电话'), cell(null)], LINE),
        ],
      },
    ),
  ];
}
