import { type DefaultValues, type FieldValues, type UseFormReturn, useForm } from 'react-hook-form';
import type { Mover } from './bulk-plan.ts';
import type { ItemRow } from './rectification-queries.ts';

/** What every form for many rows is given. */
export interface BulkTask {
  readonly rows: readonly ItemRow[];
  readonly mover: Mover;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Nothing of it is kept as a draft: it belongs to the rows that are chosen just now. */
export function useBulkForm<Values extends FieldValues>(
  defaults: DefaultValues<Values>,
): UseFormReturn<Values, unknown, Values> {
  return useForm<Values, unknown, Values>({ defaultValues: defaults });
}
