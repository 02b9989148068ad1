// Installs what package-lock.json names, once per lockfile and machine kind. Started by npm before `start`,
// `test` and `ledger`, on whatever Node the machine has (18 or later), so it uses nothing but Node itself.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installedBrowser } from './browsers.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stampFile = join(root, 'node_modules', '.bootstrap-stamp.json');
const lockFile = join(root, 'out', 'bootstrap.lock');
const LOCK_BEAT_MS = 1_000;
const LOCK_STALE_MS = 10_000;

// With --quiet the caller's stdout belongs to a command that prints JSON.
const quiet = process.argv.includes('--quiet');
const say = (text) => (quiet ? process.stderr : process.stdout).write(`${text}\n`);

const wanted = stamp();
if (installedStamp() !== wanted) await installOnce();
if (process.argv.includes('--test') && !process.exitCode) await ensureBrowser();

function stamp() {
  const lockfile = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  return JSON.stringify({ lockfile, platform: process.platform, arch: process.arch });
}

function installedStamp() {
  try {
    return readFileSync(stampFile, 'utf8');
  } catch {
    return '';
  }
}

/** Two starts at the same moment must not both empty node_modules: the second waits for the first. */
async function installOnce() {
  const release = await takeLock();
  try {
    if (installedStamp() === wanted) return;
    say('正在安装程序所需的组件，仅首次需要，请稍候…… / Installing packages, needed once…');
    rmSync(stampFile, { force: true });
    const code = await runNpmCi();
    if (code !== 0)
      return fail(
        `组件安装失败，程序没有启动，数据未受影响：请检查网络或 npm 镜像设置后重试（npm ci: ${code}）。\n` +
          `Installing the packages failed, nothing was started and no data touched: check the network or the npm registry setting, then try again (npm ci: ${code}).`,
      );
    writeFileSync(`${stampFile}.new`, wanted);
    renameSync(`${stampFile}.new`, stampFile);
  } finally {
    release();
  }
}

/** Journeys walk through a real browser: an installed one, else Playwright's own, else Debian's package. */
async function ensureBrowser() {
  if (installedBrowser() || (await playwrightHasBrowser())) return;
  const playwright = join(root, 'node_modules', '@playwright', 'test', 'cli.js');
  const ways = [[process.execPath, [playwright, 'install', 'chromium']]];
  if (process.getuid?.() === 0) ways.push(['apt-get', ['install', '-y', 'chromium', 'fonts-noto-cjk']]);
  for (const [command, args] of ways) {
    if ((await exitOf(spawn(command, args, { stdio: ['ignore', quiet ? 2 : 1, 2] }))) === 0) return;
  }
  fail(
    '没有可用于测试的浏览器：请安装 Chromium、Chrome 或 Edge，或用 LEDGER_BROWSER 指明其位置。\n' +
      'No browser to test with: install Chromium, Chrome or Edge, or name one in LEDGER_BROWSER.',
  );
}

async function playwrightHasBrowser() {
  const { chromium } = await import('@playwright/test');
  return existsSync(chromium.executablePath());
}

function exitOf(child) {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(code ?? signal));
  });
}

function runNpmCi() {
  const npm = npmCli();
  if (!npm) return Promise.resolve('npm not found');
  // --include: NODE_ENV=production or a personal .npmrc must not leave out the tools or the Node runtime.
  const args = ['ci', '--ignore-scripts', '--include=dev', '--include=optional'];
  args.push('--no-audit', '--no-fund', '--loglevel=error');
  const child = spawn(
    process.execPath,
    ['--require', join(root, 'scripts/leave-with-parent.cjs'), npm, ...args],
    {
      cwd: root,
      env: { ...process.env, LEAVE_WITH_PARENT: String(process.pid) },
      stdio: ['ignore', quiet ? 2 : 1, 2, 'ipc'],
    },
  );
  return exitOf(child);
}

function npmCli() {
  const bin = dirname(process.execPath);
  const places = [
    process.env.npm_execpath,
    join(bin, '../lib/node_modules/npm/bin/npm-cli.js'),
    join(bin, 'node_modules/npm/bin/npm-cli.js'),
    join(bin, '../share/nodejs/npm/bin/npm-cli.js'),
  ];
  return places.find((place) => place?.endsWith('npm-cli.js') && existsSync(place));
}

function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}

/** A lock whose owner was killed stops being touched, and after ten seconds it counts for nothing. */
async function takeLock() {
  mkdirSync(dirname(lockFile), { recursive: true });
  while (!createLock()) {
    if (lockAge() > LOCK_STALE_MS) rmSync(lockFile, { force: true });
    else await new Promise((resolve) => setTimeout(resolve, 200));
  }
  const beat = setInterval(() => utimesSync(lockFile, new Date(), new Date()), LOCK_BEAT_MS);
  return () => {
    clearInterval(beat);
    rmSync(lockFile, { force: true });
  };
}

function createLock() {
  try {
    closeSync(openSync(lockFile, 'wx'));
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function lockAge() {
  try {
    return Math.abs(Date.now() - statSync(lockFile).mtimeMs);
  } catch {
    return 0;
  }
}
