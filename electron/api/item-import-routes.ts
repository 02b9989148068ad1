import { implement } from '@orpc/server';
import { contract } from '../../shared/contract/index.ts';
import { ensure } from '../../shared/vocabulary/refusal.ts';
import { applyItems, rehearseItems } from '../registers/rectification/item-import.ts';
import { readItemSheet } from '../sheets/item-sheet.ts';
import { type ApiContext, checkAccount, mapErrors, openLedgerOf } from './procedures.ts';
import { working } from './work.ts';

const routes = implement(contract.rectification).$context<ApiContext>().use(mapErrors).use(checkAccount);

export const itemImportRoutes = {
  importItems: routes.importItems.handler(({ input, context, signal }) =>
    working(context.host, 'importItems', signal, async (advance) => {
      await advance('parse', 0, 0);
      const { startParser } = context.host;
      const { headerLine, mapping } = input;
      const sheet = await readItemSheet(Buffer.from(input.content, 'base64'), {
        startParser,
        sheet: input.sheet,
        headerLine,
        mapping,
        ...(signal && { signal }),
      });
      ensure(!(input.apply && sheet.needsMapping), 'sheet_no_header');
      await advance('plan', 0, sheet.rows.length);
      const ledger = openLedgerOf(context.host);
      const today = context.host.ports.clock.today();
      const { report } = ledger.read((db) => rehearseItems(db, ledger.office, today, sheet, input));
      if (!input.apply) return report;
      // no step to undo for a list that says nothing new
      if (report.added + report.changed === 0) return { ...report, applied: true };
      return ledger.write(ledger.account.pk, 'rectification.importItems', (write) =>
        applyItems(write, sheet, input),
      );
    }),
  ),
};
