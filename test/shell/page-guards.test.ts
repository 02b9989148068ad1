import { beforeEach, describe, expect, it, vi } from 'vitest';
import * as electron from '../support/electron-double.ts';
import { openDesktop } from './desktop.ts';

vi.mock('electron', () => import('../support/electron-double.ts'));
beforeEach(electron.startAfresh);

const OUTSIDE = [
  'https://example.org/',
  'http://127.0.0.1:8080/',
  'file:///etc/passwd',
  'data:text/html,a',
  'javascript:alert(1)',
  'app://other/',
  'app://ledger.example.org/',
  'app:ledger/',
  'APP2://ledger/',
  'chrome://settings/',
  'devtools://devtools/bundled/inspector.html',
  'blob:https://example.org/1',
  'blob:app://other/1',
  'ws://127.0.0.1/',
];

describe('a request', () => {
  it.each(OUTSIDE)('to %s is cancelled', async (url) => {
    await openDesktop();
    expect(isCancelled(url)).toBe(true);
  });

  it.each(['app://ledger/', 'app://ledger/assets/page.js', 'blob:app://ledger/7b1f'])(
    'to %s is let through',
    async (url) => {
      await openDesktop();
      expect(isCancelled(url)).toBe(false);
    },
  );

  it('of the developer tools is let through where they can be opened, and nowhere else', async () => {
    electron.app.isPackaged = false;
    await openDesktop();
    expect(isCancelled('devtools://devtools/bundled/inspector.html')).toBe(false);
    expect(isCancelled('https://example.org/')).toBe(true);
  });

  it('looks up no name and searches for no proxy', async () => {
    await openDesktop();
    expect(electron.app.switches).toEqual({
      'host-resolver-rules': 'MAP * ~NOTFOUND',
      'no-proxy-server': undefined,
    });
  });
});

describe.each(['will-navigate', 'will-redirect', 'will-frame-navigate'])('%s', (name) => {
  it.each([...OUTSIDE, 'app://ledger/assets/page.js', 'app://ledger/?a=1'])(
    'to %s is denied',
    async (url) => {
      const { webContents } = await openDesktop();
      expect(isPrevented(webContents, name, { url })).toBe(true);
    },
  );

  it.each(['app://ledger/', 'app://ledger/#/study'])('to %s, the page itself, is none', async (url) => {
    const { webContents } = await openDesktop();
    expect(isPrevented(webContents, name, { url })).toBe(false);
  });
});

describe('whatever shows a page, also what Electron makes later,', () => {
  it('opens no window', async () => {
    await openDesktop();
    expect(laterContents().openHandler?.()).toEqual({ action: 'deny' });
  });

  it('holds no guest', async () => {
    await openDesktop();
    expect(isPrevented(laterContents(), 'will-attach-webview', {})).toBe(true);
  });

  it('stays where it is', async () => {
    await openDesktop();
    expect(isPrevented(laterContents(), 'will-navigate', { url: 'https://example.org/' })).toBe(true);
  });
});

describe('a permission', () => {
  it.each(['media', 'geolocation', 'notifications', 'clipboard-read', 'openExternal', 'hid', 'fileSystem'])(
    '%s is neither there nor given',
    async (permission) => {
      await openDesktop();
      const { defaultSession } = electron.session;
      const given: boolean[] = [];
      defaultSession.ask('permissionRequest', null, permission, (granted: boolean) => given.push(granted));
      expect(given).toEqual([false]);
      expect(defaultSession.ask('permissionCheck', null, permission)).toBe(false);
    },
  );

  it('for a device, or to see the screen, is not given', async () => {
    await openDesktop();
    const streams: unknown[] = [];
    electron.session.defaultSession.ask('displayMedia', {}, (given: unknown) => streams.push(given));
    expect(electron.session.defaultSession.ask('devicePermission', {})).toBe(false);
    expect(streams).toEqual([{}]);
  });
});

describe('a download', () => {
  it('of a file that the page made is saved where the user says', async () => {
    await openDesktop();
    const { event, options } = download('blob:app://ledger/7b1f');
    expect(event.defaultPrevented).toBe(false);
    expect(options).toEqual([{ defaultPath: 'report.jyzd' }]);
  });

  it.each([...OUTSIDE, 'app://ledger/assets/page.js'])('of %s is refused', async (url) => {
    await openDesktop();
    expect(download(url).event.defaultPrevented).toBe(true);
  });
});

function isCancelled(url: string): boolean {
  const answers: { readonly cancel: boolean }[] = [];
  electron.session.defaultSession.ask('beforeRequest', { url }, (answer: { cancel: boolean }) =>
    answers.push(answer),
  );
  expect(answers).toHaveLength(1);
  return answers[0]!.cancel;
}

function isPrevented(contents: electron.WebContents, name: string, fields: object): boolean {
  const event = electron.preventable(fields);
  expect(contents.emit(name, event)).toBe(true);
  return event.defaultPrevented;
}

function laterContents(): electron.WebContents {
  const contents = new electron.WebContents();
  electron.app.emit('web-contents-created', {}, contents);
  return contents;
}

function download(url: string) {
  const event = electron.preventable({});
  const options: unknown[] = [];
  electron.session.defaultSession.emit('will-download', event, {
    getURL: () => url,
    getFilename: () => 'report.jyzd',
    setSaveDialogOptions: (given: unknown) => options.push(given),
  });
  return { event, options };
}
