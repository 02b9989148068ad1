import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { ApiClient } from '../../electron/transport/in-process.ts';
import * as electron from '../support/electron-double.ts';
import { PASSWORD } from '../support/office.ts';
import { type BuiltProgram, builtProgram } from './built-programs.ts';
import { found, isAlive, openRealDesktop, processes, runPreload } from './real-desktop.ts';

vi.mock('electron', () => import('../support/electron-double.ts'));
beforeEach(electron.startAfresh);

const roster = readFileSync(fileURLToPath(new URL('../fixtures/rosters/county.xlsx', import.meta.url)));

let program: BuiltProgram;
beforeAll(async () => {
  program = await builtProgram();
});
afterAll(() => program.remove());

it('the built main starts the built core on --data, and the page asks it over the port that preload brought', async () => {
  const { window, dataFolder, nextClient } = await openRealDesktop(program);
  const client = await nextClient();
  expect(await client.office.status()).toMatchObject({ initialized: false, unlocked: false });
  await found(client);
  expect(existsSync(join(dataFolder, 'ledger.db'))).toBe(true);
  expect(window.options.webPreferences.preload).toBe(program.preload);
});

it('a core that is killed comes back, the page gets a new port, and what was written is there', async () => {
  const { nextClient } = await openRealDesktop(program);
  const first = await nextClient();
  await found(first);
  process.kill(processes('ledger-core')[0]!.pid!, 'SIGKILL');
  await expect(first.office.status()).rejects.toThrow();
  const second = await nextClient();
  expect(await second.office.status()).toMatchObject({ initialized: true, unlocked: false });
  await second.office.unlock({ user: 'clerk', password: PASSWORD });
  expect((await second.office.identity()).code).toBe('530000');
});

it('the core is locked when the PC is locked', async () => {
  const { nextClient } = await openRealDesktop(program);
  const client = await nextClient();
  await found(client);
  electron.powerMonitor.emit('lock-screen');
  await expect(client.office.identity()).rejects.toMatchObject({ code: 'not_signed_in' });
});

it('a roster is read in a process of its own, which is gone afterwards', async () => {
  const { nextClient } = await openRealDesktop(program);
  const client = await nextClient();
  await found(client);
  const { read, added } = await rehearse(client);
  expect(read).toBeGreaterThan(added);
  expect(added).toBeGreaterThan(0);
  const [parser] = processes('ledger-parser');
  await vi.waitFor(() => expect([parser!.killed, isAlive(parser!.pid)]).toEqual([true, false]));
});

it('a parser that dies costs the core nothing', async () => {
  const { nextClient } = await openRealDesktop(program);
  const client = await nextClient();
  await found(client);
  const rehearsal = rehearse(client);
  const parser = await vi.waitFor(() => processes('ledger-parser')[0]!.pid!, { interval: 1 });
  process.kill(parser, 'SIGKILL');
  await expect(rehearsal).rejects.toMatchObject({ code: 'sheet_memory' });
  expect(await client.office.status()).toMatchObject({ unlocked: true });
});

it('closing the window ends the core, and then the program', async () => {
  const { window, nextClient } = await openRealDesktop(program);
  await found(await nextClient());
  const { pid } = processes('ledger-core')[0]!;
  window.close();
  const ended = () => expect([electron.app.hasQuit, isAlive(pid)]).toEqual([true, false]);
  await vi.waitFor(ended, { timeout: 10_000 });
});

it('the preload is one script that needs nothing but Electron', () => {
  expect(runPreload(program)).toEqual(['electron']);
  expect(importedBy(readFileSync(program.preload, 'utf8'))).toEqual([]);
});

it('the shell is built without the database and without any library', () => {
  const imported = importedBy(readFileSync(program.main, 'utf8'));
  expect(imported).toContain('electron');
  expect(imported.filter((name) => !/^(electron|node:[\w/]+|\.\/[\w-]+\.js)$/.test(name))).toEqual([]);
});

function rehearse(client: ApiClient) {
  const content = roster.toString('base64');
  return client.personnel.importRoster({ fileName: 'county.xlsx', content, createUnits: true });
}

function importedBy(code: string): string[] {
  return [...code.matchAll(/(?:from|import)\s*\(?["'`]([^"'`]+)["'`]/g)].map(([, name]) => name ?? '');
}
