import { oc } from '@orpc/contract';
import { z } from 'zod';
import { type CalendarDate, isCalendarDate } from '../vocabulary/dates.ts';
import { ERROR_CODES, type ErrorCode } from '../vocabulary/error-codes.ts';
import { type AccountRole, type InstallationRole, WHOSE } from '../vocabulary/words.ts';

/** What the router must know of a procedure before it runs it. */
export interface ProcedureMeta {
  /** Roles of which the account needs one; 'signedIn': any account; 'anyone': before signing in too. */
  readonly who: readonly AccountRole[] | 'signedIn' | 'anyone';
  /** The only kind of installation that has this procedure; absent: both. */
  readonly at?: InstallationRole;
}

export const refusalFields = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]),
);

/** An error counts as one of the contract only with the status that stands here; 500 where none does. */
const refusal = { status: 400, data: refusalFields };
const errors = Object.fromEntries(ERROR_CODES.map((code) => [code, refusal])) as Record<
  ErrorCode,
  typeof refusal
>;

/** The start of every procedure: nobody may call it until `.meta({ who })` says who. */
export const procedure = oc.$meta<ProcedureMeta>({ who: [] }).errors(errors);

/** Who reads registers: everybody but an administrator, who needs none of their content. */
export const REGISTER_READERS = ['clerk', 'reviewer', 'member', 'leader'] as const;

/** Any register row's id; its form is checked by being looked up. */
export const id = z.string().min(1).max(64);
/** A row's version: the owner's revision that last touched it. */
export const rev = z.int().nonnegative();
export const calendarDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine((text) => isCalendarDate(text))
  .transform((text) => text as CalendarDate);
/** Half a surrogate pair cannot be stored; control characters but for tab and line ends print nowhere. */
const UNPRINTABLE = /(?![\t\n\r])[\p{Cc}\p{Cs}]/u;
const VISIBLE = /[^\p{Cc}\p{Cf}\p{Cs}\p{M}\p{Z}]/u;

export function isPrintable(text: string): boolean {
  return !UNPRINTABLE.test(text);
}

/** Text that people read: of invisible characters alone nothing would be left as a name, and no bundle takes it. */
export const readableText = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .refine((text) => VISIBLE.test(text) && isPrintable(text));
export const shortText = readableText(100);
export const longText = readableText(1000);
/** A place in lists; the next one of a unit is one more than the highest. */
export const orderNumber = z.int().min(-1_000_000).max(1_000_000);
/** File content as base64; 64 MiB of file at most, the smaller caps of each format are checked after it. */
export const fileContent = z.string().max(90_000_000);
export const fileName = z.string().min(1).max(255);

export const page = {
  offset: z.int().nonnegative().default(0),
  limit: z.int().min(1).max(500).default(100),
};

/** The answer of every write to one row. */
export const rowVersion = z.object({ id, rev });

export const figure = z.object({
  numerator: z.int().nonnegative(),
  denominator: z.int().nonnegative(),
  /** The rate as printed, such as `95.8%` or `—`. */
  text: z.string(),
});

/** Whose move it is next; null when nobody's. */
export const whose = z.enum(WHOSE).nullable();

/** A move of a state machine as the signed-in account may or may not make it now. */
export const allowedMove = <Move extends string>(moves: readonly [Move, ...Move[]]) =>
  z.object({
    move: z.enum(moves),
    /** The error code that says why not; null: it may. */
    why: z.string().nullable(),
  });

/** A dated move, as a record's history tells it. */
export const pastMove = z.object({
  move: z.string(),
  from: z.string().nullable(),
  to: z.string(),
  effectiveOn: z.string(),
  reason: z.string().nullable(),
  at: z.string(),
  /** The account's name; null where it was not passed on. */
  by: z.string().nullable(),
});

/** What the contract lets through to a procedure: its input after the schema's defaults and checks. */
export type Given<Procedure extends { '~orpc': { inputSchema?: z.ZodType | undefined } }> = z.output<
  NonNullable<Procedure['~orpc']['inputSchema']>
>;
