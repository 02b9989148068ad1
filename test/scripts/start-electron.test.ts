import { existsSync, mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scratch } from '../support/scratch.ts';
import { script } from './start-process.ts';

interface Machine {
  root: string;
  env: NodeJS.ProcessEnv;
  platform: string;
  arch: string;
  uid: number | undefined;
  fetchSeconds: number;
  onFetch(): void;
}

const { findElectron } = await script<{ findElectron(machine: Machine): Promise<object> }>(
  'start-electron.mjs',
);
const { openingCommand } = await script<{
  openingCommand(platform: string, env: object, file: string): [string, string[]];
}>('start-browser.mjs');

const DISPLAY = { DISPLAY: ':1' };

describe('the window', () => {
  it.each<[string, Partial<Machine>, string]>([
    ['without a display', { env: {} }, 'noDisplay'],
    ['for the superuser of Linux, whom the sandbox refuses', { uid: 0 }, 'superuser'],
    ['on a processor that Electron has no build for', { arch: 'loong64' }, 'unsupported'],
    ['on a system that Electron has no build for', { platform: 'freebsd' }, 'unsupported'],
    [
      'where downloads are switched off',
      { env: { ...DISPLAY, ELECTRON_SKIP_BINARY_DOWNLOAD: '1' } },
      'fetchOff',
    ],
    ['on a build machine', { env: { ...DISPLAY, CI: 'true' } }, 'fetchOff'],
    [
      'where Electron is not in the place that was named',
      { env: { ...DISPLAY, ELECTRON_OVERRIDE_DIST_PATH: '/nowhere' } },
      'notThere',
    ],
  ])('does not open %s, and nothing is downloaded', async (_title, changes, reason) => {
    const machine = machineIn(scratch(), changes);
    expect(await findElectron(machine)).toEqual({ reason });
    expect(machine.fetches).toBe(0);
  });

  it.skipIf(process.platform === 'win32')('opens where Electron is installed and runs', async () => {
    const machine = machineIn(scratch());
    install(machine.root, 'exit 0');
    expect(await findElectron(machine)).toEqual({ binary: binaryIn(machine.root) });
    expect(machine.fetches).toBe(0);
  });

  it.skipIf(process.platform === 'win32')('does not open where Electron does not run', async () => {
    const machine = machineIn(scratch());
    install(machine.root, 'exit 127');
    expect(await findElectron(machine)).toEqual({ reason: 'unusable' });
  });

  it('takes no half unpacked Electron for one', async () => {
    const machine = machineIn(scratch(), { env: { ...DISPLAY, CI: 'true' } });
    install(machine.root, 'exit 0');
    rmSync(join(machine.root, 'node_modules/electron/path.txt'));
    expect(await findElectron(machine)).toEqual({ reason: 'fetchOff' });
  });

  it.skipIf(process.platform === 'win32')('opens once Electron was downloaded', async () => {
    const machine = machineIn(scratch());
    const binary = binaryIn(machine.root);
    installer(
      machine.root,
      `const fs = require('fs');
       fs.mkdirSync(${JSON.stringify(dirname(binary))}, { recursive: true });
       fs.writeFileSync(${JSON.stringify(binary)}, '#!/bin/sh\\nexit 0\\n', { mode: 0o755 });
       fs.writeFileSync(__dirname + '/path.txt', 'electron');`,
    );
    expect(await findElectron(machine)).toEqual({ binary });
    expect(machine.fetches).toBe(1);
  });

  it.each([
    ['fails', 'process.exit(1);'],
    ['takes too long', 'setInterval(() => {}, 1000);'],
  ])('leaves a download alone for a day when it %s', async (_title, program) => {
    const machine = machineIn(scratch(), { fetchSeconds: 0.5 });
    installer(machine.root, program);
    expect(await findElectron(machine)).toEqual({ reason: 'notFetched' });
    expect(await findElectron(machine)).toEqual({ reason: 'fetchFailedBefore' });
    expect(machine.fetches).toBe(1);

    const mark = join(machine.root, 'out', 'electron-fetch-failed');
    const yesterday = new Date(Date.now() - 25 * 3600 * 1000);
    utimesSync(mark, yesterday, yesterday);
    expect(await findElectron(machine)).toEqual({ reason: 'notFetched' });
    expect(machine.fetches).toBe(2);
  });

  it('tries at once when another version is wanted', async () => {
    const machine = machineIn(scratch());
    installer(machine.root, 'process.exit(1);');
    await findElectron(machine);
    writeFileSync(join(machine.root, 'node_modules/electron/package.json'), '{"version":"46.0.0"}');
    expect(await findElectron(machine)).toEqual({ reason: 'notFetched' });
  });

  it('is not looked for by loading the package, which would download it', () => {
    const source = readFileSync(new URL('../../scripts/start-electron.mjs', import.meta.url), 'utf8');
    expect(source).not.toMatch(/(require|import)\s*\(?\s*['"]electron['"]/);
  });
});

it.each([
  ['win32', { SystemRoot: 'C:\\Windows' }, 'rundll32.exe', ['url.dll,FileProtocolHandler', 'FILE']],
  ['darwin', {}, 'open', ['FILE']],
  ['linux', {}, 'xdg-open', ['FILE']],
])('on %s a file reaches the browser as one argument, whatever its path', (platform, env, program, args) => {
  const file = 'C:\\张 三 & "Söhne" %TEMP%\\open.html';
  const [command, given] = openingCommand(platform, env, file);
  expect(command.endsWith(program)).toBe(true);
  expect(given).toEqual(args.map((one) => one.replace('FILE', () => file)));
});

/** A user's Linux PC with a screen, an empty package and no luck in the network. */
function machineIn(root: string, changes: Partial<Machine> = {}) {
  const machine = {
    ...{ root, env: DISPLAY, platform: 'linux', arch: 'x64', uid: 1000, fetchSeconds: 10 },
    fetches: 0,
    onFetch() {
      machine.fetches += 1;
    },
    ...changes,
  };
  mkdirSync(join(root, 'node_modules/electron'), { recursive: true });
  writeFileSync(join(root, 'node_modules/electron/package.json'), '{"version":"45.4.1"}');
  return machine;
}

function installer(root: string, program: string): void {
  writeFileSync(join(root, 'node_modules/electron/install.js'), program);
}

function install(root: string, program: string): void {
  const binary = binaryIn(root);
  mkdirSync(dirname(binary), { recursive: true });
  writeFileSync(binary, `#!/bin/sh\n${program}\n`, { mode: 0o755 });
  writeFileSync(join(root, 'node_modules/electron/path.txt'), 'electron');
  expect(existsSync(binary)).toBe(true);
}

function binaryIn(root: string): string {
  return join(root, 'node_modules/electron/dist/electron');
}
