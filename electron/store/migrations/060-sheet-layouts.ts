/** How sheets from outside were read, kept for the next one of the same titles; a habit of this desk, never exported. */
export const sheetLayouts = {
  number: 60,
  sql: `
CREATE TABLE sheet_layout (
  /* SHA-256 of the folded titles, in hexadecimal */
  titles TEXT PRIMARY KEY,
  /* JSON: [{ column, field }], columns 0-based, field NULL: not stored */
  mapping TEXT NOT NULL,
  applied_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`,
} as const;
