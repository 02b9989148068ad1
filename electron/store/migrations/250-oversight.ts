/** What a group asks of every office at once, without walking through the bundles' content. */
export const oversight = {
  number: 250,
  sql: `
CREATE INDEX received_for_grid ON received_bundle (sender, epoch, sequence, state, as_of, received_at);
`,
} as const;
