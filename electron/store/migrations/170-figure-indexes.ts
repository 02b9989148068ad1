/** What figures ask of every make-up. */
export const figureIndexes = {
  number: 170,
  sql: `
/* dated make-ups with all that is asked of them, so that none of their rows is looked at: 60 ms less for 25,000 */
DROP INDEX attendance_makeup;
CREATE INDEX attendance_makeup ON attendance (office, makeup_on, makeup, mark, unit, deleted)
  WHERE makeup_on IS NOT NULL;
`,
} as const;
