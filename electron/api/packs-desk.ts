import { createHash } from 'node:crypto';
import type { Given } from '../../shared/contract/base.ts';
import type { packs } from '../../shared/contract/packs.ts';
import { type CalendarDate, calendarDate } from '../../shared/vocabulary/dates.ts';
import type { ErrorCode } from '../../shared/vocabulary/error-codes.ts';
import { Refusal } from '../../shared/vocabulary/refusal.ts';
import { currentCampaign } from '../registers/campaign/campaign-register.ts';
import type { PackHead } from '../registers/packs/pack-head.ts';
import {
  type CameBack,
  countOutcomes,
  type PackPlan,
  type TakeOptions,
  type Understood,
} from '../registers/packs/take-packs.ts';
import type { RosterDays } from '../registers/personnel/roster-application.ts';
import { BUILT_IN_MARKS, markKey } from '../sheets/attendance-words.ts';
import { type PackSheet, readPackSheet, rosterLines, signInLines } from '../sheets/pack-sheet.ts';
import type { Advance } from '../store/advance.ts';
import type { OpenLedger } from '../store/ledger-store.ts';
import type { Host } from './host.ts';
import { actorOf, openLedgerOf } from './procedures.ts';

export type TakeAsked = Given<typeof packs.take>;

/** A file as it was read: a sheet, or why there is none. */
export interface ReadFile {
  readonly fileName: string;
  readonly digest: string;
  readonly sheet: PackSheet | null;
  readonly code: ErrorCode | null;
}

type Reading = Pick<ReadFile, 'sheet' | 'code'>;

/** The files read last by each open ledger: a decision about one row reads no folder again. Gone when it is locked. */
const kept = new WeakMap<OpenLedger, ReadonlyMap<string, Reading>>();

/** Every file once; one that cannot be read hinders no other. */
export async function readFiles(
  host: Host,
  files: TakeAsked['files'],
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
  kept.set(openLedgerOf(host), new Map(read.map(({ digest, sheet, code }) => [digest, { sheet, code }])));
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
  return {
    marker: sheet.marker,
    fileDigest: digest,
    rosterLines: () => rosterLines(sheet),
    signInLines: () => signInLines(sheet),
  };
}

export function takeOptions(host: Host, asked: TakeAsked): TakeOptions {
  const given = Object.entries(asked.map).map(([text, mark]) => [markKey(text), mark] as const);
  const ledger = openLedgerOf(host);
  return {
    decisions: asked.decisions,
    meanings: new Map([...BUILT_IN_MARKS, ...given]),
    secondment: asked.secondment,
    days: daysOf(host, ledger, asked.from),
    actor: actorOf(ledger),
  };
}

/** As of any roster: people whom it adds belong from the campaign's first day on, changes hold from today. */
function daysOf(host: Host, ledger: OpenLedger, from: CalendarDate | undefined): RosterDays {
  if (from) return { additions: from, changes: from };
  const today = host.ports.clock.today();
  const [phase] = ledger.read((db) => currentCampaign(db, ledger.office)).content.phases;
  const first = calendarDate(phase?.beginsOn ?? today);
  return { additions: first, changes: today < first ? first : today };
}

export type PackReport = ReturnType<typeof reportOf>;

const NO_HEAD = {
  ...{ pack: null, kind: null, unit: null, unitName: null, below: false },
  ...{ session: null, sessionTitle: null, issuedOn: null },
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

function shownRow({ candidates, cells, ...row }: PackPlan['rows'][number]) {
  return { ...row, cells: [...cells], ...(candidates && { candidates: [...candidates] }) };
}

function isChanged({ outcome }: PackPlan['rows'][number]['cells'][number]): boolean {
  return outcome === 'changed';
}
