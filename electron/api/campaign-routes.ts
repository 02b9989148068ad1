import { implement } from '@orpc/server';
import { contract } from '../../shared/contract/index.ts';
import { addCategory, currentCampaign, retireCategory } from '../registers/campaign/campaign-register.ts';
import { offered, retired } from '../registers/campaign/category-lists.ts';
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
    const categories = offered(content.categoryLists);
    const requiredTypes = educationTypes.required;
    const old = retired(content.categoryLists);
    return { id, rev, preset: content.id, name, phases, requiredTypes, categories, retired: old };
  }),
  addCategory: routes.addCategory.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.write(ledger.account.pk, 'campaign.addCategory', (write) => addCategory(write, input));
  }),
  retireCategory: routes.retireCategory.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.write(ledger.account.pk, 'campaign.retireCategory', (write) =>
      retireCategory(write, input),
    );
  }),
};
