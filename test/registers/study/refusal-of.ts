import { Refusal } from '../../../shared/vocabulary/refusal.ts';

/** The code and fields of the refusal that `work` must end in. */
export function refusalOf(work: () => unknown): Pick<Refusal, 'code' | 'fields'> {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code, fields: error.fields };
    throw error;
  }
  throw new Error('nothing was refused');
}
