/** Imports that can be taken back, and files that were turned away. */
export const importDesk = {
  number: 240,
  sql: `
/*
 * What the import of a bundle found before it, row by row in the order in which it wrote: for the last few bundles of
 * each sender. Rows of attendance that it added stand in no image: they bear the head of the bundle as their rev.
 */
CREATE TABLE import_image (
  pk INTEGER PRIMARY KEY,
  tbl TEXT NOT NULL,
  /* JSON lists: the key; the columns before it and after it, NULL where there was no row */
  key TEXT NOT NULL,
  before TEXT,
  after TEXT
) STRICT;

CREATE TABLE import_step (
  bundle INTEGER PRIMARY KEY REFERENCES received_bundle (pk),
  /* its images: [first, last] */
  first INTEGER NOT NULL,
  last INTEGER NOT NULL,
  /* JSON: by table, the columns that its images list; NULL: it closed books, and nothing was kept */
  columns TEXT,
  /* the own revision at which it was taken in */
  rev INTEGER NOT NULL
) STRICT;

/* files that could not be opened, or that nobody known has signed: what they claim, not what they hold */
CREATE TABLE turned_away (
  hash TEXT PRIMARY KEY,
  file_name TEXT NOT NULL,
  code TEXT NOT NULL,
  /* what it says of itself; NULL where it could not be read */
  claimed_code TEXT,
  claimed_name TEXT,
  claimed_sequence INTEGER,
  at TEXT NOT NULL,
  by INTEGER NOT NULL,
  laid_aside_because TEXT,
  laid_aside_at TEXT,
  laid_aside_by INTEGER
) STRICT, WITHOUT ROWID;

/* when and by whom a kept bundle was laid aside; because: settled_because */
ALTER TABLE received_bundle ADD COLUMN settled_at TEXT;
ALTER TABLE received_bundle ADD COLUMN settled_by INTEGER;
`,
} as const;
