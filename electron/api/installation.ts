import { generateOfficeKeys, hasOwnKeys, ownKeyFile, storeOwnKeys } from '../exchange/own-keys.ts';
import { hasCampaign, startCampaign } from '../registers/campaign/campaign-register.ts';
import { createRound } from '../registers/self-inspection/self-inspection-register.ts';
import type { OpenLedger } from '../store/ledger-store.ts';
import { ownRevision } from '../store/office-sql.ts';
import type { Host } from './host.ts';
import { shippedPreset } from './presets.ts';

/**
 * What a new ledger needs beside its database: keys for bundles, the campaign, its rounds. In one write, and
 * again when that write was cut off: a ledger that has them is left as it is.
 */
export async function completeInstallation(ledger: OpenLedger, presetId: string): Promise<void> {
  if (ledger.readOnlyBecause || ledger.read((db) => hasOwnKeys(db) && hasCampaign(db, ledger.office))) return;
  const preset = shippedPreset(presetId);
  const keys = await generateOfficeKeys();
  ledger.write(ledger.account.pk, 'office.initialize', (write) => {
    write.undo.refuse('undo_not_possible');
    if (!hasOwnKeys(write)) storeOwnKeys(write, keys);
    if (hasCampaign(write, ledger.office)) return;
    const campaign = startCampaign(write, preset);
    if (ledger.ownOffice.kind === 'group') return;
    for (const { name, beginsOn, endsOn } of campaign.rounds) createRound(write, { name, beginsOn, endsOn });
  });
}

/** Who this installation is, and what everybody who works with it must see. */
export function identityOf({ ports }: Host, ledger: OpenLedger) {
  const { ownOffice, installation, account } = ledger;
  return {
    id: ownOffice.id,
    today: ports.clock.today(),
    code: ownOffice.code,
    name: ownOffice.name,
    role: ownOffice.kind,
    demo: ownOffice.demo,
    singleAccount: installation.singleAccount,
    recoveryConfirmed: installation.recoveryConfirmedAt !== undefined,
    fingerprint: ownFingerprint(ledger),
    rev: ledger.read(ownRevision),
    epoch: ledger.epoch().counter,
    readOnlyBecause: ledger.readOnlyBecause?.code ?? null,
    account: ledger.openedBy === 'recovery' ? null : accountOf(account),
  };
}

export function accountOf({ id, name, roles, single, disabled }: OpenLedger['account']) {
  return { id, name, roles: [...roles], single, disabled };
}

/** Compared on paper before either side trusts the other's keys. */
export function ownFingerprint(ledger: OpenLedger): string {
  return ledger.read(ownKeyFile).fingerprint;
}
