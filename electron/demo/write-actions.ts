import { addDays, calendarDate } from '../../shared/vocabulary/dates.ts';
import { addOwn } from '../registers/actions/action-edits.ts';
import { moveAction } from '../registers/actions/action-life.ts';
import { plan, planPreview } from '../registers/actions/action-planning.ts';
import { listedActions } from '../registers/actions/actions-register.ts';
import type { Actor } from '../registers/actor.ts';
import type { Write } from '../store/handles.ts';
import type { Season } from './season.ts';

/** One of five that were due is still open. */
const LEFT_OPEN = 5;
const EVERYTHING = { view: 'all', sort: 'phase', offset: 0, limit: 500 } as const;

/** The campaign's actions and one of the office's own choice, done a few days before they were due, as far as today goes. */
export function writeActions(write: Write, actor: Actor, { phases }: Season): void {
  plan(write, { campaign: planPreview(write, write.office).campaign });
  for (const { id, endsOn } of phases.slice(0, 1))
    addOwn(write, { name: '“我为群众办实事”志愿服务', phase: id, dueOn: endsOn, unit: null, note: null });
  const asking = { office: write.office, today: write.today, actor };
  for (const [index, action] of listedActions(write, asking, EVERYTHING).actions.entries()) {
    const early = addDays(calendarDate(action.dueOn), -(index % 4));
    const on = early < action.fromOn ? calendarDate(action.dueOn) : early;
    const { id, rev } = action;
    if (on > write.today) continue;
    const isOpen = index % LEFT_OPEN === LEFT_OPEN - 1;
    const evidenceNumber = `教整动作〔${on.slice(0, 4)}〕${index + 1}号`;
    moveAction(write, actor, {
      id,
      rev,
      on,
      ...(isOpen ? { move: 'start' } : { move: 'finish', evidenceNumber }),
    });
  }
}
