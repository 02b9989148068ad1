/** Invention that repeats itself: the same seed and topic give the same draws on every machine. */
export interface Randomness {
  /** In [0, 1). */
  fraction(): number;
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  shuffle<T>(list: readonly T[]): T[];
}

/** @param topic keeps what is drawn for one register apart from how much was drawn for another */
export function randomness(seed: number, topic: string): Randomness {
  const fraction = mulberry32(fnv1a(`${seed}/${topic}`));
  const between = (low: number, high: number) => low + Math.floor(fraction() * (high - low + 1));
  return {
    fraction,
    between,
    chance: (probability) => fraction() < probability,
    pick(list) {
      if (list.length === 0) throw new RangeError('nothing to pick from');
      return list[between(0, list.length - 1)] as (typeof list)[number];
    },
    shuffle: (list) =>
      list
        .map((value) => ({ value, key: fraction() }))
        .sort((one, other) => one.key - other.key)
        .map(({ value }) => value),
  };
}

/**
 * Kinds for `total` things in random order: each kind its share, but at least one as long as there are twice
 * as many things as kinds, and `rest` for all others.
 */
export function allot<Kind extends string>(
  random: Randomness,
  total: number,
  shares: Readonly<Partial<Record<Kind, number>>>,
  rest: Kind,
): Kind[] {
  const entries = Object.entries(shares) as [Kind, number][];
  const least = total >= 2 * entries.length ? 1 : 0;
  const special = entries.flatMap(([kind, share]) =>
    Array.from({ length: Math.max(least, Math.round(share * total)) }, () => kind),
  );
  const kinds = Array.from({ length: total }, (_, index) => special[index] ?? rest);
  return random.shuffle(kinds);
}

/** A kind drawn by its weight. */
export function weighted<Kind extends string>(
  random: Randomness,
  weights: Readonly<Record<Kind, number>>,
): Kind {
  const entries = Object.entries(weights) as [Kind, number][];
  let left = random.fraction() * entries.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [kind, weight] of entries) {
    left -= weight;
    if (left < 0) return kind;
  }
  throw new RangeError('no weights to draw by');
}

/** Tommy Ettinger's mulberry32: 32 bits of state, good enough for invented data and for nothing else. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}

function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}
