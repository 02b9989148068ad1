import type { z } from 'zod';
import { rectification } from '../../../shared/contract/rectification.ts';
import type { ItemMove } from '../../../shared/vocabulary/words.ts';
import { inputOf } from '../../state/contract-form.ts';
import { core } from '../../state/core.ts';
import type { MoveField } from './offered-moves.ts';

export interface MoveValues {
  readonly on: string | null;
  readonly reason: string | null;
  readonly evidenceNumber: string | null;
  readonly mergedInto: string | null;
  readonly newDueOn: string | null;
}

/** The contract's own checks, for the fields that the dialog of a move shows; all of them must be filled. */
export function schemaOfMove(fields: readonly MoveField[]): z.ZodType {
  const move = inputOf(rectification.moveItem) as z.ZodObject;
  const extension = inputOf(rectification.extendItem) as z.ZodObject;
  const shape: Readonly<Record<string, z.ZodType>> = { ...move.shape, newDueOn: extension.shape.dueOn };
  const shown = [...fields, 'on' as const].flatMap((field) => {
    const check = shape[field];
    return check ? [[field, check]] : [];
  });
  return move.pick({}).extend(Object.fromEntries(shown)).required();
}

interface Moved {
  readonly id: string;
  readonly number?: string | null;
}

/** An extension has a procedure of its own; to the user it is a move like the others. */
export async function makeMove(
  id: string,
  rev: number,
  move: ItemMove,
  values: Partial<MoveValues>,
): Promise<Moved> {
  const { on, reason, evidenceNumber, mergedInto, newDueOn } = given(values);
  if (move === 'extend')
    return core.rectification.extendItem({ id, rev, dueOn: newDueOn ?? '', on, reason: reason ?? '' });
  return core.rectification.moveItem({ id, rev, move, on, reason, evidenceNumber, mergedInto });
}

/** What was left empty is not sent. */
function given(values: Partial<MoveValues>): Partial<Record<keyof MoveValues, string>> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}
