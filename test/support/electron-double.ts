/**
 * Stands in for the module `electron`: what the program sets is remembered, what Electron would tell it is told by
 * the test. Used by `vi.mock('electron', () => import('../support/electron-double.ts'))`; `startAfresh` before each
 * test.
 */
import { EventEmitter } from 'node:events';
import type { MessagePortMain } from './electron-ports.ts';
import { type ForkOptions, RealUtilityProcess, UtilityProcess } from './utility-processes.ts';

export { MessageChannelMain } from './electron-ports.ts';

type Handler = (...given: never[]) => unknown;

/** An event that can be prevented. */
export function preventable<Fields extends object>(fields: Fields) {
  const event = {
    ...fields,
    defaultPrevented: false,
    preventDefault() {
      event.defaultPrevented = true;
    },
  };
  return event;
}

class App extends EventEmitter {
  isPackaged = true;
  isFirstInstance = true;
  hasQuit = false;
  isSandboxed = false;
  paths: Record<string, string> = {};
  switches: Record<string, string | undefined> = {};
  readonly commandLine = {
    appendSwitch: (name: string, value?: string) => void Object.assign(this.switches, { [name]: value }),
  };

  enableSandbox = () => void Object.assign(this, { isSandboxed: true });
  setPath = (name: string, path: string) => void Object.assign(this.paths, { [name]: path });
  requestSingleInstanceLock = () => this.isFirstInstance;
  whenReady = () => Promise.resolve();

  /** As Electron does: windows first, then the last question whether to quit. */
  quit(): void {
    const event = preventable({});
    this.emit('will-quit', event);
    this.hasQuit ||= !event.defaultPrevented;
  }
}

export class Session extends EventEmitter {
  readonly handlers: Record<string, Handler> = {};
  isSpellChecked = true;
  readonly protocol = { handle: (scheme: string, handler: Handler) => this.#set(`${scheme}://`, handler) };
  readonly webRequest = { onBeforeRequest: (handler: Handler) => this.#set('beforeRequest', handler) };

  setPermissionRequestHandler = (handler: Handler) => this.#set('permissionRequest', handler);
  setPermissionCheckHandler = (handler: Handler) => this.#set('permissionCheck', handler);
  setDevicePermissionHandler = (handler: Handler) => this.#set('devicePermission', handler);
  setDisplayMediaRequestHandler = (handler: Handler) => this.#set('displayMedia', handler);
  setSpellCheckerEnabled = (enabled: boolean) => void Object.assign(this, { isSpellChecked: enabled });

  #set(name: string, handler: Handler): void {
    this.handlers[name] = handler;
  }

  /** Asks the handler of that name, whatever it takes. */
  ask(name: string, ...given: unknown[]): unknown {
    return (this.handlers[name] as ((...all: unknown[]) => unknown) | undefined)?.(...given);
  }
}

export class WebContents extends EventEmitter {
  url = '';
  isLoading = false;
  openHandler: Handler | undefined;
  readonly sent: { readonly channel: string; readonly ports: readonly MessagePortMain[] }[] = [];

  getURL = () => this.url;
  isLoadingMainFrame = () => this.isLoading;
  setWindowOpenHandler = (handler: Handler) => void Object.assign(this, { openHandler: handler });

  postMessage(channel: string, _message: unknown, ports: readonly MessagePortMain[]): void {
    this.sent.push({ channel, ports });
    ipcRenderer.emit(channel, { ports: ports.map(({ raw }) => raw) });
  }

  /** The page has loaded, or was loaded again. */
  finishLoading(): void {
    this.isLoading = false;
    this.emit('did-finish-load');
  }
}

export class BrowserWindow extends EventEmitter {
  static opened: BrowserWindow[] = [];
  readonly options: { readonly webPreferences: Readonly<Record<string, unknown>> } & Record<string, unknown>;
  readonly webContents = new WebContents();
  readonly done: string[] = [];
  isProtected = false;
  minimized = false;
  destroyed = false;

  constructor(options: BrowserWindow['options']) {
    super();
    this.options = options;
    BrowserWindow.opened.push(this);
    app.emit('web-contents-created', {}, this.webContents);
  }

  setContentProtection = (on: boolean) => void Object.assign(this, { isProtected: on });
  isMinimized = () => this.minimized;
  isDestroyed = () => this.destroyed;
  maximize = () => void this.done.push('maximize');
  restore = () => void this.done.push('restore');
  show = () => void this.done.push('show');
  focus = () => void this.done.push('focus');

  async loadURL(url: string): Promise<void> {
    this.done.push(`load ${url}`);
    this.webContents.url = url;
    this.webContents.isLoading = true;
  }

  /** The person closes it. */
  close(): void {
    this.destroyed = true;
    app.emit('window-all-closed');
  }
}

export const app = new App();
export const session = { defaultSession: new Session() };
export const powerMonitor = Object.assign(new EventEmitter(), {
  idleSeconds: 0,
  getSystemIdleTime: (): number => powerMonitor.idleSeconds,
});
export const ipcMain = new EventEmitter();
export const ipcRenderer = new EventEmitter();
export const crashReporter = {
  started: false,
  start: () => void Object.assign(crashReporter, { started: true }),
};
export const shell = {
  opened: [] as string[],
  openExternal: async (url: string) => void shell.opened.push(url),
};

export const protocol = {
  schemes: [] as readonly unknown[],
  registerSchemesAsPrivileged: (schemes: readonly unknown[]) => void Object.assign(protocol, { schemes }),
};
export const contextBridge = {
  world: {} as Record<string, unknown>,
  exposeInMainWorld: (name: string, api: unknown) => void Object.assign(contextBridge.world, { [name]: api }),
};
export const Menu = {
  set: undefined as unknown,
  buildFromTemplate: (template: unknown) => template,
  setApplicationMenu: (menu: unknown) => void Object.assign(Menu, { set: menu }),
};
export const dialog = {
  shown: [] as unknown[],
  answer: 0,
  showErrorBox: (title: string, content: string) => void dialog.shown.push({ title, content }),
  showMessageBoxSync: (_window: unknown, question: unknown) => {
    dialog.shown.push(question);
    return dialog.answer;
  },
};
export const utilityProcess = {
  forked: [] as UtilityProcess[],
  /** Whether programs really run. */
  real: false,
  fork(program: string, args: readonly string[] = [], options: ForkOptions = {}): UtilityProcess {
    const Process = utilityProcess.real ? RealUtilityProcess : UtilityProcess;
    const forked = new Process(program, args, options);
    utilityProcess.forked.push(forked);
    return forked;
  },
};

const testRunners = process.listeners('disconnect');

/** What the program wants to be told when the process that started it is gone. */
export function parentListeners(): (() => void)[] {
  return process.listeners('disconnect').filter((listener) => !testRunners.includes(listener));
}

/** As the module is before the program has touched it. */
export function startAfresh(): void {
  for (const emitter of [app, powerMonitor, ipcMain, ipcRenderer]) emitter.removeAllListeners();
  for (const listener of parentListeners()) process.off('disconnect', listener);
  const { isPackaged, isFirstInstance, hasQuit, isSandboxed, paths, switches } = new App();
  Object.assign(app, { isPackaged, isFirstInstance, hasQuit, isSandboxed, paths, switches });
  session.defaultSession = new Session();
  BrowserWindow.opened = [];
  powerMonitor.idleSeconds = 0;
  crashReporter.started = false;
  shell.opened = [];
  protocol.schemes = [];
  contextBridge.world = {};
  Menu.set = undefined;
  Object.assign(dialog, { shown: [], answer: 0 });
  Object.assign(utilityProcess, { forked: [], real: false });
}
