import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { runShell, type ShellOptions } from '../../electron/shell/run-shell.ts';
import { SHELL_TEXT } from '../../renderer/text/shell.ts';
import { app, BrowserWindow } from '../support/electron-double.ts';
import { scratch } from '../support/scratch.ts';

const source = (path: string) => fileURLToPath(new URL(`../../electron/${path}`, import.meta.url));

export const DOCUMENT = '<!doctype html><meta name="style-nonce" content="__STYLE_NONCE__">';

/** Options of a shell in a folder of its own, with a page of two files, and with the programs as they are written. */
export function shellOptions(): ShellOptions {
  const folder = scratch();
  const page = join(folder, 'page');
  mkdirSync(join(page, 'assets'), { recursive: true });
  writeFileSync(join(page, 'index.html'), DOCUMENT);
  writeFileSync(join(page, 'assets', 'page.js'), 'export {};');
  writeFileSync(join(folder, 'secret.html'), 'not of the page');
  return {
    dataFolder: join(folder, 'data'),
    profileFolder: join(folder, 'profile'),
    built: {
      core: source('core.ts'),
      parser: source('sheets/parser-process.ts'),
      preload: join(folder, 'preload.cjs'),
      page,
    },
    text: SHELL_TEXT,
  };
}

/** The shell, run until its window is there; it quits with the test. */
export async function openDesktop(options = shellOptions()): Promise<BrowserWindow> {
  runShell(options);
  await setImmediate();
  onTestFinished(() => app.quit());
  return BrowserWindow.opened[0]!;
}
