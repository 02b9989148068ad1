/**
 * 单位填报包: what was given to which unit, so that what comes back is compared with it. Units, sessions and people
 * stand by their ids: an undone or removed one leaves a pack that says so. A habit of this desk, never exported.
 */
export const unitPacks = {
  number: 70,
  sql: `
CREATE TABLE unit_pack (
  pk INTEGER PRIMARY KEY,
  office INTEGER NOT NULL,
  id TEXT NOT NULL UNIQUE,
  /* roster, signIn */
  kind TEXT NOT NULL,
  /* id; NULL: the whole office */
  unit TEXT,
  below INTEGER NOT NULL,
  /* id; of sign-in sheets */
  session TEXT,
  issued_on TEXT NOT NULL,
  issued_at TEXT NOT NULL,
  issued_by INTEGER NOT NULL,
  /* JSON: every row as it was given, with its random id in the file */
  given TEXT NOT NULL,
  given_count INTEGER NOT NULL,
  /* of the pack id and its row ids, in hexadecimal; stands in the file too */
  digest TEXT NOT NULL,
  applied_at TEXT,
  rev INTEGER NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0,
  changed_by INTEGER NOT NULL,
  changed_at TEXT NOT NULL
) STRICT;
CREATE INDEX unit_pack_newest ON unit_pack (kind, unit, session, pk);
`,
} as const;
