/** Figures that stand beside the rows they were counted from, and those that another group reports without any rows. */
export const officeFigures = {
  number: 260,
  sql: `
/* parent: it gets our reports; child: it reports to us; NULL: of two groups, nobody has said which is above */
ALTER TABLE party ADD COLUMN relation TEXT CHECK (relation IN ('parent', 'child'));
UPDATE party SET relation = CASE
  (SELECT kind FROM office WHERE pk = 1) || ' ' || (SELECT kind FROM office WHERE pk = party.office)
  WHEN 'office group' THEN 'parent' WHEN 'group office' THEN 'child' END;

/*
 * Figures of an office as of the day of one of its bundles, as that bundle left its books: theirs while it is the one
 * applied last. What counts them changes with the program: a release that does so empties this table.
 */
CREATE TABLE office_figure (
  office INTEGER NOT NULL REFERENCES office (pk),
  as_of TEXT NOT NULL,
  figure TEXT NOT NULL,
  numerator INTEGER NOT NULL,
  denominator INTEGER NOT NULL,
  /* hash of the bundle's file */
  bundle TEXT NOT NULL,
  /* the own revision that stored it */
  rev INTEGER NOT NULL,
  PRIMARY KEY (office, as_of, figure)
) STRICT, WITHOUT ROWID;

/* whoever reports to a group that reports to us, as the last bundle of that group has them */
CREATE TABLE reported_office (
  /* the group that reports them */
  office INTEGER NOT NULL REFERENCES office (pk),
  id TEXT NOT NULL,
  /* id of the group of this table that it reports to; NULL: to the reporting group itself */
  parent TEXT,
  kind TEXT NOT NULL CHECK (kind IN ('office', 'group')),
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  /* the day of its figures, number and head of the bundle that they are of; all NULL: nothing has come of it */
  as_of TEXT,
  sequence INTEGER,
  head INTEGER,
  /* the own revision that took it in */
  rev INTEGER NOT NULL,
  PRIMARY KEY (office, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE reported_figure (
  office INTEGER NOT NULL,
  id TEXT NOT NULL,
  figure TEXT NOT NULL,
  numerator INTEGER NOT NULL,
  denominator INTEGER NOT NULL,
  PRIMARY KEY (office, id, figure),
  FOREIGN KEY (office, id) REFERENCES reported_office (office, id)
) STRICT, WITHOUT ROWID;
`,
} as const;
