import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');
/** What the start says when it stands: which and why, the address, how the page is opened. */
const LINES = 3;

/** A user of this PC: their application data, and a page that is built already. */
export interface User {
  readonly folder: string;
  readonly page: string;
  readonly launchFolder: string;
  readonly env: NodeJS.ProcessEnv;
}

/** Without a display, and without an Electron to be found or fetched. */
export function userIn(folder: string, changes: NodeJS.ProcessEnv = {}): User {
  const page = join(folder, 'page');
  mkdirSync(page, { recursive: true });
  writeFileSync(join(page, 'index.html'), '<!doctype html><title>stand-in</title>');
  const { DISPLAY, WAYLAND_DISPLAY, INIT_CWD, ...inherited } = process.env;
  const places = { XDG_DATA_HOME: folder, LOCALAPPDATA: folder, ELECTRON_OVERRIDE_DIST_PATH: folder };
  const launchFolder = join(folder, 'rectification-ledger', 'launch');
  return { folder, page, launchFolder, env: { ...inherited, ...places, ...changes } };
}

export interface Start {
  readonly child: ChildProcess;
  readonly lines: readonly string[];
  readonly address: string;
  readonly redirectFile: string;
  /** All of both streams so far. */
  output(): string;
}

/** `npm start`, until it has said what it has to say. */
export async function started(user: User, args: readonly string[] = []): Promise<Start> {
  const { child, output } = startIn(user, args);
  const lines: string[] = [];
  const stands = new Promise<void>((resolve) => {
    createInterface(child.stdout as NodeJS.ReadableStream).on('line', (line) => {
      lines.push(line);
      if (lines.length === LINES) resolve();
    });
  });
  const gone = once(child, 'exit').then(() => {
    if (lines.length < LINES) throw new Error(`the start ended: ${output()}`);
  });
  await Promise.race([stands, gone]);
  const address = /http:\S+/.exec(lines[1] ?? '')?.[0] ?? '';
  const redirectFile = /\S+open\.html$/.exec(lines[2] ?? '')?.[0].replace(/^[^/A-Z]+/, '') ?? '';
  return { child, lines, address, redirectFile, output };
}

/** As npm starts it, by the runner that looks for the right Node. */
export function startIn({ env, page }: User, args: readonly string[]) {
  const command = ['scripts/run.mjs', 'scripts/start.mjs', '--page', page, ...args];
  const child = spawn(process.execPath, command, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data) => {
      text += data;
    });
  return { child, output: () => text };
}

/** A program of the start-up, which is plain JavaScript. */
export async function script<Exports>(name: string): Promise<Exports> {
  const file = join(ROOT, 'scripts', name);
  if (!existsSync(file)) throw new Error(`there is no ${file}`);
  return (await import(file)) as Exports;
}
