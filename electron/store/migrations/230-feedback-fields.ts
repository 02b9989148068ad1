/** Remarks at the field that they speak of, with the office's answer; templates that a group hands down. */
export const feedbackFields = {
  number: 230,
  sql: `
/* what a remark speaks of: item, session, round, action; NULL: an item, or nothing but the office */
ALTER TABLE feedback ADD COLUMN register TEXT;
/* the field of it; NULL: the whole record */
ALTER TABLE feedback ADD COLUMN field TEXT;
/* at the office, and reported back: the day on which somebody read the remark, and what they answered */
ALTER TABLE feedback ADD COLUMN read_on TEXT;
ALTER TABLE feedback ADD COLUMN read_by INTEGER;
ALTER TABLE feedback ADD COLUMN reply TEXT;
CREATE INDEX feedback_by_subject ON feedback (subject) WHERE subject IS NOT NULL;

/* what a group hands down: its campaign, or one action of it, as JSON; owned by the group at both ends */
CREATE TABLE template (
  pk INTEGER PRIMARY KEY,
  office INTEGER NOT NULL REFERENCES office (pk),
  id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('campaign', 'action')),
  name TEXT NOT NULL,
  content TEXT NOT NULL,
  rev INTEGER NOT NULL,
  changed_by INTEGER NOT NULL,
  changed_at TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0,
  UNIQUE (office, id)
) STRICT;

/* hash of the recipient's bundle that this one acknowledges */
ALTER TABLE sent_bundle ADD COLUMN acknowledges TEXT;
`,
} as const;
