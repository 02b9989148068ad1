import { hashRaw } from '@node-rs/argon2';
import { z } from 'zod';
import { ensure } from '../../shared/vocabulary/refusal.ts';
import type { Ports } from './ports.ts';

/** The floor for new slots: 64 MiB and three passes (storage-and-bundles.md). */
const MEMORY_KIB = 64 * 1024;
const LEAST_PASSES = 3;
const MOST_PASSES = 64;
/** Caps for slots that are read: a hostile file must neither exhaust memory nor hang the program. */
const MOST_MEMORY_KIB = 1024 * 1024;
const MOST_WORK = MEMORY_KIB * MOST_PASSES;

export const passwordParameters = z
  .strictObject({
    algorithm: z.literal('argon2id'),
    /** 19: version 1.3 of RFC 9106. */
    version: z.literal(19),
    memoryKiB: z.int().min(MEMORY_KIB).max(MOST_MEMORY_KIB),
    passes: z.int().min(LEAST_PASSES).max(MOST_PASSES),
    lanes: z.literal(1),
  })
  .refine(({ memoryKiB, passes }) => memoryKiB * passes <= MOST_WORK);
export type PasswordParameters = z.infer<typeof passwordParameters>;

const LEAST: PasswordParameters = {
  algorithm: 'argon2id',
  version: 19,
  memoryKiB: MEMORY_KIB,
  passes: LEAST_PASSES,
  lanes: 1,
};

const ARGON2ID = 2;
const VERSION_19 = 1;

/** @returns 32 bytes. Passwords are compared in Unicode NFC, as RFC 8265 has it. */
export function passwordKey(
  password: string,
  salt: Uint8Array,
  { memoryKiB, passes, lanes }: PasswordParameters,
): Promise<Buffer> {
  return hashRaw(password.normalize('NFC'), {
    algorithm: ARGON2ID,
    version: VERSION_19,
    memoryCost: memoryKiB,
    timeCost: passes,
    parallelism: lanes,
    outputLen: 32,
    salt,
  });
}

/** Derives a key at the floor, then as many passes as fit into `ports.passwordMilliseconds` on this PC. */
export async function calibratedPasswordKey(
  ports: Ports,
  password: string,
  salt: Uint8Array,
): Promise<{ key: Buffer; parameters: PasswordParameters }> {
  const begin = performance.now();
  const key = await passwordKey(password, salt, LEAST);
  const affordable = Math.floor((LEAST_PASSES * ports.passwordMilliseconds) / (performance.now() - begin));
  const passes = Math.min(Math.max(affordable, LEAST_PASSES), MOST_PASSES);
  if (passes === LEAST_PASSES) return { key, parameters: LEAST };
  const parameters = { ...LEAST, passes };
  return { key: await passwordKey(password, salt, parameters), parameters };
}

const SHORTEST = 8;
const LONGEST = 256;

/**
 * Eight characters is what NIST SP 800-63B asks at least where a slow hash protects the password; longer rules make
 * people write it on the monitor. Refused besides: fewer than four different characters, and the account's own name.
 * @throws Refusal `weak_password`
 */
export function checkPassword(password: string, accountName: string): void {
  const characters = [...password.normalize('NFC')];
  ensure(characters.length >= SHORTEST && characters.length <= LONGEST, 'weak_password', {
    least: SHORTEST,
    most: LONGEST,
  });
  ensure(new Set(characters).size >= 4, 'weak_password', { least: SHORTEST, most: LONGEST });
  ensure(password.toLowerCase() !== accountName.toLowerCase(), 'weak_password', {
    least: SHORTEST,
    most: LONGEST,
  });
}
