/** Keys that follow each other, on both sides of an exchange. */
export const keyRotation = {
  number: 190,
  sql: `
/* every generation of a party's keys, in the order in which they followed each other; party has the first file */
CREATE TABLE party_key (
  party INTEGER NOT NULL REFERENCES party (office),
  number INTEGER NOT NULL,
  verifying_key TEXT NOT NULL,
  recipient TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  /* the first bundle of the party that it signs */
  from_epoch INTEGER NOT NULL,
  from_sequence INTEGER NOT NULL,
  /* ceremony: compared on paper; rotation: by a record of the keys before */
  how TEXT NOT NULL CHECK (how IN ('ceremony', 'rotation')),
  /* the key file or the rotation, as it came */
  record TEXT NOT NULL,
  pinned_at TEXT NOT NULL,
  pinned_by INTEGER NOT NULL,
  /* the first bundle that it is not good for any more; all of them NULL while it is good */
  revoked_epoch INTEGER,
  revoked_sequence INTEGER,
  revoked_because TEXT,
  revoked_at TEXT,
  revoked_by INTEGER,
  /* the signed revocation; NULL when it was revoked by hand */
  revocation TEXT,
  PRIMARY KEY (party, number)
) STRICT;
INSERT INTO party_key (party, number, verifying_key, recipient, fingerprint, from_epoch, from_sequence, how, record,
    pinned_at, pinned_by)
  SELECT office, 1, json_extract(key_file, '$.verifyingKey'), json_extract(key_file, '$.recipient'), fingerprint,
    1, 1, 'ceremony', key_file, pinned_at, pinned_by FROM party;

/* what this office signed about its own keys, to each party: numbers run per party */
CREATE TABLE own_key_record (
  pk INTEGER PRIMARY KEY,
  /* rotation: the generation that follows; revocation: the one that fell */
  number INTEGER NOT NULL REFERENCES own_key (number),
  kind TEXT NOT NULL CHECK (kind IN ('rotation', 'revocation')),
  recipient INTEGER NOT NULL REFERENCES party (office),
  from_epoch INTEGER NOT NULL,
  from_sequence INTEGER NOT NULL,
  record TEXT NOT NULL,
  at TEXT NOT NULL,
  UNIQUE (number, kind, recipient)
) STRICT;

/* why this generation was taken into use; NULL for the first */
ALTER TABLE own_key ADD COLUMN because TEXT;
ALTER TABLE own_key ADD COLUMN created_by INTEGER;
`,
} as const;
