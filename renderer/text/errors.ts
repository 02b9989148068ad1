import type { ErrorCode } from '../../shared/vocabulary/error-codes.ts';
import type { RefusalFields } from '../../shared/vocabulary/refusal.ts';
import { exchangeErrors } from './errors/exchange.ts';
import { generalErrors } from './errors/general.ts';
import { registersErrors } from './errors/registers.ts';
import { sheetsErrors } from './errors/sheets.ts';
import { storeErrors } from './errors/store.ts';
import { fill } from './fields.ts';

/**
 * One sentence for each error code: what happened, what is safe, what to do next. A field of the refusal
 * stands as `{name}` inside square brackets, which fall away when the field is missing (see fields.ts).
 */
const SENTENCES: Record<ErrorCode, string> = {
  ...generalErrors,
  ...registersErrors,
  ...storeErrors,
  ...exchangeErrors,
  ...sheetsErrors,
};

/** The sentence for an error, with its fields filled in; the page and the command line show the same. */
export function errorSentence(code: ErrorCode, fields: RefusalFields = {}): string {
  return fill(SENTENCES[code], fields);
}
