import { z } from 'zod';

/** Names of tables, columns and rooms, words with fixed values, ids: no text that anybody typed fits in. */
export const word = z.string().regex(/^[A-Za-z][A-Za-z0-9.-]{0,63}$|^[0-9a-f-]{36}$/);

/** Characters of JSON; a hundred tables of ten columns. */
const MOST_CHARACTERS = 32_000;

/** How an account likes its page. Kept in the clear beside the ledger: nothing of the registers stands in it. */
export const preferences = z
  .object({
    /** In px, by table and column. */
    widths: z.record(word, z.record(word, z.int().min(40).max(800))),
    /** By room: the view and the filters chosen there last. */
    filters: z.record(word, z.record(word, word)),
  })
  .refine((given) => JSON.stringify(given).length <= MOST_CHARACTERS);

export type Preferences = z.output<typeof preferences>;
