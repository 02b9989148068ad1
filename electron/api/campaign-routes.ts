import { implement } from '@orpc/server';
import { contract } from '../../shared/contract/index.ts';
import {
  addCategory,
  campaignOffice,
  campaignOn,
  campaignVersions,
  changeCampaign,
  currentCampaign,
  retireCategory,
} from '../registers/campaign/campaign-register.ts';
import { closedBooks } from '../registers/campaign/closed-books.ts';
import type { Readable } from '../store/handles.ts';
import { beginAnother, beginningTold } from './campaign-beginning.ts';
import { heldBy, toldCampaign } from './campaign-told.ts';
import { campaignUses } from './campaign-uses.ts';
import type { Host } from './host.ts';
import { officeAsked } from './office-asked.ts';
import { contentOf, presetOfFile, shippedPresets } from './presets.ts';
import { type ApiContext, checkAccount, mapErrors, openLedgerOf } from './procedures.ts';

const routes = implement(contract.campaign).$context<ApiContext>().use(mapErrors).use(checkAccount);

export const campaignRoutes = {
  presets: routes.presets.handler(() => shippedPresets().map(heldBy)),
  current: routes.current.handler(({ input, context }) =>
    reading(context.host, input?.office, (db, office) =>
      toldCampaign(input?.on ? campaignOn(db, office, input.on) : currentCampaign(db, office)),
    ),
  ),
  versions: routes.versions.handler(({ input, context }) =>
    reading(context.host, input?.office, campaignVersions),
  ),
  change: routes.change.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.write(ledger.account.pk, 'campaign.change', (write) =>
      changeCampaign(write, input, campaignUses(write, write.office)),
    );
  }),
  check: routes.check.handler(({ input }) => heldBy(presetOfFile(input.content))),
  saveFile: routes.saveFile.handler(({ input, context }) =>
    reading(context.host, input?.office, (db, office) => {
      const { content } = currentCampaign(db, office);
      return { fileName: `${content.id}.json`, content: `${JSON.stringify(content, null, 2)}\n` };
    }),
  ),
  beginPreview: routes.beginPreview.handler(({ input, context: { host } }) => {
    const ledger = openLedgerOf(host);
    const content = contentOf(input.beginning);
    return ledger.read((db) => beginningTold(db, ledger.office, host.ports.clock.today(), content));
  }),
  begin: routes.begin.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    const content = contentOf(input.beginning);
    return ledger.write(ledger.account.pk, 'campaign.begin', (write) =>
      beginAnother(write, { ...input, content }),
    );
  }),
  closedBooks: routes.closedBooks.handler(({ context }) => openLedgerOf(context.host).read(closedBooks)),
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

/** Of the office whose campaign tells of the rows that are asked for. */
function reading<T>(host: Host, named: string | undefined, ask: (db: Readable, office: number) => T): T {
  const ledger = openLedgerOf(host);
  return ledger.read((db) =>
    ask(db, campaignOffice(db, ledger.office, officeAsked(db, ledger.office, named))),
  );
}
