/** `trial-worker.ts KIND SEED FROM COUNT PLACE`: plays trials and tells of them, a line of JSON at a time. */
import { prepareContainers } from './t5-container.ts';
import { prepareDatabase } from './t5-database.ts';
import { prepareDocuments } from './t5-document.ts';
import { prepareConvergence } from './t6-trials.ts';
import { prepareRestores } from './t11-trials.ts';
import type { PrepareTrials, TrialsTold } from './trials.ts';

const KINDS: Readonly<Record<string, PrepareTrials>> = {
  container: prepareContainers,
  document: prepareDocuments,
  database: prepareDatabase,
  convergence: prepareConvergence,
  restore: prepareRestores,
};
const TELL_EVERY = 250;

const [kind = '', seed = '', from = '', count = '', place = ''] = process.argv.slice(2);
const prepare = KINDS[kind];
if (!prepare) throw new Error(`no such trials: ${kind}`);
const trials = await prepare(place, Number(seed));
let since = { injected: 0, fell: {} as Record<string, number>, failures: [] as string[] };
let told = performance.now();
for (let number = Number(from); number < Number(from) + Number(count); number += 1) {
  await playOne(number);
  if (performance.now() - told > TELL_EVERY) tell({});
}
trials.close();
tell({ over: { peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024) } });

async function playOne(number: number): Promise<void> {
  const before = process.cpuUsage();
  try {
    const fell = await trials.play(number);
    if (fell.length > 0) since.injected += 1;
    for (const name of fell) since.fell[name] = (since.fell[name] ?? 0) + 1;
  } catch (error) {
    since.injected += 1;
    since.failures.push(`${kind} ${number}, seed ${seed}: ${sentenceOf(error)}`);
  }
  const { user, system } = process.cpuUsage(before);
  // of the processor, not of the clock: other programs may keep it busy
  const seconds = (user + system) / 1e6;
  if (seconds > (trials.hangSeconds ?? Number.POSITIVE_INFINITY))
    since.failures.push(`${kind} ${number}, seed ${seed}: ${seconds.toFixed(1)} s`);
}

function tell(last: Pick<TrialsTold, 'over'>): void {
  process.stdout.write(`${JSON.stringify({ ...since, ...last } satisfies TrialsTold)}\n`);
  since = { injected: 0, fell: {}, failures: [] };
  told = performance.now();
}

function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const where = (error.stack ?? '')
    .split('\n')
    .filter((line) => line.includes('/electron/') || line.includes('/test/'));
  return `${error.message.slice(0, 600)} ${where
    .slice(0, 3)
    .map((line) => line.trim())
    .join(' ')}`;
}
