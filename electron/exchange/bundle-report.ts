import type { BundleOutcome } from '../../shared/vocabulary/import-outcomes.ts';
import type { Refusal } from '../../shared/vocabulary/refusal.ts';
import type { OpenedBundle, PeekedBundle } from '../bundle/bundle.ts';
import type { ChainVerdict } from './chain.ts';
import type { Party } from './parties.ts';
import type { TakenCounts } from './take-in.ts';

export interface BundleFile {
  readonly fileName: string;
  readonly content: Uint8Array;
}

/** A file that is read when its turn comes, maybe more than once. */
export interface BundleSource {
  readonly fileName: string;
  /** @throws Refusal `file_unreadable` */
  read(): Uint8Array;
}

/** One line of the rehearsal table; added + changed + unchanged + withheld + refused = total. */
export interface BundleReport extends TakenCounts {
  readonly fileName: string;
  readonly office: string | null;
  readonly sender: string | null;
  readonly name: string | null;
  readonly kind: string | null;
  readonly sequence: number | null;
  readonly full: boolean | null;
  readonly asOf: string | null;
  readonly from: string | null;
  readonly outcome: BundleOutcome;
  readonly problem: string | null;
  readonly waitsFor: number | null;
  readonly baseRev: number | null;
  readonly headRev: number | null;
  readonly total: number;
  readonly refused: number;
}

const NOTHING: TakenCounts = {
  added: 0,
  changed: 0,
  unchanged: 0,
  withheld: 0,
  notApplicable: 0,
  regained: 0,
  dropped: 0,
  closes: null,
  feedback: [],
};

/** A bundle whose signature was verified; its rows may not have been read. */
export interface Peeked {
  readonly file: BundleFile;
  readonly bundle: PeekedBundle;
  /** The sender's code and name as they were pinned, whatever the bundle calls itself. */
  readonly code: string;
  readonly name: string;
}

export function pinned({ keys: { code, name } }: Party): { code: string; name: string } {
  return { code, name };
}

export interface Opened extends Peeked {
  readonly bundle: OpenedBundle;
}

/** The line of a bundle that was not taken in, and why. */
export function told(one: Peeked, verdict: ChainVerdict): BundleReport {
  const line = lineOf(one);
  const problems = { fork: 'bundle_fork', early: 'bundle_early' } as const;
  const { outcome } = verdict;
  return {
    ...line,
    outcome,
    problem: outcome === 'fork' || outcome === 'early' ? problems[outcome] : null,
    waitsFor: outcome === 'early' ? verdict.waitsFor : null,
    unchanged: outcome === 'duplicate' || outcome === 'superseded' ? line.total : 0,
    withheld: outcome === 'kept' ? line.total : 0,
    refused: outcome === 'fork' || outcome === 'early' ? line.total : 0,
  };
}

/** The line of a bundle before anything is known of it but its manifest. */
export function lineOf({ bundle: { manifest }, file, code, name }: Peeked): BundleReport {
  const isCheck = (table: string) => manifest.kind === 'report' && table === 'rankCheck';
  const rows = Object.entries(manifest.counts).filter(([table]) => !isCheck(table));
  return {
    ...NOTHING,
    fileName: file.fileName,
    office: code,
    sender: manifest.sender.officeId,
    name,
    kind: manifest.kind,
    sequence: manifest.sequence,
    full: manifest.full,
    asOf: manifest.period.asOf,
    from: manifest.period.from,
    outcome: 'refused',
    problem: null,
    waitsFor: null,
    baseRev: manifest.baseRev,
    headRev: manifest.headRev,
    total: rows.reduce((sum, [, count]) => sum + count, 0),
    refused: 0,
  };
}

/** The line of a file that is no bundle for us. */
export function unopened({ fileName }: Pick<BundleFile, 'fileName'>, refusal: Refusal): BundleReport {
  return {
    ...NOTHING,
    ...UNKNOWN,
    fileName,
    outcome: 'refused',
    problem: refusal.code,
    total: 0,
    refused: 0,
  };
}

const UNKNOWN = {
  office: null,
  sender: null,
  name: null,
  kind: null,
  sequence: null,
  full: null,
  asOf: null,
  from: null,
  waitsFor: null,
  baseRev: null,
  headRev: null,
};
