import type { Readable } from '../store/handles.ts';

/** Whether a bundle of ours for an office was sealed at a revision or later: it acknowledges what was taken in by then. */
export function hasSealedSince(db: Readable, recipient: number, rev: number): boolean {
  return (
    db.get('SELECT 1 FROM sent_bundle WHERE recipient = ? AND head_rev >= ? LIMIT 1', recipient, rev) !==
    undefined
  );
}

/** Whether something was said about an office's rows after a revision. */
export function hasSpokenSince(db: Readable, target: number, rev: number): boolean {
  return (
    db.get('SELECT 1 FROM feedback WHERE target = ? AND rev > ? AND deleted = 0 LIMIT 1', target, rev) !==
    undefined
  );
}
