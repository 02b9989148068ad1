import { z } from 'zod';
import {
  FIGURE_IDS,
  FORM_FILES,
  FORM_IDS,
  INSTITUTION_KINDS,
  ITEM_SOURCES,
  ITEM_STATES,
  ITEM_VIEWS,
  MAKEUPS,
  WHOSE,
} from '../vocabulary/words.ts';
import { calendarDate, id, longText, procedure, REGISTER_READERS, shortText } from './base.ts';

const align = z.enum(['left', 'center', 'right']);

/** Black and white squares, one text of `0` and `1` per line, quiet zone included: drawn without a library. */
const picture = z.object({
  /** What the squares say. */
  text: z.string(),
  /** What the picture is, for who does not see it. */
  alt: z.string(),
  /** Side as printed, mm. */
  side: z.number(),
  modules: z.array(z.string()),
});

/** As in HTML: a cell covered by one that reaches down from above is left out of its row. */
const cell = z.object({
  /** A line end in a text is one on paper. */
  value: z.union([z.string(), z.number(), z.null()]),
  /** How many columns and rows it covers, one unless given. */
  across: z.int().min(1).optional(),
  down: z.int().min(1).optional(),
  /** The column's unless given; heads and labels are centred. */
  align: align.optional(),
  /** The middle unless given. */
  valign: z.enum(['top', 'middle', 'bottom']).optional(),
  /** `label`: names what stands beside or below it. */
  manner: z.enum(['label', 'strong']).optional(),
  /** Long words in a narrow column. */
  small: z.boolean().optional(),
  picture: picture.optional(),
});

const row = z.object({
  kind: z.enum(['plain', 'group', 'sum']),
  /** Least height, mm. */
  height: z.number().optional(),
  cells: z.array(cell),
});

const table = z.object({
  kind: z.literal('table'),
  /** Names the worksheet, and stands above the table where a form has several. */
  name: z.string(),
  /** Widths in mm. Those of one strip fill the page's width. */
  columns: z.array(z.object({ width: z.number(), align })),
  /** Rows repeated on every page. */
  head: z.array(row),
  rows: z.array(row),
  /** A table wider than the page: its first columns, repeated on every strip, and where each further strip begins. */
  lead: z.int().min(0),
  strips: z.array(z.int().min(1)),
  /** Stays on one page. */
  together: z.boolean().optional(),
  /** Rows that a preview leaves out. */
  rowsLeftOut: z.int().min(0),
});

const paragraph = z.object({
  kind: z.literal('paragraph'),
  /** `body` begins two characters in. */
  manner: z.enum(['body', 'plain', 'heading']),
  align,
  text: z.string(),
  /** Stays on the page of what follows. */
  keeps: z.boolean().optional(),
});

/** What is said under a table: 口径, 说明. */
const notes = z.object({ kind: z.literal('notes'), title: z.string(), lines: z.array(z.string()) });

/** A form as plain data: every writer, and the page, draws it from this alone. */
export const formDocument = z.object({
  form: z.enum(FORM_IDS),
  /** Its number in the list of forms. */
  number: z.int(),
  /** 表名 */
  title: z.string(),
  /** `letter`: margins and type of an official letter (GB/T 9704); `table`: narrower, smaller. */
  manner: z.enum(['letter', 'table']),
  orientation: z.enum(['portrait', 'landscape']),
  /** The form's number and the installation that printed it, with its role; on every page. */
  origin: z.string(),
  /** 演示数据: on every page of a practice installation; null elsewhere. */
  warning: z.string().nullable(),
  /** 填报单位, 数据截止, 填报日期 */
  block: z.array(z.object({ label: z.string(), value: z.string() })),
  parts: z.array(z.discriminatedUnion('kind', [table, paragraph, notes])),
  /** Labels with a blank line each, to be filled by hand. */
  foot: z.array(z.string()),
});

export type FormDocument = z.output<typeof formDocument>;
export type FormTable = z.output<typeof table>;
export type FormRow = z.output<typeof row>;
export type FormCell = z.output<typeof cell>;
export type FormPicture = z.output<typeof picture>;

const span = { from: calendarDate.optional(), until: calendarDate.optional() };
const dataOf = {
  /** The own office unless given. */
  office: id.optional(),
  /** 数据截止; today unless given. */
  asOf: calendarDate.optional(),
};
/** What a letter says beside what the books know. */
const letter = {
  /** 文号; a blank line to fill by hand unless given. */
  number: shortText.optional(),
  /** The day by which an answer is asked for; a blank where neither this nor the books say one. */
  dueOn: calendarDate.optional(),
  /** Stands in place of the usual requirement. */
  text: longText.optional(),
};

/** A form with what it is asked about. */
export const formAsked = z.discriminatedUnion('form', [
  z.object({ form: z.literal('signInSheet'), session: id }),
  z.object({
    form: z.literal('attendanceSummary'),
    ...dataOf,
    ...span,
    phase: z.string().max(64).optional(),
  }),
  z.object({
    form: z.literal('makeupRegister'),
    ...dataOf,
    ...span,
    /** `open`: 待补 and 已补待确认. */
    state: z
      .enum(['all', 'open', ...MAKEUPS])
      .exclude(['none'])
      .default('all'),
  }),
  z.object({
    form: z.literal('selfInspectionSummary'),
    ...dataOf,
    /** The latest round begun by the day unless given. */
    round: id.optional(),
    /** With the list of names, which is printed at the office itself alone. */
    named: z.boolean().default(false),
  }),
  z.object({
    form: z.literal('rectificationLedger'),
    ...dataOf,
    /** Of the day on which an item was issued. */
    ...span,
    /** As of the day; `open`: without 已销号, 长期坚持, 中止, 合并 and 作废. */
    state: z
      .enum(['all', 'open', ...ITEM_STATES])
      .exclude(['draft'])
      .default('all'),
    /** What of the ledger's views is no state; as of the day. */
    view: z.enum(ITEM_VIEWS).extract(['overdue', 'dueSoon', 'returned']).optional(),
    /** Whose moves; as of the day. */
    whose: z.array(z.enum(WHOSE)).min(1).optional(),
    unit: id.optional(),
    /** Those below the unit too, unless told otherwise. */
    below: z.literal(false).optional(),
    source: z.enum(ITEM_SOURCES).optional(),
    /** 市指导组反馈 and 上级督导. */
    fromGroup: z.literal(true).optional(),
    /** By id. */
    category: shortText.optional(),
    /** 责任人, as written. */
    owner: shortText.optional(),
    /** By the due date in force on the day. */
    dueFrom: calendarDate.optional(),
    dueUntil: calendarDate.optional(),
    /** Under supervision on the day. */
    supervised: z.literal(true).optional(),
    /** Part of a number, a problem or its measures. */
    search: shortText.optional(),
    /** By unit, each under its name. */
    grouped: z.boolean().default(false),
  }),
  z.object({ form: z.literal('closureApplication'), item: id }),
  z.object({ form: z.literal('supervisionNotice'), item: id, ...letter }),
  z
    .object({
      form: z.literal('reworkNotice'),
      /** 返工 of an item that was returned; or a session's 返工 or 补课: one of the two. */
      item: id.optional(),
      session: id.optional(),
      /** 补课: the only unit that is written to. */
      unit: id.optional(),
      ...letter,
    })
    .refine(({ item, session }) => (item === undefined) !== (session === undefined), { path: ['item'] }),
  z.object({ form: z.literal('actionList'), ...dataOf, phase: z.string().max(64).optional() }),
  z.object({
    form: z.literal('institutionList'),
    ...dataOf,
    ...span,
    kind: z.enum(INSTITUTION_KINDS).optional(),
    /** With those below it. */
    unit: id.optional(),
  }),
  z.object({
    form: z.literal('evaluationSheet'),
    office: dataOf.office,
    phase: z.string().min(1).max(64),
    /** Every one unless given. */
    round: z.int().min(1).optional(),
  }),
  z.object({
    form: z.literal('weeklyReport'),
    office: dataOf.office,
    /** A Monday. */
    week: calendarDate,
    /** The last one unless given. */
    version: z.int().min(1).optional(),
  }),
  z.object({
    form: z.literal('exchangeRegister'),
    /** The recipient; every one unless given. */
    party: id.optional(),
    /** Of the day on which a bundle was sealed. */
    ...span,
    /** One bundle. */
    sequence: z.int().min(1).optional(),
    epoch: z.int().min(1).optional(),
  }),
  z.object({
    form: z.literal('reminderLetter'),
    /** Of periods that end by then; today unless given. */
    ...span,
    /** Every office that owes one unless given. */
    office: id.optional(),
    ...letter,
  }),
  z.object({ form: z.literal('reportingGrid'), ...span }),
  z.object({
    form: z.literal('officeComparison'),
    asOf: dataOf.asOf,
    /** Those of the overview unless given. */
    figures: z.array(z.enum(FIGURE_IDS)).min(1).max(FIGURE_IDS.length).optional(),
  }),
]);

export type FormAsked = z.output<typeof formAsked>;

export const forms = {
  /** Every form there is, by number, with what it may be asked about. */
  list: procedure.meta({ who: REGISTER_READERS }).output(
    z.array(
      z.object({
        form: z.enum(FORM_IDS),
        number: z.int(),
        title: z.string(),
        orientation: formDocument.shape.orientation,
        /** Names of the fields of the question; `*` marks those it needs. */
        parameters: z.array(z.string()),
      }),
    ),
  ),
  /** The form as data, to be looked at and printed; `rows` cuts every table to its first rows. */
  preview: procedure
    .meta({ who: REGISTER_READERS })
    .input(z.object({ asked: formAsked, rows: z.int().min(1).max(100_000).optional() }))
    .output(formDocument),
  /** The form as a file. Its name tells the form, the office and the day, and names nobody. */
  save: procedure
    .meta({ who: REGISTER_READERS })
    .input(z.object({ asked: formAsked, as: z.enum(FORM_FILES) }))
    .output(z.object({ fileName: z.string(), content: z.string() })),
};
