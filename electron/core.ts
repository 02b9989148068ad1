// The core in Electron's utility process: node core.ts --data DIR. The shell sends `port` with the page's end
// of a channel, and `lock` when the PC idles, sleeps or is locked.
import { parseArgs } from 'node:util';
import { DAILY_BACKUP_AFTER_MS } from './api/daily-backup.ts';
import { createHost, lockHost } from './api/host.ts';
import { shellParsers } from './sheets/shell-parsers.ts';
import type { CoreMessage, ShellMessage } from './shell/core-messages.ts';
import { systemPorts } from './store/system-ports.ts';
import { type MainPort, servePort } from './transport/message-port.ts';

interface FromShell {
  readonly data: ShellMessage;
  readonly ports: readonly MainPort[];
}

interface ParentPort {
  on(event: 'message', listener: (message: FromShell) => void): void;
  postMessage(message: CoreMessage): void;
}

const { parentPort } = process as { parentPort?: ParentPort };
const { values } = parseArgs({ options: { data: { type: 'string' } } });
if (!parentPort || !values.data) throw new Error('core.ts runs in a utility process, with --data DIR');

const shell = parentPort;
const parsers = shellParsers({
  start: (id) => shell.postMessage({ start: id }),
  end: (id) => shell.postMessage({ end: id }),
});
const host = createHost(values.data, systemPorts(), parsers.start, DAILY_BACKUP_AFTER_MS);
process.on('exit', () => lockHost(host));
shell.on('message', ({ data, ports: [port] }) => {
  if (data === 'lock') lock();
  else if (data === 'port') serve(port);
  else if ('ended' in data) parsers.ended(data.ended, data.code);
  else if (port) parsers.connected(data.parser, port);
});

function serve(port: MainPort | undefined): void {
  if (port) servePort(port, host);
}

function lock(): void {
  lockHost(host);
  shell.postMessage('locked');
}
