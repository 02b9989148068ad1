import { DEPARTED_STATUSES, POSTING_STATUSES } from '../../../shared/vocabulary/words.ts';
import { changePerson } from '../personnel/pack-changes.ts';
import { people } from '../personnel/personnel-register.ts';
import { applyRoster, existingPersonnel } from '../personnel/roster-application.ts';
import type { GivenPerson, WithoutKey } from './given-rows.ts';
import type { PackRegister } from './pack-kind.ts';
import { identify } from './pack-lines.ts';
import { planRosterPack } from './pack-roster-plan.ts';
import { openUnits, scopeOf } from './pack-units.ts';
import { givenOf } from './packs-sql.ts';

/** More than any office has: a pack is given whole. */
export const EVERYBODY = { offset: 0, limit: 1_000_000 };
const STAYING = POSTING_STATUSES.filter((status) => !DEPARTED_STATUSES.includes(status));

/** 花名册: people who have not left. */
export const rosterPacks: PackRegister = {
  gather(write) {
    const asked = { status: STAYING, sort: 'order' as const, ...EVERYBODY };
    const staying = people(write, write.office, asked, write.today).people;
    return { occasion: null, day: null, rows: staying.map(rosterRow), categories: [], givesEmpty: true };
  },
  plan(write, pack, came, { decisions, secondment, days }, moment) {
    const given = JSON.parse(givenOf(write, pack.pk)) as GivenPerson[];
    const identified = identify(came.lines.roster(), given);
    if (identified === 'altered') return identified;
    const { open, existing } = moment.once('personnel', () => ({
      open: openUnits(write, write.office, days.changes),
      existing: existingPersonnel(write, write.office, days.changes),
    }));
    const scope = scopeOf(open, pack.unit, pack.below === 1);
    const unit = open.find(({ id }) => id === pack.unit) ?? null;
    const plan = planRosterPack({ identified, existing, unit, scope, decisions, secondment });
    return {
      rows: plan.rows,
      unmapped: [],
      unusedDecisions: plan.unusedDecisions,
      apply(applying) {
        for (const { person, said } of plan.changes) changePerson(applying, person, said, days.changes);
        if (plan.additions.rows.some(({ change }) => change)) applyRoster(applying, plan.additions, days);
      },
    };
  },
};

export function rosterRow(row: ReturnType<typeof people>['people'][number]): WithoutKey<GivenPerson> {
  const { id: person, name, unit, unitName, post, staffing, status, orderNumber, disambiguator } = row;
  return { person, name: name ?? '', unit, unitName, post, staffing, status, orderNumber, disambiguator };
}
