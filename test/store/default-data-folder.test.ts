import { expect, it } from 'vitest';
import { defaultDataFolder } from '../../electron/store/system-ports.ts';

it.each([
  ['Windows', 'win32', { LOCALAPPDATA: 'C:/Users/a/AppData/Local' }, 'C:/Users/a/AppData/Local'],
  ['Windows without the variable', 'win32', {}, '/home/a/AppData/Local'],
  ['macOS', 'darwin', {}, '/home/a/Library/Application Support'],
  ['Linux', 'linux', {}, '/home/a/.local/share'],
  ['Linux with a place of its own', 'linux', { XDG_DATA_HOME: '/data' }, '/data'],
])('on %s the books lie where programs keep what stays on the PC', (_title, platform, environment, place) => {
  const folder = defaultDataFolder(platform, environment, '/home/a').replaceAll('\\', '/');
  expect(folder).toBe(`${place}/rectification-ledger/ledger`);
});
