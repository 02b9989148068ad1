import type { FormDocument, FormRow } from '../../shared/contract/forms.ts';

const row = (cells: FormRow['cells'], height?: number): FormRow => ({
  kind: 'plain',
  cells,
  ...(height !== undefined && { height }),
});
const block = [
  { label: '填报单位', value: '云岭县教育整顿办' },
  { label: '填报日期', value: '2021年3月5日' },
];

/** What forms 6 and 7 will need: paragraphs of a letter, and boxes to be signed. */
export const letter: FormDocument = {
  form: 'makeupRegister',
  number: 7,
  title: '责令返工通知单',
  manner: 'letter',
  orientation: 'portrait',
  origin: '表7　市指导组：某市指导组',
  warning: null,
  block,
  parts: [
    { kind: 'paragraph', manner: 'plain', align: 'left', text: '云岭县教育整顿办：' },
    {
      kind: 'paragraph',
      manner: 'body',
      align: 'left',
      text: '经复核，下列事项未达到整改要求，请于2021年3月20日前完成返工，并将整改情况及佐证材料编号报市指导组。',
    },
    {
      kind: 'table',
      name: '签署',
      columns: [
        { width: 52, align: 'left' },
        { width: 52, align: 'left' },
        { width: 52, align: 'left' },
      ],
      head: [],
      rows: [
        row(
          ['责任单位意见', '县教育整顿办意见', '市指导组意见'].map((title) => ({
            value: `${title}：\n\n签字：\n　　年　月　日`,
            valign: 'top' as const,
          })),
          30,
        ),
      ],
      lead: 0,
      strips: [],
      rowsLeftOut: 0,
    },
    { kind: 'paragraph', manner: 'plain', align: 'right', text: '某市指导组\n2021年3月5日' },
  ],
  foot: [],
};

/** Two leading columns and two strips of four. */
export const wideTable: FormDocument = {
  ...letter,
  title: '考勤汇总表',
  manner: 'table',
  orientation: 'landscape',
  parts: [
    {
      kind: 'table',
      name: '单位场次',
      columns: [10, 57, ...Array<number>(8).fill(50)].map((width) => ({ width, align: 'center' as const })),
      head: [
        row([
          { value: '序号', down: 2, manner: 'label' },
          { value: '单位', down: 2, manner: 'label' },
          { value: '第1场', across: 4, manner: 'label' },
          { value: '第2场', across: 4, manner: 'label' },
        ]),
        row(['应到', '实到', '请假', '缺席', '应到', '实到', '请假', '缺席'].map((value) => ({ value }))),
      ],
      rows: [row([1, '甲单位', 4, 2, 1, 1, 4, 4, 0, 0].map((value) => ({ value })))],
      lead: 2,
      strips: [6],
      rowsLeftOut: 0,
    },
  ],
};
