// The core with an ordinary browser in front: node loopback.ts --data DIR [--port N] [--idle MINUTES].
// Prints {"address", "open"}: `open` is the file to be opened in the browser; it carries the launch token,
// which therefore stands in no output and no argument.
import { fstatSync } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream';
import { parseArgs } from 'node:util';
import { errorSentence } from '../renderer/text/errors.ts';
import { ensure, Refusal } from '../shared/vocabulary/refusal.ts';
import { createHost } from './api/host.ts';
import { systemPorts } from './store/system-ports.ts';
import { type Loopback, startLoopback } from './transport/loopback-server.ts';

try {
  const loopback = await startLoopback(optionsOf(process.argv.slice(2)));
  stopWithParent(loopback);
  console.log(JSON.stringify({ address: loopback.address, open: loopback.redirectFile }));
  await loopback.ended;
  process.exit();
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(errorSentence(error.code, error.fields));
  process.exitCode = 1;
}

function optionsOf(args: string[]) {
  const { values } = parseArgs({
    args,
    options: {
      data: { type: 'string' },
      port: { type: 'string', default: '0' },
      idle: { type: 'string', default: '30' },
    },
  });
  ensure(values.data, 'missing_field', { field: '--data' });
  const ports = systemPorts();
  return {
    host: createHost(values.data, ports),
    port: wholeNumber('--port', values.port, 0, 65_535),
    idleMinutes: wholeNumber('--idle', values.idle, 1, 24 * 60),
    launchFolder: join(ports.applicationData, 'launch'),
  };
}

function wholeNumber(field: string, text: string, least: number, most: number): number {
  const number = Number(text);
  ensure(/^\d+$/.test(text) && number >= least && number <= most, 'invalid_input', { field });
  return number;
}

/** A parent that cannot say goodbye leaves a closed channel, or a closed pipe to our standard input. */
function stopWithParent(loopback: Loopback): void {
  for (const event of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'])
    process.once(event, () => loopback.stop());
  process.on('exit', () => loopback.abandon());
  const input = fstatSync(0);
  if (!input.isFIFO() && !input.isSocket()) return;
  finished(process.stdin.resume(), () => loopback.stop());
}
