// What `npm test` does: types, form, unused code, the page, tests, in this order, stopping at the first that fails.
// Arguments go to vitest: `npm test -- test/store`.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const resultsFile = join(root, 'out', 'vitest-results.json');

const colours = process.stdout.isTTY || Boolean(process.env.FORCE_COLOR);
const biomeArgs = ['ci', '--error-on-warnings', `--colors=${colours ? 'force' : 'off'}`, '.'];

const STEPS = [
  { name: 'types (tsc)', package: 'typescript', bin: 'tsc', args: ['-b'] },
  { name: 'form (biome)', package: '@biomejs/biome', bin: 'biome', args: biomeArgs },
  { name: 'unused code (knip)', package: 'knip', bin: 'knip', args: ['--no-progress'] },
  { name: 'page (vite)', package: 'vite', bin: 'vite', args: ['build', '--logLevel=warn'] },
  { name: 'tests (vitest)', package: 'vitest', bin: 'vitest', args: vitestArgs(process.argv.slice(2)) },
];

let running;
process.on('exit', () => running?.kill());
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => running?.kill(signal));

process.chdir(root);
if (!colours) process.env.NO_COLOR = '1';
mkdirSync(dirname(resultsFile), { recursive: true });
rmSync(resultsFile, { force: true });
await check();

async function check() {
  const began = performance.now();
  for (const step of STEPS) {
    const stepBegan = performance.now();
    console.log(`\n── ${step.name}`);
    const outcome = await run(step);
    const time = seconds(stepBegan);
    if (step.package === 'vitest') report(outcome === 0);
    if (outcome !== 0) return stop(`✗ npm test stopped at: ${step.name}, after ${time} (${outcome})`);
    console.log(`── ${step.name}: ok, ${time}`);
  }
  console.log(`\n✓ npm test: everything passed, ${seconds(began)}`);
}

function run(step) {
  running = spawn(process.execPath, [entry(step), ...step.args], { stdio: ['ignore', 'inherit', 'inherit'] });
  return new Promise((resolve) => {
    running.once('error', (error) => resolve(error.message));
    running.once('exit', (code, signal) => resolve(code ?? signal));
  });
}

/** The tool's own JavaScript entry: the links in node_modules/.bin are shell scripts on Windows. */
function entry(step) {
  const folder = join(root, 'node_modules', step.package);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[step.bin]);
}

function vitestArgs(args) {
  return ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${resultsFile}`, ...args];
}

/** Prints the counts that vitest wrote, and whatever else kept a green count from being a pass. */
function report(passed) {
  const results = readResults();
  if (!results) return console.error('✗ vitest left no results: no tests were counted');
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = results;
  const broken = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  for (const file of broken) console.error(`✗ could not be run at all: ${file.name}`);
  if (numPendingTests + numTodoTests > 0) console.log(`${numPendingTests + numTodoTests} skipped`);
  if (!passed && numFailedTests + broken.length === 0)
    console.error('✗ an error outside any test: see above');
  console.log(`${numPassedTests} passed, ${numFailedTests} failed`);
}

function readResults() {
  try {
    return JSON.parse(readFileSync(resultsFile, 'utf8'));
  } catch {
    return undefined;
  }
}

function stop(sentence) {
  console.error(`\n${sentence}`);
  process.exitCode = 1;
}

function seconds(since) {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}
