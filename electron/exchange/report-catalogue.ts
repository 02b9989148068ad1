import type { CellKind } from './columns.ts';
import {
  evaluationLineColumns,
  evaluationOrderColumns,
  orderAnswerColumns,
  reportedEvaluationColumns,
  weeklyReportColumns,
} from './evaluation-tables.ts';
import {
  actionColumns,
  actionMoveColumns,
  attendanceColumns,
  campaignColumns,
  counterColumns,
  evaluationMoveColumns,
  feedbackOutcomeColumns,
  filingColumns,
  institutionColumns,
  itemColumns,
  itemMoveColumns,
  membershipColumns,
  periodColumns,
  pseudonymColumns,
  roundColumns,
  sessionColumns,
  sessionMoveColumns,
  unitColumns,
} from './report-tables.ts';

/** Lists whose rows are referred to by rank. */
export const RANKED_LISTS = ['unit', 'person', 'session', 'round', 'filer'] as const;
export type RankedListName = (typeof RANKED_LISTS)[number];

/** What a table of a report is, beside its columns; SPEC.md tells the same in words. */
export interface ReportTable {
  /** One row of it. */
  readonly what: string;
  readonly columns: Readonly<Record<string, CellKind<unknown>>>;
  /** Columns that tell two rows of an office apart. */
  readonly key: readonly string[];
  /** Lists of rank columns that are not called after theirs. */
  readonly lists?: Readonly<Record<string, RankedListName>>;
  /** Columns that hold the id of a row of another table. */
  readonly refers?: Readonly<Record<string, string>>;
  /** The column whose row in its list brings all rows that hang on it: they replace those of before. */
  readonly wholeWith?: string;
  /** Rows stand in the order in which they were made, which tells rows of one rev apart. */
  readonly ordered?: true;
  /** What columns mean, where neither name nor type says it. */
  readonly notes?: Readonly<Record<string, string>>;
}

const unit = { notes: { kind: 'organ kind' }, refers: { parent: 'unit' } };
const membership = {
  columns: membershipColumns,
  key: ['person', 'from'],
  wholeWith: 'person',
  notes: { from: 'first day', until: 'first day no longer there' },
};
const move = { key: ['id'], ordered: true } as const;

/** Every table that holds rows of registers, in the order in which they are applied; `rankCheck` holds none. */
export const CATALOGUE: Readonly<Record<string, ReportTable>> = {
  campaign: {
    what: 'a part of a version of the campaign that the office works in',
    columns: campaignColumns,
    key: ['number', 'part'],
    notes: {
      id: 'UUID of the version',
      number: 'from 1',
      from: 'first day that it holds',
      part: 'from 0',
      content: 'a stretch of the preset as JSON: joined in the order of the parts',
    },
  },
  unit: { what: 'a unit of the office', columns: unitColumns, key: ['id'], ...unit },
  person: { what: 'a person under the pseudonym for attendance', columns: pseudonymColumns, key: ['id'] },
  membership: { what: 'a stretch of days in which that person counts in a unit', ...membership },
  session: {
    what: 'a study session',
    columns: sessionColumns,
    key: ['id'],
    notes: {
      typeMask: 'bit i for the i-th education type',
      startsAt: 'hh:mm',
      endsAt: 'hh:mm',
      venues: 'JSON list',
    },
  },
  sessionMove: {
    what: "a move of a session's life",
    columns: sessionMoveColumns,
    refers: { subject: 'session' },
    ...move,
  },
  attendance: {
    what: "one person's mark in one session",
    columns: attendanceColumns,
    key: ['session', 'person'],
    notes: {
      unit: "as of the session's day",
      mark: '0 unmarked, 1 present, 8 absent, 9 exempt, 10 leave',
      makeup: '0 none, 1 pending, 2 done, 3 confirmed, 4 waived',
    },
  },
  round: { what: 'a round of self-inspection', columns: roundColumns, key: ['id'] },
  filer: { what: 'a person under the pseudonym for self-inspection', columns: pseudonymColumns, key: ['id'] },
  filerMembership: {
    what: 'a stretch of days in which that person counts in a unit',
    lists: { person: 'filer' },
    ...membership,
  },
  filing: {
    what: 'that one filer filed in one round, and what was declared',
    columns: filingColumns,
    key: ['round', 'person'],
    lists: { person: 'filer' },
  },
  item: {
    what: 'an issued rectification item in full',
    columns: itemColumns,
    key: ['id'],
    refers: { repeats: 'item', mergedInto: 'item' },
    notes: { feedback: 'id of a feedback row' },
  },
  itemMove: {
    what: "a move of an item's life",
    columns: itemMoveColumns,
    refers: { subject: 'item' },
    ...move,
    notes: { detail: 'flat JSON object of texts' },
  },
  institution: {
    what: 'an entry of the list of institutions',
    columns: institutionColumns,
    key: ['id'],
  },
  counter: {
    what: 'what one unit counted of one kind in one month',
    columns: counterColumns,
    key: ['unit', 'month', 'kind'],
  },
  action: {
    what: 'an occurrence of an action of the campaign',
    columns: actionColumns,
    key: ['id'],
    notes: {
      definition: "id of the campaign's action",
      ordinal: 'from 1 within its action (0: outside the campaign)',
      sessions: 'JSON list of ids of sessions',
    },
  },
  actionMove: {
    what: "a move of an action's life",
    columns: actionMoveColumns,
    refers: { subject: 'action' },
    ...move,
    notes: { detail: 'flat JSON object of texts' },
  },
  evaluation: {
    what: 'what a level found of a phase, frozen or withdrawn',
    columns: reportedEvaluationColumns,
    key: ['id'],
    notes: { asOf: 'day of its figures', frozenRev: 'rev that froze it' },
  },
  evaluationLine: {
    what: 'what an evaluation says of one indicator',
    columns: evaluationLineColumns,
    key: ['id'],
    refers: { evaluation: 'evaluation' },
    notes: { place: 'from 0' },
  },
  evaluationOrder: {
    what: 'what an evaluation ordered',
    columns: evaluationOrderColumns,
    key: ['id'],
    refers: { evaluation: 'evaluation' },
    notes: {
      place: 'from 0 as they were given',
      subject: 'id of what it names',
      doneOn: 'day on which it was closed by hand',
    },
  },
  evaluationMove: {
    what: "a move of an evaluation's life",
    columns: evaluationMoveColumns,
    refers: { subject: 'evaluation' },
    ...move,
    notes: { detail: 'flat JSON object of texts' },
  },
  orderAnswer: {
    what: 'what became of an order of this group',
    columns: orderAnswerColumns,
    key: ['id'],
    notes: {
      id: 'of the order',
      takenRev: 'rev that took it up',
      doneOn: 'day on which it was closed by hand',
    },
  },
  weeklyReport: {
    what: 'a part of a frozen version of a weekly report',
    columns: weeklyReportColumns,
    key: ['id', 'part'],
    notes: {
      part: 'from 0',
      weekBeginsOn: 'a Monday',
      content: 'a stretch of JSON: joined in the order of the parts',
    },
  },
  period: {
    what: 'days that were reported together',
    columns: periodColumns,
    key: ['id'],
    notes: {
      from: 'first day; none: every day until then',
      until: 'last day',
      nil: 'nothing had changed',
      closed: 'its days are closed',
    },
  },
  feedbackOutcome: {
    what: 'what became of a feedback row of this group',
    columns: feedbackOutcomeColumns,
    key: ['id'],
    notes: {
      id: 'of the feedback row',
      outcome: 'error code',
      readOn: 'day on which a remark was read',
      reply: 'to a remark or why a template was not adopted',
    },
  },
};

/** The table whose ids a column holds, once ranks stand as ids; undefined where it holds none. */
export function tableReferred({ columns, lists, refers }: ReportTable, column: string): string | undefined {
  return columns[column]?.holds === 'rank' ? listOf(lists, column) : refers?.[column];
}

/** @throws Error for a rank column that the catalogue does not explain */
export function listOf(lists: ReportTable['lists'], column: string): RankedListName {
  const list = lists?.[column] ?? RANKED_LISTS.find((name) => name === column);
  if (!list) throw new Error(`ranks of no list: ${column}`);
  return list;
}
