import { ensure } from '../../../shared/vocabulary/refusal.ts';
import type { Readable } from '../../store/handles.ts';
import { currentCampaign, hasCampaign } from './campaign-register.ts';

/** What a row says in the words of the campaign. */
export interface CampaignWords {
  readonly phase?: string | null;
  readonly action?: string | null;
}

/**
 * Phases and actions are those of the campaign. A row may keep what it said before the campaign lost it; without a
 * campaign there is nothing to hold it against.
 * @throws Refusal `phase_unknown` (`phase`), `action_unknown` (`action`)
 */
export function requireCampaignWords(
  db: Readable,
  office: number,
  { phase = null, action = null }: CampaignWords,
  before: CampaignWords = {},
): void {
  const asksPhase = phase !== null && phase !== before.phase;
  const asksAction = action !== null && action !== before.action;
  if (!(asksPhase || asksAction) || !hasCampaign(db, office)) return;
  const { phases, actions } = currentCampaign(db, office).content;
  ensure(!asksPhase || phases.some(({ id }) => id === phase), 'phase_unknown', { phase });
  ensure(!asksAction || actions.some(({ id }) => id === action), 'action_unknown', { action });
}
