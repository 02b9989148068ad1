// node scripts/run.mjs SCRIPT [ARGS…] runs SCRIPT on a Node that can carry the program, whatever Node the
// machine has: better-sqlite3 needs N-API 10, and on Node 20 it dies of a segmentation fault instead of saying so.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CORE_FLAGS } from './core-flags.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [script, ...args] = process.argv.slice(2);
const node = findNode();

if (!script) stop('Usage: node scripts/run.mjs SCRIPT [ARGS…]');
else if (!node) stop(missingNode());
else run(node, resolve(root, script), args);

function findNode() {
  const [major] = process.versions.node.split('.').map(Number);
  if (major >= 24 && Number(process.versions.napi) >= 10) return process.execPath;
  const windows = process.platform === 'win32';
  const platform = windows ? 'win' : process.platform;
  const bundled = join(
    root,
    'node_modules',
    `node-${platform}-${process.arch}`,
    'bin',
    windows ? 'node.exe' : 'node',
  );
  return existsSync(bundled) ? bundled : undefined;
}

function run(nodePath, file, rest) {
  const flags = ['--require', join(root, 'scripts/leave-with-parent.cjs')];
  if (dirname(file) === join(root, 'electron')) flags.push(...CORE_FLAGS);
  const child = spawn(nodePath, [...flags, file, ...rest], {
    env: {
      // Hundreds of source files are stripped of their types once, not at every start: 0.9 s of work become 0.4.
      NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'compiled'),
      ...envWithFirstOnPath(dirname(nodePath)),
      LEAVE_WITH_PARENT: String(process.pid),
    },
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  // At a terminal Ctrl+C reaches the child by itself; a second copy would mean "at once" to many programs.
  const atTerminal = process.stdin.isTTY || process.stdout.isTTY;
  process.on('SIGINT', () => atTerminal || child.kill('SIGINT'));
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  process.on('exit', () => child.kill());
  child.once('error', (error) => stop(`${nodePath}: ${error.message}`));
  child.once('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
}

/** Programs started by name from the child find the same Node. Windows calls the variable Path, in any case. */
function envWithFirstOnPath(folder) {
  const env = { ...process.env };
  const name = Object.keys(env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  env[name] = [folder, env[name]].filter(Boolean).join(delimiter);
  return env;
}

function missingNode() {
  const own = `${process.version}, ${process.platform} ${process.arch}`;
  return (
    `没有可用的 Node 24：本机是 ${own}，随附的运行环境也不在；请安装 Node 24（nodejs.org），或重新运行 npm start。\n` +
    `No Node 24 to run on: this machine has ${own} and the bundled runtime is not there; install Node 24 (nodejs.org), or run npm start again.`
  );
}

function stop(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
