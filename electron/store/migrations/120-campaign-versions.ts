/**
 * A campaign's versions: what was counted under an old list stays counted under it. And closed books: what an earlier
 * campaign left, kept under an office row of its own, so that whatever asks for one office's rows keeps them apart.
 */
export const campaignVersions = {
  number: 120,
  sql: `
CREATE TABLE campaign_version (
  pk INTEGER PRIMARY KEY,
  office INTEGER NOT NULL REFERENCES office (pk),
  id TEXT NOT NULL,
  campaign INTEGER NOT NULL REFERENCES campaign (pk),
  /* 1 for what the campaign was begun with */
  number INTEGER NOT NULL,
  /* holds from this day on, until the next version's; the first one from 1900-01-01: always */
  from_on TEXT NOT NULL,
  content TEXT NOT NULL,
  reason TEXT,
  rev INTEGER NOT NULL,
  changed_by INTEGER NOT NULL,
  changed_at TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  UNIQUE (office, id),
  UNIQUE (campaign, number)
) STRICT;

/* a revision ahead, so that the next bundle brings it to a group that has never heard of it */
INSERT INTO campaign_version
  (office, id, campaign, number, from_on, content, reason, rev, changed_by, changed_at, deleted)
SELECT campaign.office, campaign.id, campaign.pk, 1, '1900-01-01', content, NULL, office.rev + 1, changed_by,
  changed_at, deleted
FROM campaign JOIN office ON office.pk = campaign.office;

/* NULL while the books are open */
ALTER TABLE office ADD COLUMN closed_campaign TEXT;
ALTER TABLE office ADD COLUMN closed_on TEXT;
/* pk of the office whose books they were */
ALTER TABLE office ADD COLUMN book_of INTEGER;
`,
} as const;
