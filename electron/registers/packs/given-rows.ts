import { createHash } from 'node:crypto';
import type { Declaration, Mark, PostingStatus, Staffing } from '../../../shared/vocabulary/words.ts';
import type { Write } from '../../store/handles.ts';

/** A person's row of a roster, as it was given. */
export interface GivenPerson {
  /** Random; the row's id in the file. */
  readonly key: string;
  /** id of the register. */
  readonly person: string;
  readonly name: string;
  /** id; null: nowhere on that day. */
  readonly unit: string | null;
  readonly unitName: string | null;
  readonly post: string | null;
  readonly staffing: Staffing | null;
  readonly status: PostingStatus | null;
  readonly orderNumber: number | null;
  readonly disambiguator: string | null;
}

/** A person's row of a sign-in sheet, as it was given. */
export interface GivenMark {
  readonly key: string;
  readonly person: string;
  readonly name: string;
  /** id, on the session's day. */
  readonly unit: string;
  readonly unitName: string;
  readonly disambiguator: string | null;
  readonly mark: Mark;
  readonly reason: string | null;
}

/** A person's row of a round's filings, as it was given: of what was filed before only what stands here. */
export interface GivenFiling {
  readonly key: string;
  readonly person: string;
  readonly name: string;
  /** id, on the round's census day. */
  readonly unit: string;
  readonly unitName: string;
  readonly disambiguator: string | null;
  readonly filedOn: string | null;
  readonly declared: Declaration | null;
  readonly paperNumber: string | null;
}

export type GivenRow = GivenPerson | GivenMark | GivenFiling;

export type WithoutKey<Row> = Row extends GivenRow ? Omit<Row, 'key'> : never;
/** A row before it has its id. */
export type Unkeyed = WithoutKey<GivenRow>;

/**
 * No id of the register leaves with a pack: one secret, not kept, gives all its rows their ids. They begin with a
 * letter, so that no program takes one for a number.
 */
export function rowKeys(write: Write, count: number): string[] {
  const secret = write.newId() + write.newId();
  return Array.from({ length: count }, (_, at) => `r${digestOf(`${secret} ${at}`).slice(0, 15)}`);
}

/** Of a pack's id and its rows' ids: notices an id that was put in another pack's place. */
export function packDigest(pack: string, rows: readonly Pick<GivenRow, 'key'>[]): string {
  return digestOf([pack, ...rows.map(({ key }) => key)].join(' ')).slice(0, 16);
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
