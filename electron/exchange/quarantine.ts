import { ensure } from '../../shared/vocabulary/refusal.ts';
import { reopenBundle } from '../bundle/bundle.ts';
import type { Readable, Write } from '../store/handles.ts';
import type { OpenLedger } from '../store/ledger-store.ts';
import { type Branches, branchesOf } from './branches.ts';
import { ownIdentities } from './own-keys.ts';
import { type Party, partyByOffice } from './parties.ts';
import {
  fallenBundles,
  forkedSenders,
  type KeptRow,
  keptContent,
  laidAside,
  layFallenAside,
} from './quarantine-sql.ts';
import { layFileAside, waitingFiles } from './turned-away-sql.ts';

/** More than anybody settles in a day; what is beyond comes up as these are settled. */
const SHOWN = 200;

/** Everything that was put aside or sent away, with what it says of itself. */
export async function quarantine(ledger: OpenLedger) {
  const { senders, fallen, files, done } = ledger.read((db) => ({
    senders: forkedSenders(db).map((sender) => ({
      party: partyOf(db, sender),
      branches: branchesOf(db, sender),
    })),
    fallen: fallenBundles(db, SHOWN).map((row) => ({ row, party: partyOf(db, row.sender) })),
    files: waitingFiles(db, SHOWN),
    done: laidAside(db, SHOWN),
  }));
  const forks = [];
  for (const { party, branches } of senders) forks.push(await forkTold(ledger, party, branches));
  const fallenTold = [];
  for (const { party, row } of fallen) {
    const because = party.pinning.revoked?.reason ?? null;
    fallenTold.push({ ...senderOf(party), ...(await keptTold(ledger, row)), because });
  }
  return {
    forks,
    fallen: fallenTold,
    turnedAway: files.map(
      ({
        hash,
        file_name: fileName,
        code,
        at,
        by_name: by,
        claimed_code,
        claimed_name,
        claimed_sequence,
      }) => {
        const claims =
          claimed_code !== null && claimed_name !== null && claimed_sequence !== null
            ? { code: claimed_code, name: claimed_name, sequence: claimed_sequence }
            : null;
        return { hash, fileName, code, claims, at, by };
      },
    ),
    doneWith: done.map(({ file_name: fileName, by_name: by, ...row }) => ({ ...row, fileName, by })),
  };
}

/**
 * Nobody waits any more for a file that was turned away, or that was kept as evidence of a fallen key.
 * @throws Refusal `not_found`
 */
export function layAside(write: Write, hash: string, reason: string): void {
  write.undo.refuse('undo_not_possible');
  const waited = layFileAside(write, hash, reason) || layFallenAside(write, hash, reason);
  ensure(waited, 'not_found', { register: 'bundle' });
  write.record({ laidAside: hash, reason });
}

async function forkTold(ledger: OpenLedger, party: Party, { ancestor, standing, other, stuckAt }: Branches) {
  return {
    ...senderOf(party),
    ancestor,
    standing: await allTold(ledger, standing),
    other: await allTold(ledger, other),
    why: stuckAt ? ('branch_out_of_reach' as const) : null,
  };
}

async function allTold(ledger: OpenLedger, rows: readonly KeptRow[]) {
  const told = [];
  for (const row of rows) told.push(await keptTold(ledger, row));
  return told;
}

async function keptTold(ledger: OpenLedger, row: KeptRow) {
  return {
    hash: row.hash,
    epoch: row.epoch,
    sequence: row.sequence,
    full: row.base_rev === 0,
    asOf: row.as_of,
    headRev: row.head_rev,
    rows: await rowsIn(ledger, row.hash),
    state: row.state,
    receivedAt: row.received_at,
    receivedBy: row.received_by_name,
  };
}

/** Null where the kept file cannot be opened any more. */
async function rowsIn(ledger: OpenLedger, hash: string): Promise<number | null> {
  const content = ledger.read((db) => keptContent(db, hash));
  const bundle = content && (await reopenBundle(content, ledger.read(ownIdentities)).catch(() => null));
  if (!bundle) return null;
  const tables = [...bundle.tables].filter(([name]) => name !== 'rankCheck');
  return tables.reduce((sum, [, { rows }]) => sum + rows, 0);
}

function senderOf({ keys: { officeId, code, name } }: Party) {
  return { sender: officeId, code, name };
}

function partyOf(db: Readable, sender: number): Party {
  const party = partyByOffice(db, sender);
  ensure(party, 'party_unknown');
  return party;
}
