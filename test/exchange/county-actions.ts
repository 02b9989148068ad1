/** The campaign's actions at a county's desk: planned, moved, and some of its own choice. */
import { actionMachine } from '../../shared/rules/action-moves.ts';
import { movesFrom } from '../../shared/rules/moves.ts';
import { addDays, calendarDate } from '../../shared/vocabulary/dates.ts';
import type { Chance } from './county-work.ts';
import type { SoleOffice } from './sole-office.ts';

type Step = (county: SoleOffice, chance: Chance) => Promise<unknown>;

const planActions: Step = async ({ client }) => {
  const { campaign, added } = await client.actions.planPreview();
  return added.length > 0 && client.actions.plan({ campaign });
};

const moveAction: Step = async (county, chance) => {
  const { actions } = county.client;
  const { id, rev, state } = chance.of((await actions.list({ limit: 500 })).actions);
  const move = chance.of(movesFrom(actionMachine, state));
  const on = addDays(county.ports.clock.today(), -chance.below(20));
  return actions.move({ id, rev, move, on, reason: '理由丙', evidenceNumber: '佐证3号' });
};

const ownAction: Step = async (county, chance) => {
  const unit = chance.of(await county.client.personnel.units({})).id;
  const dueOn = addDays(calendarDate('2021-04-01'), chance.below(60));
  return county.client.actions.addOwn({ name: `自选${chance.below(9)}`, phase: 'rectify', dueOn, unit });
};

export const ACTION_STEPS: readonly Step[] = [
  planActions,
  planActions,
  moveAction,
  moveAction,
  moveAction,
  ownAction,
];
