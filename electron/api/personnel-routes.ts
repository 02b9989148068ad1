import { implement } from '@orpc/server';
import { contract } from '../../shared/contract/index.ts';
import {
  addPerson,
  correctPostings,
  createUnit,
  headcount,
  people,
  person,
  removePerson,
  transfer,
  units,
  updatePerson,
} from '../registers/personnel/personnel-register.ts';
import {
  closeUnit,
  mergeUnits,
  moveUnit,
  removeUnit,
  reopenUnit,
  updateUnit,
} from '../registers/personnel/unit-changes.ts';
import { filingsOfPerson } from '../registers/self-inspection/filings-of-person.ts';
import { attendanceOf, sessionsToCome } from '../registers/study/study-person.ts';
import type { Write } from '../store/handles.ts';
import { findRow, officeOfRow, type StoredRow } from '../store/rows.ts';
import type { Host } from './host.ts';
import { officeAsked } from './office-asked.ts';
import { type ApiContext, checkAccount, mapErrors, openLedgerOf } from './procedures.ts';

const routes = implement(contract.personnel).$context<ApiContext>().use(mapErrors).use(checkAccount);

export const personnelRoutes = {
  units: routes.units.handler(({ input, context }) => {
    const { ledger, today } = desk(context.host);
    const day = input.asOf ?? today;
    return ledger.read((db) => units(db, officeAsked(db, ledger.office, input.office), day));
  }),
  createUnit: routes.createUnit.handler(({ input, context: { host } }) =>
    writing(host, 'createUnit', (write) => createUnit(write, input)),
  ),
  updateUnit: routes.updateUnit.handler(({ input, context: { host } }) =>
    writing(host, 'updateUnit', (write) => updateUnit(write, input)),
  ),
  moveUnit: routes.moveUnit.handler(({ input, context: { host } }) =>
    writing(host, 'moveUnit', (write) => moveUnit(write, input)),
  ),
  closeUnit: routes.closeUnit.handler(({ input, context: { host } }) =>
    writing(host, 'closeUnit', (write) => closeUnit(write, input)),
  ),
  reopenUnit: routes.reopenUnit.handler(({ input, context: { host } }) =>
    writing(host, 'reopenUnit', (write) => reopenUnit(write, input)),
  ),
  mergeUnits: routes.mergeUnits.handler(({ input, context: { host } }) =>
    writing(host, 'mergeUnits', (write) => {
      const merged = mergeUnits(write, input);
      return { ...merged, sessions: sessionsToCome(write, write.office, input.id, input.on) };
    }),
  ),
  removeUnit: routes.removeUnit.handler(({ input, context: { host } }) =>
    writing(host, 'removeUnit', (write) => removeUnit(write, input)),
  ),

  headcount: routes.headcount.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.read((db) => headcount(db, officeAsked(db, ledger.office, input.office), input.asOf));
  }),
  people: routes.people.handler(({ input, context }) => {
    const { ledger, today } = desk(context.host);
    return ledger.read((db) => people(db, officeAsked(db, ledger.office, input.office), input, today));
  }),
  person: routes.person.handler(({ input, context }) => {
    const { ledger, today } = desk(context.host);
    return ledger.read((db) => person(db, officeOfRow(db, 'person', input.id), input.id, today));
  }),
  references: routes.references.handler(({ input, context }) =>
    openLedgerOf(context.host).read((db) => {
      const office = officeOfRow(db, 'person', input.id);
      const { pk } = findRow<StoredRow>(db, 'person', office, input.id);
      return {
        attendance: attendanceOf(db, office, pk, input),
        filings: filingsOfPerson(db, office, pk),
      };
    }),
  ),
  addPerson: routes.addPerson.handler(({ input, context: { host } }) =>
    writing(host, 'addPerson', (write) => addPerson(write, input)),
  ),
  updatePerson: routes.updatePerson.handler(({ input, context: { host } }) =>
    writing(host, 'updatePerson', (write) => updatePerson(write, input)),
  ),
  transfer: routes.transfer.handler(({ input, context: { host } }) =>
    writing(host, 'transfer', (write) => transfer(write, input)),
  ),
  correctPostings: routes.correctPostings.handler(({ input, context: { host } }) =>
    writing(host, 'correctPostings', (write) => correctPostings(write, input)),
  ),
  removePerson: routes.removePerson.handler(({ input, context: { host } }) =>
    writing(host, 'removePerson', (write) => removePerson(write, input)),
  ),
};

function writing<Answer>(host: Host, procedure: string, change: (write: Write) => Answer): Answer {
  const ledger = openLedgerOf(host);
  return ledger.write(ledger.account.pk, `personnel.${procedure}`, change);
}

function desk(host: Host) {
  return { ledger: openLedgerOf(host), today: host.ports.clock.today() };
}
