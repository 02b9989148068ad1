import { z } from 'zod';
import type { CalendarDate, Instant } from '../../shared/vocabulary/dates.ts';
import { isCalendarDate } from '../../shared/vocabulary/dates.ts';
import { Refusal } from '../../shared/vocabulary/refusal.ts';
import {
  hex,
  officeCodeSchema,
  officeIdSchema,
  officeNameSchema,
  SUITE,
  uuid,
  visible,
} from './field-kinds.ts';
import { rotationSchema } from './key-records.ts';

export const FORMAT_VERSION = 1;
export const PAYLOAD_ENCODING = 'columns-json/1';
export const BUNDLE_KINDS = ['report', 'feedback', 'receipt', 'template'] as const;
export type BundleKind = (typeof BUNDLE_KINDS)[number];
/** Names of tables and columns ([B24]). */
export const NAME = /^[a-z][A-Za-z0-9_]{0,63}$/;

const MAX_TABLES = 64;
/** More rotations than nobody of the other side has heard of yet; a rotation beyond is refused. */
export const MAX_ROTATIONS = 8;

const whole = z.int().min(0);
const date = z.custom<CalendarDate>((value) => typeof value === 'string' && isCalendarDate(value));
const instant = z.custom<Instant>(
  (value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(value),
);

const epoch = z.strictObject({ id: uuid, counter: z.int().min(1) });
const auditHead = z.strictObject({ seq: whole, hash: hex(32) });
/** Not `z.record`, which passes over a key named __proto__. */
const counts = z.custom<Readonly<Record<string, number>>>(isCounts);

const acknowledgement = z.strictObject({
  officeId: officeIdSchema,
  epoch,
  sequence: z.int().min(1),
  bundleHash: hex(32),
  auditHead,
});

const rotations = z.array(rotationSchema).min(1).max(MAX_ROTATIONS);

/** What a sender states; the rest of the manifest follows from the tables ([B18]). */
const statement = z.strictObject({
  kind: z.enum(BUNDLE_KINDS),
  sender: z.strictObject({
    officeId: officeIdSchema,
    code: officeCodeSchema,
    name: officeNameSchema,
    demo: z.boolean(),
  }),
  recipient: z.strictObject({ officeId: officeIdSchema }),
  epoch,
  sequence: z.int().min(1),
  previousHash: hex(32).nullable(),
  baseRev: whole,
  headRev: whole,
  full: z.boolean(),
  pseudonymous: z.boolean(),
  namesReason: visible(200).nullable(),
  period: z.strictObject({ from: date.nullable(), asOf: date }),
  createdAt: instant,
  auditHead,
  acknowledges: acknowledgement.nullable(),
  /** of this sender for this recipient, oldest first; left out where there are none */
  rotations: rotations.optional(),
});

const manifest = z
  .strictObject({
    formatVersion: z.literal(FORMAT_VERSION),
    suite: z.literal(SUITE),
    ...statement.shape,
    counts,
    receiptKey: hex(16),
    payload: z.strictObject({ sha256: hex(32), bytes: whole, encoding: z.literal(PAYLOAD_ENCODING) }),
  })
  .refine(agreesWithItself);

/** What is read before the signature is verified, to know whose key to take ([B11]). */
const claim = z.object({
  sender: z.object({ officeId: officeIdSchema }),
  epoch: z.object({ counter: z.int().min(1) }),
  sequence: z.int().min(1),
  rotations: rotations.optional(),
});

export type Acknowledgement = Readonly<z.infer<typeof acknowledgement>>;
export type BundleStatement = Readonly<z.infer<typeof statement>>;
export type Manifest = Readonly<z.infer<typeof manifest>>;
export type Claim = z.infer<typeof claim>;

/** The manifest as its own rules want it. @throws Refusal bundle_malformed with the names of the wrong fields */
export function parseManifest(value: unknown): Manifest {
  return parsed(manifest, value);
}

/** @throws Refusal bundle_malformed */
export function parseClaim(value: unknown): Claim {
  return parsed(claim, value);
}

function parsed<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new Refusal('bundle_malformed', { fields: namesOf(result.error) });
}

/** Our own field names only: a hostile key is not carried into a message. */
function namesOf(error: z.ZodError): string[] {
  const names = error.issues.map((issue) => String(issue.path[0] ?? 'manifest'));
  return [...new Set(names)].filter((name) => Object.hasOwn(manifest.shape, name)).slice(0, 20);
}

function isCounts(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const entries: [string, unknown][] = Object.entries(value);
  const fits = ([name, rows]: [string, unknown]) => NAME.test(name) && whole.safeParse(rows).success;
  return entries.length <= MAX_TABLES && entries.every(fits);
}

function agreesWithItself(m: {
  kind: BundleKind;
  sequence: number;
  previousHash: string | null;
  baseRev: number;
  headRev: number;
  full: boolean;
  pseudonymous: boolean;
  namesReason: string | null;
  period: { from: CalendarDate | null; asOf: CalendarDate };
  acknowledges: Acknowledgement | null;
}): boolean {
  return (
    m.baseRev <= m.headRev &&
    (!m.full || m.baseRev === 0) &&
    (m.sequence > 1 || m.previousHash === null) &&
    (m.previousHash !== null || m.full) &&
    m.pseudonymous === (m.namesReason === null) &&
    (m.period.from === null || m.period.from <= m.period.asOf) &&
    (m.kind !== 'receipt' || m.acknowledges !== null)
  );
}
