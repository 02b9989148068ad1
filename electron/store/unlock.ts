import type Database from 'better-sqlite3';
import { Refusal } from '../../shared/vocabulary/refusal.ts';
import { readAnchor } from './anchor-file.ts';
import { anchorBeside } from './anchors.ts';
import { attempting } from './attempts.ts';
import { databaseFile } from './data-folder.ts';
import { naming } from './file-errors.ts';
import { openWithPassword, openWithRecovery } from './key-slots.ts';
import { type Connection, openDatabase } from './open-database.ts';
import { checkPages } from './page-check.ts';
import type { Ports } from './ports.ts';
import type { KeyPair } from './sealed-box.ts';
import type { AccountSlot, KeySlots } from './slot-file.ts';

export type Credentials =
  | { readonly user: string; readonly password: string }
  | { readonly recoveryCode: string };

export interface Unlocked {
  readonly dataKey: Buffer;
  /** The account's own, or the recovery code's. */
  readonly keys: KeyPair;
  /** undefined where the recovery code opened. */
  readonly accountId: string | undefined;
  /** The account's slot; one that had no keys of its own before is still to be written. */
  readonly slot?: AccountSlot;
}

/**
 * @throws Refusal `wrong_password` (`left`), `account_locked` (`minutes`), `recovery_wrong`, and `slots_foreign` where the
 *   anchor beside the database is another ledger's than the slots
 */
export async function unlock(
  folder: string,
  ports: Ports,
  slots: KeySlots,
  credentials: Credentials,
): Promise<Unlocked> {
  try {
    if ('recoveryCode' in credentials)
      return { ...openWithRecovery(slots, credentials.recoveryCode), accountId: undefined };
    const { user, password } = credentials;
    const { account, ...opened } = await attempting(folder, ports, user, () =>
      openWithPassword(slots, user, password, ports),
    );
    return { ...opened, accountId: account };
  } catch (error) {
    const anchored = readAnchor(anchorBeside(folder))?.dataId;
    if (isWrongSecret(error) && anchored !== undefined && anchored !== slots.dataId)
      throw new Refusal('slots_foreign');
    throw error;
  }
}

/** A mistyped recovery code is wrong for every ledger. */
function isWrongSecret(error: unknown): boolean {
  if (!(error instanceof Refusal)) return false;
  return (
    error.code === 'wrong_password' || (error.code === 'recovery_wrong' && error.fields.mistyped === false)
  );
}

/** Enough pages to find one that is whole in a file that is badly damaged. */
const PAGES_TO_TRY = 256;

/**
 * Opens the database with a key from its slots, and tells a damaged database from one of another key.
 * @throws Refusal `slots_foreign` when not one page was sealed with this key, else as `openDatabase`
 */
export function openWithSlotKey(Sqlite: typeof Database, folder: string, dataKey: Uint8Array): Connection {
  const file = databaseFile(folder);
  try {
    return openDatabase(Sqlite, file, dataKey, 'existing');
  } catch (error) {
    const damaged = error instanceof Refusal && error.code === 'database_damaged';
    if (!damaged) throw error;
    const { sealed, broken } = naming('reading', () => checkPages(file, dataKey, PAGES_TO_TRY));
    throw sealed === 0 && broken > 0 ? new Refusal('slots_foreign') : error;
  }
}
