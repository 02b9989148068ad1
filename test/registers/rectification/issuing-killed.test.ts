import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it, onTestFinished } from 'vitest';
import { lockHost } from '../../../electron/api/host.ts';
import { faultDesk, initialize, open } from '../../faults/fault-desk.ts';
import { lastingScratch } from '../../support/scratch.ts';

const WORKER = join(import.meta.dirname, 'issuing-worker.ts');

/** Kills the process once it has told so many answers, in whatever it does then. @returns the numbers it was given */
async function issueUntilKilled(place: string, answers: number, after: number): Promise<string[]> {
  const worker = spawn(process.execPath, [WORKER, place], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void worker.kill('SIGKILL'));
  const given: string[] = [];
  let left = answers;
  createInterface({ input: worker.stdout }).on('line', (line) => {
    const { numbers } = JSON.parse(line) as { numbers?: string[] };
    given.push(...(numbers ?? []));
    if (left === 0) setTimeout(() => worker.kill('SIGKILL'), after);
    left -= 1;
  });
  const [, signal] = (await once(worker, 'close')) as [number | null, string | null];
  expect(signal).toBe('SIGKILL');
  return given;
}

it('a process that is killed while it issues leaves numbers without a gap, those that it was given among them', async () => {
  const { folder, remove } = lastingScratch();
  const desk = faultDesk(folder, 'settle');
  await initialize(desk);
  const { personnel, rectification } = desk.client;
  const { id: unit } = await personnel.createUnit({ name: '县公安局' });
  for (let at = 0; at < 120; at += 1) {
    await rectification.draftItem({
      ...{
        source: 'officeInspection',
        category: 'cases-not-handled',
        problem: `问题${at}`,
        measures: '逐案复核',
      },
      ...{ unit, leader: '李副局长', owner: '王所长', dueOn: '2021-05-10' },
    });
  }
  lockHost(desk.host);
  const given: string[] = [];
  for (const [answers, after] of [
    [0, 3],
    [1, 0],
    [2, 8],
  ] as const) {
    given.push(...(await issueUntilKilled(folder, answers, after)));
  }
  const survivor = faultDesk(folder, 'look');
  await open(survivor);
  const { items } = await survivor.client.rectification.items({ state: 'issued', limit: 500 });
  const numbers = items.map(({ number }) => Number(number!.split('-')[1]));
  expect(numbers).toEqual(numbers.map((_, at) => at + 1));
  expect(numbers.length % 7).toBe(0);
  expect(items.map(({ number }) => number)).toEqual(expect.arrayContaining(given));
  expect(given.length).toBeGreaterThanOrEqual(21);
  lockHost(survivor.host);
  remove();
}, 60_000);
