import { COMPOUND_SURNAMES, ETHNIC, GIVEN, RARE, SURNAMES } from './name-words.ts';
import { allot, type Randomness } from './randomness.ts';

const SHARES = { compound: 0.03, ethnic: 0.015, rare: 0.012, namesake: 0.012 } as const;
type NameKind = keyof typeof SHARES | 'plain';

/** A name for each of `count` people; null for a namesake, who is called like the one before in the unit. */
export function inventNames(random: Randomness, count: number): (string | null)[] {
  return allot<NameKind>(random, count, SHARES, 'plain').map((kind) => NAMES[kind](random));
}

const NAMES: Readonly<Record<NameKind, (random: Randomness) => string | null>> = {
  plain: (random) => surname(random) + given(random),
  compound: (random) => random.pick(COMPOUND_SURNAMES) + given(random),
  ethnic: (random) => `${random.pick(ETHNIC.given)}·${random.pick(ETHNIC.family)}`,
  rare: (random) => surname(random) + random.pick(RARE),
  namesake: () => null,
};

/** The list begins with the common ones: a draw from a beginning of it favours them. */
function surname(random: Randomness): string {
  return random.pick(SURNAMES.slice(0, random.between(1, SURNAMES.length)));
}

function given(random: Randomness): string {
  const first = random.pick(GIVEN);
  return random.chance(0.2) ? first : first + random.pick(GIVEN);
}
