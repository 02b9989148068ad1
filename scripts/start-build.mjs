// Builds the page, and the desktop program's entries, when what they are made of has changed.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withStartLock } from './start-lock.mjs';

/** `stamp` holds the digest of `sources` as they were when `result` was built. */
const PAGE = {
  result: 'out/page/index.html',
  stamp: 'out/page.stamp',
  sources: ['renderer', 'shared', 'vite.config.ts', 'package-lock.json'],
  tool: 'node_modules/vite/bin/vite.js',
  args: ['build', '--config', 'vite.config.ts', '--logLevel', 'warn'],
};
const ENTRIES = {
  result: 'out/electron/main.js',
  stamp: 'out/electron.stamp',
  sources: ['electron', 'shared', 'renderer/text', 'electron.vite.config.ts', 'package-lock.json'],
  tool: 'node_modules/electron-vite/bin/electron-vite.js',
  args: ['build', '--mode', 'entries', '--logLevel', 'warn'],
};

/**
 * @param {string} root
 * @param {{ entries: boolean, onBuild: () => void }} options whether the desktop entries too; told before a build
 * @returns {Promise<boolean>} whether everything stands
 */
export async function buildStale(root, { entries, onBuild }) {
  const products = entries ? [PAGE, ENTRIES] : [PAGE];
  if (products.every((product) => isFresh(root, product))) return true;
  onBuild();
  return await withStartLock(join(root, 'out', 'start-build.lock'), async () => {
    for (const product of products) {
      // Another start may have built it while this one waited.
      if (!isFresh(root, product) && !(await build(root, product))) return false;
    }
    return true;
  });
}

function isFresh(root, { result, stamp, sources }) {
  const file = join(root, stamp);
  if (!existsSync(join(root, result)) || !existsSync(file)) return false;
  return readFileSync(file, 'utf8') === digest(root, sources);
}

/** The digest is taken before: what is saved while the build runs makes it stale again. */
async function build(root, { stamp, sources, tool, args }) {
  const wanted = digest(root, sources);
  rmSync(join(root, stamp), { force: true });
  if ((await runTool(root, tool, args)) !== 0) return false;
  writeFileSync(join(root, stamp), wanted);
  return true;
}

function digest(root, sources) {
  const hash = createHash('sha256');
  for (const file of sources.flatMap((source) => filesOf(root, source))) {
    hash.update(`${file}\0`).update(
      createHash('sha256')
        .update(readFileSync(join(root, file)))
        .digest(),
    );
  }
  return hash.digest('hex');
}

function filesOf(root, source) {
  const path = join(root, source);
  if (!statSync(path).isDirectory()) return [source];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort();
}

/** Its output belongs to whoever has to repair something, not to what the start says. */
export function runTool(root, tool, args, options = {}) {
  const child = spawn(
    process.execPath,
    ['--require', join(import.meta.dirname, 'leave-with-parent.cjs'), join(root, tool), ...args],
    {
      cwd: root,
      env: { ...process.env, LEAVE_WITH_PARENT: String(process.pid) },
      stdio: ['ignore', 2, 2, 'ipc'],
      ...options,
    },
  );
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(code ?? signal));
  });
}
