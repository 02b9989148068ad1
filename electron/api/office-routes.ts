import { implement } from '@orpc/server';
import type { Given } from '../../shared/contract/base.ts';
import { contract } from '../../shared/contract/index.ts';
import type { office } from '../../shared/contract/office.ts';
import { ensure } from '../../shared/vocabulary/refusal.ts';
import type { AccountRole, InstallationRole } from '../../shared/vocabulary/words.ts';
import { fillDemo } from '../demo/fill-demo.ts';
import { requireOpenStep } from '../registers/periods/period-undo.ts';
import { requireSoundUnits } from '../registers/personnel/unit-changes.ts';
import { retention, setRetention } from '../registers/self-inspection/summary-purge.ts';
import { verifySummaries } from '../registers/study/study-summary.ts';
import { restoreMarks } from '../registers/study/study-undo.ts';
import type { Advance } from '../store/advance.ts';
import { listBackups } from '../store/backups.ts';
import { createLedger, type NewLedger, type OpenLedger, openLedger } from '../store/ledger-store.ts';
import { keepPreferences, preferencesOf } from '../store/preferences.ts';
import { lastStep, type Restorers, undoStep } from '../store/undo.ts';
import { conditionOf, statusOf } from './condition.ts';
import { backUp, backUpLater } from './daily-backup.ts';
import { type Host, lockHost, openHost } from './host.ts';
import { accountOf, completeInstallation, identityOf, ownFingerprint } from './installation.ts';
import { shippedPreset } from './presets.ts';
import { type ApiContext, checkAccount, mapErrors, openLedgerOf } from './procedures.ts';
import { restoreBackup } from './restoring.ts';
import { purgeWhenDue } from './summary-purge.ts';
import { working, workUnderWay } from './work.ts';

const EVERY_ROLE: Record<InstallationRole, readonly AccountRole[]> = {
  office: ['clerk', 'reviewer', 'administrator'],
  group: ['member', 'leader', 'administrator'],
};

const DEFAULT_PRESET = '2021';

/** Every register that keeps many rows in one image. */
const RESTORERS: Restorers = { ...restoreMarks };

type NewOfficeInput = Given<typeof office.initialize>;

const routes = implement(contract.office).$context<ApiContext>().use(mapErrors).use(checkAccount);

export const officeRoutes = {
  status: routes.status.handler(async ({ context }) => await statusOf(context.host)),

  initialize: routes.initialize.handler(async ({ input, context }) => {
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

  unlock: routes.unlock.handler(async ({ input, context }) => {
    const { host } = context;
    const { user, password } = input;
    const ledger = await openHost(host, () => openLedger(host.folder, host.ports, { user, password }));
    await completeInstallation(ledger, DEFAULT_PRESET);
    purgeWhenDue(host);
    backUpLater(host);
    return identityOf(host, ledger);
  }),
  unlockByRecovery: routes.unlockByRecovery.handler(async ({ input, context }) => {
    const { host } = context;
    const { code: recoveryCode } = input;
    return identityOf(
      host,
      await openHost(host, () => openLedger(host.folder, host.ports, { recoveryCode })),
    );
  }),
  lock: routes.lock.handler(({ context }) => {
    lockHost(context.host);
    return {};
  }),
  identity: routes.identity.handler(({ context }) => identityOf(context.host, openLedgerOf(context.host))),

  confirmRecovery: routes.confirmRecovery.handler(({ input, context }) => {
    openLedgerOf(context.host).confirmRecovery(input.code);
    return { recoveryConfirmed: true as const };
  }),

  renewRecovery: routes.renewRecovery.handler(({ context }) => ({
    recoveryCode: openLedgerOf(context.host).replaceRecovery(),
    recoveryConfirmed: false as const,
  })),

  condition: routes.condition.handler(({ context }) => conditionOf(context.host)),
  backup: routes.backup.handler(({ context }) => backUp(context.host)),
  backups: routes.backups.handler(({ context }) => listBackups(context.host.folder)),
  restoreBackup: routes.restoreBackup.handler(({ input, context, signal }) =>
    restoreBackup(context.host, input, signal),
  ),
  progress: routes.progress.handler(({ context }) => workUnderWay(context.host)),

  preferences: routes.preferences.handler(({ context: { host } }) =>
    preferencesOf(host.folder, openLedgerOf(host).account.id),
  ),
  savePreferences: routes.savePreferences.handler(({ input, context: { host } }) => {
    keepPreferences(host.folder, openLedgerOf(host).account.id, input);
    return {};
  }),

  accounts: routes.accounts.handler(({ context }) => openLedgerOf(context.host).accounts().map(accountOf)),
  addAccount: routes.addAccount.handler(async ({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    ensure(ledger.installation.singleAccount || !checksItself(input.roles), 'roles_apart');
    return accountOf(await ledger.addAccount(input));
  }),
  disableAccount: routes.disableAccount.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    ledger.disableAccount(input.id);
    const account = ledger.accounts().find(({ id }) => id === input.id);
    ensure(account, 'not_found');
    return accountOf(account);
  }),
  changePassword: routes.changePassword.handler(async ({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    await ledger.changePassword(ledger.account.name, input.password, input.newPassword);
    return {};
  }),

  registerKey: routes.registerKey.handler(({ context }) => {
    const ledger = openLedgerOf(context.host);
    const { recovery, accounts } = ledger.registerKeyHolders();
    return {
      held: ledger.openText !== undefined,
      recovery,
      accounts: accounts.map((one) => ({ ...one, roles: [...one.roles] })),
    };
  }),
  grantRegisterKey: routes.grantRegisterKey.handler(({ input, context }) => {
    openLedgerOf(context.host).grantRegisterKey(input.account);
    return {};
  }),

  retention: routes.retention.handler(({ context }) => openLedgerOf(context.host).read(retention)),
  setRetention: routes.setRetention.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    ledger.write(ledger.account.pk, 'office.setRetention', (write) => setRetention(write, input.purgeOn));
    return {};
  }),

  resetPassword: routes.resetPassword.handler(async ({ input, context }) => {
    await openLedgerOf(context.host).resetPassword(input.name, input.newPassword);
    return {};
  }),

  verify: routes.verify.handler(({ context: { host }, signal }) =>
    working(host, 'verify', signal, (advance) => verifyLedger(openLedgerOf(host), advance)),
  ),
  lastStep: routes.lastStep.handler(({ context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.read((db) => lastStep(db, ledger.account.pk));
  }),
  undo: routes.undo.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.write(ledger.account.pk, 'office.undo', (write) => {
      requireOpenStep(write, input.step);
      const undone = undoStep(write, input.step, RESTORERS);
      requireSoundUnits(write);
      return undone;
    });
  }),
  fillDemo: routes.fillDemo.handler(({ input, context: { host }, signal }) =>
    working(host, 'fillDemo', signal, (advance) => {
      const ledger = openLedgerOf(host);
      return fillDemo(ledger, ledger.account.pk, ledger.installation.demo, input, advance);
    }),
  ),
  acceptHistoryLoss: routes.acceptHistoryLoss.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    ledger.acceptHistoryLoss(input.reason);
    return { epoch: ledger.epoch().counter };
  }),
};

async function verifyLedger(ledger: OpenLedger, advance: Advance) {
  const parts = ledger.verification();
  let part = parts.next();
  for (let done = 0; !part.done; done++) {
    await advance(part.value, done, 4);
    part = parts.next();
  }
  const { entries, head } = part.value;
  await advance('sums', 3, 4);
  const count = ledger.read((db) => verifySummaries(db));
  ensure(count === 0, 'summaries_differ', { count });
  return { entries, head: head.hash };
}

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
