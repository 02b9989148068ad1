/** Numbers of items go on above the highest that was ever given, also after a backup was put back that is older. */
export const givenNumbers = {
  number: 290,
  sql: `
/* the highest number of the own rectification ledger in each year, whether or not its item is still in the books */
CREATE TABLE given_number (
  year INTEGER PRIMARY KEY,
  highest INTEGER NOT NULL
) STRICT;
INSERT INTO given_number (year, highest)
  SELECT number_year, max(number) FROM rectification_item
  WHERE number_year IS NOT NULL AND office IN (SELECT pk FROM office WHERE pk = 1 OR book_of = 1)
  GROUP BY number_year;
`,
} as const;
