import { z } from 'zod';
import type { OfficeId } from '../../shared/vocabulary/ids.ts';

/** Names every algorithm of the document; a suite with SM2/SM3/SM4 would be another id. */
export const SUITE = 'ed25519-sha256';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** Control, direction and line characters: a name that looks like another one. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u;

export const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`));
export const visible = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .refine((text) => !INVISIBLE.test(text));
export const uuid = z.string().regex(UUID);

export const officeIdSchema = z.custom<OfficeId>((value) => typeof value === 'string' && UUID.test(value));
/** The code of an office: it stands in file names, so letters, digits, `_` and `-` only. */
export const officeCodeSchema = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$/);
export const officeNameSchema = visible(100);
/** `age1…`, the public half of an X25519 identity. */
export const ageRecipientSchema = z.string().regex(/^age1[02-9ac-hj-np-z]{58}$/);
/** Where a bundle stands in a sender's numbering. */
export const positionSchema = z.strictObject({ epoch: z.int().min(1), sequence: z.int().min(1) });
