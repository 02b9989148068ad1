/** 三级评估: what each level found of a phase, round by round, and what it ordered. None of it leaves yet. */
const ROW = `
  pk INTEGER PRIMARY KEY,
  office INTEGER NOT NULL REFERENCES office (pk),
  id TEXT NOT NULL,
  rev INTEGER NOT NULL,
  changed_by INTEGER NOT NULL,
  changed_at TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  UNIQUE (office, id)`;

export const evaluations = {
  number: 140,
  sql: `
CREATE TABLE evaluation (
  phase TEXT NOT NULL,
  round INTEGER NOT NULL CHECK (round > 0),
  level TEXT NOT NULL,
  evaluated_on TEXT NOT NULL,
  as_of TEXT NOT NULL,
  by TEXT,
  document_number TEXT,
  verdict TEXT,
  deadline TEXT,
  state TEXT NOT NULL,
  remark TEXT,
  /* JSON list of account surrogates: everybody who wrote in the draft, and may not freeze it */
  authors TEXT NOT NULL,
  /* the revision that froze it: what came after may fulfil its orders */
  frozen_rev INTEGER,${ROW}
) STRICT;
CREATE INDEX evaluation_by_phase ON evaluation (office, phase, round);
CREATE UNIQUE INDEX evaluation_once ON evaluation (office, phase, round, level)
  WHERE deleted = 0 AND state <> 'withdrawn';

/* of a draft what was written; of a frozen evaluation every indicator, under the name that it had */
CREATE TABLE evaluation_line (
  evaluation INTEGER NOT NULL REFERENCES evaluation (pk),
  indicator TEXT NOT NULL,
  /* from 0, as the lists had it */
  place INTEGER NOT NULL,
  list TEXT NOT NULL,
  list_name TEXT NOT NULL,
  name TEXT NOT NULL,
  figure TEXT,
  numerator INTEGER,
  denominator INTEGER,
  text TEXT,
  evidence_number TEXT,${ROW}
) STRICT;
CREATE INDEX evaluation_line_by_evaluation ON evaluation_line (evaluation);

CREATE TABLE evaluation_order (
  evaluation INTEGER NOT NULL REFERENCES evaluation (pk),
  kind TEXT NOT NULL,
  /* id of the session, action or item; NULL of a make-up: every open one */
  subject TEXT,
  text TEXT NOT NULL,
  deadline TEXT NOT NULL,
  /* closed by hand */
  done_on TEXT,
  document TEXT,${ROW}
) STRICT;
CREATE INDEX evaluation_order_by_evaluation ON evaluation_order (evaluation);
`,
} as const;
