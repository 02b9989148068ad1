import type { ErrorCode } from '../../../shared/vocabulary/error-codes.ts';
import { contentDigest } from '../../exchange/books.ts';
import { refusalOf } from './refusal-of.ts';
import type { Desk } from './study-desk.ts';

/** The code that `work` is refused with; the digest of all there is must be the same before and after. */
export function refusedWithoutTrace(desk: Desk, work: () => unknown): ErrorCode | 'left a trace' {
  const before = contentDigest(desk.store);
  const { code } = refusalOf(work);
  return contentDigest(desk.store) === before ? code : 'left a trace';
}
