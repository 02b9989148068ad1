import type { RosterField } from '../../../shared/vocabulary/import-outcomes.ts';
import type { Readable, Write } from '../../store/handles.ts';
import { deleteLayout, deleteOldLayouts, latestLayouts, replaceLayout } from './sheet-layout-sql.ts';

/** What a person said of the columns of sheets of certain titles; columns 0-based, null: not stored. */
export type LayoutMapping = readonly { readonly column: number; readonly field: RosterField | null }[];

/** Six organs and their units have a form each; whoever has more loses the one longest out of use. */
const KEPT = 500;

/** By the digest of the titles. */
export function rememberedLayouts(db: Readable): ReadonlyMap<string, LayoutMapping> {
  return new Map(
    latestLayouts(db, KEPT).map(({ titles, mapping }) => [titles, JSON.parse(mapping) as LayoutMapping]),
  );
}

export function rememberLayout(write: Write, titles: string, mapping: LayoutMapping): void {
  replaceLayout(write, { titles, mapping: JSON.stringify(mapping) }, write.at);
  deleteOldLayouts(write, KEPT);
}

export function forgetLayout(write: Write, titles: string): void {
  deleteLayout(write, titles);
}
