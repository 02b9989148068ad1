/** 周报: the figures of a week as they were reported, a row for each version. */
export const weeklyReports = {
  number: 160,
  sql: `
CREATE TABLE weekly_report (
  pk INTEGER PRIMARY KEY,
  office INTEGER NOT NULL REFERENCES office (pk),
  id TEXT NOT NULL,
  /* a Monday */
  week_begins_on TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version > 0),
  as_of TEXT NOT NULL,
  /* JSON: figures, counts, categories; see WeeklyContent */
  content TEXT NOT NULL,
  reason TEXT,
  rev INTEGER NOT NULL,
  changed_by INTEGER NOT NULL,
  changed_at TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  UNIQUE (office, id)
) STRICT;
CREATE UNIQUE INDEX weekly_report_by_week ON weekly_report (office, week_begins_on, version) WHERE deleted = 0;
`,
} as const;
