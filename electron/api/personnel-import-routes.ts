import { createHash } from 'node:crypto';
import { implement } from '@orpc/server';
import type { Given } from '../../shared/contract/base.ts';
import { contract } from '../../shared/contract/index.ts';
import { ensure } from '../../shared/vocabulary/refusal.ts';
import { applyRoster, existingPersonnel } from '../registers/personnel/roster-application.ts';
import { planDecided } from '../registers/personnel/roster-decisions.ts';
import { rosterReport } from '../registers/personnel/roster-report.ts';
import { forgetLayout, rememberedLayouts, rememberLayout } from '../registers/personnel/sheet-layout.ts';
import { type RosterSheet, readRosterSheet } from '../sheets/read-roster.ts';
import type { Advance } from '../store/advance.ts';
import type { Readable, Write } from '../store/handles.ts';
import type { OpenLedger } from '../store/ledger-store.ts';
import type { Host } from './host.ts';
import { type ApiContext, checkAccount, mapErrors, openLedgerOf } from './procedures.ts';
import { rosterDays } from './roster-days.ts';
import { working } from './work.ts';

const routes = implement(contract.personnel).$context<ApiContext>().use(mapErrors).use(checkAccount);

type Input = Given<typeof contract.personnel.importRoster>;

export const personnelImportRoutes = {
  importRoster: routes.importRoster.handler(({ input, context: { host }, signal }) =>
    working(host, 'importRoster', signal, async (advance) => {
      const bytes = Buffer.from(input.content, 'base64');
      const digest = createHash('sha256').update(bytes).digest('hex');
      ensure(input.fileDigest === undefined || input.fileDigest === digest, 'file_changed');
      const sheet = await sheetOf(host, { bytes, digest, input }, advance, signal);
      ensure(!(input.apply && sheet.needsMapping), 'sheet_no_header');
      const { length } = sheet.roster.rows;
      await advance('plan', 0, length);
      const ledger = openLedgerOf(host);
      const days = rosterDays(host, input.from);
      if (!input.apply) return ledger.read((db) => ({ ...reported(planned(db), digest), applied: false }));
      await advance('write', 0, length, false);
      return ledger.write(ledger.account.pk, 'personnel.importRoster', (write) => {
        const done = planned(write);
        applyRoster(write, done.plan, days);
        keepLayout(write, input, sheet);
        kept.delete(ledger);
        return { ...reported(done, digest), applied: true };
      });

      function planned(db: Readable) {
        const existing = existingPersonnel(db, ledger.office, days.changes);
        return { sheet, existing, plan: planDecided(sheet.roster, existing, input) };
      }
    }),
  ),
};

interface GivenFile {
  readonly bytes: Uint8Array;
  readonly digest: string;
  readonly input: Input;
}

/** The sheet read last by each open ledger: a decision about one row reads no file again. Gone when it is locked. */
const kept = new WeakMap<OpenLedger, { readonly key: string; readonly sheet: RosterSheet }>();

async function sheetOf(
  host: Host,
  file: GivenFile,
  advance: Advance,
  signal: AbortSignal | undefined,
): Promise<RosterSheet> {
  await advance('parse', 0, 0);
  const { sheet, headerLine, mapping, ignoreRemembered } = file.input;
  const key = JSON.stringify([file.digest, sheet, headerLine, mapping, ignoreRemembered]);
  const ledger = openLedgerOf(host);
  const known = kept.get(ledger);
  if (known?.key === key) return known.sheet;
  const read = await readSheetOf(host, file, advance, signal);
  kept.set(ledger, { key, sheet: read });
  return read;
}

/** The rows are told as they come; giving the call up ends the parser. */
async function readSheetOf(
  host: Host,
  { bytes, input }: GivenFile,
  advance: Advance,
  signal: AbortSignal | undefined,
): Promise<RosterSheet> {
  const usesRemembered = input.mapping === undefined && !input.ignoreRemembered;
  return await readRosterSheet(bytes, {
    startParser: host.startParser,
    ...(signal && { signal }),
    onRows: (rows) => void advance('parse', rows, 0).catch(() => {}),
    sheet: input.sheet,
    headerLine: input.headerLine,
    mapping: input.mapping,
    remembered: usesRemembered ? openLedgerOf(host).read(rememberedLayouts) : undefined,
  });
}

function keepLayout(write: Write, { mapping, ignoreRemembered }: Input, { titles }: RosterSheet): void {
  if (titles === null) return;
  if (mapping) rememberLayout(write, titles, mapping);
  else if (ignoreRemembered) forgetLayout(write, titles);
}

interface Planned {
  readonly sheet: RosterSheet;
  readonly existing: Parameters<typeof rosterReport>[1];
  readonly plan: Parameters<typeof rosterReport>[0];
}

function reported({ sheet, existing, plan }: Planned, digest: string) {
  return {
    digest,
    sheets: sheet.sheets.map((name) => ({ name })),
    sheet: sheet.sheet,
    header: {
      line: sheet.headerLine,
      columns: sheet.columns.map((column) => ({ ...column, samples: [...column.samples] })),
    },
    needsMapping: sheet.needsMapping,
    remembered: sheet.remembered,
    ...rosterReport(plan, existing),
  };
}
