import { implement } from '@orpc/server';
import { contract } from '../../shared/contract/index.ts';
import {
  closePeriods,
  closingSpan,
  listedPeriods,
  reopenPeriod,
} from '../registers/periods/periods-register.ts';
import { setReportingRhythm } from '../registers/periods/reporting-rhythm.ts';
import { unfinishedFilings } from '../registers/self-inspection/unfinished-filings.ts';
import { unfinishedSessions } from '../registers/study/unfinished-sessions.ts';
import { officeAsked } from './office-asked.ts';
import { type ApiContext, checkAccount, mapErrors, openLedgerOf } from './procedures.ts';

const routes = implement(contract.periods).$context<ApiContext>().use(mapErrors).use(checkAccount);

export const periodsRoutes = {
  list: routes.list.handler(({ input, context: { host } }) => {
    const ledger = openLedgerOf(host);
    const today = host.ports.clock.today();
    return ledger.read((db) => listedPeriods(db, officeAsked(db, ledger.office, input.office), today, input));
  }),
  closing: routes.closing.handler(({ input, context: { host } }) => {
    const { office, read } = openLedgerOf(host);
    return read((db) => {
      const span = closingSpan(db, office, host.ports.clock.today(), input.until);
      return {
        ...span,
        sessions: unfinishedSessions(db, office, span.from, span.until),
        filings: unfinishedFilings(db, office, span.from, span.until),
      };
    });
  }),
  close: routes.close.handler(({ input, context: { host } }) => {
    const ledger = openLedgerOf(host);
    return ledger.write(ledger.account.pk, 'periods.close', (write) => closePeriods(write, input));
  }),
  reopen: routes.reopen.handler(({ input, context: { host } }) => {
    const ledger = openLedgerOf(host);
    return ledger.write(ledger.account.pk, 'periods.reopen', (write) => reopenPeriod(write, input));
  }),
  setRhythm: routes.setRhythm.handler(({ input, context: { host } }) => {
    const ledger = openLedgerOf(host);
    return ledger.write(ledger.account.pk, 'periods.setRhythm', (write) => {
      write.undo.leaveNoStep();
      return setReportingRhythm(write, input);
    });
  }),
};
