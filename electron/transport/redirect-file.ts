import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The process that made the folder stands in its name. */
const FOLDER = /^launch-(\d+)-/;

/**
 * A page that sends the browser on to the host. The token goes this way because everybody on the PC can read
 * the arguments of a program, and a fragment is never sent over the wire or into a log.
 */
export interface RedirectFile {
  readonly path: string;
  remove(): void;
}

/**
 * Writes the file, 0600, into a new folder, 0700, under `parent`. On Windows the rights come from the user's
 * own application data folder.
 * @throws Error of the file system
 */
export function writeRedirectFile(parent: string, address: string, token: string): RedirectFile {
  mkdirSync(parent, { recursive: true, mode: 0o700 });
  const folder = mkdtempSync(join(parent, `launch-${process.pid}-`));
  const path = join(folder, 'open.html');
  writeFileSync(path, redirectPage(address, token), { flag: 'wx', mode: 0o600 });
  return { path, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Removes what hosts left that were killed; their tokens went with them. */
export function removeStaleRedirectFiles(parent: string): void {
  mkdirSync(parent, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(parent)) {
    const made = FOLDER.exec(name);
    if (made && !isRunning(Number(made[1]))) rmSync(join(parent, name), { recursive: true, force: true });
  }
}

/** Signal 0 reaches nobody: it only asks. EPERM says that the process is there and not ours. */
function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Neither argument can hold a character that means something in HTML. */
function redirectPage(address: string, token: string): string {
  const target = `${address}#token=${token}`;
  return [
    '<!doctype html><html><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'">`,
    '<meta name="referrer" content="no-referrer">',
    `<meta http-equiv="refresh" content="0; url=${target}">`,
    `<title>${address}</title></head><body><a href="${target}">${address}</a></body></html>\n`,
  ].join('\n');
}
