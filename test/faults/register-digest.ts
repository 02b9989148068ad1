import { createHash } from 'node:crypto';
import type { Readable } from '../../electron/store/handles.ts';

/** Columns that random numbers go into; of these tables only the others count. */
const WITHOUT_RANDOM: Readonly<Record<string, string>> = {
  audit: 'seq, epoch_counter, at, account, action, rev',
  audit_body: 'seq',
  own_key: 'number',
  filing_item:
    'pk, office, id, filing, category, summary, sealed IS NULL, disposition, rectification, transfer_document, rev, changed_by, changed_at, deleted',
  register_key: 'number, suite, created_at, created_by',
  register_key_grant: 'key, account, granted_at, granted_by',
  sent_bundle: 'pk, recipient, kind, epoch, sequence, base_rev, head_rev',
  sent_file: 'bundle',
};

/**
 * SHA-256 over every row of every table: two ledgers that say the same have the same one.
 * @param without tables that are left out
 */
export function registerDigest(db: Readable, without: readonly string[] = []): string {
  const digest = createHash('sha256');
  for (const name of tablesOf(db)) {
    if (without.includes(name)) continue;
    const columns = WITHOUT_RANDOM[name] ?? '*';
    for (const row of db.iterate<object>(`SELECT ${columns} FROM "${name}"`)) {
      digest.update(JSON.stringify([name, ...Object.values(row)]));
    }
  }
  return digest.digest('hex');
}

function tablesOf(db: Readable): string[] {
  const tables = db.all<{ name: string }>(
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name",
  );
  return tables.map(({ name }) => name);
}
