/**
 * Who the ledger belongs to, who may open it, its keys, and its history.
 * `digest`, `previous` and `hash` are laid out in ../audit-chain.ts.
 */
export const core = {
  number: 10,
  sql: `
/* pk 1: the own office; others, at a group, are those whose bundles it imports */
CREATE TABLE office (
  pk INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('office', 'group')),
  demo INTEGER NOT NULL DEFAULT 0 CHECK (demo IN (0, 1)),
  /* the last revision: for the own office the one its latest write made, for another the one last applied */
  rev INTEGER NOT NULL DEFAULT 0,
  epoch_id TEXT,
  epoch_counter INTEGER
) STRICT;

CREATE TABLE installation (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  data_id TEXT NOT NULL,
  created_at TEXT NOT NULL,
  demo INTEGER NOT NULL CHECK (demo IN (0, 1)),
  single_account INTEGER NOT NULL CHECK (single_account IN (0, 1)),
  /* NULL: 未验证 */
  recovery_confirmed_at TEXT
) STRICT;

/* pk 0 is the program itself and never a row */
CREATE TABLE account (
  pk INTEGER PRIMARY KEY CHECK (pk > 0),
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  folded TEXT NOT NULL UNIQUE,
  /* JSON list of account roles */
  roles TEXT NOT NULL,
  /* 1: one account with every role, shown as such for ever */
  single INTEGER NOT NULL DEFAULT 0 CHECK (single IN (0, 1)),
  disabled INTEGER NOT NULL DEFAULT 0 CHECK (disabled IN (0, 1)),
  created_at TEXT NOT NULL,
  rev INTEGER NOT NULL,
  changed_by INTEGER NOT NULL,
  changed_at TEXT NOT NULL
) STRICT;

/* one row per generation of keys; the three keys are opaque to the store, their form is named by suite */
CREATE TABLE own_key (
  number INTEGER PRIMARY KEY,
  suite TEXT NOT NULL,
  signing ANY NOT NULL,
  identity ANY NOT NULL,
  pseudonym ANY NOT NULL,
  /* the first bundle sequence this generation signs */
  first_sequence INTEGER NOT NULL,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE audit (
  seq INTEGER PRIMARY KEY,
  epoch_counter INTEGER NOT NULL,
  at TEXT NOT NULL,
  account INTEGER NOT NULL,
  action TEXT NOT NULL,
  rev INTEGER NOT NULL,
  digest BLOB NOT NULL,
  previous BLOB NOT NULL,
  hash BLOB NOT NULL
) STRICT;

/* what each write told; rows can be purged, and the chain still verifies */
CREATE TABLE audit_body (
  seq INTEGER PRIMARY KEY REFERENCES audit (seq),
  salt BLOB NOT NULL,
  body TEXT NOT NULL
) STRICT;
`,
} as const;
