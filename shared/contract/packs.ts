import { z } from 'zod';
import { DECISION_FAULTS, ROW_OUTCOMES, ROW_REASONS } from '../vocabulary/import-outcomes.ts';
import {
  PACK_FAULTS,
  PACK_FIELDS,
  PACK_KINDS,
  PACK_OCCASIONS,
  PACK_OUTCOMES,
  PACK_STATES,
} from '../vocabulary/pack-words.ts';
import { DECLARATIONS, MARKS, PEOPLE_SORTS, POSTING_STATUSES, STAFFINGS } from '../vocabulary/words.ts';
import {
  calendarDate,
  fileContent,
  fileName,
  id,
  page,
  procedure,
  REGISTER_READERS,
  refusalFields,
  rev,
  shortText,
} from './base.ts';

/** Files of one call: a county's units, each with a few kinds. */
const MOST_FILES = 500;

const givenMark = z.enum(MARKS).exclude(['leave']);

/** Whose pack it is, and since when it is out. */
const packHead = {
  pack: id,
  kind: z.enum(PACK_KINDS),
  /** Null: of the whole office, as an ordinary export is. */
  unit: id.nullable(),
  unitName: z.string().nullable(),
  /** With the units below. */
  below: z.boolean(),
  /** What it was given out for: a sign-in sheet's session, a round of filings. */
  occasion: id.nullable(),
  occasionTitle: z.string().nullable(),
  /** The day printed on it. */
  issuedOn: z.string(),
};

const issuedFile = z.object({ ...packHead, fileName: z.string(), content: z.string(), rows: z.int() });

/**
 * Codes of words, names of units and categories, numbers, dates; as written where the word is not understood. Of a
 * summary its length in characters: its text is told to nobody.
 */
const value = z.union([z.string(), z.int()]).nullable();

const cell = z.object({
  field: z.enum(PACK_FIELDS),
  /** As the pack was given, as it came back, as the register has it. */
  issued: value,
  pack: value,
  today: value,
  /** changed: only the pack moved; unchanged: only the register did, which stays, or both to the same; held. */
  outcome: z.enum(['changed', 'unchanged', 'held']),
  /** Why it is held. */
  reason: z.enum(ROW_REASONS).nullable(),
});

const candidate = z.object({
  id,
  name: z.string(),
  unitName: z.string().nullable(),
  status: z.enum(POSTING_STATUSES).nullable(),
  post: z.string().nullable(),
  disambiguator: z.string().nullable(),
});

const packRow = z.object({
  /** As a spreadsheet program shows it; 0: the row was given and the file lacks it. */
  line: z.int(),
  /** Whom the row means; null: nobody yet. */
  person: id.nullable(),
  name: z.string().nullable(),
  unit: z.string().nullable(),
  outcome: z.enum(ROW_OUTCOMES),
  reason: z.enum(ROW_REASONS).nullable(),
  /** The error code with which the register refuses what a held row says of a filing. */
  code: z.string().nullable(),
  fields: refusalFields.nullable(),
  /** Of a row that was given: the cells in which the three differ. Of an added one: all that it says. */
  cells: z.array(cell),
  /** Of an added row: people whom it may mean. Absent: nobody, or no doubt. */
  candidates: z.array(candidate).optional(),
  /** A decision stands in this row. */
  decided: z.literal(true).optional(),
});

const counts = {
  read: z.int(),
  added: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  held: z.int(),
  skipped: z.int(),
};

const packReport = z.object({
  ...packHead,
  /** Null where the file is no pack of ours; all of the head is then. */
  pack: id.nullable(),
  kind: z.enum(PACK_KINDS).nullable(),
  issuedOn: z.string().nullable(),
  /** Null: missing. */
  fileName: z.string().nullable(),
  outcome: z.enum(PACK_OUTCOMES),
  /** Why it is foreign or stale. */
  why: z.enum(PACK_FAULTS).nullable(),
  /** An error code: why it is refused; why a returned one could not be applied now. */
  code: z.string().nullable(),
  /** read = added + changed + unchanged + held + skipped: rows of the file, and given rows that it lacks (held). */
  ...counts,
  /** Cells that change. */
  cells: z.int(),
  /** Rows that say something; those in which nothing moved are only counted. */
  rows: z.array(packRow),
  unusedDecisions: z.array(z.object({ line: z.int(), why: z.enum(DECISION_FAULTS) })),
  /** Texts for marks that nobody has explained yet, most frequent first. */
  unmapped: z.array(z.object({ text: z.string(), count: z.int() })),
  /** What was seen: goes back with `apply`; '' where nothing can be applied. */
  seen: z.string(),
  applied: z.boolean(),
  /** The step by which it was applied. */
  rev: rev.nullable(),
});

/**
 * What a person says about one held row of one pack. `cells` settles cells of a row that was given; `person` says
 * whom it or an added row means (an id, or `new`); the others stand in place of an added row's cells, `mark` and
 * `reason` in those of a sign-in sheet, the last four in those of filings.
 */
const packDecision = z.object({
  pack: id,
  line: z.int().positive(),
  /** The row stays out. */
  skip: z.literal(true).optional(),
  cells: z
    .array(z.object({ field: z.enum(PACK_FIELDS), take: z.enum(['pack', 'register']) }))
    .max(PACK_FIELDS.length)
    .optional(),
  person: id.optional(),
  unit: id.optional(),
  name: shortText.max(50).optional(),
  status: z.enum(POSTING_STATUSES).optional(),
  staffing: z.enum(STAFFINGS).nullable().optional(),
  post: shortText.nullable().optional(),
  disambiguator: shortText.nullable().optional(),
  mark: givenMark.optional(),
  reason: shortText.nullable().optional(),
  filedOn: calendarDate.optional(),
  declared: z.enum(DECLARATIONS).optional(),
  /** Id or name. */
  category: shortText.optional(),
  paperNumber: shortText.nullable().optional(),
});

export const packs = {
  /**
   * One file per unit: its people on the day of issue who have not left, those whom a session expects, or those
   * who are to file in a round. What was filed already stands in it but for its problems. A newer pack of the same
   * kind, unit and occasion takes the place of the one before.
   */
  issue: procedure
    .meta({ who: ['clerk'], at: 'office' })
    .input(
      z
        .object({
          kind: z.enum(PACK_KINDS),
          /** Empty: every open unit with people, or with `below` every one at the top. */
          units: z.array(id).max(MOST_FILES).default([]),
          /** With the people of the units below, in one file. */
          below: z.boolean().default(false),
          /** A sign-in sheet's session, a round of filings. */
          occasion: id.optional(),
        })
        .refine(({ kind, occasion }) => (PACK_OCCASIONS[kind] === null) === (occasion === undefined)),
    )
    .output(z.object({ files: z.array(issuedFile), rev })),

  /** The list of people as it is seen, as one file that can come home as a pack of the whole office. */
  exportRoster: procedure
    .meta({ who: ['clerk'], at: 'office' })
    .input(
      z.object({
        asOf: calendarDate.optional(),
        unit: id.optional(),
        below: z.boolean().default(false),
        search: z.string().max(50).optional(),
        status: z.union([z.enum(POSTING_STATUSES), z.array(z.enum(POSTING_STATUSES)).min(1)]).optional(),
        sort: z.enum(PEOPLE_SORTS).default('order'),
      }),
    )
    .output(z.object({ file: issuedFile, rev })),

  /** Newest first; of those given out at once by their units' order. */
  issued: procedure
    .meta({ who: REGISTER_READERS, at: 'office' })
    .input(
      z.object({
        kind: z.enum(PACK_KINDS).optional(),
        occasion: id.optional(),
        state: z.enum(PACK_STATES).optional(),
        ...page,
      }),
    )
    .output(
      z.object({
        total: z.int(),
        packs: z.array(
          z.object({
            ...packHead,
            issuedAt: z.string(),
            /** The account's name. */
            issuedBy: z.string().nullable(),
            rows: z.int(),
            state: z.enum(PACK_STATES),
            appliedAt: z.string().nullable(),
          }),
        ),
      }),
    ),

  /** Not waited for any more; one that comes back all the same is stale. */
  withdraw: procedure
    .meta({ who: ['clerk'], at: 'office' })
    .input(z.object({ packs: z.array(id).min(1).max(MOST_FILES) }))
    .output(z.object({ withdrawn: z.int(), rev })),

  /**
   * Rehearses files that came back, in one table: each file once, then the packs of the same kind and occasion that
   * are still missing. Those named in `apply` go in, each as a step of its own: held and skipped rows stay out. A
   * pack that cannot be applied says why in `code` and hinders no other.
   */
  take: procedure
    .meta({ who: ['clerk'], at: 'office' })
    .input(
      z.object({
        files: z.array(z.object({ fileName, content: fileContent })).max(MOST_FILES),
        /** `seen` as the rehearsal told it: where anything differs by now, this pack gets the code `conflict`. */
        apply: z
          .array(z.object({ pack: id, seen: z.string().max(64).optional() }))
          .max(MOST_FILES)
          .default([]),
        decisions: z.array(packDecision).max(50_000).default([]),
        /** What texts in columns of marks mean; stands over what is built in. */
        map: z.record(z.string().min(1).max(50), givenMark).default({}),
        /** What a bare 借调 means. */
        secondment: z.enum(['in', 'out']).optional(),
        /** The day from which changes and additions hold; else changes from today, additions from the campaign's first. */
        from: calendarDate.optional(),
      }),
    )
    .output(
      z.object({
        /** How many packs have each outcome. */
        outcomes: z.record(z.enum(PACK_OUTCOMES), z.int()),
        packs: z.array(packReport),
      }),
    ),
};
