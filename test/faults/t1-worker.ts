/**
 * The process that is killed: `t1-worker.ts JOB PLACE SEED [--acknowledge-early]`. It tells what it does on
 * stdout, a line of JSON each: `{}` when it begins, `{starts: n}` before a write is asked for, `{ends: n, answer}`
 * after its answer came; `{over: true}` when all is done, and then it waits to be killed.
 */
import { writeSync } from 'node:fs';
import { addAccount, changePassword } from './account-writes.ts';
import { faultDesk, initialize, open } from './fault-desk.ts';
import { playStream, type Watcher } from './write-stream.ts';

const [job = '', place = '', seed = '', early] = process.argv.slice(2);

/** Straight into the pipe: what was told before a kill arrives after it. */
function tell(line: object): void {
  writeSync(1, `${JSON.stringify(line)}\n`);
}

/** What a program would do that answers before it has committed: the row has to find it out. */
const hasty: Watcher = {
  starts: (number) => tell({ ends: number }),
  ends: () => undefined,
};
const honest: Watcher = {
  starts: (number) => tell({ starts: number }),
  ends: (number, answer) => tell({ ends: number, answer }),
};
const watcher = early === '--acknowledge-early' ? hasty : honest;

const desk = faultDesk(place, seed);
tell({});
if (job === 'writes') await playStream(desk, Number(seed), watcher);
if (job === 'creation') {
  watcher.starts(1);
  const { officeId, recoveryCode } = await initialize(desk);
  watcher.ends(1, { id: officeId, rev: recoveryCode.length });
}
if (job === 'accounts') {
  await open(desk);
  for (let number = 1; number <= 4; number += 1) {
    watcher.starts(number);
    const change = number % 2 === 0 ? addAccount : changePassword;
    watcher.ends(number, await change(desk.client, number));
  }
}
tell({ over: true });
setInterval(() => undefined, 1000);
