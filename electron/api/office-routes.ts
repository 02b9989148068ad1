import { databaseExists } from '../store/data-folder.ts';
import { createLedger, type OpenLedger, openLedger } from '../store/ledger-store.ts';
import { ensure } from '../../shared/vocabulary/refusal.ts';
import type { AccountRole, InstallationRole } from '../../shared/vocabulary/words.ts';
import { type Host, lockHost } from './host.ts';
import { accountOf, completeInstallation, identityOf, ownFingerprint } from './installation.ts';
import { shippedPreset } from './presets.ts';
import { api, openLedgerOf } from './procedures.ts';

const EVERY_ROLE: Record<InstallationRole, readonly AccountRole[]> = {
  office: ['clerk', 'reviewer', 'administrator'],
  group: ['member', 'leader', 'administrator'],
};

const DEFAULT_PRESET = '2021';

export const officeRoutes = {
  status: api.office.status.handler(({ context }) => ({
    initialized: databaseExists(context.host.folder),
    unlocked: context.host.ledger !== null,
  })),

  initialize: api.office.initialize.handler(async ({ input, context }) => {
    const { host } = context;
    shippedPreset(input.preset);
    const { store, recoveryCode } = await createLedger(host.folder, host.ports, {
      office: {
        id: host.ports.newId(),
        code: input.code,
        name: input.name,
        kind: input.role,
        demo: input.demo,
      },
      account: {
        name: input.user,
        roles: input.singleAccount ? EVERY_ROLE[input.role] : ['administrator'],
        single: input.singleAccount,
      },
      password: input.password,
    });
    keepOpen(host, store);
    await completeInstallation(store, input.preset);
    return { officeId: store.ownOffice.id, fingerprint: ownFingerprint(store), recoveryCode };
  }),

  unlock: api.office.unlock.handler(async ({ input, context }) => {
    const { host } = context;
    lockHost(host);
    const ledger = await openLedger(host.folder, host.ports, { user: input.user, password: input.password });
    keepOpen(host, ledger);
    await completeInstallation(ledger, DEFAULT_PRESET);
    return identityOf(ledger);
  }),
  lock: api.office.lock.handler(({ context }) => {
    lockHost(context.host);
    return {};
  }),
  identity: api.office.identity.handler(({ context }) => identityOf(openLedgerOf(context.host))),

  confirmRecovery: api.office.confirmRecovery.handler(({ input, context }) => {
    openLedgerOf(context.host).confirmRecovery(input.code);
    return { recoveryConfirmed: true as const };
  }),

  accounts: api.office.accounts.handler(({ context }) =>
    openLedgerOf(context.host).accounts().map(accountOf),
  ),
  addAccount: api.office.addAccount.handler(async ({ input, context }) =>
    accountOf(await openLedgerOf(context.host).addAccount(input)),
  ),
  disableAccount: api.office.disableAccount.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    ledger.disableAccount(input.id);
    const account = ledger.accounts().find(({ id }) => id === input.id);
    ensure(account, 'not_found');
    return accountOf(account);
  }),
  changePassword: api.office.changePassword.handler(async ({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    await ledger.changePassword(ledger.account.name, input.password, input.newPassword);
    return {};
  }),

  verify: api.office.verify.handler(({ context }) => {
    const ledger = openLedgerOf(context.host);
    const { entries, head } = ledger.verify();
    return { entries, head: head.hash, pages: 'ok' as const, readOnlyBecause: null };
  }),
  acceptHistoryLoss: api.office.acceptHistoryLoss.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    ledger.acceptHistoryLoss(input.reason);
    return { epoch: ledger.epoch().counter };
  }),
};

/** Whoever unlocked while another call did the same is closed: one host holds one ledger. */
function keepOpen(host: Host, ledger: OpenLedger): void {
  lockHost(host);
  host.ledger = ledger;
}
