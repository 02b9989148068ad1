import { createRequire } from 'node:module';

type Argon2 = Pick<typeof import('@node-rs/argon2'), 'hashRaw'>;

/** What the program asks for at least, in KiB and passes. */
const FLOOR = { memory: 64 * 1024, passes: 3 };
const SHARE = 1024;

/**
 * Argon2id is made to be slow: a tenth of a second and 64 MiB for every account and every sign-in, which was most of
 * what the tests of an office cost. Loaded before a test file, or before a program with `node --import`, this gives
 * the same function a 1024th of the memory: another password, salt or number of passes still gives another key, and
 * who asks for less than the floor gets none.
 *
 * The keys are not the real ones: what one process writes, another reads only when both have loaded this or neither.
 */
const argon2 = createRequire(import.meta.url)('@node-rs/argon2') as Argon2;
const real = argon2.hashRaw;

const quickHashRaw: Argon2['hashRaw'] = async (password, options) => {
  const { memoryCost = 0, timeCost = 0 } = options ?? {};
  if (memoryCost < FLOOR.memory || timeCost < FLOOR.passes) throw new Error('a password key below the floor');
  return real(password, { ...options, memoryCost: Math.floor(memoryCost / SHARE) });
};

// Test files that share a process load this once each.
if (real.name !== quickHashRaw.name) argon2.hashRaw = quickHashRaw;
