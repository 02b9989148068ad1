import { z } from 'zod';
import { DECISION_FAULTS, ROW_OUTCOMES, ROW_REASONS } from '../vocabulary/import-outcomes.ts';
import { MARKS } from '../vocabulary/words.ts';
import { fileContent, fileName, id, procedure, rev, shortText } from './base.ts';

/** 请假 of an unknown kind is never typed; 未登记 is what a blank says. */
const givenMark = z.enum(MARKS).exclude(['leave']);

/** A person's place in the sheet: its line, and which of the blocks side by side, from 1 on. */
const place = { line: z.int().positive(), block: z.int().positive().default(1) };

/** What a person says about one row: what is given stands in place of what the sheet says. */
const decision = z.object({
  ...place,
  /** Whom it means, of the session's list. */
  person: id.optional(),
  mark: givenMark.optional(),
  reason: shortText.nullable().optional(),
  /** The row stays out. */
  skip: z.literal(true).optional(),
});

const markAndReason = z.object({ mark: z.enum(MARKS), reason: z.string().nullable() });

const candidate = z.object({
  person: id,
  name: z.string(),
  unitName: z.string(),
  disambiguator: z.string().nullable(),
});

const row = z.object({
  line: z.int(),
  block: z.int(),
  outcome: z.enum(ROW_OUTCOMES),
  name: z.string().nullable(),
  unit: z.string().nullable(),
  /** Why it is held or skipped. */
  reason: z.enum(ROW_REASONS).nullable(),
  /** What stands in the columns of marks, as written; of a row with none there, a remark that speaks of one. */
  cell: z.string(),
  /** Whom the row means. */
  person: id.nullable(),
  before: markAndReason.nullable(),
  /** Null: the row changes nothing. */
  after: markAndReason.nullable(),
  /** People of the list with that name. Absent: nobody, or no doubt. */
  candidates: z.array(candidate).optional(),
});

/** Totals that a sheet may state; due = listed − exempt. */
const totals = {
  listed: z.int(),
  due: z.int(),
  present: z.int(),
  onLeave: z.int(),
  absent: z.int(),
  exempt: z.int(),
};

export const attendanceImport = {
  /**
   * Rehearses a sign-in sheet against the session's list, or applies it: held and skipped rows stay out, all
   * others go in as one step. read = added + changed + unchanged + held + skipped, each counting places of people
   * and lines that are none. √ and clear words are marks; ○, × and whatever else a user may mean by a sign are held
   * until `map` says what they mean; one's own name in the column of signatures is 出席; a blank is 未登记 and
   * changes nothing.
   */
  importAttendance: procedure
    .meta({ who: ['clerk'], at: 'office' })
    .input(
      z.object({
        session: id,
        /** Version guard: the session's, as the caller has seen it. */
        rev: rev.optional(),
        fileName,
        content: fileContent,
        /** What texts in the columns of marks mean; stands over what is built in. */
        map: z.record(z.string().min(1).max(50), givenMark).default({}),
        /** Name of the sheet; left out, the first one with a header that is recognised. */
        sheet: z.string().max(255).optional(),
        decisions: z.array(decision).max(50_000).default([]),
        apply: z.boolean().default(false),
      }),
    )
    .output(
      z.object({
        read: z.int(),
        added: z.int(),
        changed: z.int(),
        unchanged: z.int(),
        held: z.int(),
        skipped: z.int(),
        /** The sheets that the workbook shows, and the one that was read; '' in a file that has none. */
        sheets: z.array(z.object({ name: z.string() })),
        sheet: z.string(),
        rows: z.array(row),
        /** Texts that nobody has explained yet, most frequent first. */
        unmapped: z.array(z.object({ text: z.string(), count: z.int() })),
        /** What every known text means, by its folded form: built in, and given. */
        map: z.record(z.string(), givenMark),
        /** 申报值: totals as typed into the file. */
        declared: z.object(totals).partial(),
        /** Where they stand. */
        declaredIn: z.array(z.object({ line: z.int(), text: z.string() })),
        /** The same from the rows of the file, skipped ones left out; `undecided`: rows whose mark is in doubt. */
        computed: z.object({ ...totals, unmarked: z.int(), undecided: z.int() }),
        /** The session's sums afterwards. */
        sums: z.object({
          expected: z.int(),
          due: z.int(),
          present: z.int(),
          onLeave: z.int(),
          absent: z.int(),
          exempt: z.int(),
          unmarked: z.int(),
        }),
        /** Columns that are not read. */
        droppedColumns: z.array(z.string()),
        unusedDecisions: z.array(z.object({ line: z.int(), block: z.int(), why: z.enum(DECISION_FAULTS) })),
        applied: z.boolean(),
        sessionRev: rev,
      }),
    ),
};
