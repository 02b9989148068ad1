import { z } from 'zod';
import { COUNTER_KINDS, COUNTER_UNITS } from '../vocabulary/words.ts';
import { id, page, procedure, REGISTER_READERS, rev } from './base.ts';

/** YYYY-MM */
export const month = z.string().regex(/^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/);
const count = z.int().min(0).max(1_000_000);
const kind = z.enum(COUNTER_KINDS);
const sums = z.record(kind, z.int());

const cell = z.object({
  /** Null: nobody has said; not zero. */
  count: z.int().nullable(),
  /** At which it was read; 0: it has never been said. */
  rev,
  /** Of the month before. */
  before: z.int().nullable(),
});

export const counters = {
  /**
   * A month's sheet: a row per unit that was open in the month or has a count, in the order of the tree, with the
   * month before beside it. Sums are over all rows asked for, whichever page is read.
   */
  counters: procedure
    .meta({ who: REGISTER_READERS })
    .input(
      z.object({
        office: id.optional(),
        month,
        /** Those below it too. */
        unit: id.optional(),
        /** `top`: units below none; `filled`: those with a count of the month. */
        show: z.enum(COUNTER_UNITS).default('all'),
        ...page,
      }),
    )
    .output(
      z.object({
        /** Units. */
        total: z.int(),
        /** Of these, with at least one count of the month. */
        filled: z.int(),
        sums,
        /** Of the month before, of the same units. */
        sumsBefore: sums,
        units: z.array(
          z.object({
            unit: id,
            name: z.string(),
            /** How far below the top it stands. */
            depth: z.int(),
            cells: z.record(kind, cell),
          }),
        ),
      }),
    ),
  /**
   * Writes cells of a month as one step: all or none. A cell that already stands so is left alone, one that was
   * changed since it was read at `rev` refuses the whole.
   */
  setCounters: procedure
    .meta({ who: ['clerk', 'reviewer'], at: 'office' })
    .input(
      z.object({
        month,
        cells: z
          .array(z.object({ unit: id, kind, count: count.nullable(), rev }))
          .min(1)
          .max(10_000)
          .refine((cells) => new Set(cells.map((one) => `${one.unit} ${one.kind}`)).size === cells.length),
      }),
    )
    .output(
      z.object({
        /** Of all cells that were changed; 0: none. */
        rev,
        changed: z.int(),
      }),
    ),
  /** A year by month: by kind, or by unit the counts of one kind. Blank months are null. */
  counterYear: procedure
    .meta({ who: REGISTER_READERS })
    .input(
      z.object({
        office: id.optional(),
        year: z.int().min(1900).max(2199),
        /** Those below it too. */
        unit: id.optional(),
        /** Rows are units then, else kinds. */
        kind: kind.optional(),
        /** The months that belong to it alone; one that two phases touch belongs to the later. */
        phase: z.string().max(64).optional(),
        ...page,
      }),
    )
    .output(
      z.object({
        total: z.int(),
        rows: z.array(
          z.object({
            /** A kind, or a unit's id. */
            key: z.string(),
            /** Of a unit. */
            name: z.string().nullable(),
            months: z.array(z.int().nullable()).length(12),
            sum: z.int(),
          }),
        ),
        /** By month over all rows; null where none says anything. */
        sums: z.array(z.int().nullable()).length(12),
      }),
    ),
  /** A month as an .xlsx that comes home through `importCounters`. */
  exportCounters: procedure
    .meta({ who: REGISTER_READERS })
    .input(z.object({ office: id.optional(), month }))
    .output(z.object({ fileName: z.string(), content: z.string() })),
};
