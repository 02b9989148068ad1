import { ensure } from '../../shared/vocabulary/refusal.ts';

/** What two account names are compared by: half- and full-width, upper and lower case are one. */
export function foldAccountName(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase();
}

/** @returns the name as stored. @throws Refusal `invalid_input` unless it has 1 to 64 printable characters */
export function accountName(name: string): string {
  const trimmed = name.normalize('NFC').trim();
  ensure(/^[^\p{Cc}\p{Cf}\p{Cs}]{1,64}$/u.test(trimmed), 'invalid_input', { field: 'name' });
  return trimmed;
}
