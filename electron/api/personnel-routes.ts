import { implement } from '@orpc/server';
import { contract } from '../../shared/contract/index.ts';
import { type CalendarDate, calendarDate } from '../../shared/vocabulary/dates.ts';
import { currentCampaign } from '../registers/campaign/campaign-register.ts';
import {
  addPerson,
  createUnit,
  headcount,
  people,
  person,
  transfer,
  units,
  updatePerson,
} from '../registers/personnel/personnel-register.ts';
import {
  applyRoster,
  existingPersonnel,
  type RosterDays,
} from '../registers/personnel/roster-application.ts';
import { planRoster, type RosterPlan } from '../registers/personnel/roster-plan.ts';
import { readRoster } from '../sheets/read-roster.ts';
import type { Readable } from '../store/handles.ts';
import type { OpenLedger } from '../store/ledger-store.ts';
import { officeOfRow } from '../store/rows.ts';
import { officeAsked } from './office-asked.ts';
import { type ApiContext, checkAccount, mapErrors, openLedgerOf } from './procedures.ts';
import { working } from './work.ts';

const routes = implement(contract.personnel).$context<ApiContext>().use(mapErrors).use(checkAccount);

export const personnelRoutes = {
  units: routes.units.handler(({ input, context }) => {
    const { ledger, today } = desk(context.host);
    return ledger.read((db) => units(db, officeAsked(db, ledger.office, input.office), today));
  }),
  headcount: routes.headcount.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.read((db) => headcount(db, officeAsked(db, ledger.office, input.office), input.asOf));
  }),
  createUnit: routes.createUnit.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.write(ledger.account.pk, 'personnel.createUnit', (write) => createUnit(write, input));
  }),
  people: routes.people.handler(({ input, context }) => {
    const { ledger, today } = desk(context.host);
    return ledger.read((db) => people(db, officeAsked(db, ledger.office, input.office), input, today));
  }),
  person: routes.person.handler(({ input, context }) => {
    const { ledger, today } = desk(context.host);
    return ledger.read((db) => person(db, officeOfRow(db, 'person', input.id), input.id, today));
  }),
  addPerson: routes.addPerson.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.write(ledger.account.pk, 'personnel.addPerson', (write) => addPerson(write, input));
  }),
  updatePerson: routes.updatePerson.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.write(ledger.account.pk, 'personnel.updatePerson', (write) => updatePerson(write, input));
  }),
  transfer: routes.transfer.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.write(ledger.account.pk, 'personnel.transfer', (write) => transfer(write, input));
  }),

  importRoster: routes.importRoster.handler(({ input, context, signal }) =>
    working(context.host, 'importRoster', signal, async (advance) => {
      await advance('parse', 0, 0);
      const { startParser } = context.host;
      const roster = await readRoster(Buffer.from(input.content, 'base64'), {
        startParser,
        ...(signal && { signal }),
      });
      await advance('plan', 0, 0);
      const { ledger, today } = desk(context.host);
      const days = rosterDays(ledger, input.from, today);
      const plan = (db: Readable) =>
        planRoster(roster, existingPersonnel(db, ledger.office, days.changes), input);
      if (!input.apply) return ledger.read((db) => report(plan(db), false));
      return ledger.write(ledger.account.pk, 'personnel.importRoster', (write) => {
        const planned = plan(write);
        applyRoster(write, planned, days);
        return report(planned, true);
      });
    }),
  ),
};

/**
 * A roster tells who belongs where, not since when. Unless the day is given, people it adds belong from the
 * campaign's first day on, so that all its sessions see them; what it changes holds from today.
 */
function rosterDays(ledger: OpenLedger, given: CalendarDate | undefined, today: CalendarDate): RosterDays {
  if (given) return { additions: given, changes: given };
  const [phase] = ledger.read((db) => currentCampaign(db, ledger.office)).content.phases;
  const first = calendarDate(phase?.beginsOn ?? today);
  return { additions: first, changes: today < first ? first : today };
}

function report(plan: RosterPlan, applied: boolean) {
  const rows = plan.rows.map(({ line, outcome, name, unit, reason }) => ({
    line,
    outcome,
    name,
    unit,
    reason,
  }));
  return { ...plan, droppedColumns: [...plan.droppedColumns], rows, applied };
}

function desk(host: Parameters<typeof openLedgerOf>[0]) {
  return { ledger: openLedgerOf(host), today: host.ports.clock.today() };
}
