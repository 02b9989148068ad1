import { implement } from '@orpc/server';
import { contract } from '../../shared/contract/index.ts';
import type { CalendarDate } from '../../shared/vocabulary/dates.ts';
import { ensure } from '../../shared/vocabulary/refusal.ts';
import { counterFile } from '../forms/counter-file.ts';
import { applyCounters, rehearseCounters } from '../registers/supporting/counter-import.ts';
import { exportedCounters } from '../registers/supporting/counters.ts';
import { applyInstitutions, rehearseInstitutions } from '../registers/supporting/institution-import.ts';
import { readCounterSheet } from '../sheets/counter-sheet.ts';
import { readInstitutionSheet } from '../sheets/institution-sheet.ts';
import type { SheetReading } from '../sheets/read-sheet.ts';
import type { Readable, Write } from '../store/handles.ts';
import { formDesk, printingOf } from './form-printing.ts';
import type { Host } from './host.ts';
import { officeAsked } from './office-asked.ts';
import { type ApiContext, checkAccount, mapErrors, openLedgerOf } from './procedures.ts';
import { working } from './work.ts';

const routes = implement(contract.supporting).$context<ApiContext>().use(mapErrors).use(checkAccount);

export const supportingImportRoutes = {
  exportCounters: routes.exportCounters.handler(async ({ input, context: { host } }) => {
    const ledger = openLedgerOf(host);
    const { fileName, content } = await counterFile(
      ledger.read((db) => {
        const asked = officeAsked(db, ledger.office, input.office);
        const { office, demo } = printingOf(formDesk(host, db), asked, undefined);
        return { office, demo, month: input.month, rows: exportedCounters(db, asked, input.month) };
      }),
    );
    return { fileName, content: Buffer.from(content).toString('base64') };
  }),
  importCounters: routes.importCounters.handler(({ input, context: { host }, signal }) =>
    importing(host, signal, 'importCounters', input, {
      read: (bytes, reading) => readCounterSheet(bytes, { ...reading, mapping: input.mapping }),
      rehearse: (db, office, today, sheet) => rehearseCounters(db, office, today, sheet, input).report,
      apply: (write, sheet) => applyCounters(write, sheet, input),
    }),
  ),
  importInstitutions: routes.importInstitutions.handler(({ input, context: { host }, signal }) =>
    importing(host, signal, 'importInstitutions', input, {
      read: (bytes, reading) => readInstitutionSheet(bytes, { ...reading, mapping: input.mapping }),
      rehearse: (db, office, today, sheet) => rehearseInstitutions(db, office, today, sheet, input).report,
      apply: (write, sheet) => applyInstitutions(write, sheet, input),
    }),
  ),
};

interface Asked {
  readonly content: string;
  readonly sheet?: string | undefined;
  readonly headerLine?: number | undefined;
  readonly apply: boolean;
}

interface Importer<Sheet, Report> {
  readonly read: (bytes: Uint8Array, reading: SheetReading & Pick<Asked, 'headerLine'>) => Promise<Sheet>;
  readonly rehearse: (db: Readable, office: number, today: CalendarDate, sheet: Sheet) => Report;
  readonly apply: (write: Write, sheet: Sheet) => Report;
}

/** Reads a sheet and says what it would do, or does it as one step. @throws Refusal every code of the noun sheet */
function importing<
  Sheet extends { readonly needsMapping: boolean; readonly rows: readonly unknown[] },
  Report extends { readonly added: number; readonly changed: number; readonly applied: boolean },
>(
  host: Host,
  signal: AbortSignal | undefined,
  kind: 'importCounters' | 'importInstitutions',
  { content, sheet: name, headerLine, apply }: Asked,
  importer: Importer<Sheet, Report>,
): Promise<Report> {
  return working(host, kind, signal, async (advance) => {
    await advance('parse', 0, 0);
    const sheet = await importer.read(Buffer.from(content, 'base64'), {
      ...{ startParser: host.startParser, sheet: name, headerLine },
      ...(signal && { signal }),
    });
    ensure(!(apply && sheet.needsMapping), 'sheet_no_header');
    await advance('plan', 0, sheet.rows.length);
    const ledger = openLedgerOf(host);
    const today = host.ports.clock.today();
    const report = ledger.read((db) => importer.rehearse(db, ledger.office, today, sheet));
    if (!apply) return report;
    // no step to undo for a sheet that says nothing new
    if (report.added + report.changed === 0) return { ...report, applied: true };
    return ledger.write(ledger.account.pk, `supporting.${kind}`, (write) => importer.apply(write, sheet));
  });
}
