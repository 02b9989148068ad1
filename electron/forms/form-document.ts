import type { FormDocument, FormTable } from '../../shared/contract/forms.ts';
import type { CalendarDate } from '../../shared/vocabulary/dates.ts';
import type { FormId, InstallationRole } from '../../shared/vocabulary/words.ts';
import { DEMO_WARNING, installationWords } from './form-words.ts';
import { printedDate } from './printed-dates.ts';

/** Who prints a form, whose data it shows, and on which day. */
export interface Printing {
  /** 填报单位: the office whose data these are. */
  readonly office: string;
  readonly installation: { readonly name: string; readonly role: InstallationRole };
  /** The data were invented for practice. */
  readonly demo: boolean;
  readonly asOf: CalendarDate;
  readonly today: CalendarDate;
}

export interface FormKind {
  readonly number: number;
  readonly title: string;
  readonly manner: FormDocument['manner'];
  readonly orientation: FormDocument['orientation'];
  /** Fields of the question; `*` marks those it needs. */
  readonly parameters: readonly string[];
  /** The only kind of installation that has it; absent: both. */
  readonly at?: InstallationRole;
}

export const FORM_KINDS = {
  signInSheet: {
    number: 1,
    title: '签到表',
    manner: 'table',
    orientation: 'portrait',
    parameters: ['session*'],
  },
  attendanceSummary: {
    number: 2,
    title: '考勤汇总表',
    manner: 'table',
    orientation: 'landscape',
    parameters: ['office', 'asOf', 'from', 'until', 'phase'],
  },
  makeupRegister: {
    number: 3,
    title: '补课登记表',
    manner: 'table',
    orientation: 'landscape',
    parameters: ['office', 'asOf', 'from', 'until', 'state'],
  },
  selfInspectionSummary: {
    number: 4,
    title: '自查填报统计表',
    manner: 'table',
    orientation: 'portrait',
    parameters: ['office', 'asOf', 'round', 'named'],
  },
  rectificationLedger: {
    number: 5,
    title: '问题整改台账',
    manner: 'table',
    orientation: 'landscape',
    parameters: [
      ...['office', 'asOf', 'state', 'view', 'whose', 'unit', 'below', 'source', 'fromGroup', 'category'],
      ...['owner', 'dueFrom', 'dueUntil', 'supervised', 'search', 'from', 'until', 'grouped'],
    ],
  },
  closureApplication: {
    number: 6,
    title: '销号申请审批表',
    manner: 'letter',
    orientation: 'portrait',
    parameters: ['item*'],
  },
  supervisionNotice: {
    number: 7,
    title: '督办单',
    manner: 'letter',
    orientation: 'portrait',
    parameters: ['item*', 'number', 'dueOn', 'text'],
  },
  reworkNotice: {
    number: 7,
    title: '返工（补课）通知单',
    manner: 'letter',
    orientation: 'portrait',
    parameters: ['item', 'session', 'unit', 'number', 'dueOn', 'text'],
  },
  actionList: {
    number: 8,
    title: '规定动作清单',
    manner: 'table',
    orientation: 'landscape',
    parameters: ['office', 'asOf', 'phase'],
  },
  institutionList: {
    number: 8,
    title: '制度清单',
    manner: 'table',
    orientation: 'portrait',
    parameters: ['office', 'asOf', 'from', 'until', 'kind', 'unit'],
  },
  evaluationSheet: {
    number: 9,
    title: '三级评估表',
    manner: 'table',
    orientation: 'landscape',
    parameters: ['office', 'phase*', 'round'],
  },
  weeklyReport: {
    number: 10,
    title: '周报',
    manner: 'table',
    orientation: 'portrait',
    parameters: ['office', 'week*', 'version'],
  },
  exchangeRegister: {
    number: 11,
    title: '数据交换登记单',
    manner: 'table',
    orientation: 'landscape',
    parameters: ['party', 'from', 'until', 'sequence', 'epoch'],
  },
  reminderLetter: {
    number: 12,
    title: '催报函',
    manner: 'letter',
    orientation: 'portrait',
    parameters: ['from', 'until', 'office', 'number', 'dueOn', 'text'],
    at: 'group',
  },
  reportingGrid: {
    number: 13,
    title: '报送情况表',
    manner: 'table',
    orientation: 'landscape',
    parameters: ['from', 'until'],
    at: 'group',
  },
  officeComparison: {
    number: 14,
    title: '指标对比表',
    manner: 'table',
    orientation: 'landscape',
    parameters: ['asOf', 'figures'],
    at: 'group',
  },
} as const satisfies Record<FormId, FormKind>;

const FOOT = ['单位负责人', '审核人', '填表人', '联系电话'];

/** A form of tables with its title block and foot. */
export function formDocument(form: FormId, printing: Printing, parts: FormDocument['parts']): FormDocument {
  return {
    ...letterDocument(form, printing, parts),
    block: [
      { label: '填报单位', value: printing.office },
      { label: '数据截止', value: printedDate(printing.asOf) },
      { label: '填报日期', value: printedDate(printing.today) },
    ],
    foot: FOOT,
  };
}

/** A letter names in its text who writes to whom, and on which day. */
export function letterDocument(form: FormId, printing: Printing, parts: FormDocument['parts']): FormDocument {
  const { number, title, manner, orientation } = FORM_KINDS[form];
  const { name, role } = printing.installation;
  return {
    ...{ form, number, title, manner, orientation },
    origin: `表${number}　${installationWords[role]}：${name}`,
    warning: printing.demo ? DEMO_WARNING : null,
    block: [],
    parts,
    foot: [],
  };
}

type Columns = readonly (readonly [width: number, align: FormTable['columns'][number]['align']])[];

/** A table as wide as the page, or one whose columns are repeated in strips. */
export function formTable(
  name: string,
  columns: Columns,
  rest: Pick<FormTable, 'head' | 'rows'> & Partial<Pick<FormTable, 'lead' | 'strips' | 'together'>>,
): FormTable {
  const shown = columns.map(([width, align]) => ({ width, align }));
  return { kind: 'table', name, columns: shown, lead: 0, strips: [], rowsLeftOut: 0, ...rest };
}

export function notes(title: string, lines: string[]): FormDocument['parts'][number] {
  return { kind: 'notes', title, lines };
}

/** The same form with only the first rows of every table, for looking at. */
export function firstRows(document: FormDocument, rows: number): FormDocument {
  const cut = (table: FormTable): FormTable => ({
    ...table,
    rows: table.rows.slice(0, rows),
    rowsLeftOut: Math.max(table.rows.length - rows, 0),
  });
  return { ...document, parts: document.parts.map((part) => (part.kind === 'table' ? cut(part) : part)) };
}

/** Longest part of a name that file systems and sticks take without trouble. */
const MOST_SUBJECT = 40;

/**
 * 签到表-2021-03-09 全员政治轮训-云岭县教育整顿办-2021-03-15.xlsx; characters that no file system takes give way.
 * @param subject what tells two forms of one office and day apart
 */
export function formFileName(
  document: FormDocument,
  printing: Printing,
  ending: string,
  subject?: string,
): string {
  const parts = [document.title, subject?.slice(0, MOST_SUBJECT), printing.office, printing.asOf];
  const name = parts.filter(Boolean).join('-');
  return `${name.replace(/[\p{Cc}\p{Cf}\\/:*?"<>|]/gu, '').trim()}.${ending}`;
}
