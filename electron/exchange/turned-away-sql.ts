import type { TurnedAwayCode } from '../../shared/vocabulary/import-outcomes.ts';
import type { Readable, Write } from '../store/handles.ts';

export interface TurnedAwayFile {
  readonly hash: string;
  readonly fileName: string;
  readonly code: TurnedAwayCode;
  /** What it says of itself. */
  readonly claims: { readonly code: string; readonly name: string; readonly sequence: number } | null;
}

export interface TurnedAwayRow {
  readonly hash: string;
  readonly file_name: string;
  readonly code: TurnedAwayCode;
  readonly claimed_code: string | null;
  readonly claimed_name: string | null;
  readonly claimed_sequence: number | null;
  readonly at: string;
  readonly by_name: string | null;
}

export function isTurnedAway(db: Readable, hash: string): boolean {
  return db.get('SELECT 1 FROM turned_away WHERE hash = ?', hash) !== undefined;
}

export function insertTurnedAway(write: Write, { hash, fileName, code, claims }: TurnedAwayFile): void {
  write.run(
    `INSERT INTO turned_away (hash, file_name, code, claimed_code, claimed_name, claimed_sequence, at, by)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    hash,
    fileName,
    code,
    claims?.code ?? null,
    claims?.name ?? null,
    claims?.sequence ?? null,
    write.at,
    write.account,
  );
}

/** Those that wait, newest first. */
export function waitingFiles(db: Readable, limit: number): TurnedAwayRow[] {
  return db.all<TurnedAwayRow>(
    `SELECT turned_away.*, account.name AS by_name FROM turned_away
     LEFT JOIN account ON account.pk = turned_away.by
     WHERE laid_aside_at IS NULL ORDER BY turned_away.at DESC, hash LIMIT ?`,
    limit,
  );
}

/** @returns whether it waited */
export function layFileAside(write: Write, hash: string, reason: string): boolean {
  return (
    write.run(
      `UPDATE turned_away SET laid_aside_because = ?, laid_aside_at = ?, laid_aside_by = ?
       WHERE hash = ? AND laid_aside_at IS NULL`,
      reason,
      write.at,
      write.account,
      hash,
    ).changes === 1
  );
}
