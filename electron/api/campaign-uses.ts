import { campaignUsesOfActions } from '../registers/actions/campaign-uses.ts';
import type { CampaignUses } from '../registers/campaign/campaign-changes.ts';
import { usesOfEvaluations } from '../registers/evaluation/evaluation-uses.ts';
import { categoriesOfItems } from '../registers/rectification/category-uses.ts';
import { categoriesOfFilings } from '../registers/self-inspection/category-uses.ts';
import { campaignUsesOfSessions } from '../registers/study/campaign-uses.ts';
import type { Readable } from '../store/handles.ts';

interface Used {
  readonly word: string;
  readonly uses: number;
}

/** Every register that names words of the campaign, asked how often it does. */
export function campaignUses(db: Readable, office: number): CampaignUses {
  const sessions = campaignUsesOfSessions(db, office);
  const actions = campaignUsesOfActions(db, office);
  const evaluations = usesOfEvaluations(db, office);
  const ofSessions = (kind: string) => sessions.filter((one) => one.kind === kind);
  return {
    phases: summed([
      ...ofSessions('phase'),
      ...[...actions, ...evaluations].filter(({ kind }) => kind === 'phase'),
    ]),
    actions: summed([...ofSessions('action'), ...actions.filter(({ kind }) => kind === 'action')]),
    types: summed(ofSessions('type')),
    categories: summed([...categoriesOfItems(db, office), ...categoriesOfFilings(db, office)]),
    indicators: summed(evaluations.filter(({ kind }) => kind === 'indicator')),
  };
}

function summed(rows: readonly Used[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { word, uses } of rows) sums.set(word, (sums.get(word) ?? 0) + uses);
  return sums;
}
