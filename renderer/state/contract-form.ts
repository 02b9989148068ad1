import { zodResolver } from '@hookform/resolvers/zod';
import { useEffect, useState } from 'react';
import { type DefaultValues, type FieldValues, type UseFormReturn, useForm } from 'react-hook-form';
import type { z } from 'zod';
import { draftKey, useDrafts } from './drafts.ts';
import { useSession } from './session.ts';

export interface ContractForm<Values extends FieldValues> extends UseFormReturn<Values, unknown, Values> {
  /** True when what stands in the fields was found again, not read from the core. */
  readonly isDraft: boolean;
  /** After saving, or when the user gives the text up. */
  readonly dropDraft: () => void;
}

interface FormOptions<Values extends FieldValues> {
  /** Checks the values before they are sent; a part of the procedure's input. */
  readonly schema: z.ZodType;
  readonly defaults: DefaultValues<Values>;
  /** Names the form and the record it edits; what is typed is kept under it. Null: nothing is kept. */
  readonly draft: string | null;
}

/** A form that is checked by the contract's own schema and whose text outlives lock and change of page. */
export function useContractForm<Values extends FieldValues>(
  options: FormOptions<Values>,
): ContractForm<Values> {
  const account = useSession((session) => session.identity?.account?.id ?? '');
  const key = options.draft === null ? null : draftKey(account, options.draft);
  const [kept, setKept] = useState(() => textOf(key) as DefaultValues<Values> | undefined);
  const form = useForm<Values, unknown, Values>({
    defaultValues: kept ?? options.defaults,
    // The resolver's types want one schema type for input and output; the schema is the contract's own.
    resolver: zodResolver(options.schema as never) as never,
    shouldFocusError: true,
  });

  useEffect(() => {
    if (!key) return;
    return form.subscribe({
      formState: { values: true, isDirty: true },
      callback: ({ values, isDirty }) => {
        if (isDirty) useDrafts.getState().keep(key, values);
      },
    });
  }, [form, key]);

  return {
    ...form,
    isDraft: kept !== undefined,
    dropDraft: () => {
      setKept(undefined);
      if (key) useDrafts.getState().drop(key);
    },
  };
}

/** Read once: what is typed from now on is no text found again. */
function textOf(key: string | null): unknown {
  return key ? useDrafts.getState().texts[key] : undefined;
}

/** The input schema of a procedure of the contract. */
export function inputOf(procedure: { '~orpc': { inputSchema?: z.ZodType | undefined } }): z.ZodType {
  const schema = procedure['~orpc'].inputSchema;
  if (!schema) throw new Error('the procedure has no input');
  return schema;
}
