import type { Chance } from '../exchange/county-work.ts';
import type { SoleOffice } from '../exchange/sole-office.ts';
import type { Desk, Stick } from './t6-district.ts';

/** Bundles that every county seals on its way. */
export const BUNDLES = 30;

export interface Trial {
  readonly group: Desk;
  readonly counties: readonly Desk[];
  readonly chance: Chance;
  readonly place: string;
  /** How often what happened. */
  readonly seen: Record<string, number>;
  /** Sticks on their way, by the code of whom they are for. */
  readonly drawers: Map<string, Stick[]>;
  /** Numbers of a county whose sticks nobody will ever see again. */
  readonly lost: Map<string, Set<string>>;
  /** Copies that speak beside the office they were copied from. */
  readonly twins: Map<string, SoleOffice & Pick<Desk, 'sealed'>>;
}

/** Of a line for a bundle what its sender, its taker and everybody can read. */
export type Line = Awaited<ReturnType<SoleOffice['client']['exchange']['importBundles']>>['bundles'][number];

export function note({ seen }: Trial, what: string): void {
  seen[what] = (seen[what] ?? 0) + 1;
}

/** It went on from older books, whether it was told so or not. */
export const isStruck = ({ restored, parted }: Desk) => restored || parted;
