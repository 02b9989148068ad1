import { type Core, core } from '../../state/core.ts';
import type { FilingsFilter } from './room-search.ts';

export type Round = Awaited<ReturnType<Core['selfInspection']['rounds']>>[number];
export type Coverage = Awaited<ReturnType<Core['selfInspection']['coverage']>>;
export type UnitCoverage = Coverage['units'][number];
export type FilingRow = Awaited<ReturnType<Core['selfInspection']['filings']>>['filings'][number];
export type Filing = Awaited<ReturnType<Core['selfInspection']['filing']>>;
export type FilingItem = Filing['itemList'][number];

/** Names offered at once; a longer list is narrowed by typing on. */
const OFFERED = 30;
/** Names listed beside the units; beyond them the units are the way. */
export const NAMED = 200;

/** What one batch write takes. */
export const MOST_AT_ONCE = 500;

export type Reminders = Awaited<ReturnType<Core['selfInspection']['reminders']>>;

async function allReminders(round: string, unit: string | undefined): Promise<Reminders> {
  const ask = (offset: number) => core.selfInspection.reminders({ round, unit, offset, limit: MOST_AT_ONCE });
  const { total, units, people } = await ask(0);
  const all = [...people];
  while (all.length < total) {
    const next = await ask(all.length);
    if (next.people.length === 0) break;
    all.push(...next.people);
  }
  return { total, units, people: all };
}

/** What the room asks of the core, each question with its key. */
export const selfInspectionQueries = {
  rounds: (office: string | undefined) => ({
    queryKey: ['selfInspection', 'rounds', office],
    queryFn: () => core.selfInspection.rounds({ office }),
  }),
  coverage: (round: string) => ({
    queryKey: ['selfInspection', 'coverage', round],
    queryFn: () => core.selfInspection.coverage({ round }),
  }),
  filings: (round: string, { state, unit, search, matter }: FilingsFilter) => ({
    key: ['selfInspection', 'filings', round, state, unit, search, matter],
    ask: async (offset: number, limit: number) => {
      const filter = { round, state, unit, search, matter, offset, limit };
      const { total, filings } = await core.selfInspection.filings(filter);
      return { total, rows: filings };
    },
  }),
  /** Those who have not filed, found by name. */
  due: (round: string, search: string) => ({
    queryKey: ['selfInspection', 'due', round, search],
    queryFn: () =>
      core.selfInspection.filings({ round, state: 'due', search: search || undefined, limit: OFFERED }),
  }),
  named: (round: string, unit: string | undefined) => ({
    queryKey: ['selfInspection', 'named', round, unit],
    queryFn: () => core.selfInspection.filings({ round, state: 'due', unit, limit: NAMED }),
  }),
  /** Anybody of the roster, whether or not the round expects them. */
  rosterNamed: (search: string) => ({
    queryKey: ['personnel', 'people', 'named', search],
    queryFn: () => core.personnel.people({ search, limit: OFFERED }),
  }),
  nextPaperNumber: (round: string) => ({
    queryKey: ['selfInspection', 'nextPaperNumber', round],
    queryFn: () => core.selfInspection.nextPaperNumber({ round }),
  }),
  /** As many of a unit's people who have not filed as one batch takes. */
  dueOf: (round: string, unit: string) => ({
    queryKey: ['selfInspection', 'dueOf', round, unit],
    queryFn: () => core.selfInspection.filings({ round, unit, state: 'due', limit: MOST_AT_ONCE }),
  }),
  /** Whole, as it is printed. */
  reminders: (round: string, unit: string | undefined) => ({
    queryKey: ['selfInspection', 'reminders', round, unit],
    queryFn: () => allReminders(round, unit),
  }),
  filing: (id: string) => ({
    queryKey: ['selfInspection', 'filing', id],
    queryFn: () => core.selfInspection.filing({ id }),
  }),
  /** @param office the own one when absent */
  campaign: (office?: string) => ({
    queryKey: office === undefined ? ['campaign'] : ['campaign', 'of', office],
    queryFn: () => core.campaign.current({ office }),
  }),
};
