import type { Write } from './handles.ts';

/** A part of a write that is undone alone when it throws; the write goes on as if it had not been tried. */
export function inSavepoint<T>(write: Write, part: () => T): T {
  write.run('SAVEPOINT part');
  try {
    const result = part();
    write.run('RELEASE part');
    return result;
  } catch (error) {
    write.run('ROLLBACK TO part');
    write.run('RELEASE part');
    throw error;
  }
}
