import type { ErrorCode } from './error-codes.ts';

export type RefusalFields = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/**
 * A named "no": the only error that our own code raises on purpose. It changes nothing, carries a code of
 * error-codes.ts and plain fields, and never a sentence: sentences stand in renderer/text/errors.ts.
 * Fields hold counts, line numbers, codes and dates; never a password, a key or a person's data.
 */
export class Refusal extends Error {
  readonly code: ErrorCode;
  readonly fields: RefusalFields;

  constructor(code: ErrorCode, fields: RefusalFields = {}) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.fields = fields;
  }
}

/** Raises the refusal unless the condition holds. */
export function ensure(condition: unknown, code: ErrorCode, fields?: RefusalFields): asserts condition {
  if (!condition) throw new Refusal(code, fields);
}
