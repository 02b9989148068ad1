interface Dated {
  readonly id: string;
  readonly beginsOn: string;
  readonly endsOn: string;
}

/** The round that the address names, else the latest begun, else the first to come. */
export function chosenRound<Round extends Dated>(
  rounds: readonly Round[],
  named: string | undefined,
  today: string,
): Round | undefined {
  const begun = rounds.filter(({ beginsOn }) => beginsOn <= today);
  return rounds.find(({ id }) => id === named) ?? begun.at(-1) ?? rounds[0];
}
