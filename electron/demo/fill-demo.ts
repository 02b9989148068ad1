import type { z } from 'zod';
import type { demoCounts, office as officeContract } from '../../shared/contract/office.ts';
import type { calendarDate } from '../../shared/vocabulary/dates.ts';
import { ensure } from '../../shared/vocabulary/refusal.ts';
import { ACCOUNT_ROLES } from '../../shared/vocabulary/words.ts';
import type { Actor } from '../registers/actor.ts';
import { currentCampaign } from '../registers/campaign/campaign-register.ts';
import { people, units } from '../registers/personnel/personnel-register.ts';
import { rounds } from '../registers/self-inspection/self-inspection-register.ts';
import type { Store, Write } from '../store/handles.ts';
import { planFilings } from './filing-plan.ts';
import { planItems } from './item-plan.ts';
import { seasonOf } from './season.ts';
import { planSessions } from './session-plan.ts';
import { planStaff } from './staff-plan.ts';
import { type DraftIds, writeFiling } from './write-filings.ts';
import { itemWriter } from './write-items.ts';
import { writeSession } from './write-sessions.ts';
import { type StaffIds, writeStaff } from './write-staff.ts';

type Asked = z.output<NonNullable<(typeof officeContract.fillDemo)['~orpc']['inputSchema']>>;
type Counts = z.output<typeof demoCounts>;

/** How much one write takes: a few seconds of work at most stand in one transaction. */
const PER_WRITE = { sessions: 10, filings: 1000, items: 200 } as const;

/**
 * Fills an empty demo office with an invented county: planned first, from the seed and the campaign alone, then
 * written through the registers as far as today's date allows. Several writes: when one is cut off, the office
 * stays half filled and another one is made.
 * @param demo whether the installation was made for practice
 * @throws Refusal `demo_only`, `demo_not_empty`
 */
export function fillDemo(store: Store, account: number, demo: boolean, asked: Asked): Counts {
  ensure(demo, 'demo_only');
  const campaign = store.read((db) => currentCampaign(db, store.office).content);
  const season = seasonOf(campaign);
  const staff = planStaff(asked.seed, season, asked.people);
  const sessions = planSessions(asked.seed, season, campaign, staff, asked.sessions);
  const desk = deskOf(store, account);

  const ids = desk.write((write) => {
    ensureEmpty(write);
    return writeStaff(write, staff);
  });
  const study = desk.each(PER_WRITE.sessions, sessions, (write, session) =>
    writeSession(write, desk.actor, ids, session),
  );
  const declared = fillRounds(store, desk, ids, (round) => planFilings(asked.seed, campaign, staff, round));
  const items = planItems(
    asked.seed,
    season,
    campaign,
    staff,
    declared.flatMap(({ plan }) => plan),
  );
  const writeItem = itemWriter(
    ids,
    declared.flatMap(({ drafts }) => drafts),
  );
  const written = desk.each(PER_WRITE.items, items, (write, item) => writeItem(write, desk.actor, item));
  return {
    units: ids.units.length,
    people: ids.people.length,
    sessions: study.length,
    attendances: sum(study.map((one) => one.attendances)),
    makeups: sum(study.map((one) => one.makeups)),
    filings: declared.flatMap(({ drafts }) => drafts).filter((one) => one !== null).length,
    items: written.filter((one) => one).length,
  };
}

interface Desk {
  /** Has every role and approves its own submissions: a demo office may. */
  readonly actor: Actor;
  write<T>(change: (write: Write) => T): T;
  each<Planned, Done>(
    perWrite: number,
    plan: readonly Planned[],
    change: (write: Write, one: Planned) => Done,
  ): Done[];
}

function deskOf(store: Store, account: number): Desk {
  const desk: Desk = {
    actor: { account, roles: ACCOUNT_ROLES, singleAccount: true },
    write: (change) => store.write(account, 'office.fillDemo', (write) => change(quiet(write))),
    each(perWrite, plan, change) {
      const done = [];
      for (let from = 0; from < plan.length; from += perWrite) {
        const part = plan.slice(from, from + perWrite);
        done.push(...desk.write((write) => part.map((one) => change(write, one))));
      }
      return done;
    },
  };
  return desk;
}

/** What each use case would tell the history says nothing where hundreds share one row of it. */
function quiet(write: Write): Write {
  return { ...write, record: () => undefined };
}

function ensureEmpty(write: Write): void {
  const nobody = people(write, write.office, { offset: 0, limit: 1 }, write.today).total === 0;
  ensure(nobody && units(write, write.office).length === 0, 'demo_not_empty');
}

interface FilledRound {
  readonly plan: ReturnType<typeof planFilings>;
  /** For each filing the drafts that its items became; null for one not written yet as of today. */
  readonly drafts: readonly (DraftIds | null)[];
}

function fillRounds(
  store: Store,
  desk: Desk,
  ids: StaffIds,
  plan: (round: {
    number: number;
    beginsOn: ReturnType<typeof calendarDate>;
    endsOn: ReturnType<typeof calendarDate>;
  }) => FilledRound['plan'],
): FilledRound[] {
  return store
    .read((db) => rounds(db, store.office))
    .map((round) => {
      const filings = plan(round);
      const drafts = desk.each(PER_WRITE.filings, filings, (write, filing) =>
        writeFiling(write, desk.actor, ids, round.id, filing),
      );
      return { plan: filings, drafts };
    });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((whole, one) => whole + one, 0);
}
