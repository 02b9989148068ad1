import { implement } from '@orpc/server';
import { contract } from '../../shared/contract/index.ts';
import { cellChanges, counters, counterYear, setCounters } from '../registers/supporting/counters.ts';
import {
  addInstitution,
  institutions,
  removeInstitution,
  updateInstitution,
} from '../registers/supporting/institutions.ts';
import { addTalk, removeTalk, talks, untalked, updateTalk } from '../registers/supporting/talks.ts';
import { officeAsked } from './office-asked.ts';
import { type ApiContext, checkAccount, mapErrors, openLedgerOf } from './procedures.ts';

const routes = implement(contract.supporting).$context<ApiContext>().use(mapErrors).use(checkAccount);

export const supportingRoutes = {
  talks: routes.talks.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.read((db) => talks(db, officeAsked(db, ledger.office, input.office), input));
  }),
  untalked: routes.untalked.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.read((db) => untalked(db, ledger.office, input));
  }),
  addTalk: routes.addTalk.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.write(ledger.account.pk, 'supporting.addTalk', (write) => addTalk(write, input));
  }),
  updateTalk: routes.updateTalk.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.write(ledger.account.pk, 'supporting.updateTalk', (write) => updateTalk(write, input));
  }),
  removeTalk: routes.removeTalk.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.write(ledger.account.pk, 'supporting.removeTalk', (write) => removeTalk(write, input));
  }),
  institutions: routes.institutions.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.read((db) => institutions(db, officeAsked(db, ledger.office, input.office), input));
  }),
  addInstitution: routes.addInstitution.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.write(ledger.account.pk, 'supporting.addInstitution', (write) =>
      addInstitution(write, input),
    );
  }),
  updateInstitution: routes.updateInstitution.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.write(ledger.account.pk, 'supporting.updateInstitution', (write) =>
      updateInstitution(write, input),
    );
  }),
  removeInstitution: routes.removeInstitution.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.write(ledger.account.pk, 'supporting.removeInstitution', (write) =>
      removeInstitution(write, input),
    );
  }),
  counters: routes.counters.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.read((db) => counters(db, officeAsked(db, ledger.office, input.office), input));
  }),
  setCounters: routes.setCounters.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    const { month, cells } = input;
    const today = context.host.ports.clock.today();
    const changes = ledger.read((db) => cellChanges(db, ledger.office, today, month, cells));
    // no step to undo for cells that stand so already
    if (changes.length === 0) return { rev: 0, changed: 0 };
    return ledger.write(ledger.account.pk, 'supporting.setCounters', (write) => setCounters(write, input));
  }),
  counterYear: routes.counterYear.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.read((db) => counterYear(db, officeAsked(db, ledger.office, input.office), input));
  }),
};
