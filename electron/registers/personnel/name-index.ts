import { Refusal } from '../../../shared/vocabulary/refusal.ts';
import type { Store, Write } from '../../store/handles.ts';
import { nameWords } from './name-words.ts';
import {
  dropUnusedWords,
  hasUnusedWords,
  hasWords,
  insertWords,
  namesWithoutWords,
} from './name-words-sql.ts';

/** To be called wherever a person gets a name, in the same write. */
export function indexName(write: Write, folded: string): void {
  if (!hasWords(write, folded)) insertWords(write, folded, nameWords(folded));
}

/**
 * Brings the words up to the names, once a ledger is open: those of an older release have none, and a name that
 * nobody bears any more is forgotten here. Where nothing can be written, on a full disk, it waits for the next
 * opening: until then people are found by the characters of their names alone.
 */
export function refreshNameIndex(store: Store): void {
  if (store.read((db) => namesWithoutWords(db).length === 0 && !hasUnusedWords(db))) return;
  try {
    store.write(0, 'personnel.indexNames', refresh);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

function refresh(write: Write): void {
  write.undo.leaveNoStep();
  const missing = namesWithoutWords(write);
  for (const folded of missing) indexName(write, folded);
  write.record({ added: missing.length, dropped: dropUnusedWords(write) });
}
