import { ORPCError } from '@orpc/client';
import { ERROR_CODES, type ErrorCode } from '../../shared/vocabulary/error-codes.ts';
import { Refusal, type RefusalFields } from '../../shared/vocabulary/refusal.ts';

const codes: ReadonlySet<string> = new Set(ERROR_CODES);

/** Whatever went wrong, as a code that has its sentence. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof DOMException && error.name === 'AbortError') return new Refusal('cancelled');
  if (error instanceof ORPCError && codes.has(error.code))
    return new Refusal(error.code as ErrorCode, (error.data ?? {}) as RefusalFields);
  // fetch tells of a host that does not answer by a TypeError.
  if (error instanceof TypeError) return new Refusal('core_unreachable');
  return new Refusal('internal');
}

/** Errors after which the page has nothing more to show until somebody signs in. */
export function endsSession(error: unknown): boolean {
  return refusalOf(error).code === 'not_signed_in';
}
