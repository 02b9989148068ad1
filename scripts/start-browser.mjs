// Has the user's browser open a file.
import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** A starter of browsers that has not failed by then has started one. */
const PATIENCE_MS = 3_000;

export function hasDisplay(platform, env) {
  return ['win32', 'darwin'].includes(platform) || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

/** No shell stands between, so that no character of a path means anything to it. */
export function openingCommand(platform, env, file) {
  if (platform === 'win32') {
    const program = join(env.SystemRoot ?? 'C:\\Windows', 'System32', 'rundll32.exe');
    return [program, ['url.dll,FileProtocolHandler', file]];
  }
  return [platform === 'darwin' ? '/usr/bin/open' : 'xdg-open', [file]];
}

/** @returns {Promise<boolean>} whether a browser was asked to; it outlives this program */
export function openInBrowser(platform, env, file) {
  if (!hasDisplay(platform, env)) return Promise.resolve(false);
  const [program, args] = openingCommand(platform, env, file);
  const child = spawn(program, args, { detached: true, stdio: 'ignore', env });
  child.unref();
  return new Promise((resolve) => {
    const patience = setTimeout(resolve, PATIENCE_MS, true);
    const settle = (opened) => {
      clearTimeout(patience);
      resolve(opened);
    };
    child.once('error', () => settle(false));
    child.once('exit', (code) => settle(code === 0));
  });
}
