/**
 * What is written down beside the items of the ledger, and the talks. None of it leaves with a bundle: an item's own
 * row and its moves are what a group is told.
 */
const ROW = `
  pk INTEGER PRIMARY KEY,
  office INTEGER NOT NULL REFERENCES office (pk),
  id TEXT NOT NULL,
  rev INTEGER NOT NULL,
  changed_by INTEGER NOT NULL,
  changed_at TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  UNIQUE (office, id)`;

export const rectification = {
  number: 90,
  sql: `
/* what one write changed in one field of an item; codes and ids as the item's row had them, units by name */
CREATE TABLE item_change (
  item INTEGER NOT NULL REFERENCES rectification_item (pk),
  on_day TEXT NOT NULL,
  field TEXT NOT NULL,
  before TEXT,
  after TEXT,${ROW}
) STRICT;
CREATE INDEX item_change_by_item ON item_change (item, rev);

/* 督办: one row for each time that an item came under it */
CREATE TABLE item_supervision (
  item INTEGER NOT NULL REFERENCES rectification_item (pk),
  since_on TEXT NOT NULL,
  reason TEXT NOT NULL,
  /* the day on which to ask again */
  next_on TEXT,
  ended_on TEXT,
  end_reason TEXT,
  begun_rev INTEGER NOT NULL,
  begun_by INTEGER NOT NULL,
  begun_at TEXT NOT NULL,${ROW}
) STRICT;
CREATE UNIQUE INDEX item_supervision_now ON item_supervision (item) WHERE ended_on IS NULL AND deleted = 0;
CREATE INDEX item_supervision_by_item ON item_supervision (item);

CREATE TABLE item_follow_up (
  item INTEGER NOT NULL REFERENCES rectification_item (pk),
  kind TEXT NOT NULL,
  on_day TEXT NOT NULL,
  text TEXT NOT NULL,
  next_on TEXT,${ROW}
) STRICT;
CREATE INDEX item_follow_up_by_item ON item_follow_up (item, on_day);

/* a year's working days as the office was told them, in place of the shipped calendar */
CREATE TABLE holiday_calendar (
  year INTEGER NOT NULL,
  /* JSON lists of dates */
  days_off TEXT NOT NULL,
  workdays TEXT NOT NULL,
  basis TEXT NOT NULL,${ROW},
  UNIQUE (office, year)
) STRICT;

/* 谈话: that it took place; no content */
CREATE TABLE talk (
  person INTEGER NOT NULL REFERENCES person (pk),
  on_day TEXT NOT NULL,
  /* 谈话人 */
  talker TEXT NOT NULL,
  record_number TEXT NOT NULL,${ROW}
) STRICT;
CREATE INDEX talk_by_person ON talk (person, on_day);
CREATE INDEX talk_by_day ON talk (office, on_day);

/* drafts of the same problem and items of one unit are found by it when a list is imported */
CREATE INDEX rectification_by_unit ON rectification_item (office, unit);
`,
} as const;
