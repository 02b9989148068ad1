/** 制度清单 and monthly counters; they leave with a report, without anybody's name. */
const ROW = `
  pk INTEGER PRIMARY KEY,
  office INTEGER NOT NULL REFERENCES office (pk),
  id TEXT NOT NULL,
  rev INTEGER NOT NULL,
  changed_by INTEGER NOT NULL,
  changed_at TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  UNIQUE (office, id)`;

export const supporting = {
  number: 150,
  sql: `
CREATE TABLE institution (
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  /* as names are folded, to find it again */
  folded TEXT NOT NULL,
  document_number TEXT,
  on_day TEXT NOT NULL,
  /* NULL: the office's own */
  unit INTEGER REFERENCES unit (pk),${ROW}
) STRICT;
CREATE INDEX institution_by_day ON institution (office, on_day);

/* a count that was taken back stays as a tombstone, and comes to life when one is said again */
CREATE TABLE monthly_counter (
  unit INTEGER NOT NULL REFERENCES unit (pk),
  /* YYYY-MM */
  month TEXT NOT NULL,
  kind TEXT NOT NULL,
  count INTEGER NOT NULL CHECK (count >= 0),${ROW},
  UNIQUE (office, month, unit, kind)
) STRICT;
CREATE INDEX monthly_counter_by_unit ON monthly_counter (unit);
`,
} as const;
