import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

// The list of places is shared with the set-up script, which is plain JavaScript.
const browsers = new URL('../../../scripts/browsers.mjs', import.meta.url).href;
const { installedBrowser } = (await import(browsers)) as { installedBrowser: () => string | undefined };

/** @throws Error when there is none: a journey that cannot be walked has failed */
export function browserPath(): string {
  const path = installedBrowser() ?? chromium.executablePath();
  if (!existsSync(path))
    throw new Error('no browser to drive: install Chromium, or name one in LEDGER_BROWSER');
  return path;
}
