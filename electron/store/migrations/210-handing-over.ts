/** What became of a sealed bundle on its way: written to a medium, delivered by the paper; and its file, to be written again. */
export const handingOver = {
  number: 210,
  sql: `
ALTER TABLE sent_bundle ADD COLUMN file_name TEXT;
ALTER TABLE sent_bundle ADD COLUMN bytes INTEGER;
/* the medium's number in the office's own register of media, as it was typed */
ALTER TABLE sent_bundle ADD COLUMN medium TEXT;
/* the last time it was written and read back alike */
ALTER TABLE sent_bundle ADD COLUMN written_at TEXT;
ALTER TABLE sent_bundle ADD COLUMN written_by INTEGER;
/* the receipt code was typed in */
ALTER TABLE sent_bundle ADD COLUMN delivered_at TEXT;
ALTER TABLE sent_bundle ADD COLUMN delivered_by INTEGER;

/* the newest file of each recipient, sealed to it: nobody here can open it */
CREATE TABLE sent_file (
  bundle INTEGER PRIMARY KEY REFERENCES sent_bundle (pk),
  content BLOB NOT NULL
) STRICT;
`,
} as const;
