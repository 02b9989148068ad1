import type { KeptBundle } from './offices-queries.ts';

/** A bundle of a sender, as it stands in the address. */
export function keyOf({ epoch, sequence }: Pick<KeptBundle, 'epoch' | 'sequence'>): string {
  return `${epoch}-${sequence}`;
}

/**
 * The two that are compared: those of the address where they can be, else the newest with the one before it.
 * @param bundles newest first
 */
export function chosenPair<Bundle extends Pick<KeptBundle, 'epoch' | 'sequence'>>(
  bundles: readonly Bundle[],
  search: { readonly from?: string | undefined; readonly to?: string | undefined },
): { readonly from: Bundle; readonly to: Bundle } | null {
  const placeOf = (key: string | undefined) => bundles.findIndex((bundle) => keyOf(bundle) === key);
  const asked = placeOf(search.to);
  const at = asked >= 0 && asked < bundles.length - 1 ? asked : 0;
  const before = Math.max(placeOf(search.from), at + 1);
  const [from, to] = [bundles[before], bundles[at]];
  return from && to ? { from, to } : null;
}
