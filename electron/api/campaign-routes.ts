import { implement } from '@orpc/server';
import { contract } from '../../shared/contract/index.ts';
import { currentCampaign } from '../registers/campaign/campaign-register.ts';
import { shippedPresets } from './presets.ts';
import { type ApiContext, checkAccount, mapErrors, openLedgerOf } from './procedures.ts';

const routes = implement(contract.campaign).$context<ApiContext>().use(mapErrors).use(checkAccount);

export const campaignRoutes = {
  presets: routes.presets.handler(() =>
    shippedPresets().map(({ id, name, phases, rounds }) => ({ id, name, phases, rounds })),
  ),
  current: routes.current.handler(({ context }) => {
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
