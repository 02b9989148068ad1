import assert from 'node:assert/strict';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { lockHost } from '../../electron/api/host.ts';
import { makeBackup } from '../../electron/store/backups.ts';
import { type FaultDesk, faultDesk, initialize, open, PASSWORD, USER } from './fault-desk.ts';
import { registerDigest } from './register-digest.ts';
import { trustGroup } from './t1-trials.ts';
import type { PrepareTrials } from './trials.ts';
import { playStream, STREAM_LENGTH } from './write-stream.ts';

/** A backup after every so many writes of a stream. */
const WRITES_BETWEEN = 3;
const A_STREAM = STREAM_LENGTH / WRITES_BETWEEN;

/** Restoring is told in the history, moves the own office's revision and epoch, and is itself no step to undo. */
const TOLD = ['audit', 'audit_body', 'office', 'undo_step', 'undo_image'];

interface KeptBackup {
  /** Carried away from the data folder. */
  readonly stick: string;
  readonly digest: string;
  readonly head: string;
  readonly seq: number;
}

interface Stream {
  readonly recoveryCode: string;
  readonly backups: readonly KeptBackup[];
}

/** A stream of writes with its backups is played once for as many trials as it has backups. */
export const prepareRestores: PrepareTrials = async (place, seed) => {
  let played: { readonly number: number; readonly stream: Stream } | undefined;
  return {
    async play(number) {
      const wanted = Math.floor(number / A_STREAM);
      if (played?.number !== wanted) {
        const folder = join(place, 'stream');
        for (const old of [folder, `${folder}-group`]) rmSync(old, { recursive: true, force: true });
        played = { number: wanted, stream: await playWithBackups(folder, seed * 10_000 + wanted) };
      }
      const { stream } = played;
      assert.equal(stream.backups.length, A_STREAM);
      const backup = stream.backups[number % A_STREAM];
      assert.ok(backup);
      const clean = join(place, 'clean');
      try {
        return [await restored(clean, backup, number % 3 === 0 ? stream.recoveryCode : null)];
      } finally {
        rmSync(clean, { recursive: true, force: true });
      }
    },
    close: () => undefined,
  };
};

async function playWithBackups(place: string, seed: number): Promise<Stream> {
  const desk = faultDesk(place, String(seed));
  const { recoveryCode } = await initialize(desk);
  await trustGroup(desk, place);
  const backups: KeptBackup[] = [];
  await playStream(desk, seed, {
    starts: () => undefined,
    ends(number) {
      if (number % WRITES_BETWEEN === 0) backups.push(keptBackup(desk, join(place, `stick-${number}`)));
    },
  });
  return { recoveryCode, backups };
}

/** In the order of the stream: a watcher is not waited for. */
function keptBackup(desk: FaultDesk, stick: string): KeptBackup {
  const ledger = ledgerOf(desk);
  const { fileName } = makeBackup(ledger, desk.host.folder, desk.ports.clock.now());
  cpSync(join(desk.host.folder, 'backups', fileName), stick, { recursive: true });
  const { hash: head, seq } = ledger.auditHead();
  return { stick, digest: ledger.read((db) => registerDigest(db, TOLD)), head, seq };
}

async function restored(place: string, backup: KeptBackup, recoveryCode: string | null): Promise<string> {
  const desk = faultDesk(place, 'clean');
  const secret = recoveryCode === null ? { user: USER, password: PASSWORD } : { recoveryCode };
  try {
    const asked = { from: backup.stick, secret, reason: '演练', apply: true };
    const told = await desk.client.office.restoreBackup(asked);
    assert.equal(told.applied && told.newEpoch && told.movedTo === null, true);
    await open(desk);
    const ledger = ledgerOf(desk);
    ledger.verify();
    assert.equal(
      ledger.read((db) => registerDigest(db, TOLD)),
      backup.digest,
      'other registers',
    );
    assert.equal(hashAt(desk, backup.seq), backup.head, 'another history');
    await desk.client.personnel.createUnit({ name: '恢复以后', kind: 'court' });
    return recoveryCode === null ? 'by password' : 'by recovery code';
  } finally {
    lockHost(desk.host);
  }
}

function hashAt(desk: FaultDesk, seq: number): string | undefined {
  const row = ledgerOf(desk).read((db) =>
    db.get<{ hash: Buffer }>('SELECT hash FROM audit WHERE seq = ?', seq),
  );
  return row?.hash.toString('hex');
}

function ledgerOf({ host }: FaultDesk) {
  assert.ok(host.ledger);
  return host.ledger;
}
