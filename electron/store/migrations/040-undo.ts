/**
 * What the latest writes of each account found before them, so that they can be taken back. Only for a few
 * steps, and never for one that cannot be reached any more: images hold personal data.
 */
export const undo = {
  number: 40,
  sql: `
/* one row per write that may be undone, and the account's last one that may not */
CREATE TABLE undo_step (
  /* the own revision that the write made: its name, for it is never given twice */
  rev INTEGER PRIMARY KEY,
  account INTEGER NOT NULL,
  action TEXT NOT NULL,
  /* error code that says why it cannot be undone; NULL while it can */
  refusal TEXT
) STRICT;
CREATE INDEX undo_step_by_account ON undo_step (account, rev);

/* several images of one row in one step are taken back newest first */
CREATE TABLE undo_image (
  pk INTEGER PRIMARY KEY,
  step INTEGER NOT NULL REFERENCES undo_step (rev) ON DELETE CASCADE,
  tbl TEXT NOT NULL,
  /* pk in that table; of a bulk image the pk that its register says */
  row INTEGER NOT NULL,
  /* rev of the row before the write; NULL: it was not there, or a bulk image */
  rev INTEGER,
  /* rev at which the row stands as the step left it; NULL: a bulk image, guarded by another row */
  stands INTEGER,
  /* JSON: the changed columns before, or what the register of a bulk image understands; NULL: it was not there */
  before TEXT
) STRICT;
CREATE INDEX undo_image_by_step ON undo_image (step);
CREATE INDEX undo_image_by_row ON undo_image (tbl, row);
`,
} as const;
