import { ensure } from '../../../shared/vocabulary/refusal.ts';
import type { Write } from '../../store/handles.ts';
import type { Actor } from '../actor.ts';
import { enterFiling, peopleToFile, roundToday } from '../self-inspection/pack-filings.ts';
import type { GivenFiling } from './given-rows.ts';
import { type FilerPlan, planFilingPack } from './pack-filing-plan.ts';
import type { PackRegister } from './pack-kind.ts';
import { identify } from './pack-lines.ts';
import type { PackRowPlan } from './pack-roster-plan.ts';
import { openUnits, scopeOf } from './pack-units.ts';
import { givenOf } from './packs-sql.ts';

/** 自查自纠填报表: those who are to file in one round. */
export const filingPacks: PackRegister = {
  gather(write, occasion) {
    ensure(occasion, 'missing_field', { field: 'occasion' });
    const { round, day, people, categories } = peopleToFile(write, occasion);
    return { occasion: round, day, rows: people, categories, givesEmpty: false };
  },
  plan(write, pack, came, { decisions, actor }, moment) {
    const given = JSON.parse(givenOf(write, pack.pk)) as GivenFiling[];
    const identified = identify(came.lines.selfInspection(), given);
    if (identified === 'altered') return identified;
    const id = pack.occasion ?? '';
    const round = moment.once(`round ${id}`, () => roundToday(write, id));
    const open = moment.once(`units ${round.day}`, () => openUnits(write, write.office, round.day));
    const scope = scopeOf(open, pack.unit, pack.below === 1);
    const { filers, unusedDecisions } = planFilingPack({ given, identified, decisions, round, scope });
    return {
      rows: filers
        .flatMap((filer) => entered(write, actor, id, filer))
        .toSorted((one, other) => one.line - other.line),
      unmapped: [],
      unusedDecisions,
      // what the register takes is known by trying, so that it is in already
      apply: () => undefined,
    };
  },
};

/** What the register refuses is held, with the reason that entry by hand would have been given. */
function entered(
  write: Write,
  actor: Actor,
  round: string,
  { rows, said }: FilerPlan,
): readonly PackRowPlan[] {
  const refusal = said && enterFiling(write, actor, round, said);
  if (!refusal) return rows;
  return rows.map((row): PackRowPlan => {
    if (row.outcome !== 'added' && row.outcome !== 'changed') return row;
    const cells = row.cells.map((cell) => ({ ...cell, outcome: 'held' as const }));
    return { ...row, outcome: 'held', reason: null, refusal, cells };
  });
}
