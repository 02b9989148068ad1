import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { SHELL_TEXT } from '../../renderer/text/shell.ts';
import * as electron from '../support/electron-double.ts';
import { openDesktop, shellOptions } from './desktop.ts';

vi.mock('electron', () => import('../support/electron-double.ts'));
beforeEach(electron.startAfresh);

describe('the window', () => {
  it('shows app://ledger/ and appears, as large as the screen, when there is something to see', async () => {
    const window = await openDesktop();
    expect(window.done).toEqual(['load app://ledger/']);
    window.emit('ready-to-show');
    expect(window.done.slice(1)).toEqual(['maximize', 'show']);
  });

  it("has the page's strip of 40 px for its title bar", async () => {
    const { options } = await openDesktopOn('win32');
    expect(options).toMatchObject({
      titleBarStyle: 'hidden',
      titleBarOverlay: { height: 40, color: '#1d4a66', symbolColor: '#ffffff' },
    });
    expect((await openDesktopOn('darwin')).options.titleBarStyle).toBe('hiddenInset');
  });

  it('fits a screen of 1366 × 768 at 125 %, with a task bar', async () => {
    const { minWidth, minHeight } = (await openDesktop()).options;
    expect(minWidth).toBeLessThanOrEqual(1093);
    expect(minHeight).toBeLessThanOrEqual(566);
  });

  it('asks the person, when the page holds text that was not saved, and stays unless told to close', async () => {
    const { webContents } = await openDesktop();
    const leave = () => {
      const event = electron.preventable({});
      webContents.emit('will-prevent-unload', event);
      return event.defaultPrevented;
    };
    expect(leave()).toBe(false);
    electron.dialog.answer = 1;
    expect(leave()).toBe(true);
    expect(electron.dialog.shown[0]).toMatchObject({ message: SHELL_TEXT.unsaved.sentence, cancelId: 0 });
  });

  it('loads the page again when its process was killed, but not over and over', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'performance'] });
    onTestFinished(() => void vi.useRealTimers());
    const window = await openDesktop();
    for (let death = 1; death <= 8; death += 1) {
      window.webContents.emit('render-process-gone', {}, { reason: 'crashed' });
      vi.advanceTimersByTime(6000);
    }
    expect(window.done).toEqual(Array(6).fill('load app://ledger/'));
  });
});

describe('the menu', () => {
  it.each(['win32', 'linux'] as const)('is none on %s', async (platform) => {
    await openDesktopOn(platform);
    expect(electron.Menu.set).toBeNull();
  });

  it('on macOS is what copying, pasting and closing need, in the words of the program', async () => {
    await openDesktopOn('darwin');
    const menu = electron.Menu.set as { label: string; submenu: { role: string; label: string }[] }[];
    expect(menu.map(({ submenu }) => submenu.map(({ role }) => role))).toEqual([
      ['quit'],
      ['undo', 'redo', 'cut', 'copy', 'paste', 'selectAll'],
      ['minimize', 'close'],
    ]);
    const labels = menu.flatMap(({ label, submenu }) => [label, ...submenu.map((item) => item.label)]);
    expect(labels.filter((label) => !/^\p{Script=Han}+$/u.test(label))).toEqual([]);
  });
});

describe('a second start', () => {
  it('opens nothing and ends', async () => {
    electron.app.isFirstInstance = false;
    await openDesktop();
    expect(electron.BrowserWindow.opened).toEqual([]);
    expect(electron.utilityProcess.forked).toEqual([]);
    expect(electron.app.hasQuit).toBe(true);
  });

  it('brings the window of the first one to the front', async () => {
    const window = await openDesktop();
    window.minimized = true;
    electron.app.emit('second-instance');
    expect(window.done.slice(1)).toEqual(['restore', 'show', 'focus']);
  });

  it('is known by the profile folder, which is this PC’s own', async () => {
    const options = shellOptions();
    await openDesktop(options);
    expect(electron.app.paths).toEqual({ userData: options.profileFolder });
  });
});

function openDesktopOn(platform: NodeJS.Platform) {
  const { platform: here } = process;
  Object.defineProperty(process, 'platform', { value: platform });
  onTestFinished(() => void Object.defineProperty(process, 'platform', { value: here }));
  electron.startAfresh();
  return openDesktop();
}
