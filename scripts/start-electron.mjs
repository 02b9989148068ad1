// Whether the desktop program can be shown on this PC, and if not, why.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { hasDisplay } from './start-browser.mjs';
import { runTool } from './start-build.mjs';

const FORGET_FAILURE_MS = 24 * 3600 * 1000;
const ANSWER_MS = 10_000;

/** Machines that Electron has builds for; electronjs.org, releases of 45. */
const SUPPORTED = {
  darwin: ['arm64', 'x64'],
  linux: ['arm', 'arm64', 'x64'],
  win32: ['arm64', 'ia32', 'x64'],
};

const EXECUTABLE = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' };

/**
 * @param {{ root: string, env: NodeJS.ProcessEnv, platform: string, arch: string, uid: number | undefined,
 *   fetchSeconds: number, onFetch: () => void }} machine
 * @returns {Promise<{ binary: string } | { reason: string }>} the program, or the reason as renderer/text/start.ts
 *   knows it
 */
export async function findElectron(machine) {
  const { env, platform, arch, uid } = machine;
  if (!hasDisplay(platform, env)) return { reason: 'noDisplay' };
  if (platform === 'linux' && uid === 0) return { reason: 'superuser' };
  if (!SUPPORTED[platform]?.includes(arch)) return { reason: 'unsupported' };
  const binary = installed(machine) ?? (await fetched(machine));
  if (typeof binary !== 'string') return binary;
  return runs(binary, env) ? { binary } : { reason: 'unusable' };
}

/** Looked for by its file: to require the package would download it, for as long as that takes. */
function installed({ root, env, platform }) {
  const name = EXECUTABLE[platform] ?? 'electron';
  const elsewhere = env.ELECTRON_OVERRIDE_DIST_PATH;
  if (elsewhere) return existing(join(elsewhere, name));
  // Written last by the installer: without it the folder may be half unpacked.
  if (!existsSync(join(root, 'node_modules/electron/path.txt'))) return undefined;
  return existing(join(root, 'node_modules/electron/dist', name));
}

function existing(file) {
  return existsSync(file) ? file : undefined;
}

async function fetched(machine) {
  const { root, env, fetchSeconds, onFetch } = machine;
  if (env.ELECTRON_OVERRIDE_DIST_PATH) return { reason: 'notThere' };
  if (env.CI || env.ELECTRON_SKIP_BINARY_DOWNLOAD) return { reason: 'fetchOff' };
  if (failedRecently(root)) return { reason: 'fetchFailedBefore' };
  onFetch();
  const limit = { timeout: fetchSeconds * 1000, killSignal: 'SIGKILL' };
  await runTool(root, 'node_modules/electron/install.js', [], {
    ...limit,
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const binary = installed(machine);
  if (!binary) rememberFailure(root);
  return binary ?? { reason: 'notFetched' };
}

/** A library may be missing, or a policy forbid it. As Node it starts no window. */
function runs(binary, env) {
  const options = { env: { ...env, ELECTRON_RUN_AS_NODE: '1' }, stdio: 'ignore', timeout: ANSWER_MS };
  return spawnSync(binary, ['--version'], options).status === 0;
}

function failureFile(root) {
  return join(root, 'out', 'electron-fetch-failed');
}

function failedRecently(root) {
  const file = failureFile(root);
  if (!existsSync(file) || readFileSync(file, 'utf8') !== wantedVersion(root)) return false;
  return Math.abs(Date.now() - statSync(file).mtimeMs) < FORGET_FAILURE_MS;
}

function rememberFailure(root) {
  mkdirSync(dirname(failureFile(root)), { recursive: true });
  writeFileSync(failureFile(root), wantedVersion(root));
}

function wantedVersion(root) {
  return JSON.parse(readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8')).version;
}
