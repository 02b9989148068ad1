/** 报告周期: which days were reported together, and which of them are closed. */
export const periods = {
  number: 200,
  sql: `
/* how this installation's offices report; no row: weekly, one day of grace */
CREATE TABLE reporting_rhythm (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  kind TEXT NOT NULL,
  grace_days INTEGER NOT NULL CHECK (grace_days >= 0)
) STRICT;

CREATE TABLE period (
  pk INTEGER PRIMARY KEY,
  office INTEGER NOT NULL REFERENCES office (pk),
  id TEXT NOT NULL,
  /* NULL: every day until then */
  from_on TEXT,
  until_on TEXT NOT NULL,
  /* 1: nothing that leaves had changed when it was reported */
  nil INTEGER NOT NULL DEFAULT 0 CHECK (nil IN (0, 1)),
  state TEXT NOT NULL,
  closed_on TEXT,
  /* the day on which a bundle first spoke of it */
  stated_on TEXT,
  rev INTEGER NOT NULL,
  changed_by INTEGER NOT NULL,
  changed_at TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  UNIQUE (office, id),
  CHECK (from_on IS NULL OR from_on <= until_on)
) STRICT;
CREATE INDEX period_by_day ON period (office, until_on);

/* how many rows each table of a report had when a bundle was sealed: what was added since is told by it */
CREATE TABLE sent_rows (
  sent INTEGER PRIMARY KEY REFERENCES sent_bundle (pk),
  /* JSON, table by table */
  held TEXT NOT NULL
) STRICT;
`,
} as const;
