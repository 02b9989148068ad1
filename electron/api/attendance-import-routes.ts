import { implement } from '@orpc/server';
import { contract } from '../../shared/contract/index.ts';
import { applySignIn, rehearseSignIn, sessionForImport } from '../registers/study/attendance-import.ts';
import { readSignInSheet } from '../sheets/attendance-sheet.ts';
import { BUILT_IN_MARKS, markKey } from '../sheets/attendance-words.ts';
import { type ApiContext, actorOf, checkAccount, mapErrors, openLedgerOf } from './procedures.ts';
import { working } from './work.ts';

const routes = implement(contract.study).$context<ApiContext>().use(mapErrors).use(checkAccount);

export const attendanceImportRoutes = {
  importAttendance: routes.importAttendance.handler(({ input, context, signal }) =>
    working(context.host, 'importAttendance', signal, async (advance) => {
      const before = openLedgerOf(context.host);
      before.read((db) => sessionForImport(db, before.office, actorOf(before), input));
      await advance('parse', 0, 0);
      const { startParser } = context.host;
      const sheet = await readSignInSheet(Buffer.from(input.content, 'base64'), {
        startParser,
        sheet: input.sheet,
        ...(signal && { signal }),
      });
      await advance('plan', 0, 0);
      const given = Object.entries(input.map).map(([text, mark]) => [markKey(text), mark] as const);
      const signIn = { sheet, meanings: new Map([...BUILT_IN_MARKS, ...given]) };
      const ledger = openLedgerOf(context.host);
      const actor = actorOf(ledger);
      const report = ledger.read((db) => rehearseSignIn(db, ledger.office, actor, input, signIn));
      if (!input.apply) return report;
      // no step to undo, and nobody's page made stale, for a sheet that says nothing new
      if (report.added + report.changed === 0) return { ...report, applied: true };
      return ledger.write(ledger.account.pk, 'study.importAttendance', (write) =>
        applySignIn(write, actor, input, signIn),
      );
    }),
  ),
};
