/** Tables of the exchange: whom this office trusts, what was sent and received, what a group says. */
export const exchange = {
  number: 30,
  sql: `
/* offices whose public keys were pinned; key_file is the signed file as it came */
CREATE TABLE party (
  office INTEGER PRIMARY KEY REFERENCES office (pk),
  key_file TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  pinned_at TEXT NOT NULL,
  pinned_by INTEGER NOT NULL
) STRICT;

/* one row per bundle sealed, per recipient and epoch without gaps */
CREATE TABLE sent_bundle (
  pk INTEGER PRIMARY KEY,
  recipient INTEGER NOT NULL REFERENCES office (pk),
  kind TEXT NOT NULL,
  epoch INTEGER NOT NULL,
  sequence INTEGER NOT NULL,
  base_rev INTEGER NOT NULL,
  head_rev INTEGER NOT NULL,
  hash TEXT NOT NULL,
  previous_hash TEXT,
  audit_seq INTEGER NOT NULL,
  audit_hash TEXT NOT NULL,
  as_of TEXT NOT NULL,
  names_reason TEXT,
  receipt_key TEXT NOT NULL,
  created_at TEXT NOT NULL,
  created_by INTEGER NOT NULL,
  /* the instant at which a feedback bundle countersigned this one */
  acknowledged_at TEXT,
  UNIQUE (recipient, epoch, sequence)
) STRICT;

/* one row per bundle met, by the hash of its file, with its bytes; a fork keeps both */
CREATE TABLE received_bundle (
  pk INTEGER PRIMARY KEY,
  sender INTEGER NOT NULL REFERENCES office (pk),
  kind TEXT NOT NULL,
  epoch_id TEXT NOT NULL,
  epoch INTEGER NOT NULL,
  sequence INTEGER NOT NULL,
  base_rev INTEGER NOT NULL,
  head_rev INTEGER NOT NULL,
  hash TEXT NOT NULL UNIQUE,
  previous_hash TEXT,
  audit_seq INTEGER NOT NULL,
  audit_hash TEXT NOT NULL,
  as_of TEXT NOT NULL,
  /* applied, superseded, quarantined, settled */
  state TEXT NOT NULL,
  settled_because TEXT,
  content BLOB NOT NULL,
  received_at TEXT NOT NULL,
  received_by INTEGER NOT NULL
) STRICT;
CREATE INDEX received_by_chain ON received_bundle (sender, epoch, sequence);

/* registers this version does not know: their rows lie in the content of the bundle, kept whole */
CREATE TABLE withheld_register (
  bundle INTEGER NOT NULL REFERENCES received_bundle (pk),
  register TEXT NOT NULL,
  rows INTEGER NOT NULL,
  PRIMARY KEY (bundle, register)
) STRICT;

/*
 * What a group says to one of its offices. At the group: its own rows, drafted and released. At the office:
 * the rows received, owned by the group, with what became of them.
 */
CREATE TABLE feedback (
  pk INTEGER PRIMARY KEY,
  office INTEGER NOT NULL REFERENCES office (pk),
  id TEXT NOT NULL,
  target INTEGER NOT NULL REFERENCES office (pk),
  kind TEXT NOT NULL,
  /* id of the rectification item spoken of, and its rev when it was spoken of */
  subject TEXT,
  subject_rev INTEGER,
  category TEXT,
  problem TEXT,
  due_on TEXT,
  reason TEXT,
  state TEXT NOT NULL,
  /* the group's day of its release */
  released_on TEXT,
  /* why it was not applicable */
  outcome TEXT,
  /* at the office: the own revision at which it was taken up, from which its outcome is reported back */
  received_rev INTEGER,
  drafted_by INTEGER NOT NULL,
  rev INTEGER NOT NULL,
  changed_by INTEGER NOT NULL,
  changed_at TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0,
  UNIQUE (office, id)
) STRICT;
CREATE INDEX feedback_by_target ON feedback (target, rev);
`,
} as const;
