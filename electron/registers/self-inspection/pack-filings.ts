import type { Given } from '../../../shared/contract/base.ts';
import type { selfInspection } from '../../../shared/contract/self-inspection.ts';
import type { Write } from '../../store/handles.ts';
import { findRow } from '../../store/rows.ts';
import type { Actor } from '../actor.ts';
import { currentCampaign, hasCampaign } from '../campaign/campaign-register.ts';
import { offered } from '../campaign/category-lists.ts';
import { roundDay } from './census-day.ts';
import { type RefusedRow, tryOne } from './filing-batches.ts';
import { expectedList } from './filing-import.ts';
import { file, moveFiling } from './filing-life.ts';
import { filersToAsk, type StandingFiling, standingFilings } from './pack-filings-sql.ts';
import type { RoundRow } from './self-inspection-sql.ts';

/**
 * Whom a round asks in each unit on its census day, with what they filed but for its problems, and the names of the
 * categories that can be chosen today.
 * @throws Refusal `not_found`
 */
export function peopleToFile(write: Write, id: string) {
  const round = findRow<RoundRow>(write, 'inspection_round', write.office, id);
  const day = roundDay(round, write.today);
  const people = filersToAsk(write, write.office, round.pk, day);
  return { round: { id: round.id, title: round.name }, day, people, categories: categories(write) };
}

function categories(write: Write): string[] {
  if (!hasCampaign(write, write.office)) return [];
  const { categoryLists } = currentCampaign(write, write.office).content;
  return offered(categoryLists)
    .filter(({ appliesTo }) => appliesTo === 'all')
    .map(({ name }) => name);
}

/**
 * What rows that came back are held against: who is expected, where, and what each has filed.
 * @throws Refusal `not_found`
 */
export function roundToday(write: Write, id: string) {
  const round = findRow<RoundRow>(write, 'inspection_round', write.office, id);
  const day = roundDay(round, write.today);
  const asked = filersToAsk(write, write.office, round.pk, day);
  return {
    day,
    list: expectedList(write, day),
    unitOf: new Map(asked.map(({ person, unit }) => [person, unit])),
    filings: new Map(standingFilings(write, write.office, round.pk).map((one) => [one.person, one])),
  };
}

export type RoundToday = ReturnType<typeof roundToday>;
export type { StandingFiling };

type Filing = Given<typeof selfInspection.file>;
type Move = Given<typeof selfInspection.moveFiling>;

/** What a unit says anew of one person's filing. */
export type SaidOfFiling = { readonly file: Omit<Filing, 'round'> } | { readonly move: Move };

/** As a clerk would enter it. @returns why the register refuses it; null when it went in */
export function enterFiling(
  write: Write,
  actor: Actor,
  round: string,
  said: SaidOfFiling,
): Omit<RefusedRow, 'row'> | null {
  const tried = tryOne(write, 0, () =>
    'file' in said ? file(write, actor, { round, ...said.file }) : moveFiling(write, actor, said.move),
  );
  if ('done' in tried) return null;
  const { code, fields } = tried.refused;
  return { code, fields };
}
