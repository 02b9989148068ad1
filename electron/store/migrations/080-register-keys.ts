/**
 * The second sealing of self-inspection summaries: the register key, to whom it was granted, and what was erased.
 * Rows filled before it keep their plain summary until somebody who holds the key opens the ledger.
 */
export const registerKeys = {
  number: 80,
  sql: `
/* one row per generation; whoever writes seals to the public half */
CREATE TABLE register_key (
  number INTEGER PRIMARY KEY,
  suite TEXT NOT NULL,
  public BLOB NOT NULL,
  created_at TEXT NOT NULL,
  created_by INTEGER NOT NULL
) STRICT;

/*
 * The private half, sealed to one public key each. The recipient belongs to the row's name: a password that is
 * given anew comes with new keys, and until its slot is written the old ones still open.
 */
CREATE TABLE register_key_grant (
  key INTEGER NOT NULL REFERENCES register_key (number),
  /* 0: the recovery code */
  account INTEGER NOT NULL,
  recipient BLOB NOT NULL,
  box BLOB NOT NULL,
  granted_at TEXT NOT NULL,
  granted_by INTEGER NOT NULL,
  PRIMARY KEY (key, account, recipient)
) STRICT, WITHOUT ROWID;

/* the sealed summary: number of the register key, a full stop, the box in base64 */
ALTER TABLE filing_item ADD COLUMN sealed TEXT;

/* a paper original's number stands once in its round */
CREATE INDEX filing_by_paper_number ON filing (office, round, paper_number);
/* from a rectification item back to the filing it came from */
CREATE INDEX filing_item_by_rectification ON filing_item (rectification) WHERE rectification IS NOT NULL;

CREATE TABLE retention (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  /* the day from which summaries of ended rounds are erased; NULL: none was set */
  purge_on TEXT,
  changed_by INTEGER NOT NULL,
  changed_at TEXT NOT NULL
) STRICT;

/* texts that left the books, counted before and after; until scrubbed_at is set, freed bytes may still lie in the file */
CREATE TABLE erasure (
  pk INTEGER PRIMARY KEY,
  cause TEXT NOT NULL CHECK (cause IN ('sealed', 'purged')),
  /* the administrator's date, of a purge */
  purge_on TEXT,
  before INTEGER NOT NULL,
  after INTEGER NOT NULL,
  at TEXT NOT NULL,
  account INTEGER NOT NULL,
  scrubbed_at TEXT
) STRICT;
`,
} as const;
