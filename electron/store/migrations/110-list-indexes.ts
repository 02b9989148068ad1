/** What lists ask of every row again and again. */
export const listIndexes = {
  number: 110,
  sql: `
/* who belongs to an office on a day, without a look at the postings themselves */
CREATE INDEX posting_in_force ON posting (office, person, from_on, until_on, status, unit) WHERE deleted = 0;
`,
} as const;
