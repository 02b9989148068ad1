import { mkdirSync } from 'node:fs';
import { app, dialog, session } from 'electron';
import { listPageFiles } from '../transport/page-files.ts';
import { registerPageScheme, servePage } from './app-protocol.ts';
import { setApplicationMenu } from './application-menu.ts';
import { lockWhenAway } from './away-lock.ts';
import { handOverPort } from './core-port.ts';
import { type CoreProcess, startCore } from './core-process.ts';
import { guardContents } from './page-guards.ts';
import { guardSession } from './page-session.ts';
import { focusWindow, openWindow } from './page-window.ts';
import type { ShellText } from './shell-text.ts';

export interface ShellOptions {
  readonly dataFolder: string;
  /** Where Chromium keeps what it keeps: column widths, caches, the mark of the first instance. */
  readonly profileFolder: string;
  readonly built: {
    /** Files. */
    readonly core: string;
    readonly parser: string;
    readonly preload: string;
    /** Folder. */
    readonly page: string;
  };
  readonly text: ShellText;
}

/** The desktop program around page and core. A second start brings the first one's window to the front. */
export function runShell(options: ShellOptions): void {
  mkdirSync(options.profileFolder, { recursive: true, mode: 0o700 });
  app.setPath('userData', options.profileFolder);
  if (app.requestSingleInstanceLock()) begin(options);
  else app.quit();
}

function begin(options: ShellOptions): void {
  app.enableSandbox();
  stayOffline();
  registerPageScheme();
  app.on('web-contents-created', (_event, contents) => guardContents(contents));
  void app.whenReady().then(() => open(options));
}

/** Beside the requests that are cancelled: no name is looked up and no proxy is searched for. */
function stayOffline(): void {
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.commandLine.appendSwitch('no-proxy-server');
}

function open({ dataFolder, built, text }: ShellOptions): void {
  const developing = !app.isPackaged;
  guardSession(session.defaultSession, developing);
  servePage(session.defaultSession.protocol, listPageFiles(built.page));
  setApplicationMenu(text);
  const window = openWindow({ preload: built.preload, developing, text });
  const core = startCore({
    program: built.core,
    parserProgram: built.parser,
    dataFolder,
    onRestart: () => handOverPort(core, window),
    onLost: () => giveUp(text),
  });
  window.webContents.on('did-finish-load', () => handOverPort(core, window));
  app.on('second-instance', () => focusWindow(window));
  endWith(core);
}

function giveUp({ coreLost }: ShellText): void {
  dialog.showErrorBox(coreLost.title, coreLost.sentence);
  app.quit();
}

/** The window's end is the program's, and so is that of a parent at a terminal. The core closes its file first. */
function endWith(core: CoreProcess): void {
  const watch = lockWhenAway(core.lock);
  let closed = false;
  app.on('window-all-closed', () => app.quit());
  process.once('disconnect', () => app.quit());
  app.on('will-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    watch.stop();
    void core.stop().then(() => {
      closed = true;
      app.quit();
    });
  });
}
