import { implement } from '@orpc/server';
import { contract } from '../../shared/contract/index.ts';
import { PACK_OUTCOMES } from '../../shared/vocabulary/pack-words.ts';
import { ensure, Refusal } from '../../shared/vocabulary/refusal.ts';
import { packFile } from '../forms/pack-file.ts';
import type { PackHead } from '../registers/packs/pack-head.ts';
import { Moment, type TakeOptions } from '../registers/packs/pack-kind.ts';
import {
  exportRoster,
  type IssuedPack,
  issuedPacks,
  issuePacks,
  withdrawPacks,
} from '../registers/packs/packs-register.ts';
import { missingPacks, packHead, takePack, understand } from '../registers/packs/take-packs.ts';
import type { Advance } from '../store/advance.ts';
import type { Write } from '../store/handles.ts';
import type { Host } from './host.ts';
import {
  cameBack,
  type PackReport,
  type ReadFile,
  readFiles,
  reportOf,
  type TakeAsked,
  takeOptions,
  understoodReport,
} from './packs-desk.ts';
import { type ApiContext, checkAccount, mapErrors, openLedgerOf } from './procedures.ts';
import { working } from './work.ts';

const routes = implement(contract.packs).$context<ApiContext>().use(mapErrors).use(checkAccount);

export const packsRoutes = {
  issue: routes.issue.handler(({ input, context: { host }, signal }) =>
    working(host, 'issuePacks', signal, async (advance) => {
      await advance('collect', 0, 0);
      const { issued, rev } = writing(host, 'packs.issue', (write) => ({
        issued: issuePacks(write, input),
        rev: write.rev,
      }));
      return { files: await filesOf(host, issued, advance), rev };
    }),
  ),
  exportRoster: routes.exportRoster.handler(({ input, context: { host }, signal }) =>
    working(host, 'issuePacks', signal, async (advance) => {
      await advance('collect', 0, 0);
      const { issued, rev } = writing(host, 'packs.exportRoster', (write) => ({
        issued: exportRoster(write, input),
        rev: write.rev,
      }));
      const [file] = await filesOf(host, issued, advance);
      ensure(file, 'internal');
      return { file, rev };
    }),
  ),
  issued: routes.issued.handler(({ input, context: { host } }) => {
    const ledger = openLedgerOf(host);
    return ledger.read((db) => issuedPacks(db, ledger.office, input));
  }),
  withdraw: routes.withdraw.handler(({ input, context: { host } }) =>
    writing(host, 'packs.withdraw', (write) => withdrawPacks(write, input)),
  ),
  take: routes.take.handler(({ input, context: { host }, signal }) =>
    working(host, 'takePacks', signal, async (advance) => {
      const files = await readFiles(host, input, advance, signal);
      const table = rehearsed(host, files, takeOptions(host, input));
      ensure(
        input.apply.every(({ pack }) => table.some(({ report }) => report.pack === pack)),
        'not_found',
        { register: 'unit_pack' },
      );
      await applyAll(host, table, input, advance);
      return withSums(host, table);
    }),
  ),
};

interface Entry {
  readonly file: ReadFile;
  report: PackReport;
}

function writing<T>(host: Host, action: string, change: (write: Write) => T): T {
  const ledger = openLedgerOf(host);
  return ledger.write(ledger.account.pk, action, change);
}

/** What was kept is handed over whole: from here on it cannot be given up any more. */
async function filesOf(host: Host, issued: readonly IssuedPack[], advance: Advance) {
  const { name, demo } = openLedgerOf(host).ownOffice;
  const files = [];
  for (const [at, pack] of issued.entries()) {
    await advance('sheets', at, issued.length, false);
    const { fileName, content } = await packFile(pack, { name, demo });
    const file = { fileName, content: Buffer.from(content).toString('base64'), rows: pack.rows.length };
    files.push({ ...pack.head, ...file });
  }
  return files;
}

/** Each file against the register as it stands; of one pack only one file can be meant. */
function rehearsed(host: Host, files: readonly ReadFile[], options: TakeOptions): Entry[] {
  const moment = new Moment();
  const packs = Map.groupBy(files, ({ sheet }) => sheet?.marker?.pack);
  return files.map((file) => {
    const id = file.sheet?.marker?.pack;
    const same = id === undefined ? [file] : (packs.get(id) ?? []);
    const first = same.find(({ digest }) => digest === file.digest);
    const isTwice = new Set(same.map(({ digest }) => digest)).size > 1;
    const report = rehearsedFile(host, file, options, moment);
    if (report.outcome !== 'returned') return { file, report };
    const { fileName } = file;
    if (isTwice)
      return { file, report: reportOf(fileName, 'refused', { head: headOf(report), code: 'pack_twice' }) };
    if (first === file) return { file, report };
    return { file, report: reportOf(fileName, 'stale', { head: headOf(report), why: 'sameFile' }) };
  });
}

function rehearsedFile(host: Host, file: ReadFile, options: TakeOptions, moment: Moment): PackReport {
  const { fileName, code } = file;
  if (code) return reportOf(fileName, 'refused', { code });
  const came = cameBack(file);
  if (!came) return reportOf(fileName, 'foreign', { why: 'noPack' });
  const ledger = openLedgerOf(host);
  try {
    return understoodReport(
      fileName,
      ledger.rehearse(ledger.account.pk, (write) => understand(write, came, options, moment)),
    );
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const head = ledger.read((db) => packHead(db, ledger.office, came.marker.pack));
    return reportOf(fileName, 'refused', { head, code: error.code });
  }
}

function headOf(report: PackReport): PackHead | null {
  const { pack, kind, unit, unitName, below, occasion, occasionTitle, issuedOn } = report;
  if (pack === null || kind === null || issuedOn === null) return null;
  return { pack, kind, unit, unitName, below, occasion, occasionTitle, issuedOn };
}

/** One after the other; each stands or falls alone. */
async function applyAll(
  host: Host,
  table: readonly Entry[],
  { apply, ...asked }: TakeAsked,
  advance: Advance,
) {
  for (const [at, { pack, seen }] of apply.entries()) {
    const entry = table.find(({ report }) => report.pack === pack && report.outcome === 'returned');
    if (!entry) continue;
    await advance('write', at, apply.length, false);
    entry.report = applied(host, entry, takeOptions(host, { apply, ...asked }), seen);
  }
}

function applied(
  host: Host,
  { file, report }: Entry,
  options: TakeOptions,
  seen: string | undefined,
): PackReport {
  const came = cameBack(file);
  if (!came) return report;
  try {
    return writing(host, 'packs.take', (write) => {
      const taken = understoodReport(file.fileName, takePack(write, came, options, seen));
      const isApplied = taken.outcome === 'returned';
      return { ...taken, applied: isApplied, rev: isApplied ? write.rev : null };
    });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { ...report, code: error.code };
  }
}

function withSums(host: Host, table: readonly Entry[]) {
  const reports = table.map(({ report }) => report);
  const ledger = openLedgerOf(host);
  const came = reports.flatMap((report) => headOf(report) ?? []);
  const missing = ledger.read((db) => missingPacks(db, ledger.office, came));
  const packs = [...reports, ...missing.map((head) => reportOf(null, 'missing', { head }))];
  const outcomes = Object.fromEntries(
    PACK_OUTCOMES.map((outcome) => [outcome, packs.filter((one) => one.outcome === outcome).length]),
  ) as Record<(typeof PACK_OUTCOMES)[number], number>;
  return { outcomes, packs };
}
