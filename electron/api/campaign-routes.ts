import { currentCampaign } from '../registers/campaign/campaign-register.ts';
import { api, openLedgerOf } from './procedures.ts';

export const campaignRoutes = {
  current: api.campaign.current.handler(({ context }) => {
    const ledger = openLedgerOf(context.host);
    const { id, rev, content } = ledger.read((db) => currentCampaign(db, ledger.office));
    const { name, phases, educationTypes } = content;
    const categories = content.categoryLists
      .filter((list) => list.enabled)
      .flatMap(({ name: list, appliesTo, categories }) =>
        categories.map((category) => ({ ...category, list, appliesTo })),
      );
    return { id, rev, preset: content.id, name, phases, requiredTypes: educationTypes.required, categories };
  }),
};
