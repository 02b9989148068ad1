/**
 * Tables of the registers. Conventions, for every one of them:
 *   pk          local surrogate, never leaves this file
 *   office, id  the owner and the row's UUID (the pseudonym, for people received under one)
 *   rev         the owner's revision that last touched the row; also the version a stale page is told by
 *   changed_by  account surrogate of the last change (0: the program, or another office's row)
 *   changed_at  its instant, UTC
 *   deleted     1: tombstone, hidden everywhere but in bundles
 */
const ROW = `
  rev INTEGER NOT NULL,
  changed_by INTEGER NOT NULL,
  changed_at TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))`;

const OWNED = `
  pk INTEGER PRIMARY KEY,
  office INTEGER NOT NULL REFERENCES office (pk),
  id TEXT NOT NULL,`;

export const registers = {
  number: 20,
  sql: `
CREATE TABLE campaign (${OWNED}
  preset TEXT NOT NULL,
  name TEXT NOT NULL,
  /* the office's own copy of the preset: phases, required education types, categories */
  content TEXT NOT NULL,${ROW},
  UNIQUE (office, id)
) STRICT;

CREATE TABLE unit (${OWNED}
  parent INTEGER REFERENCES unit (pk),
  name TEXT NOT NULL,
  folded TEXT NOT NULL,
  kind TEXT,
  order_number INTEGER NOT NULL DEFAULT 0,
  closed_on TEXT,${ROW},
  UNIQUE (office, id)
) STRICT;
CREATE INDEX unit_by_name ON unit (office, folded);

CREATE TABLE person (${OWNED}
  /* NULL: known by pseudonym only */
  name TEXT,
  folded TEXT,
  post TEXT,
  staffing TEXT,
  order_number INTEGER,
  disambiguator TEXT,
  /* NULL for a person known by name; otherwise what the pseudonym stands in: 'attendance', 'selfInspection' */
  purpose TEXT,${ROW},
  UNIQUE (office, id)
) STRICT;
CREATE INDEX person_by_name ON person (office, folded);

/* where a person belongs: [from_on, until_on), until_on NULL while it lasts; never overlapping */
CREATE TABLE posting (${OWNED}
  person INTEGER NOT NULL REFERENCES person (pk),
  unit INTEGER NOT NULL REFERENCES unit (pk),
  status TEXT NOT NULL,
  from_on TEXT NOT NULL,
  until_on TEXT,${ROW},
  UNIQUE (office, id),
  CHECK (until_on IS NULL OR until_on > from_on)
) STRICT;
CREATE INDEX posting_by_person ON posting (person, from_on);
CREATE INDEX posting_by_unit ON posting (unit, from_on);

/* every move of every state machine, dated; subject is the pk in the register's own table */
CREATE TABLE move (${OWNED}
  register TEXT NOT NULL,
  subject INTEGER NOT NULL,
  move TEXT NOT NULL,
  from_state TEXT,
  to_state TEXT NOT NULL,
  effective_on TEXT NOT NULL,
  reason TEXT,
  /* JSON: what the move brought along, such as a new due date or the application's date */
  detail TEXT,${ROW},
  UNIQUE (office, id)
) STRICT;
CREATE INDEX move_by_subject ON move (register, subject, pk);

CREATE TABLE study_session (${OWNED}
  title TEXT NOT NULL,
  phase TEXT,
  /* JSON list of education types */
  types TEXT NOT NULL DEFAULT '[]',
  /* the same as a bit mask, bit i for EDUCATION_TYPES[i], for figures */
  type_mask INTEGER NOT NULL DEFAULT 0,
  form TEXT,
  action TEXT,
  day TEXT,
  starts_at TEXT,
  ends_at TEXT,
  /* JSON list, main venue first */
  venues TEXT NOT NULL DEFAULT '[]',
  chair TEXT,
  batch TEXT,
  mandatory INTEGER NOT NULL DEFAULT 0 CHECK (mandatory IN (0, 1)),
  material_number TEXT,
  state TEXT NOT NULL,${ROW},
  /* JSON {"units":[id]} or {"people":[id]}: who is expected, until the list freezes as attendance rows. Last,
     since it may be long: columns behind it would cost a walk through its overflow pages */
  expected TEXT NOT NULL DEFAULT '{"units":[]}',
  UNIQUE (office, id)
) STRICT;
CREATE INDEX study_session_by_day ON study_session (office, day);

/* the frozen list of expected people with their marks; unit is the person's on the session's day */
CREATE TABLE attendance (
  office INTEGER NOT NULL,
  session INTEGER NOT NULL,
  person INTEGER NOT NULL,
  unit INTEGER NOT NULL,
  batch INTEGER NOT NULL DEFAULT 0,
  mark INTEGER NOT NULL DEFAULT 0,
  reason TEXT,
  makeup INTEGER NOT NULL DEFAULT 0,
  /* day of the make-up, or of the waiver's grant */
  makeup_on TEXT,
  makeup_document TEXT,
  rev INTEGER NOT NULL,
  changed_by INTEGER NOT NULL,
  /* seconds since 1970, UTC */
  changed_at INTEGER NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (office, session, person)
) STRICT, WITHOUT ROWID;
/* make-ups are few: lets a figure as of an earlier day take back those made good later */
CREATE INDEX attendance_makeup ON attendance (office, makeup_on) WHERE makeup_on IS NOT NULL;

/* sums of attendance per session and unit, kept in the same transaction as the rows */
CREATE TABLE attendance_summary (
  office INTEGER NOT NULL,
  session INTEGER NOT NULL,
  unit INTEGER NOT NULL,
  expected INTEGER NOT NULL,
  present INTEGER NOT NULL,
  on_leave INTEGER NOT NULL,
  absent INTEGER NOT NULL,
  exempt INTEGER NOT NULL,
  unmarked INTEGER NOT NULL,
  makeup_pending INTEGER NOT NULL,
  makeup_done INTEGER NOT NULL,
  makeup_confirmed INTEGER NOT NULL,
  makeup_waived INTEGER NOT NULL,
  PRIMARY KEY (office, session, unit)
) STRICT, WITHOUT ROWID;

CREATE TABLE inspection_round (${OWNED}
  number INTEGER NOT NULL,
  name TEXT NOT NULL,
  begins_on TEXT NOT NULL,
  ends_on TEXT NOT NULL,${ROW},
  UNIQUE (office, id),
  CHECK (ends_on >= begins_on)
) STRICT;

CREATE TABLE filing (${OWNED}
  round INTEGER NOT NULL REFERENCES inspection_round (pk),
  person INTEGER NOT NULL REFERENCES person (pk),
  unit INTEGER NOT NULL REFERENCES unit (pk),
  filed_on TEXT NOT NULL,
  declared TEXT NOT NULL,
  paper_number TEXT,
  submitted_by INTEGER NOT NULL,
  state TEXT NOT NULL,${ROW},
  UNIQUE (office, id),
  UNIQUE (office, round, person)
) STRICT;

CREATE TABLE filing_item (${OWNED}
  filing INTEGER NOT NULL REFERENCES filing (pk),
  category TEXT NOT NULL,
  summary TEXT,
  disposition TEXT NOT NULL DEFAULT 'open',
  rectification TEXT,
  transfer_document TEXT,${ROW},
  UNIQUE (office, id)
) STRICT;
CREATE INDEX filing_item_by_filing ON filing_item (filing);

CREATE TABLE rectification_item (${OWNED}
  /* the year and the running number within it, both given by the move that issues */
  number_year INTEGER,
  number INTEGER,
  source TEXT NOT NULL,
  category TEXT,
  problem TEXT NOT NULL,
  measures TEXT,
  unit INTEGER REFERENCES unit (pk),
  leader TEXT,
  owner TEXT,
  due_on TEXT,
  extended_due_on TEXT,
  evidence_number TEXT,
  applied_on TEXT,
  applied_by INTEGER,
  closed_on TEXT,
  times_reworked INTEGER NOT NULL DEFAULT 0,
  repeats TEXT,
  merged_into TEXT,
  /* id of the feedback row it came from */
  feedback TEXT,
  state TEXT NOT NULL,${ROW},
  UNIQUE (office, id),
  UNIQUE (office, number_year, number)
) STRICT;
CREATE INDEX rectification_by_state ON rectification_item (office, state);
`,
} as const;
