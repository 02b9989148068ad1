import type { PackField } from '../../../shared/vocabulary/pack-words.ts';
import { decideText } from '../../text/packs-page.ts';
import type { Choice } from '../../ui/fields.tsx';
import type { PackRow, RowDecision } from './taken-choices.ts';

/** One way to settle a doubt, under the digit that takes it. */
export type PackOption = { readonly digit: number; readonly label: string } & (
  | { readonly kind: 'take'; readonly decision: RowDecision }
  | { readonly kind: 'list'; readonly field: ListField; readonly choices: readonly Choice[] }
  | { readonly kind: 'write'; readonly field: 'name' | 'paperNumber'; readonly start: string }
  | { readonly kind: 'day'; readonly field: 'filedOn' }
);
type ListField = 'person' | 'unit' | 'status' | 'staffing' | 'mark' | 'declared' | 'category';

/** What lists offer that stand in the registers. */
export interface PackChoices {
  readonly units: readonly Choice[];
  /** By name, as a pack has them. */
  readonly categories: readonly Choice[];
}

const { options: words } = decideText;
/** 1 what came back, 2 what stands, 3 stays out: the same digits in every line. */
export const COMES = 1;
export const STAYS = 2;
export const skip: PackOption = { kind: 'take', digit: 3, label: words.skip, decision: { skip: true } };

export function taking(take: 'pack' | 'register', fields: readonly PackField[], label: string): PackOption {
  const decision: RowDecision = { cells: fields.map((field) => ({ field, take })) };
  return { kind: 'take', digit: take === 'pack' ? COMES : STAYS, label, decision };
}

export function whoIsKnown({ candidates = [] }: PackRow): readonly PackOption[] {
  const [only, ...others] = candidates;
  if (!only) return [];
  if (others.length === 0)
    return [{ kind: 'take', digit: COMES, label: words.same, decision: { person: only.id } }];
  const people = candidates.map((one) => ({ value: one.id, label: decideText.person(one) }));
  return [listOf('person', words.sameOf, people)];
}

export function listOf(field: ListField, label: string, choices: readonly Choice[]): PackOption {
  return { kind: 'list', digit: COMES, label, field, choices };
}

export function choicesOf<Word extends string>(
  codes: readonly Word[],
  labels: Readonly<Record<Word, string>>,
): readonly Choice[] {
  return codes.map((value) => ({ value, label: labels[value] }));
}
