import { z } from 'zod';
import { ensure } from '../../shared/vocabulary/refusal.ts';
import { SUITE } from './field-kinds.ts';
import { jsonOf, type KeyFile, parseKeyFile } from './key-file.ts';
import { parseRevocation, parseRotation, type Revocation, type Rotation } from './key-records.ts';

/** What a file about keys says: the keys themselves, that others follow, or that they are not to be trusted. */
export type KeyMessage =
  | { readonly says: 'keys'; readonly keys: KeyFile }
  | { readonly says: 'rotation'; readonly rotation: Rotation }
  | { readonly says: 'revocation'; readonly revocation: Revocation };

const KNOWN = { 'jyzd-rotation/1': 'rotation', 'jyzd-revocation/1': 'revocation' } as const;
const named = z.object({
  format: z.string().regex(/^jyzd-(rotation|revocation)\/[0-9]+$/),
  suite: z.string(),
});

/**
 * Reads a file about keys with its own signatures; whom it is from is not known by that.
 * @throws Refusal keys_malformed, keys_newer_format, keys_signature_wrong
 */
export function parseKeyMessage(bytes: Uint8Array): KeyMessage {
  const value = jsonOf(bytes);
  const { success, data } = named.safeParse(value);
  if (!success) return { says: 'keys', keys: parseKeyFile(bytes) };
  const says = KNOWN[data.format as keyof typeof KNOWN];
  ensure(says && data.suite === SUITE, 'keys_newer_format');
  if (says === 'rotation') return { says, rotation: parseRotation(value) };
  return { says, revocation: parseRevocation(value) };
}
