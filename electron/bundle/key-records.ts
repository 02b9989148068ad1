import { z } from 'zod';
import type { OfficeId } from '../../shared/vocabulary/ids.ts';
import { ensure, Refusal } from '../../shared/vocabulary/refusal.ts';
import { signEd25519, verifyEd25519 } from './ed25519.ts';
import { ageRecipientSchema, hex, officeIdSchema, positionSchema, SUITE, visible } from './field-kinds.ts';
import type { OfficeKeys } from './keys.ts';

/**
 * What an office says to one recipient about its own keys ([B42] to [B44]): that others follow them from a
 * number on, or that one is not to be trusted from a number on. Field order is the order that is signed.
 */
const rotationBody = z.strictObject({
  format: z.literal('jyzd-rotation/1'),
  suite: z.literal(SUITE),
  officeId: officeIdSchema,
  towards: officeIdSchema,
  from: positionSchema,
  previousKey: hex(32),
  verifyingKey: hex(32),
  recipient: ageRecipientSchema,
});
const revocationBody = z.strictObject({
  format: z.literal('jyzd-revocation/1'),
  suite: z.literal(SUITE),
  officeId: officeIdSchema,
  towards: officeIdSchema,
  from: positionSchema,
  verifyingKey: hex(32),
  reason: visible(200),
});

export const rotationSchema = rotationBody.extend({
  signatures: z.strictObject({ old: hex(64), new: hex(64) }),
});
const revocationSchema = revocationBody.extend({ signature: hex(64) });

export type Rotation = Readonly<z.infer<typeof rotationSchema>>;
export type Revocation = Readonly<z.infer<typeof revocationSchema>>;

/** Whose record it is, for whom, and the first number that it speaks of. */
export interface RecordPlace {
  readonly officeId: OfficeId;
  readonly towards: OfficeId;
  readonly from: { readonly epoch: number; readonly sequence: number };
}

/** Keys that follow others, signed by both ([B42]). */
export function rotationOf(place: RecordPlace, old: OfficeKeys, next: OfficeKeys): Rotation {
  const body = rotationBody.parse({
    format: 'jyzd-rotation/1',
    suite: SUITE,
    ...placed(place),
    previousKey: hexOf(old.verifyingKey),
    verifyingKey: hexOf(next.verifyingKey),
    recipient: next.recipient,
  });
  const sign = (seed: Uint8Array) => hexOf(signEd25519(seed, signedBytes(rotationBody, body)));
  return { ...body, signatures: { old: sign(old.signingSeed), new: sign(next.signingSeed) } };
}

/** A key that is not to be trusted any more, signed by itself ([B44]). @throws Refusal keys_malformed */
export function revocationOf(place: RecordPlace, keys: OfficeKeys, reason: string): Revocation {
  const { success, data: body } = revocationBody.safeParse({
    format: 'jyzd-revocation/1',
    suite: SUITE,
    ...placed(place),
    verifyingKey: hexOf(keys.verifyingKey),
    reason,
  });
  ensure(success, 'keys_malformed');
  return { ...body, signature: hexOf(signEd25519(keys.signingSeed, signedBytes(revocationBody, body))) };
}

/** Both keys have signed it. */
export function isSignedRotation({ signatures, ...body }: Rotation): boolean {
  const bytes = signedBytes(rotationBody, body);
  return (
    verifyEd25519(bytesOf(body.previousKey), bytes, bytesOf(signatures.old)) &&
    verifyEd25519(bytesOf(body.verifyingKey), bytes, bytesOf(signatures.new))
  );
}

/** @throws Refusal keys_malformed, keys_signature_wrong */
export function parseRotation(value: unknown): Rotation {
  const rotation = parsed(rotationSchema, value);
  ensure(isSignedRotation(rotation), 'keys_signature_wrong');
  return rotation;
}

/** @throws Refusal keys_malformed, keys_signature_wrong */
export function parseRevocation(value: unknown): Revocation {
  const revocation = parsed(revocationSchema, value);
  const { signature, ...body } = revocation;
  const bytes = signedBytes(revocationBody, body);
  ensure(verifyEd25519(bytesOf(body.verifyingKey), bytes, bytesOf(signature)), 'keys_signature_wrong');
  return revocation;
}

/** The bytes of a record that travels as a file of its own. */
export function encodeRecord(record: Rotation | Revocation): Uint8Array {
  return Buffer.from(`${JSON.stringify(record, null, 2)}\n`);
}

function placed({ officeId, towards, from }: RecordPlace): RecordPlace {
  return { officeId, towards, from: { epoch: from.epoch, sequence: from.sequence } };
}

function signedBytes<Body extends { format: string; from: RecordPlace['from'] }>(
  schema: { readonly shape: object },
  body: Body,
): Uint8Array {
  const { epoch, sequence } = body.from;
  const flat: Readonly<Record<string, unknown>> = { ...body, from: { epoch, sequence } };
  const ordered = Object.keys(schema.shape).map((key) => [key, flat[key]]);
  return Buffer.from(`${body.format}\n${JSON.stringify(Object.fromEntries(ordered))}`);
}

function parsed<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new Refusal('keys_malformed');
}

function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

function bytesOf(text: string): Uint8Array {
  return Buffer.from(text, 'hex');
}
