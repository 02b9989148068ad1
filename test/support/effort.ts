import { createHash } from 'node:crypto';

const REFERENCE = Buffer.alloc(64 * 1024 * 1024);

/**
 * What `work` costs in processor time of this process, as a multiple of hashing 64 MiB right before it
 * (a fifth of a second at most): a bound on it says "at once" without saying how fast the machine is.
 */
export async function effortOf(work: () => unknown): Promise<number> {
  const reference = await processorTime(() => createHash('sha256').update(REFERENCE).digest());
  return (await processorTime(work)) / reference;
}

async function processorTime(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return Math.max(user + system, 1);
}
