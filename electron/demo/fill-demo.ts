import type { z } from 'zod';
import type { Given } from '../../shared/contract/base.ts';
import type { demoCounts, office as officeContract } from '../../shared/contract/office.ts';
import { ensure } from '../../shared/vocabulary/refusal.ts';
import { ACCOUNT_ROLES } from '../../shared/vocabulary/words.ts';
import type { Actor } from '../registers/actor.ts';
import { currentCampaign } from '../registers/campaign/campaign-register.ts';
import { people, units } from '../registers/personnel/personnel-register.ts';
import { rounds } from '../registers/self-inspection/self-inspection-register.ts';
import type { Advance } from '../store/advance.ts';
import type { Store, Write } from '../store/handles.ts';
import { planCounters } from './counter-plan.ts';
import { type PlannedFiling, planFilings, type RoundDays } from './filing-plan.ts';
import { planInstitutions } from './institution-plan.ts';
import { planItems } from './item-plan.ts';
import { seasonOf } from './season.ts';
import { planSessions } from './session-plan.ts';
import { planStaff } from './staff-plan.ts';
import { writeActions } from './write-actions.ts';
import { type DraftIds, writeFiling } from './write-filings.ts';
import { itemWriter } from './write-items.ts';
import { writeSession } from './write-sessions.ts';
import { type StaffIds, writeStaff } from './write-staff.ts';
import { writeCounters, writeInstitutions } from './write-supporting.ts';
import { writeTalks } from './write-talks.ts';

type Asked = Given<typeof officeContract.fillDemo>;
type Counts = z.output<typeof demoCounts>;

/** How many of each go into one write, so that no transaction grows with the office. */
const PER_WRITE = { sessions: 10, filings: 1000, items: 200 } as const;

/**
 * Fills an empty demo office with an invented county: planned first, from the seed and the campaign alone, then
 * written through the registers as far as today's date allows. Several writes: when one is cut off, the office
 * stays half filled and another one is made. For the same reason it is not cancelled.
 * @param demo whether the installation was made for practice
 * @throws Refusal `demo_only`, `demo_not_empty`
 */
export async function fillDemo(
  store: Store,
  account: number,
  demo: boolean,
  asked: Asked,
  advance: Advance,
): Promise<Counts> {
  ensure(demo, 'demo_only');
  const campaign = store.read((db) => currentCampaign(db, store.office).content);
  const season = seasonOf(campaign);
  const staff = planStaff(asked.seed, season, asked.people);
  const sessions = planSessions(asked.seed, season, campaign, staff, asked.sessions);
  const desk = deskOf(store, account, advance);

  await advance('staff', 0, asked.people, false);
  const ids = desk.write({ people: asked.people, seed: asked.seed }, (write) => {
    ensureEmpty(write);
    const written = writeStaff(write, staff);
    writeTalks(write, season, staff, written);
    writeActions(write, desk.actor, season);
    writeInstitutions(write, planInstitutions(asked.seed, season, staff), written);
    writeCounters(write, planCounters(asked.seed, season, staff), written);
    return written;
  });
  const study = await desk.each('sessions', sessions, (write, session) =>
    writeSession(write, desk.actor, ids, session),
  );
  const { filings, drafts } = await fillRounds(store, desk, ids, (round) =>
    planFilings(asked.seed, campaign, staff, round),
  );
  const items = planItems(asked.seed, season, campaign, staff, filings);
  const writeItem = itemWriter(ids, drafts);
  const ledger = await desk.each('items', items, (write, item) => writeItem(write, desk.actor, item));
  return {
    units: ids.units.length,
    people: ids.people.length,
    sessions: study.length,
    attendances: sum(study.map((one) => one.attendances)),
    makeups: sum(study.map((one) => one.makeups)),
    filings: drafts.filter((one) => one !== null).length,
    items: ledger.filter((written) => written).length,
  };
}

interface Desk {
  /** Has every role and approves its own submissions: a demo office may. */
  readonly actor: Actor;
  /** @param told stands in the audit row */
  write<T>(told: Readonly<Record<string, number>>, change: (write: Write) => T): T;
  each<Planned, Done>(
    what: keyof typeof PER_WRITE,
    plan: Iterable<Planned>,
    change: (write: Write, one: Planned) => Done,
  ): Promise<Done[]>;
}

function deskOf(store: Store, account: number, advance: Advance): Desk {
  const desk: Desk = {
    actor: { account, roles: ACCOUNT_ROLES, singleAccount: true },
    write: (told, change) =>
      store.write(account, 'office.fillDemo', (write) => {
        write.record(told);
        write.undo.refuse('undo_not_possible');
        return change(quiet(write));
      }),
    async each(what, plan, change) {
      const done = [];
      const total = Array.isArray(plan) ? plan.length : 0;
      for (const part of inParts(plan, PER_WRITE[what])) {
        await advance(what, done.length, total, false);
        done.push(...desk.write({ [what]: part.length }, (write) => part.map((one) => change(write, one))));
      }
      return done;
    },
  };
  return desk;
}

function* inParts<T>(list: Iterable<T>, size: number): Generator<T[]> {
  let part: T[] = [];
  for (const one of list) {
    part.push(one);
    if (part.length < size) continue;
    yield part;
    part = [];
  }
  if (part.length > 0) yield part;
}

/** What each use case tells the history, the ids of its row, would stand there for hundreds of others. */
function quiet(write: Write): Write {
  return { ...write, record: () => undefined };
}

function ensureEmpty(write: Write): void {
  const nobody = people(write, write.office, { offset: 0, limit: 1 }, write.today).total === 0;
  ensure(nobody && units(write, write.office, write.today).length === 0, 'demo_not_empty');
}

interface FilledRounds {
  readonly filings: PlannedFiling[];
  /** For each filing the drafts that its items became; null for one that is not in yet as of today. */
  readonly drafts: (DraftIds | null)[];
}

async function fillRounds(
  store: Store,
  desk: Desk,
  ids: StaffIds,
  plan: (round: RoundDays) => PlannedFiling[],
): Promise<FilledRounds> {
  const filled: FilledRounds = { filings: [], drafts: [] };
  for (const round of store.read((db) => rounds(db, store.office))) {
    const filings = plan(round);
    const drafts = await desk.each('filings', filings, (write, filing) =>
      writeFiling(write, desk.actor, ids, round.id, filing),
    );
    filled.filings.push(...filings);
    filled.drafts.push(...drafts);
  }
  return filled;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((whole, one) => whole + one, 0);
}
