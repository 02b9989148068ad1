import type { ErrorCode } from '../../shared/vocabulary/error-codes.ts';
import { Refusal } from '../../shared/vocabulary/refusal.ts';

/**
 * Turns what SQLite or the file system threw into the refusal that names it; anything else comes back as it is.
 * @param doing decides what an error that does not say means: EACCES while reading is `file_unreadable`
 * @returns `database_damaged`, `disk_full`, `in_use`, `file_unreadable`, `file_unwritable`, or `error` itself
 */
export function named(error: unknown, doing: 'reading' | 'writing'): unknown {
  const code = codeOf(error);
  const meaning = code.startsWith('SQLITE_') ? ofSqlite(code) : ofSystem(code, doing);
  return meaning === undefined ? error : new Refusal(meaning, { cause: code });
}

/** Runs `work`, and throws what it throws as the refusal that names it. */
export function naming<T>(doing: 'reading' | 'writing', work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw named(error, doing);
  }
}

export function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : '';
}

/** Extended result codes begin with the primary one; sqlite.org/rescode.html. */
function ofSqlite(code: string): ErrorCode | undefined {
  if (/^SQLITE_(CORRUPT|NOTADB|IOERR_(DATA|CORRUPTFS|SHORT_READ))/.test(code)) return 'database_damaged';
  if (code === 'SQLITE_FULL') return 'disk_full';
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return 'in_use';
  if (/^SQLITE_(READONLY|IOERR_(WRITE|FSYNC|DIR_FSYNC|TRUNCATE|DELETE|SHM|LOCK))/.test(code))
    return 'file_unwritable';
  if (/^SQLITE_(IOERR|CANTOPEN|PERM|AUTH|NOLFS)/.test(code)) return 'file_unreadable';
  return undefined;
}

function ofSystem(code: string, doing: 'reading' | 'writing'): ErrorCode | undefined {
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'disk_full';
  if (code === 'EROFS') return 'file_unwritable';
  if (
    !/^(EACCES|EPERM|EEXIST|EIO|EBUSY|EMFILE|ENFILE|EISDIR|ENOTDIR|ENOENT|ELOOP|ENAMETOOLONG|ETXTBSY)$/.test(
      code,
    )
  )
    return undefined;
  return doing === 'reading' ? 'file_unreadable' : 'file_unwritable';
}
