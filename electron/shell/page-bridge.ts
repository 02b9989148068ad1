import { contextBridge, ipcRenderer } from 'electron';
import { CORE_PORT } from './core-port.ts';
import { PAGE_ORIGIN } from './page-address.ts';

/** Of the DOM, which this code alone outside the page sees. */
interface PageWindow {
  postMessage(message: string, origin: string, ports: readonly unknown[]): void;
}

/**
 * All that the page gets from Electron: a mark, and the ports to the core. A port cannot cross the context bridge,
 * so it is posted to the page's own window, and to no other origin.
 */
export function bridgePage(): void {
  const page = globalThis as unknown as PageWindow;
  contextBridge.exposeInMainWorld('shell', { kind: 'electron' });
  ipcRenderer.on(CORE_PORT, ({ ports }) => page.postMessage(CORE_PORT, PAGE_ORIGIN, ports));
}
