import { MessageChannelMain, type MessagePortMain, type UtilityProcess, utilityProcess } from 'electron';
import type { CoreMessage, ShellMessage } from './core-messages.ts';
import { type ParserProcesses, parserProcesses } from './parser-processes.ts';
import { restartBudget } from './restart-budget.ts';

/** How long the core may take to close its file when the program ends; killed, it loses nothing either. */
const CLOSING_MILLISECONDS = 2000;

export interface CoreOptions {
  /** The built core.ts and parser-process.ts. */
  readonly program: string;
  readonly parserProgram: string;
  readonly dataFolder: string;
  /** It died and was started again: every port to it is dead. */
  readonly onRestart: () => void;
  /** It died too often and is not started again. */
  readonly onLost: () => void;
}

/** The core in its own process, started again when it dies. */
export interface CoreProcess {
  /** The page's end of a new channel to the core; undefined while it is down. */
  connect(): MessagePortMain | undefined;
  /** Drops the keys and closes the file. */
  lock(): void;
  /** Locks, and ends the process. */
  stop(): Promise<void>;
}

interface Running {
  readonly process: UtilityProcess;
  readonly parsers: ParserProcesses;
}

export function startCore(options: CoreOptions): CoreProcess {
  const nextDelay = restartBudget();
  let stopped = false;
  let restart: NodeJS.Timeout | undefined;
  let running: Running | undefined = fork(options, died);

  return { connect, lock, stop };

  function connect(): MessagePortMain | undefined {
    if (!running) return undefined;
    const { port1, port2 } = new MessageChannelMain();
    post(running.process, 'port', [port1]);
    return port2;
  }

  function lock(): void {
    if (running) post(running.process, 'lock');
  }

  async function stop(): Promise<void> {
    stopped = true;
    clearTimeout(restart);
    if (!running) return;
    const { process, parsers } = running;
    parsers.endAll();
    await locked(process);
    process.kill();
  }

  function died(): void {
    running?.parsers.endAll();
    running = undefined;
    if (stopped) return;
    const delay = nextDelay();
    if (delay === undefined) options.onLost();
    else restart = setTimeout(startAgain, delay);
  }

  function startAgain(): void {
    running = fork(options, died);
    options.onRestart();
  }
}

function fork(options: CoreOptions, onExit: () => void): Running {
  const { program, parserProgram, dataFolder } = options;
  const process = utilityProcess.fork(program, ['--data', dataFolder], {
    serviceName: 'ledger-core',
    stdio: 'inherit',
  });
  const parsers = parserProcesses(parserProgram, (news, ports) => post(process, news, ports));
  process.on('message', (message: CoreMessage) => {
    if (message !== 'locked') parsers.fulfil(message);
  });
  process.once('exit', onExit);
  return { process, parsers };
}

function post(process: UtilityProcess, message: ShellMessage, ports: MessagePortMain[] = []): void {
  process.postMessage(message, ports);
}

async function locked(process: UtilityProcess): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, CLOSING_MILLISECONDS);
  process.on('message', (message: CoreMessage) => {
    if (message === 'locked') resolve();
  });
  process.once('exit', () => resolve());
  post(process, 'lock');
  await promise;
  clearTimeout(timer);
}
