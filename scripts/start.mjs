// `npm start [-- --data DIR --port N --page DIR]`: the desktop program where Electron is or can be fetched at once,
// otherwise the loopback host with the user's own browser. `--page` names a page that is built already.
import { spawn } from 'node:child_process';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startText } from '../renderer/text/start.ts';
import { CORE_FLAGS } from './core-flags.mjs';
import { openInBrowser } from './start-browser.mjs';
import { buildStale } from './start-build.mjs';
import { findElectron } from './start-electron.mjs';
import { withStartLock } from './start-lock.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { env, platform, arch } = process;
/** A start that waits longer for a download than this is a start that fails. */
const FETCH_SECONDS = 20;

const options = readOptions();
if (options) await start(options);
else fail(startText.usage);

async function start({ data, port, page }) {
  const electron = await findElectron({
    ...{ root, env, platform, arch, uid: process.getuid?.() },
    fetchSeconds: FETCH_SECONDS,
    onFetch: () => note(startText.fetching(FETCH_SECONDS)),
  });
  const onBuild = () => note(startText.building);
  const entries = 'binary' in electron;
  const built = (page && !entries) || (await buildStale(root, { entries, onBuild }));
  if (!built) return fail(startText.buildFailed);
  const folder = data ? ['--data', data] : [];
  if (entries) return startWindow(electron.binary, folder);
  const door = port ? ['--port', port] : [];
  await startHost([...folder, ...door, '--page', page ?? join(root, 'out', 'page')], electron.reason);
}

function startWindow(binary, args) {
  say(startText.electron);
  const program = join(root, 'out', 'electron', 'main.js');
  endTogether(spawn(binary, [program, ...args], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] }));
}

/** The host tells one line, and ends when its channel to this process does. */
async function startHost(args, reason) {
  const program = join(root, 'electron', 'loopback.ts');
  let child;
  // Of two starts at once the second is to find the host of the first.
  const line = await withStartLock(join(root, 'out', 'start-host.lock'), () => {
    const words = [...CORE_FLAGS, program, ...args];
    child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
    endTogether(child);
    return firstLine(child.stdout);
  });
  if (line === undefined) return fail(startText.notAnswering);
  const { address, open, running } = JSON.parse(line);
  say(running ? startText.running : startText.browser(reason));
  say(startText.address(address));
  child.once('exit', () => running || say(startText.ended));
  say((await openInBrowser(platform, env, open)) ? startText.opened : startText.openYourself(open));
}

/** Ctrl+C at a terminal reaches the child by itself; the end of the channel says the same everywhere else. */
function endTogether(child) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => child.connected && child.disconnect());
  process.on('exit', () => child.kill());
  child.once('error', (error) => fail(error.message));
  child.once('exit', (code) => {
    process.exitCode ||= code ?? 1;
  });
}

/** @returns {Promise<string | undefined>} undefined when the stream ended without one */
function firstLine(stream) {
  const lines = createInterface(stream);
  return new Promise((resolve) => lines.once('line', resolve).once('close', () => resolve(undefined)));
}

/** Paths count from where the user stood: npm changes into the package's own folder. */
function readOptions() {
  const text = { type: 'string' };
  const from = (path) => path && resolve(env.INIT_CWD ?? process.cwd(), path);
  try {
    const { values } = parseArgs({ options: { data: text, port: text, page: text } });
    return { ...values, data: from(values.data), page: from(values.page) };
  } catch {
    return undefined;
  }
}

function say(sentence) {
  process.stdout.write(`${sentence}\n`);
}

/** Beside what the start has to say: how far it is. */
function note(sentence) {
  process.stderr.write(`${sentence}\n`);
}

function fail(sentence) {
  note(sentence);
  process.exitCode = 1;
}
