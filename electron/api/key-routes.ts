import { implement } from '@orpc/server';
import { contract } from '../../shared/contract/index.ts';
import { ensure, Refusal } from '../../shared/vocabulary/refusal.ts';
import { keyRecords, replaceKeys, revokeKeys, rotateKeys } from '../exchange/key-records.ts';
import { ownKeyFile } from '../exchange/own-keys.ts';
import { allParties, type Party, partyById } from '../exchange/parties.ts';
import { revokeByHand } from '../exchange/party-keys.ts';
import { readKeys, takeKeys } from '../exchange/taken-keys.ts';
import { backUp } from './daily-backup.ts';
import type { Host } from './host.ts';
import { type ApiContext, checkAccount, mapErrors, openLedgerOf } from './procedures.ts';

const routes = implement(contract.exchange).$context<ApiContext>().use(mapErrors).use(checkAccount);

/** Of the exchange: whose keys are trusted, and the own ones. */
export const keyRoutes = {
  ownKeys: routes.ownKeys.handler(({ context }) => {
    const ledger = openLedgerOf(context.host);
    const { content, ...told } = ledger.read(ownKeyFile);
    return {
      fileName: `${ledger.ownOffice.code}.jyzdkeys.json`,
      content: Buffer.from(content).toString('base64'),
      ...told,
    };
  }),
  readKeys: routes.readKeys.handler(({ input, context }) => {
    const content = Buffer.from(input.content, 'base64');
    const { keys, ...told } = openLedgerOf(context.host).read((db) => readKeys(db, content));
    return { ...namesOf(keys), ...told };
  }),
  trust: routes.trust.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    const { content, ...ceremony } = input;
    return ledger.write(ledger.account.pk, 'exchange.trust', (write) => {
      const { party, standing } = takeKeys(write, Buffer.from(content, 'base64'), ceremony);
      return { ...partyOf(party), standing };
    });
  }),
  parties: routes.parties.handler(({ context }) =>
    openLedgerOf(context.host).read((db) => allParties(db).map(partyOf)),
  ),
  revokeParty: routes.revokeParty.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.write(ledger.account.pk, 'exchange.revokeParty', (write) => {
      const held = partyById(write, input.office);
      ensure(held, 'party_unknown');
      const holder = { pk: held.pk, officeId: held.keys.officeId };
      const standing = revokeByHand(write, holder, input.from ?? null, input.reason);
      return { ...partyOf(partyById(write, input.office) ?? held), standing };
    });
  }),
  rotateKeys: routes.rotateKeys.handler(async ({ input, context: { host } }) => {
    await rotateKeys(openLedgerOf(host), input.reason);
    return newKeys(host);
  }),
  revokeKeys: routes.revokeKeys.handler(async ({ input, context: { host } }) => {
    await revokeKeys(openLedgerOf(host), input.reason);
    return newKeys(host);
  }),
  replaceKeys: routes.replaceKeys.handler(async ({ input, context: { host } }) => {
    await replaceKeys(openLedgerOf(host), input.reason);
    return newKeys(host);
  }),
  keyRecords: routes.keyRecords.handler(({ context }) =>
    openLedgerOf(context.host)
      .read(keyRecords)
      .map(({ party, content, ...told }) => ({
        party: party.keys.officeId,
        name: party.keys.name,
        content: Buffer.from(content).toString('base64'),
        ...told,
      })),
  ),
};

/** A restore from before would bring keys that nobody takes any more: the backup is not put off. */
function newKeys(host: Host) {
  const { number, fingerprint } = openLedgerOf(host).read(ownKeyFile);
  try {
    return { number, fingerprint, backup: backUp(host).fileName, backupProblem: null };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    host.backupProblem = error.code;
    return { number, fingerprint, backup: null, backupProblem: error.code };
  }
}

function partyOf({ keys, fingerprint, relation, pinning }: Party) {
  const { generation, how, at, by, revoked } = pinning;
  return { ...namesOf(keys), fingerprint, relation, generation, how, pinnedAt: at, pinnedBy: by, revoked };
}

function namesOf({ officeId, code, name, kind, demo }: Party['keys']) {
  return { officeId, code, name, kind, demo };
}
