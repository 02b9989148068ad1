/** Bundles with names: they lie apart, sealed as they came, until what they hold is erased. */
export const namedBundles = {
  number: 280,
  sql: `
CREATE TABLE named_bundle (
  bundle INTEGER PRIMARY KEY REFERENCES received_bundle (pk),
  /* the sender's */
  reason TEXT NOT NULL,
  /* the content of the bundle is empty from then on; its number, hash and links stay */
  erased_because TEXT,
  erased_at TEXT,
  erased_by INTEGER
) STRICT;
`,
} as const;
