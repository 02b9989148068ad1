import type { Given } from '../../shared/contract/base.ts';
import type { office } from '../../shared/contract/office.ts';
import { ensure } from '../../shared/vocabulary/refusal.ts';
import type { AccountRole, InstallationRole } from '../../shared/vocabulary/words.ts';
import { fillDemo } from '../demo/fill-demo.ts';
import { verifySummaries } from '../registers/study/study-summary.ts';
import { restoreMarks } from '../registers/study/study-undo.ts';
import { databaseExists } from '../store/data-folder.ts';
import { createLedger, type NewLedger, openLedger } from '../store/ledger-store.ts';
import { lastStep, type Restorers, undoStep } from '../store/undo.ts';
import { type Host, lockHost, openHost } from './host.ts';
import { accountOf, completeInstallation, identityOf, ownFingerprint } from './installation.ts';
import { shippedPreset } from './presets.ts';
import { api, openLedgerOf } from './procedures.ts';

const EVERY_ROLE: Record<InstallationRole, readonly AccountRole[]> = {
  office: ['clerk', 'reviewer', 'administrator'],
  group: ['member', 'leader', 'administrator'],
};

const DEFAULT_PRESET = '2021';

/** Every register that keeps many rows in one image. */
const RESTORERS: Restorers = { ...restoreMarks };

type NewOfficeInput = Given<typeof office.initialize>;

export const officeRoutes = {
  status: api.office.status.handler(({ context }) => ({
    initialized: databaseExists(context.host.folder),
    unlocked: context.host.ledger !== null,
  })),

  initialize: api.office.initialize.handler(async ({ input, context }) => {
    const { host } = context;
    shippedPreset(input.preset);
    let recoveryCode = '';
    const store = await openHost(host, async () => {
      const created = await createLedger(host.folder, host.ports, newLedger(host, input));
      recoveryCode = created.recoveryCode;
      return created.store;
    });
    await completeInstallation(store, input.preset);
    return {
      officeId: store.ownOffice.id,
      fingerprint: ownFingerprint(store),
      recoveryCode,
      recoveryConfirmed: false as const,
    };
  }),

  unlock: api.office.unlock.handler(async ({ input, context }) => {
    const { host } = context;
    const { user, password } = input;
    const ledger = await openHost(host, () => openLedger(host.folder, host.ports, { user, password }));
    await completeInstallation(ledger, DEFAULT_PRESET);
    return identityOf(ledger);
  }),
  unlockByRecovery: api.office.unlockByRecovery.handler(async ({ input, context }) => {
    const { host } = context;
    const { code: recoveryCode } = input;
    return identityOf(await openHost(host, () => openLedger(host.folder, host.ports, { recoveryCode })));
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
  addAccount: api.office.addAccount.handler(async ({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    ensure(ledger.installation.singleAccount || !checksItself(input.roles), 'roles_apart');
    return accountOf(await ledger.addAccount(input));
  }),
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

  resetPassword: api.office.resetPassword.handler(async ({ input, context }) => {
    await openLedgerOf(context.host).resetPassword(input.name, input.newPassword);
    return {};
  }),

  verify: api.office.verify.handler(({ context }) => {
    const ledger = openLedgerOf(context.host);
    const { entries, head } = ledger.verify();
    const count = ledger.read((db) => verifySummaries(db));
    ensure(count === 0, 'summaries_differ', { count });
    return { entries, head: head.hash };
  }),
  lastStep: api.office.lastStep.handler(({ context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.read((db) => lastStep(db, ledger.account.pk));
  }),
  undo: api.office.undo.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.write(ledger.account.pk, 'office.undo', (write) => undoStep(write, input.step, RESTORERS));
  }),
  fillDemo: api.office.fillDemo.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return fillDemo(ledger, ledger.account.pk, ledger.installation.demo, input);
  }),
  acceptHistoryLoss: api.office.acceptHistoryLoss.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    ledger.acceptHistoryLoss(input.reason);
    return { epoch: ledger.epoch().counter };
  }),
};

/** Who submits and who approves are different accounts. */
function checksItself(roles: readonly AccountRole[]): boolean {
  const pairs = [
    ['clerk', 'reviewer'],
    ['member', 'leader'],
  ] as const;
  return pairs.some((pair) => pair.every((role) => roles.includes(role)));
}

function newLedger({ ports }: Host, input: NewOfficeInput): NewLedger {
  const { role, code, name, user, password, demo, singleAccount } = input;
  return {
    office: { id: ports.newId(), code, name, kind: role, demo },
    account: {
      name: user,
      roles: singleAccount ? EVERY_ROLE[role] : ['administrator'],
      single: singleAccount,
    },
    password,
  };
}
