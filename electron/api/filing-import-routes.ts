import { implement } from '@orpc/server';
import { contract } from '../../shared/contract/index.ts';
import { importFilings } from '../registers/self-inspection/filing-import.ts';
import { readFilingSheet } from '../sheets/filing-sheet.ts';
import { type ApiContext, actorOf, checkAccount, mapErrors, openLedgerOf } from './procedures.ts';
import { working } from './work.ts';

const routes = implement(contract.selfInspection).$context<ApiContext>().use(mapErrors).use(checkAccount);

export const filingImportRoutes = {
  importFilings: routes.importFilings.handler(({ input, context, signal }) =>
    working(context.host, 'importFilings', signal, async (advance) => {
      await advance('parse', 0, 0);
      const { startParser } = context.host;
      const sheet = await readFilingSheet(Buffer.from(input.content, 'base64'), {
        startParser,
        sheet: input.sheet,
        ...(signal && { signal }),
      });
      await advance('plan', 0, 0);
      const ledger = openLedgerOf(context.host);
      const actor = actorOf(ledger);
      const report = ledger.rehearse(actor.account, (write) => importFilings(write, actor, input, sheet));
      if (!input.apply) return report;
      // no step to undo for a list that says nothing new
      if (report.added === 0) return { ...report, applied: true };
      const done = ledger.write(actor.account, 'selfInspection.importFilings', (write) =>
        importFilings(write, actor, input, sheet),
      );
      return { ...done, applied: true };
    }),
  ),
};
