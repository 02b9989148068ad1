import { z } from 'zod';
import {
  DECISION_FAULTS,
  ROSTER_FIELDS,
  ROW_OUTCOMES,
  ROW_REASONS,
  UNIT_DOUBTS,
} from '../vocabulary/import-outcomes.ts';
import { POSTING_STATUSES, STAFFINGS } from '../vocabulary/words.ts';
import { calendarDate, fileContent, fileName, id, procedure, shortText } from './base.ts';

/** A column of the sheet and what it means; 0-based, null: it is not stored. */
const mappedColumn = z.object({ column: z.int().min(0).max(1023), field: z.enum(ROSTER_FIELDS).nullable() });

function hasEachFieldOnce(mapping: readonly z.infer<typeof mappedColumn>[]): boolean {
  const fields = mapping.flatMap(({ field }) => field ?? []);
  return new Set(fields).size === fields.length;
}

/** An id of the register, or `new`. */
const existingOrNew = id;

/**
 * What a person says about one held row (or, with `person`, about a duplicateRow): what is given stands in place
 * of the cell. One that is not needed or not possible changes nothing and is told in `unusedDecisions`.
 */
const rosterDecision = z.object({
  line: z.int().positive(),
  /** The row stays out. */
  skip: z.literal(true).optional(),
  /** Whom it means, of the register's people of that name; `new`: somebody else. */
  person: existingOrNew.optional(),
  /** `new`: the unit that the row names is created. */
  unit: existingOrNew.optional(),
  name: shortText.max(50).optional(),
  status: z.enum(POSTING_STATUSES).optional(),
  /** Null: as if the cell were blank; so below. */
  staffing: z.enum(STAFFINGS).nullable().optional(),
  post: shortText.nullable().optional(),
  disambiguator: shortText.nullable().optional(),
});

const headerColumn = mappedColumn.extend({
  /** As the file spells it; '' without one. */
  title: z.string(),
  /** It has content, and none of it is stored. */
  dropped: z.boolean(),
  /** ID-card number, phone, birth date and the like: it cannot be mapped and has no samples. */
  personal: z.boolean(),
  /** The first texts under the title, three at most. */
  samples: z.array(z.string()),
});

const rowChange = z.object({
  field: z.enum(['unit', 'status', 'post', 'staffing', 'orderNumber', 'disambiguator']),
  /** Codes of words, names of units; null where there is none yet. */
  before: z.union([z.string(), z.int()]).nullable(),
  after: z.union([z.string(), z.int()]),
});

const personCandidate = z.object({
  id,
  name: z.string(),
  unitName: z.string().nullable(),
  status: z.enum(POSTING_STATUSES).nullable(),
  post: z.string().nullable(),
  disambiguator: z.string().nullable(),
});

const unitInDoubt = z.object({
  /** As the rows spell it; '' of rows without any. */
  text: z.string(),
  reason: z.enum(UNIT_DOUBTS),
  /** How many rows are held for it. */
  rows: z.int(),
  /** Units of that name, or of a name like it. */
  candidates: z.array(z.object({ id, name: z.string(), parentName: z.string().nullable() })),
});

const rosterRow = z.object({
  line: z.int(),
  outcome: z.enum(ROW_OUTCOMES),
  name: z.string().nullable(),
  unit: z.string().nullable(),
  reason: z.enum(ROW_REASONS).nullable(),
  /** Of a changed row; absent of all others. */
  changes: z.array(rowChange).optional(),
  /** Of an ambiguousName, contradictoryRows or duplicateRow: people of that name. Absent: nobody. */
  candidates: z.array(personCandidate).optional(),
  /** A decision stands in this row. */
  decided: z.literal(true).optional(),
});

const rosterReport = z.object({
  /** Of the file: goes back as `fileDigest`. */
  digest: z.string(),
  /** The sheets that the workbook shows, and the one that was read; '' in a file that has none. */
  sheets: z.array(z.object({ name: z.string() })),
  sheet: z.string(),
  /** `line` is the header's first, or of the row taken for one where none was recognised; 0: the sheet has none. */
  header: z.object({ line: z.int(), columns: z.array(headerColumn) }),
  /** No header was recognised, or no column of names: all sums are zero until a mapping tells the columns. */
  needsMapping: z.boolean(),
  /** The mapping is the one with which a sheet of the same titles was applied last. */
  remembered: z.boolean(),
  read: z.int(),
  added: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  held: z.int(),
  skipped: z.int(),
  droppedColumns: z.array(z.string()),
  unitsInDoubt: z.array(unitInDoubt),
  unusedDecisions: z.array(z.object({ line: z.int(), why: z.enum(DECISION_FAULTS) })),
  rows: z.array(rosterRow),
  applied: z.boolean(),
});

export const rosterImport = {
  /** Rehearses, or applies: held and skipped rows stay out, all others go in as one step. */
  importRoster: procedure
    .meta({ who: ['clerk'], at: 'office' })
    .input(
      z.object({
        fileName,
        content: fileContent,
        /** The digest that a rehearsal told: another file is refused with `file_changed`. */
        fileDigest: z.string().max(64).optional(),
        /** Name of the sheet; left out, the first one with a header that is recognised. */
        sheet: z.string().max(255).optional(),
        /** Line of the header's first row; 0: there is none, all rows with content are read. */
        headerLine: z.int().min(0).max(1_048_576).optional(),
        /**
         * Stands over what was recognised, column by column; what is remembered is not used then. Personal columns
         * stay as they are. Applied, it is remembered for sheets of the same titles.
         */
        mapping: z.array(mappedColumn).max(1024).refine(hasEachFieldOnce).optional(),
        /** As if the layout had never been applied; applied without a mapping, it is forgotten. */
        ignoreRemembered: z.boolean().default(false),
        /** Units that the register does not know are created with their people; else such rows are held. */
        createUnits: z.boolean().default(false),
        /** Which unit is meant by a text that stands in `unitsInDoubt`, for all its rows. */
        units: z
          .array(z.object({ text: z.string().max(200), unit: existingOrNew }))
          .max(10_000)
          .default([]),
        /** What a bare 借调 in this file means. */
        secondment: z.enum(['in', 'out']).optional(),
        /** The day from which all it says holds; else additions from the campaign's first day, changes from today. */
        from: calendarDate.optional(),
        decisions: z.array(rosterDecision).max(200_000).default([]),
        apply: z.boolean().default(false),
      }),
    )
    .output(rosterReport),
};
