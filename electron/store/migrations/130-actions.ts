/** 规定动作 and 自选动作: their occurrences. The actions themselves stand in the campaign. */
const ROW = `
  pk INTEGER PRIMARY KEY,
  office INTEGER NOT NULL REFERENCES office (pk),
  id TEXT NOT NULL,
  rev INTEGER NOT NULL,
  changed_by INTEGER NOT NULL,
  changed_at TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  UNIQUE (office, id)`;

export const actions = {
  number: 130,
  sql: `
CREATE TABLE action_instance (
  /* id of the campaign's action; own-… for one that stands in no campaign */
  definition TEXT NOT NULL,
  phase TEXT NOT NULL,
  origin TEXT NOT NULL,
  meeting TEXT,
  /* as it was planned */
  name TEXT NOT NULL,
  /* from 1 within its definition; 0 for one that stands in no campaign */
  ordinal INTEGER NOT NULL,
  /* yyyy-mm, of a monthly action */
  month TEXT,
  from_on TEXT NOT NULL,
  due_on TEXT NOT NULL,
  /* NULL: the office itself */
  unit INTEGER REFERENCES unit (pk),
  done_on TEXT,
  evidence_number TEXT,
  /* JSON list of ids of the sessions that fulfil it */
  sessions TEXT NOT NULL DEFAULT '[]',
  note TEXT,
  state TEXT NOT NULL,
  /* 1: moved or edited by somebody, so that planning leaves it as it is */
  touched INTEGER NOT NULL DEFAULT 0 CHECK (touched IN (0, 1)),${ROW},
  CHECK (due_on >= from_on)
) STRICT;
CREATE INDEX action_by_due ON action_instance (office, due_on);
`,
} as const;
