import { BrowserWindow, type BrowserWindowConstructorOptions, dialog } from 'electron';
import { PAGE_ADDRESS } from './page-address.ts';
import { restartBudget } from './restart-budget.ts';
import type { ShellText } from './shell-text.ts';

/** The page's top strip is the title bar: its height in px, and its colour. */
const STRIP = { height: 40, color: '#1d4a66', symbolColor: '#ffffff' };
const CANVAS = '#f2f4f6';
/** 1366 × 768 at 125 % is 1093 × 614; with a task bar 566 are left. */
const SMALLEST = { minWidth: 1024, minHeight: 560 };

export interface WindowOptions {
  /** The built preload.ts. */
  readonly preload: string;
  readonly developing: boolean;
  readonly text: ShellText;
}

/** The one window. It shows itself when there is something to see. */
export function openWindow(options: WindowOptions): BrowserWindow {
  const window = new BrowserWindow(settings(options));
  window.setContentProtection(true);
  window.once('ready-to-show', () => {
    window.maximize();
    window.show();
  });
  askBeforeLeaving(window, options.text);
  reloadWhenGone(window);
  void window.loadURL(PAGE_ADDRESS);
  return window;
}

export function focusWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

function settings({ preload, developing, text }: WindowOptions): BrowserWindowConstructorOptions {
  return {
    title: text.title,
    show: false,
    width: 1280,
    height: 720,
    ...SMALLEST,
    backgroundColor: CANVAS,
    titleBarStyle: process.platform === 'darwin' ? 'hiddenInset' : 'hidden',
    titleBarOverlay: STRIP,
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: developing,
    },
  };
}

/** Electron lets a page that holds unsaved text refuse to close without a word; here the person decides. */
function askBeforeLeaving(window: BrowserWindow, { unsaved }: ShellText): void {
  window.webContents.on('will-prevent-unload', (event) => {
    const answer = dialog.showMessageBoxSync(window, {
      type: 'warning',
      message: unsaved.sentence,
      buttons: [unsaved.stay, unsaved.leave],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    });
    if (answer === 1) event.preventDefault();
  });
}

function reloadWhenGone(window: BrowserWindow): void {
  const nextDelay = restartBudget();
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    const delay = reason === 'clean-exit' ? undefined : nextDelay();
    if (delay === undefined) return;
    setTimeout(() => {
      if (!window.isDestroyed()) void window.loadURL(PAGE_ADDRESS);
    }, delay);
  });
}
