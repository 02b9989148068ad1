import { createHash } from 'node:crypto';
import type { Given } from '../../shared/contract/base.ts';
import type { packs } from '../../shared/contract/packs.ts';
import type { ErrorCode } from '../../shared/vocabulary/error-codes.ts';
import { Refusal } from '../../shared/vocabulary/refusal.ts';
import type { PackHead } from '../registers/packs/pack-head.ts';
import type { CameBack, TakeOptions } from '../registers/packs/pack-kind.ts';
import { countOutcomes, type PackPlan, type Understood } from '../registers/packs/take-packs.ts';
import { BUILT_IN_MARKS, markKey } from '../sheets/attendance-words.ts';
import { type PackSheet, packLines, readPackSheet } from '../sheets/pack-sheet.ts';
import type { Advance } from '../store/advance.ts';
import type { OpenLedger } from '../store/ledger-store.ts';
import type { Host } from './host.ts';
import { actorOf, openLedgerOf } from './procedures.ts';
import { rosterDays } from './roster-days.ts';

export type TakeAsked = Given<typeof packs.take>;

/** A file as it was read: a sheet, or why there is none. */
export interface ReadFile {
  readonly fileName: string;
  readonly digest: string;
  readonly sheet: PackSheet | null;
  readonly code: ErrorCode | null;
}

type Reading = Pick<ReadFile, 'sheet' | 'code'>;

/**
 * The folder rehearsed last by each open ledger: neither a decision about one row nor writing one pack of it reads
 * it again. Gone when it is locked.
 */
const kept = new WeakMap<OpenLedger, ReadonlyMap<string, Reading>>();

/** Every file once; one that cannot be read hinders no other. */
export async function readFiles(
  host: Host,
  { files, apply }: Pick<TakeAsked, 'files' | 'apply'>,
  advance: Advance,
  signal: AbortSignal | undefined,
): Promise<ReadFile[]> {
  const known = kept.get(openLedgerOf(host)) ?? new Map<string, Reading>();
  const read: ReadFile[] = [];
  for (const [at, { fileName, content }] of files.entries()) {
    await advance('parse', at, files.length);
    const bytes = Buffer.from(content, 'base64');
    const digest = createHash('sha256').update(bytes).digest('hex');
    const before = known.get(digest) ?? read.find((one) => one.digest === digest);
    read.push({ fileName, digest, ...(before ?? (await readFile(host, bytes, signal))) });
  }
  await advance('plan', 0, files.length);
  const others = apply.length > 0 ? known : [];
  const now = read.map(({ digest, sheet, code }) => [digest, { sheet, code }] as const);
  kept.set(openLedgerOf(host), new Map([...others, ...now]));
  return read;
}

async function readFile(host: Host, bytes: Uint8Array, signal: AbortSignal | undefined): Promise<Reading> {
  try {
    const { startParser } = host;
    return { sheet: await readPackSheet(bytes, { startParser, ...(signal && { signal }) }), code: null };
  } catch (error) {
    if (!(error instanceof Refusal) || !OF_THE_FILE.test(error.code)) throw error;
    return { sheet: null, code: error.code };
  }
}

/** What a file itself is to blame for. */
const OF_THE_FILE = /^sheet_(?!cancelled)/;

/** Null where the file bears no pack's id. */
export function cameBack({ sheet, digest }: ReadFile): CameBack | null {
  if (!sheet?.marker) return null;
  return { marker: sheet.marker, fileDigest: digest, lines: packLines(sheet) };
}

export function takeOptions(host: Host, asked: TakeAsked): TakeOptions {
  const given = Object.entries(asked.map).map(([text, mark]) => [markKey(text), mark] as const);
  const ledger = openLedgerOf(host);
  return {
    decisions: asked.decisions,
    meanings: new Map([...BUILT_IN_MARKS, ...given]),
    secondment: asked.secondment,
    days: rosterDays(host, asked.from),
    actor: actorOf(ledger),
  };
}

export type PackReport = ReturnType<typeof reportOf>;

const NO_HEAD = {
  ...{ pack: null, kind: null, unit: null, unitName: null, below: false },
  ...{ occasion: null, occasionTitle: null, issuedOn: null },
};

const NO_PLAN = { rows: [], unmapped: [], unusedDecisions: [], seen: '' };

/** What a file is, as the table tells it. */
export function understoodReport(fileName: string, understood: Understood): PackReport {
  const { head } = understood;
  if ('plan' in understood) return reportOf(fileName, 'returned', { head, plan: understood.plan });
  const isForeign = understood.fault === 'altered' || understood.fault === 'otherOffice';
  return reportOf(fileName, isForeign ? 'foreign' : 'stale', { head, why: understood.fault });
}

interface Told {
  readonly head?: PackHead | null;
  readonly plan?: PackPlan;
  readonly why?: Extract<Understood, { fault: unknown }>['fault'];
  readonly code?: ErrorCode | null;
}

export function reportOf(
  fileName: string | null,
  outcome: 'returned' | 'missing' | 'foreign' | 'stale' | 'refused',
  { head, plan, why, code }: Told,
) {
  const { rows, unmapped, unusedDecisions, seen } = plan ?? NO_PLAN;
  const goingIn = rows.filter((row) => row.outcome === 'added' || row.outcome === 'changed');
  return {
    ...(head ?? NO_HEAD),
    ...{ fileName, outcome, why: why ?? null, code: code ?? null, ...countOutcomes(rows) },
    cells: goingIn.reduce((sum, row) => sum + row.cells.filter(isChanged).length, 0),
    rows: rows.filter((row) => row.outcome !== 'unchanged' || row.cells.length > 0).map(shownRow),
    unmapped: [...unmapped],
    unusedDecisions: [...unusedDecisions],
    seen,
    applied: false,
    rev: null as number | null,
  };
}

function shownRow({ candidates, cells, refusal, ...row }: PackPlan['rows'][number]) {
  const { code = null, fields = null } = refusal ?? {};
  return { ...row, code, fields, cells: [...cells], ...(candidates && { candidates: [...candidates] }) };
}

function isChanged({ outcome }: PackPlan['rows'][number]['cells'][number]): boolean {
  return outcome === 'changed';
}
