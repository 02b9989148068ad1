import { MARKS, type Mark } from '../../../shared/vocabulary/words.ts';

/** The mark that a key types: its digit, also of the number pad, or 0 and Del for none. Letters belong to input methods. */
export function markOfKey(key: string): Mark | undefined {
  if (key === 'Delete') return 'unmarked';
  return /^[0-9]$/.test(key) ? MARKS[Number(key)] : undefined;
}
