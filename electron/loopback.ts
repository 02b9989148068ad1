// The core with an ordinary browser in front: node loopback.ts [--data DIR] [--port N] [--idle MINUTES] [--page DIR].
// Prints {"address", "open", "running"}: `open` is the file to be opened in the browser; it carries the launch
// token, which therefore stands in no output and no argument. Where a host runs on this data folder already, that
// one is launched again, `running` says so, and this process ends.
import { fstatSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { finished } from 'node:stream';
import { parseArgs } from 'node:util';
import { errorSentence } from '../renderer/text/errors.ts';
import { ensure, Refusal } from '../shared/vocabulary/refusal.ts';
import { DAILY_BACKUP_AFTER_MS } from './api/daily-backup.ts';
import { createHost } from './api/host.ts';
import { forkParser } from './sheets/parser-host.ts';
import { defaultDataFolder, systemPorts } from './store/system-ports.ts';
import { type Loopback, type LoopbackOptions, startLoopback } from './transport/loopback-server.ts';
import { type Launch, relaunchRunningHost } from './transport/running-host.ts';

try {
  const options = optionsOf(process.argv.slice(2));
  const running = await relaunchRunningHost(
    options.launchFolder,
    options.host.folder,
    options.host.ports.random,
  );
  if (running) announce(running, true);
  else await serve(options);
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(errorSentence(error.code, error.fields));
  process.exitCode = 1;
}

async function serve(options: LoopbackOptions): Promise<void> {
  const loopback = await startLoopback(options);
  stopWithParent(loopback);
  announce(loopback, false);
  await loopback.ended;
  process.exit();
}

function announce({ address, redirectFile }: Launch, running: boolean): void {
  console.log(JSON.stringify({ address, open: redirectFile, running }));
}

function optionsOf(args: string[]): LoopbackOptions {
  const { values } = parseArgs({
    args,
    options: {
      data: { type: 'string', default: defaultDataFolder() },
      port: { type: 'string', default: '0' },
      idle: { type: 'string', default: '30' },
      page: { type: 'string' },
    },
  });
  ensure(values.data, 'missing_field', { field: '--data' });
  const ports = systemPorts();
  return {
    host: createHost(resolve(values.data), ports, forkParser, DAILY_BACKUP_AFTER_MS),
    port: wholeNumber('--port', values.port, 0, 65_535),
    idleMinutes: wholeNumber('--idle', values.idle, 1, 24 * 60),
    page: values.page,
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
