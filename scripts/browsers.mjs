// Where a browser that tests can drive may be installed, in the order in which they are tried.
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const programFiles = [process.env.ProgramFiles, process.env['ProgramFiles(x86)'], process.env.LOCALAPPDATA];

const PLACES = [
  process.env.LEDGER_BROWSER,
  ...['chromium', 'chromium-browser', 'google-chrome', 'microsoft-edge'].map((name) =>
    join('/usr/bin', name),
  ),
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ...programFiles
    .filter(Boolean)
    .flatMap((folder) => [
      join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
      join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
    ]),
];

/** @returns {string | undefined} */
export function installedBrowser() {
  return PLACES.find((place) => place && existsSync(place));
}
