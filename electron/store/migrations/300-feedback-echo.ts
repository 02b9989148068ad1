/** What a group said and has lost, and its office gives back. */
export const feedbackEcho = {
  number: 300,
  sql: `
/* at the office: the own revision at which a full bundle of the group was found to be without the row; NULL: it has it */
ALTER TABLE feedback ADD COLUMN missing_rev INTEGER;
`,
} as const;
