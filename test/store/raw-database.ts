import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { openWithPassword } from '../../electron/store/key-slots.ts';
import { type Connection, loadSqlite, openDatabase } from '../../electron/store/open-database.ts';
import { readSlots } from '../../electron/store/slot-file.ts';
import { PASSWORD, USER } from './new-ledger.ts';

/** Opens the database as somebody with the password and other tools would, past everything the store keeps. */
export async function rawDatabase(folder: string): Promise<Connection> {
  const { dataKey } = await openWithPassword(readSlots(folder), USER, PASSWORD, { random: randomBytes });
  return openDatabase(await loadSqlite(), join(folder, 'ledger.db'), dataKey, 'existing');
}
