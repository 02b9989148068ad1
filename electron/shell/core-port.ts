import type { BrowserWindow } from 'electron';
import type { CoreProcess } from './core-process.ts';
import { isPage } from './page-address.ts';

/** What preload and page know the page's end of a channel to the core by. */
export const CORE_PORT = 'core-port';

/** Gives the page a new channel to the core. A page that is still loading gets it when it has loaded. */
export function handOverPort(core: CoreProcess, window: BrowserWindow): void {
  if (window.isDestroyed()) return;
  const { webContents } = window;
  if (webContents.isLoadingMainFrame() || !isPage(webContents.getURL())) return;
  const port = core.connect();
  if (port) webContents.postMessage(CORE_PORT, null, [port]);
}
