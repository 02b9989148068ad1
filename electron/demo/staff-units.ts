import type { OrganKind } from '../../shared/vocabulary/words.ts';
import type { Randomness } from './randomness.ts';
import { ORGANS, type OrganWords, TOWNSHIPS } from './staff-words.ts';

export interface PlannedUnit {
  readonly name: string;
  /** Post of the one at its head. */
  readonly head: string;
  readonly kind: OrganKind;
  /** Index of the unit above; null for an organ. */
  readonly parent: number | null;
  /** Index of the organ it is, or belongs to. */
  readonly organ: number;
}

/** A post that somebody holds. */
export interface Place {
  readonly unit: number;
  readonly post: string;
  /** Within the unit, from 1. */
  readonly rank: number;
  readonly leads: boolean;
  readonly sworn: boolean;
}

/** How many people one station is made for. */
const PER_STATION = 14;

/** The six organs with their sections, and as many stations as so many people need. */
export function inventUnits(people: number): PlannedUnit[] {
  const units: PlannedUnit[] = [];
  for (const organ of ORGANS) {
    const top = units.length;
    units.push({
      name: organ.name,
      head: organ.leaders[0] ?? '',
      kind: organ.kind,
      parent: null,
      organ: top,
    });
    for (const [name, head] of [...organ.sections, ...stationsOf(organ, people)])
      units.push({ name, head, kind: organ.kind, parent: top, organ: top });
  }
  return units;
}

/** Who holds which post: organ by organ, unit by unit, in the order of lists. */
export function placesOf(random: Randomness, units: readonly PlannedUnit[], people: number): Place[] {
  const sizes = sizesOf(people);
  return ORGANS.flatMap((organ, index) => {
    const top = units.findIndex(({ name }) => name === organ.name);
    const below = units.flatMap(({ parent }, unit) => (parent === top ? [unit] : []));
    return placesIn(random, organ, units, top, below, sizes[index] ?? 0);
  });
}

function placesIn(
  random: Randomness,
  organ: OrganWords,
  units: readonly PlannedUnit[],
  top: number,
  below: readonly number[],
  size: number,
): Place[] {
  const { leaders, sworn } = organ;
  const leading = Math.min(leaders.length, Math.ceil(size / 8));
  const places = leaders
    .slice(0, leading)
    .map((post, index) => ({ unit: top, post, rank: index + 1, leads: true, sworn }));
  below.forEach((unit, index) => {
    const head = units[unit]?.head ?? '';
    const share = shareOf(size - leading, below.length, index);
    for (let rank = 1; rank <= share; rank += 1)
      places.push({
        unit,
        post: rank === 1 ? head : random.pick(organ.members),
        rank,
        leads: rank === 1,
        sworn,
      });
  });
  return places;
}

function stationsOf(
  { station, share }: OrganWords,
  people: number,
): (readonly [name: string, head: string])[] {
  if (!station) return [];
  const wanted = Math.max(2, Math.round((people * share) / 100 / 2 / PER_STATION));
  const [name, head] = station;
  return TOWNSHIPS.slice(0, wanted).map((township) => [township + name, head]);
}

/** People per organ by their shares; whoever is left over by rounding down serves in the largest. */
function sizesOf(people: number): number[] {
  const sizes = ORGANS.map(({ share }) => Math.floor((people * share) / 100));
  const largest = ORGANS.reduce(
    (best, { share }, index) => (share > (ORGANS[best]?.share ?? 0) ? index : best),
    0,
  );
  const left = people - sizes.reduce((sum, size) => sum + size, 0);
  return sizes.map((size, index) => (index === largest ? size + left : size));
}

/** `total` split over `parts` as evenly as whole people allow. */
function shareOf(total: number, parts: number, index: number): number {
  return Math.floor(((index + 1) * total) / parts) - Math.floor((index * total) / parts);
}
