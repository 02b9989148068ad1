import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { MessagePort } from 'node:worker_threads';
import { expect, onTestFinished, vi } from 'vitest';
import type { ApiClient } from '../../electron/transport/in-process.ts';
import * as electron from '../support/electron-double.ts';
import { PASSWORD } from '../support/office.ts';
import { scratch } from '../support/scratch.ts';
import type { UtilityProcess } from '../support/utility-processes.ts';
import { portClient } from '../transport/port-client.ts';
import type { BuiltProgram } from './built-programs.ts';

export interface RealDesktop {
  readonly window: electron.BrowserWindow;
  readonly dataFolder: string;
  /** The API over the next port that preload posts to the page's window. */
  nextClient(): Promise<ApiClient>;
}

/** Every run of main is a module of its own. */
let runs = 0;

/** Runs the built main with core and parsers as real processes, the built preload, and a page that collects ports. */
export async function openRealDesktop(program: BuiltProgram): Promise<RealDesktop> {
  const folder = scratch();
  const dataFolder = join(folder, 'data');
  const clients: ApiClient[] = [];
  onTestFinished(endAll);
  vi.stubEnv('XDG_DATA_HOME', join(folder, 'pc'));
  vi.stubGlobal('postMessage', (message: unknown, origin: string, ports: MessagePort[]) => {
    expect([message, origin, ports.length]).toEqual(['core-port', 'app://ledger', 1]);
    clients.push(...ports.map(portClient));
  });
  electron.utilityProcess.real = true;

  runPreload(program);
  const window = await runMain(program, ['--data', dataFolder]);
  window.webContents.finishLoading();
  return { window, dataFolder, nextClient };

  async function nextClient(): Promise<ApiClient> {
    return await vi.waitFor(() => clients.shift() ?? expect.fail('no port'), {
      interval: 5,
      timeout: 10_000,
    });
  }
}

/** In the sandbox a preload is one script, which can require Electron. Gives what it required. */
export function runPreload({ preload }: BuiltProgram): string[] {
  const required: string[] = [];
  new Function('require', readFileSync(preload, 'utf8'))((name: string) => {
    required.push(name);
    return electron;
  });
  return required;
}

async function runMain({ main }: BuiltProgram, args: string[]): Promise<electron.BrowserWindow> {
  const { argv } = process;
  process.argv = [process.execPath, '--no-sandbox', main, ...args];
  runs += 1;
  await import(`${pathToFileURL(main).href}?run=${runs}`);
  process.argv = argv;
  return await vi.waitFor(() => electron.BrowserWindow.opened[0] ?? expect.fail('no window'), {
    interval: 1,
  });
}

/** Those that were ever started under the name. */
export function processes(serviceName: string): UtilityProcess[] {
  return electron.utilityProcess.forked.filter(({ options }) => options.serviceName === serviceName);
}

/** Sets an office up with one account that may do everything. */
export async function found(client: ApiClient): Promise<void> {
  const identity = { role: 'office', code: '530000', name: 'office 530000', singleAccount: true } as const;
  await client.office.initialize({ ...identity, user: 'clerk', password: PASSWORD });
}

export function isAlive(pid: number | undefined): boolean {
  try {
    return pid !== undefined && process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Our own processes, by their ids, before the folder in which they work goes. */
async function endAll(): Promise<void> {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
  electron.app.quit();
  const pids = electron.utilityProcess.forked.map(({ pid }) => pid);
  for (const forked of electron.utilityProcess.forked) forked.kill();
  for (let tries = 0; tries < 200 && pids.some(isAlive); tries += 1) await setTimeout(10);
}
