// What the story of story.mjs plays on: a scratch folder, the command line of each account, a table.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const program = join(root, 'electron', 'ledger.ts');

/** A refusal of the program, with its own sentence; everything else that goes wrong is a plain Error. */
export class Refused extends Error {}

/** An empty folder that goes when the process ends, with Ctrl+C and failures too. */
export function scratchFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'ledger-story-'));
  // Windows lets go of a file a moment after the process that held it.
  process.on('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }));
  for (const [signal, code] of Object.entries({ SIGINT: 130, SIGTERM: 143, SIGHUP: 129 }))
    process.on(signal, () => process.exit(code));
  return folder;
}

/**
 * One PC with its data folder. `as(name)` is an account there, its password made up for this run;
 * a call gives the parsed answer of `ledger … --json`.
 */
export function computer(scratch, name) {
  const data = join(scratch, name, 'data');
  const home = join(scratch, name, 'home');
  mkdirSync(data, { recursive: true });
  mkdirSync(home, { recursive: true });
  const passwords = new Map();
  const passwordOf = (account) => {
    if (!passwords.has(account)) passwords.set(account, randomBytes(15).toString('base64url'));
    return passwords.get(account);
  };
  // Each PC has its own place for application data, where the second anchor lies.
  const env = { ...process.env, HOME: home, XDG_DATA_HOME: home, LOCALAPPDATA: home };
  const as = (account) => {
    const run = (words, secrets = {}) =>
      ledger([...words, '--data', data, '--user', account, '--json'], {
        ...env,
        LEDGER_PASSWORD: passwordOf(account),
        ...secrets,
      });
    return { run, call: (procedure, input = {}) => run(['call', procedure, JSON.stringify(input)]) };
  };
  return { as, passwordOf };
}

let running;
process.on('exit', () => running?.kill());

function ledger(args, env) {
  running = spawn(process.execPath, [program, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const out = [];
  const err = [];
  running.stdout.on('data', (chunk) => out.push(chunk));
  running.stderr.on('data', (chunk) => err.push(chunk));
  return new Promise((resolve, reject) => {
    running.once('error', reject);
    running.once('close', (code) => {
      if (code === 0) resolve(JSON.parse(Buffer.concat(out).toString('utf8')));
      else reject(refusal(args, Buffer.concat(err).toString('utf8')));
    });
  });
}

function refusal(args, complaint) {
  const command = args.slice(0, 2).join(' ');
  try {
    const { error } = JSON.parse(complaint);
    return new Refused(`ledger ${command}: ${error.message} (${error.code})`);
  } catch {
    return new Refused(`ledger ${command}: ${complaint.trim()}`);
  }
}

/** Rows of cells as lines; a Chinese character is two columns wide. */
export function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => width(row[column]))));
  return rows
    .map((row) => row.map((cell, column) => cell + ' '.repeat(widths[column] - width(cell))).join('  '))
    .map((line) => `  ${line.trimEnd()}`)
    .join('\n');
}

function width(text) {
  return [...text].reduce(
    (sum, character) => sum + (/[\u1100-\u115f\u2e80-\uffe6]/.test(character) ? 2 : 1),
    0,
  );
}
