// The core in Electron's utility process: node core.ts --data DIR. The shell sends `port` with the page's end
// of a channel, and `lock` when the PC idles, sleeps or is locked.
import { parseArgs } from 'node:util';
import { createHost, lockHost } from './api/host.ts';
import { systemPorts } from './store/system-ports.ts';
import { type MainPort, servePort } from './transport/message-port.ts';

interface ShellMessage {
  readonly data: 'port' | 'lock';
  readonly ports: readonly MainPort[];
}

interface ParentPort {
  on(event: 'message', listener: (message: ShellMessage) => void): void;
}

const { parentPort } = process as { parentPort?: ParentPort };
const { values } = parseArgs({ options: { data: { type: 'string' } } });
if (!parentPort || !values.data) throw new Error('core.ts runs in a utility process, with --data DIR');

const host = createHost(values.data, systemPorts());
process.on('exit', () => lockHost(host));
parentPort.on('message', ({ data, ports }) => {
  if (data === 'lock') return lockHost(host);
  for (const port of ports) servePort(port, host);
});
