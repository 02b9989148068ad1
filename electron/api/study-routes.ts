import { attendance, mark } from '../registers/study/study-attendance.ts';
import { moveMakeup } from '../registers/study/study-makeups.ts';
import { moveSession } from '../registers/study/study-moves.ts';
import { createSession, session, sessions, updateSession } from '../registers/study/study-register.ts';
import { officeOfRow } from '../store/rows.ts';
import { officeAsked } from './office-asked.ts';
import { actorOf, api, openLedgerOf } from './procedures.ts';

export const studyRoutes = {
  sessions: api.study.sessions.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.read((db) => sessions(db, officeAsked(db, ledger.office, input.office), input));
  }),
  session: api.study.session.handler(({ input, context }) =>
    openLedgerOf(context.host).read((db) =>
      session(db, officeOfRow(db, 'study_session', input.id), input.id),
    ),
  ),
  createSession: api.study.createSession.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.write(ledger.account.pk, 'study.createSession', (write) => createSession(write, input));
  }),
  updateSession: api.study.updateSession.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.write(ledger.account.pk, 'study.updateSession', (write) => updateSession(write, input));
  }),
  moveSession: api.study.moveSession.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.write(ledger.account.pk, 'study.moveSession', (write) =>
      moveSession(write, actorOf(ledger), input),
    );
  }),

  attendance: api.study.attendance.handler(({ input, context }) =>
    openLedgerOf(context.host).read((db) =>
      attendance(db, officeOfRow(db, 'study_session', input.session), input),
    ),
  ),
  mark: api.study.mark.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.write(ledger.account.pk, 'study.mark', (write) => mark(write, actorOf(ledger), input));
  }),
  moveMakeup: api.study.moveMakeup.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.write(ledger.account.pk, 'study.moveMakeup', (write) =>
      moveMakeup(write, actorOf(ledger), input),
    );
  }),
};
