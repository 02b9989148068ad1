/**
 * A process of its own for tests that kill one: `ledger-child.ts JOB FOLDER APPLICATION_DATA [N [RECOVERY_CODE]]`.
 * With N, it kills itself before the Nth call that changes a file, counted from the job's beginning.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { type OpenLedger, openLedger } from '../../electron/store/ledger-store.ts';
import { testPorts } from '../support/test-ports.ts';
import { newLedger, note, PASSWORD, reopen, USER } from './new-ledger.ts';

const [job, folder = '', applicationData = '', cut, recoveryCode = ''] = process.argv.slice(2);
const ports = { ...testPorts(folder), applicationData };

const JOBS: Record<string, () => Promise<void>> = {
  async create() {
    killBeforeCall(Number(cut));
    const { store } = await newLedger(folder, ports);
    store.close();
  },
  async changePassword() {
    const store = await openLedger(folder, ports, { recoveryCode });
    killBeforeCall(Number(cut));
    await store.changePassword(USER, PASSWORD, 'new-password-1');
    store.close();
  },
  async hold() {
    const store = await reopen(folder, ports);
    note(store, 'held');
    process.stdout.write('open\n');
    process.stdin.on('end', () => store.close()).resume();
  },
  async writeAndDie() {
    const store = await reopen(folder, ports);
    writeCanaries(store);
    process.kill(process.pid, 'SIGKILL');
  },
};

function writeCanaries(store: OpenLedger): void {
  for (let i = 0; i < 200; i++) note(store, `金丝雀羽毛-CANARY-${String(i).padStart(4, '0')}`);
  store.read((db) => db.all('SELECT a.name FROM campaign a, campaign b ORDER BY a.name || b.name DESC'));
}

function killBeforeCall(last: number): void {
  let calls = 0;
  const counted =
    <Arguments extends unknown[], Result>(call: (...values: Arguments) => Result) =>
    (...values: Arguments): Result => {
      calls += 1;
      if (calls === last) process.kill(process.pid, 'SIGKILL');
      return call(...values);
    };
  const { writeSync, fsyncSync, fdatasyncSync, renameSync } = fs;
  Object.assign(fs, {
    writeSync: counted(writeSync as (...values: unknown[]) => number),
    fsyncSync: counted(fsyncSync),
    fdatasyncSync: counted(fdatasyncSync),
    renameSync: counted(renameSync),
  });
  syncBuiltinESMExports();
}

await JOBS[job ?? '']?.();
