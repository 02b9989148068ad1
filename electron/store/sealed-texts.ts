import { randomBytes } from 'node:crypto';
import { ensure } from '../../shared/vocabulary/refusal.ts';
import { dataId } from './audit-sql.ts';
import type { Readable } from './handles.ts';
import { registerKey } from './register-key-sql.ts';
import { type KeyPair, open, seal } from './sealed-box.ts';

const TAG = 'rectification-ledger sealed text 1';

/** A text as it is stored: sealed where there is a register key, else plain until its first holder comes. */
export interface StoredText {
  readonly summary: string | null;
  readonly sealed: string | null;
}

const NO_TEXT: StoredText = { summary: null, sealed: null };

/**
 * Seals a text to the register key; whoever may write can, and only holders read it.
 * @param subject id of the row it stands in, without which it does not open
 */
export function sealText(db: Readable, subject: string, text: string | null): StoredText {
  if (text === null) return NO_TEXT;
  const key = registerKey(db);
  if (!key) return { summary: text, sealed: null };
  const box = seal(key.public, randomBytes(32), Buffer.from(text), about(db, subject));
  return { summary: null, sealed: `${key.number}.${box.toString('base64')}` };
}

/** @returns null where there is no text. @throws Refusal `database_damaged` for a text of another row or key */
export type OpenText = (db: Readable, subject: string, stored: StoredText) => string | null;

/** Opens what the holder of the register key may read. */
export function openingWith(number: number, keys: KeyPair): OpenText {
  return (db, subject, { summary, sealed }) => {
    if (sealed === null) return summary;
    const [of, box = ''] = sealed.split('.');
    const text =
      of === String(number) ? open(keys, Buffer.from(box, 'base64'), about(db, subject)) : undefined;
    ensure(text, 'database_damaged', { cause: 'sealed' });
    return text.toString('utf8');
  };
}

function about(db: Readable, subject: string): Buffer {
  return Buffer.from(JSON.stringify([TAG, dataId(db), subject]));
}
