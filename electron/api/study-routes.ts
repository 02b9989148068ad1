import { implement } from '@orpc/server';
import { contract } from '../../shared/contract/index.ts';
import { attendance, makeups, mark } from '../registers/study/study-attendance.ts';
import { differences, takeUpDifferences } from '../registers/study/study-differences.ts';
import { moveMakeup, moveMakeups } from '../registers/study/study-makeups.ts';
import { matrix } from '../registers/study/study-matrix.ts';
import { moveSession } from '../registers/study/study-moves.ts';
import { participation } from '../registers/study/study-participation.ts';
import {
  createSession,
  session,
  sessionCounts,
  sessions,
  updateSession,
} from '../registers/study/study-register.ts';
import { createSeries } from '../registers/study/study-series.ts';
import { officeOfRow } from '../store/rows.ts';
import { attendanceImportRoutes } from './attendance-import-routes.ts';
import { officeAsked } from './office-asked.ts';
import { type ApiContext, actorOf, askingOf, checkAccount, mapErrors, openLedgerOf } from './procedures.ts';

const routes = implement(contract.study).$context<ApiContext>().use(mapErrors).use(checkAccount);

export const studyRoutes = {
  ...attendanceImportRoutes,
  sessions: routes.sessions.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.read((db) =>
      sessions(db, askingOf(context.host, officeAsked(db, ledger.office, input.office)), input),
    );
  }),
  sessionCounts: routes.sessionCounts.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.read((db) =>
      sessionCounts(db, askingOf(context.host, officeAsked(db, ledger.office, input.office)), input),
    );
  }),
  makeups: routes.makeups.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.read((db) =>
      makeups(db, askingOf(context.host, officeAsked(db, ledger.office, input.office)), input),
    );
  }),
  session: routes.session.handler(({ input, context }) =>
    openLedgerOf(context.host).read((db) =>
      session(db, askingOf(context.host, officeOfRow(db, 'study_session', input.id)), input.id),
    ),
  ),
  createSession: routes.createSession.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.write(ledger.account.pk, 'study.createSession', (write) => createSession(write, input));
  }),
  createSeries: routes.createSeries.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.write(ledger.account.pk, 'study.createSeries', (write) => createSeries(write, input));
  }),
  updateSession: routes.updateSession.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.write(ledger.account.pk, 'study.updateSession', (write) => updateSession(write, input));
  }),
  moveSession: routes.moveSession.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.write(ledger.account.pk, 'study.moveSession', (write) =>
      moveSession(write, actorOf(ledger), input),
    );
  }),

  attendance: routes.attendance.handler(({ input, context }) =>
    openLedgerOf(context.host).read((db) =>
      attendance(db, officeOfRow(db, 'study_session', input.session), input),
    ),
  ),
  mark: routes.mark.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.write(ledger.account.pk, 'study.mark', (write) => mark(write, actorOf(ledger), input));
  }),
  moveMakeup: routes.moveMakeup.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.write(ledger.account.pk, 'study.moveMakeup', (write) =>
      moveMakeup(write, actorOf(ledger), input),
    );
  }),
  moveMakeups: routes.moveMakeups.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.write(ledger.account.pk, 'study.moveMakeups', (write) =>
      moveMakeups(write, actorOf(ledger), input),
    );
  }),

  differences: routes.differences.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.read((db) => differences(db, ledger.office, input));
  }),
  takeUpDifferences: routes.takeUpDifferences.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.write(ledger.account.pk, 'study.takeUpDifferences', (write) =>
      takeUpDifferences(write, input),
    );
  }),

  matrix: routes.matrix.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.read((db) => matrix(db, officeAsked(db, ledger.office, input.office), input));
  }),
  figures: routes.figures.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.read((db) => participation(db, officeAsked(db, ledger.office, input.office), input));
  }),
};
