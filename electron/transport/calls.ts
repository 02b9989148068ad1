import { ORPCError } from '@orpc/server';
import type { ErrorCode } from '../../shared/vocabulary/error-codes.ts';

/** What both handlers, of ports and of HTTP, put around a call. */
export const callOptions = { interceptors: [namedErrors] };

/**
 * Procedures map their own errors; what fails before or after them gets a code of the contract here. The
 * decoder of the RPC protocol raises TypeErrors for a message that is none of its own.
 */
async function namedErrors<Answer>({ next }: { next(): Promise<Answer> }): Promise<Answer> {
  try {
    return await next();
  } catch (error) {
    if (error instanceof ORPCError && error.defined) throw error;
    throw error instanceof TypeError ? named('invalid_input', { fields: [] }) : named('internal', {});
  }
}

function named(code: ErrorCode, data: object): ORPCError<ErrorCode, object> {
  return new ORPCError(code, { defined: true, status: 400, message: code, data });
}
