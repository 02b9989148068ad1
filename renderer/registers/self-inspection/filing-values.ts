import type { Control } from 'react-hook-form';
import { z } from 'zod';
import { selfInspection } from '../../../shared/contract/self-inspection.ts';
import type { Declaration } from '../../../shared/vocabulary/words.ts';
import { inputOf } from '../../state/contract-form.ts';

/** One paper form as it is typed; what the paper leaves open is null until it is filled in. */
export interface FilingValues {
  round: string;
  person: string | null;
  /** Beside the id, so that a form found again shows whose it is. */
  who: { readonly name: string; readonly unitName: string } | null;
  paperNumber: string | null;
  filedOn: string | null;
  declared: Declaration | null;
  items: ItemValues[];
}

export interface ItemValues {
  category: string | null;
  summary: string | null;
}

export type FilingControl = Control<FilingValues, unknown, FilingValues>;

export const BLANK_ITEM: ItemValues = { category: null, summary: null };

/** A summary holds at most 200 characters, counted as people count them. */
export const SUMMARY_MOST = 200;

export function lengthOf(text: string | null): number {
  return [...(text ?? '')].length;
}

/**
 * The contract's own checks. Whoever declares no problem has no items: those typed before stay in the form, so
 * that changing one's mind costs nothing, and are not sent.
 */
export function filingSchema(fields?: readonly string[]) {
  const whole = inputOf(selfInspection.file) as z.ZodObject;
  const checked = fields ? whole.pick({}).extend(partOf(whole, fields)) : whole;
  return z.preprocess(withoutHiddenItems, checked);
}

/** What the papers of a pile share, or begin with. */
export function paperSchema(): z.ZodType {
  return (inputOf(selfInspection.file) as z.ZodObject).pick({ filedOn: true, paperNumber: true });
}

function partOf({ shape }: z.ZodObject, fields: readonly string[]): z.ZodRawShape {
  return Object.fromEntries(Object.entries(shape).filter(([field]) => fields.includes(field)));
}

function withoutHiddenItems(values: unknown): unknown {
  const filing = values as FilingValues;
  return filing.declared === 'hasProblem' ? filing : { ...filing, items: [] };
}
