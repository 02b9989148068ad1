/**
 * How people are found and sorted by the sound and the strokes of their names. Derived from the names alone, so
 * it leaves with no bundle and is missing in no old ledger: registers/personnel/name-index.ts fills it.
 */
export const nameWords = {
  number: 50,
  sql: `
CREATE TABLE name_words (
  /* person.folded */
  folded TEXT PRIMARY KEY,
  /* every spelling and the initials from each syllable on, each behind a space */
  spellings TEXT NOT NULL,
  pinyin_key TEXT NOT NULL,
  stroke_key TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`,
} as const;
