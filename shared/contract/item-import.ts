import { z } from 'zod';
import { DECISION_FAULTS, ROW_OUTCOMES } from '../vocabulary/import-outcomes.ts';
import { ITEM_FIELDS, ITEM_ROW_REASONS, ITEM_TEXT_DOUBTS } from '../vocabulary/item-import.ts';
import { ITEM_SOURCES, ITEM_STATES } from '../vocabulary/words.ts';
import { calendarDate, fileContent, fileName, id, procedure, shortText } from './base.ts';

/** A column of the sheet and what it means; 0-based, null: it is not read. */
const mappedColumn = z.object({ column: z.int().min(0).max(1023), field: z.enum(ITEM_FIELDS).nullable() });

function hasEachFieldOnce(mapping: readonly z.infer<typeof mappedColumn>[]): boolean {
  const fields = mapping.flatMap(({ field }) => field ?? []);
  return new Set(fields).size === fields.length;
}

/** What stands where a sheet says nothing. */
const values = {
  source: z.enum(ITEM_SOURCES).optional(),
  /** By id or name. */
  category: shortText.optional(),
  unit: id.optional(),
  dueOn: calendarDate.optional(),
};

/** What a person says about one row: what is given stands in place of the cell. */
const decision = z.object({
  line: z.int().positive(),
  /** The row stays out. */
  skip: z.literal(true).optional(),
  /** Which item it means; `new`: none of those that there are. */
  item: id.optional(),
  ...values,
});

const row = z.object({
  line: z.int(),
  outcome: z.enum(ROW_OUTCOMES),
  /** Why it is held or skipped. */
  reason: z.enum(ITEM_ROW_REASONS).nullable(),
  /** The field in question, where one is. */
  field: z.enum(ITEM_FIELDS).nullable(),
  /** The cells as the sheet has them, '' where blank. */
  cells: z.partialRecord(z.enum(ITEM_FIELDS), z.string()),
  /** The item that the row means; null: it would become a draft, or nobody knows. */
  item: id.nullable(),
  /** Of a changed row. */
  changes: z
    .array(z.object({ field: z.enum(ITEM_FIELDS), before: z.string().nullable(), after: z.string() }))
    .optional(),
  /** Of a possibleRepeat: items of the ledger with the same problem and unit. */
  candidates: z
    .array(z.object({ id, number: z.string().nullable(), problem: z.string(), state: z.enum(ITEM_STATES) }))
    .optional(),
});

export const itemImport = {
  /**
   * Rehearses a list of items, out of a file or pasted (as UTF-8 text with tabs), or applies it: held and skipped rows
   * stay out, all others go in as one step that can be undone. read = added + changed + unchanged + held + skipped.
   * New rows become drafts: numbers are given by 下达 alone. A number of this ledger leads to its item, of which only
   * what may still change is changed; a blank cell says nothing.
   */
  importItems: procedure
    .meta({ who: ['clerk', 'reviewer'], at: 'office' })
    .input(
      z.object({
        fileName,
        content: fileContent,
        /** Name of the sheet; left out, the first one with a header that is recognised. */
        sheet: z.string().max(255).optional(),
        /** Line of the header's first row; 0: there is none, all rows with content are read. */
        headerLine: z.int().min(0).max(1_048_576).optional(),
        /** Stands over what was recognised, column by column. */
        mapping: z.array(mappedColumn).max(1024).refine(hasEachFieldOnce).optional(),
        defaults: z.object(values).default({}),
        /** What a text means, for all rows that have it: a source, a category's id, a unit's id. */
        texts: z
          .array(z.object({ field: z.enum(ITEM_TEXT_DOUBTS), text: z.string().max(200), means: id }))
          .max(10_000)
          .default([]),
        decisions: z.array(decision).max(20_000).default([]),
        apply: z.boolean().default(false),
      }),
    )
    .output(
      z.object({
        sheets: z.array(z.object({ name: z.string() })),
        sheet: z.string(),
        header: z.object({
          line: z.int(),
          columns: z.array(mappedColumn.extend({ title: z.string(), samples: z.array(z.string()) })),
        }),
        /** No column of problems is known: all sums are zero until a mapping tells it. */
        needsMapping: z.boolean(),
        read: z.int(),
        added: z.int(),
        changed: z.int(),
        unchanged: z.int(),
        held: z.int(),
        skipped: z.int(),
        /** Texts that nobody has explained yet, most frequent first. */
        unknown: z.array(z.object({ field: z.enum(ITEM_TEXT_DOUBTS), text: z.string(), rows: z.int() })),
        unusedDecisions: z.array(z.object({ line: z.int(), why: z.enum(DECISION_FAULTS) })),
        rows: z.array(row),
        applied: z.boolean(),
      }),
    ),
};
