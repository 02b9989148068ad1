import { createHash } from 'node:crypto';
import { ensure } from '../../shared/vocabulary/refusal.ts';
import type { RankCheckRow } from './report-tables.ts';

interface Ranked {
  readonly pk: number;
  readonly id: string;
}

/** A list of rows in the order of their ids, as sender and recipient both see it. */
export interface RankedList {
  /** The place of a surrogate; only of rows in the list. */
  rankOf(pk: number): number;
  /** @throws Refusal `bundle_row_invalid` for a place outside the list */
  pkAt(rank: number): number;
  readonly check: RankCheckRow;
}

/** @param rows already sorted by id, byte by byte */
export function rankedList(list: string, rows: readonly Ranked[]): RankedList {
  const places = new Map(rows.map(({ pk }, place) => [pk, place]));
  const digest = createHash('sha256');
  for (const { id } of rows) digest.update(id).update('\n');
  return {
    rankOf(pk) {
      const place = places.get(pk);
      ensure(place !== undefined, 'internal', { list });
      return place;
    },
    pkAt(rank) {
      const row = rows[rank];
      ensure(row, 'bundle_row_invalid', { register: list, row: rank });
      return row.pk;
    },
    check: { list, rows: rows.length, digest: digest.digest('hex') },
  };
}

/** @throws Refusal `bundle_base_mismatch`: this installation does not hold what the bundle builds on */
export function compareRanks(stated: readonly RankCheckRow[], held: readonly RankedList[]): void {
  for (const { check } of held) {
    const found = stated.find(({ list }) => list === check.list);
    ensure(found && found.rows === check.rows && found.digest === check.digest, 'bundle_base_mismatch', {
      register: check.list,
    });
  }
}
