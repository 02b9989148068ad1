import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { bridgePage } from '../../electron/shell/page-bridge.ts';
import { sourcesIn } from '../architecture/source-files.ts';
import * as electron from '../support/electron-double.ts';
import { openDesktop } from './desktop.ts';

vi.mock('electron', () => import('../support/electron-double.ts'));
beforeEach(electron.startAfresh);

/** One point of Electron's security checklist (electronjs.org/docs/latest/tutorial/security). */
interface Point {
  readonly point: number;
  readonly says: string;
  /** The file that fulfils it. */
  readonly place: string;
  readonly holds: (window: electron.BrowserWindow) => void | Promise<void>;
}

const POINTS: readonly Point[] = [
  {
    point: 1,
    says: 'only load secure content',
    place: 'electron/shell/page-session.ts',
    holds: () => {
      expect(isCancelled('http://example.org/')).toBe(true);
      expect(isCancelled('https://example.org/')).toBe(true);
    },
  },
  {
    point: 2,
    says: 'no Node in the page',
    place: 'electron/shell/page-window.ts',
    holds: (window) => {
      const { nodeIntegration, nodeIntegrationInWorker, nodeIntegrationInSubFrames } = preferences(window);
      expect([nodeIntegration, nodeIntegrationInWorker, nodeIntegrationInSubFrames]).toEqual([
        false,
        false,
        false,
      ]);
    },
  },
  {
    point: 3,
    says: 'context isolation',
    place: 'electron/shell/page-window.ts',
    holds: (window) => expect(preferences(window).contextIsolation).toBe(true),
  },
  {
    point: 4,
    says: 'sandbox, for this page and any other',
    place: 'electron/shell/run-shell.ts',
    holds: (window) => {
      expect(preferences(window).sandbox).toBe(true);
      expect(electron.app.isSandboxed).toBe(true);
    },
  },
  {
    point: 5,
    says: 'permission requests are handled',
    place: 'electron/shell/page-session.ts',
    holds: () => {
      const { defaultSession } = electron.session;
      const answers: unknown[] = [];
      defaultSession.ask('permissionRequest', null, 'media', (answer: unknown) => answers.push(answer));
      expect([...answers, defaultSession.ask('permissionCheck', null, 'media')]).toEqual([false, false]);
    },
  },
  {
    point: 6,
    says: 'webSecurity stays on',
    place: 'electron/shell/page-window.ts',
    holds: (window) => expect(preferences(window).webSecurity).toBe(true),
  },
  {
    point: 7,
    says: 'a content security policy',
    place: 'electron/shell/app-protocol.ts',
    holds: async () => {
      const policy = (await page()).headers.get('content-security-policy');
      expect(policy).toMatch(/^default-src 'none'; /);
      expect(policy).not.toMatch(/unsafe|\*/);
    },
  },
  {
    point: 8,
    says: 'no insecure content in a secure page',
    place: 'electron/shell/page-window.ts',
    holds: (window) => expect(preferences(window).allowRunningInsecureContent).toBe(false),
  },
  {
    point: 9,
    says: 'no experimental features',
    place: 'electron/shell/page-window.ts',
    holds: (window) => expect(preferences(window).experimentalFeatures).toBe(false),
  },
  {
    point: 10,
    says: 'no Blink features switched on',
    place: 'electron/shell/page-window.ts',
    holds: (window) => {
      expect(preferences(window)).not.toHaveProperty('enableBlinkFeatures');
      expect(Object.keys(electron.app.switches).filter((name) => /enable/.test(name))).toEqual([]);
    },
  },
  {
    point: 11,
    says: 'no webview, so none that opens windows',
    place: 'electron/shell/page-window.ts',
    holds: (window) => expect(preferences(window).webviewTag).toBe(false),
  },
  {
    point: 12,
    says: 'a webview that comes about all the same is refused',
    place: 'electron/shell/page-guards.ts',
    holds: ({ webContents }) => expect(isPrevented(webContents, 'will-attach-webview')).toBe(true),
  },
  {
    point: 13,
    says: 'navigation is limited to the page',
    place: 'electron/shell/page-guards.ts',
    holds: ({ webContents }) => expect(isPrevented(webContents, 'will-navigate')).toBe(true),
  },
  {
    point: 14,
    says: 'no new windows',
    place: 'electron/shell/page-guards.ts',
    holds: ({ webContents }) => expect(webContents.openHandler?.()).toEqual({ action: 'deny' }),
  },
  {
    point: 15,
    says: 'nothing is handed to shell.openExternal',
    place: 'electron/shell',
    holds: () => expect(sourcesWith(/openExternal|openPath/)).toEqual([]),
  },
  {
    point: 16,
    says: 'a current Electron, pinned',
    place: 'package.json',
    holds: () => {
      const { electron: pinned } = json('package.json').devDependencies;
      expect(pinned).toBe(json('node_modules/electron/package.json').version);
      expect(Number.parseInt(pinned, 10)).toBeGreaterThanOrEqual(45);
    },
  },
  {
    point: 17,
    says: 'senders are checked: nobody is listened to but our own processes, and only the page gets a port',
    place: 'electron/shell/core-port.ts',
    holds: ({ webContents }) => {
      expect(electron.ipcMain.eventNames()).toEqual([]);
      expect(sourcesWith(/ipcMain|\.ipc\b/)).toEqual([]);
      webContents.url = 'https://example.org/';
      webContents.finishLoading();
      expect(webContents.sent).toEqual([]);
    },
  },
  {
    point: 18,
    says: 'app:// instead of file://',
    place: 'electron/shell/app-protocol.ts',
    holds: ({ done }) => {
      expect(done).toEqual(['load app://ledger/']);
      expect(isCancelled('file:///etc/passwd')).toBe(true);
    },
  },
  {
    point: 19,
    says: 'no fuse need stay on: nothing runs Electron as Node or takes options from outside',
    place: 'electron/shell/parser-processes.ts',
    holds: () => expect(sourcesWith(/RUN_AS_NODE|NODE_OPTIONS|inspect|child_process/)).toEqual([]),
  },
  {
    point: 20,
    says: 'no API of Electron in the page: a mark, and ports to the core',
    place: 'electron/shell/page-bridge.ts',
    holds: () => {
      bridgePage();
      expect(electron.contextBridge.world).toEqual({ shell: { kind: 'electron' } });
      expect(electron.ipcRenderer.eventNames()).toEqual(['core-port']);
    },
  },
];

describe("Electron's security checklist", () => {
  it('has twenty points, each with the place that fulfils it', () => {
    expect(POINTS.map(({ point }) => point)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    expect(POINTS.filter(({ place }) => !existsSync(pathOf(place)))).toEqual([]);
  });

  it.each(POINTS)('$point: $says ($place)', async ({ holds }) => {
    await holds(await openDesktop());
  });
});

describe('beyond the checklist', () => {
  it('the window is left out of screen shots and shared screens', async () => {
    expect((await openDesktop()).isProtected).toBe(true);
  });

  it('no dictionary is fetched', async () => {
    const window = await openDesktop();
    expect([preferences(window).spellcheck, electron.session.defaultSession.isSpellChecked]).toEqual([
      false,
      false,
    ]);
  });

  it('no crash is reported', async () => {
    await openDesktop();
    expect(electron.crashReporter.started).toBe(false);
    expect(sourcesWith(/crashReporter/)).toEqual([]);
  });

  it('a packaged program has no developer tools', async () => {
    expect(preferences(await openDesktop()).devTools).toBe(false);
  });

  it('a file dropped on the window is not opened', async () => {
    expect(preferences(await openDesktop()).navigateOnDragDrop).toBe(false);
  });
});

function preferences({ options }: electron.BrowserWindow) {
  return options.webPreferences;
}

function page(): Promise<Response> {
  const request = { url: 'app://ledger/', method: 'GET' };
  return electron.session.defaultSession.ask('app://', request) as Promise<Response>;
}

function isCancelled(url: string): boolean {
  const answers: { readonly cancel: boolean }[] = [];
  electron.session.defaultSession.ask('beforeRequest', { url }, (answer: { cancel: boolean }) =>
    answers.push(answer),
  );
  return answers[0]!.cancel;
}

function isPrevented(contents: electron.WebContents, name: string): boolean {
  const event = electron.preventable({ url: 'https://example.org/' });
  contents.emit(name, event);
  return event.defaultPrevented;
}

function sourcesWith(pattern: RegExp): string[] {
  const sources = sourcesIn('electron/shell');
  expect(sources.length).toBeGreaterThan(10);
  return sources.filter(({ source }) => pattern.test(source)).map(({ path }) => path);
}

function json(path: string) {
  return JSON.parse(readFileSync(pathOf(path), 'utf8'));
}

function pathOf(path: string): string {
  return fileURLToPath(new URL(`../../${path}`, import.meta.url));
}
