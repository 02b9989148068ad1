import { z } from 'zod';
import { DECISION_FAULTS, ROW_OUTCOMES } from '../vocabulary/import-outcomes.ts';
import {
  COUNTER_FIELDS,
  COUNTER_ROW_REASONS,
  COUNTER_TEXT_DOUBTS,
  INSTITUTION_FIELDS,
  INSTITUTION_ROW_REASONS,
  INSTITUTION_TEXT_DOUBTS,
} from '../vocabulary/supporting-import.ts';
import { COUNTER_KINDS } from '../vocabulary/words.ts';
import { fileContent, fileName, id, procedure } from './base.ts';
import { month } from './counters.ts';

/** A column of the sheet and what it means; 0-based, null: it is not read. */
const mapped = <Field extends string>(fields: readonly [Field, ...Field[]]) =>
  z.object({ column: z.int().min(0).max(1023), field: z.enum(fields).nullable() });

const isOnce = (mapping: readonly { readonly field: string | null }[]) => {
  const fields = mapping.flatMap(({ field }) => field ?? []);
  return new Set(fields).size === fields.length;
};

/** What is asked of every list: where its header stands, what its columns, texts and rows mean. */
const asked = {
  fileName,
  content: fileContent,
  /** Name of the sheet; left out, the first one with a header that is recognised. */
  sheet: z.string().max(255).optional(),
  /** Line of the header's first row; 0: there is none. */
  headerLine: z.int().min(0).max(1_048_576).optional(),
  apply: z.boolean().default(false),
};

/** read = added + changed + unchanged + held + skipped */
const sums = {
  read: z.int(),
  added: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  held: z.int(),
  skipped: z.int(),
};

const answered = {
  sheets: z.array(z.object({ name: z.string() })),
  sheet: z.string(),
  /** All sums are zero until a mapping tells the columns that cannot be missing. */
  needsMapping: z.boolean(),
  ...sums,
  unusedDecisions: z.array(z.object({ line: z.int(), why: z.enum(DECISION_FAULTS) })),
  applied: z.boolean(),
};

const shown = { title: z.string(), samples: z.array(z.string()) };
const decision = {
  line: z.int().positive(),
  /** The row stays out. */
  skip: z.literal(true).optional(),
  unit: id.optional(),
};

export const supportingImport = {
  /**
   * Rehearses monthly counters out of a file or pasted (as UTF-8 text with tabs), or applies them: held and skipped
   * rows stay out, the others go in as one step. A row is a unit with a column per kind, or unit, month, kind and
   * count. A blank cell says nothing, zero is a count. A row is `added` where it only brings cells that were blank,
   * `changed` where it brings another number.
   */
  importCounters: procedure
    .meta({ who: ['clerk', 'reviewer'], at: 'office' })
    .input(
      z.object({
        ...asked,
        mapping: z.array(mapped(COUNTER_FIELDS)).max(1024).refine(isOnce).optional(),
        /** Of rows that name none; left out, the one that stands above the header. */
        month: month.optional(),
        /** What a text means for all its rows: a unit's id, a kind, of a count its digits or `blank`. */
        texts: z
          .array(z.object({ field: z.enum(COUNTER_TEXT_DOUBTS), text: z.string().max(200), means: id }))
          .max(10_000)
          .default([]),
        decisions: z
          .array(z.object({ ...decision, month: month.optional() }))
          .max(20_000)
          .default([]),
      }),
    )
    .output(
      z.object({
        ...answered,
        header: z.object({
          line: z.int(),
          columns: z.array(mapped(COUNTER_FIELDS).extend(shown)),
        }),
        /** Of rows that name none; null: nobody has said. */
        month: z.string().nullable(),
        /** Cells with a number of the rows that are neither held nor skipped. */
        cells: z.object({ added: z.int(), changed: z.int(), unchanged: z.int() }),
        /** Sums that the sheet states and its rows do not give (申报值): the rows count. */
        declared: z.array(
          z.object({
            line: z.int(),
            /** Null: over all kinds. */
            kind: z.enum(COUNTER_KINDS).nullable(),
            stated: z.int(),
            counted: z.int(),
          }),
        ),
        unknown: z.array(z.object({ field: z.enum(COUNTER_TEXT_DOUBTS), text: z.string(), rows: z.int() })),
        rows: z.array(
          z.object({
            line: z.int(),
            outcome: z.enum(ROW_OUTCOMES),
            reason: z.enum(COUNTER_ROW_REASONS).nullable(),
            field: z.enum(COUNTER_FIELDS).nullable(),
            /** As the sheet has them, '' where blank. */
            cells: z.partialRecord(z.enum(COUNTER_FIELDS), z.string()),
            unit: id.nullable(),
            unitName: z.string().nullable(),
            month: z.string().nullable(),
            changes: z.array(
              z.object({ kind: z.enum(COUNTER_KINDS), before: z.int().nullable(), after: z.int() }),
            ),
          }),
        ),
      }),
    ),
  /** The same of a list of institutions: one with the kind, title and number of one that stands is that one. */
  importInstitutions: procedure
    .meta({ who: ['clerk', 'reviewer'], at: 'office' })
    .input(
      z.object({
        ...asked,
        mapping: z.array(mapped(INSTITUTION_FIELDS)).max(1024).refine(isOnce).optional(),
        /** What a text means for all its rows: a kind, a unit's id. */
        texts: z
          .array(z.object({ field: z.enum(INSTITUTION_TEXT_DOUBTS), text: z.string().max(200), means: id }))
          .max(10_000)
          .default([]),
        decisions: z.array(z.object(decision)).max(20_000).default([]),
      }),
    )
    .output(
      z.object({
        ...answered,
        header: z.object({
          line: z.int(),
          columns: z.array(mapped(INSTITUTION_FIELDS).extend(shown)),
        }),
        unknown: z.array(
          z.object({ field: z.enum(INSTITUTION_TEXT_DOUBTS), text: z.string(), rows: z.int() }),
        ),
        rows: z.array(
          z.object({
            line: z.int(),
            outcome: z.enum(ROW_OUTCOMES),
            reason: z.enum(INSTITUTION_ROW_REASONS).nullable(),
            field: z.enum(INSTITUTION_FIELDS).nullable(),
            cells: z.partialRecord(z.enum(INSTITUTION_FIELDS), z.string()),
            /** The one that the row means; null: it would be a new one. */
            institution: id.nullable(),
            changes: z.array(
              z.object({
                field: z.enum(INSTITUTION_FIELDS),
                before: z.string().nullable(),
                after: z.string(),
              }),
            ),
          }),
        ),
      }),
    ),
};
