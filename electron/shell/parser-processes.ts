import { MessageChannelMain, type UtilityProcess, utilityProcess } from 'electron';
import type { ParserNews, ParserWish } from './core-messages.ts';

/** The parsers of one core. A core cannot start processes: it asks, and talks to them over a port of their own. */
export interface ParserProcesses {
  fulfil(wish: ParserWish): void;
  endAll(): void;
}

/** @param program the built parser-process.ts */
export function parserProcesses(
  program: string,
  tell: (news: ParserNews, ports?: Electron.MessagePortMain[]) => void,
): ParserProcesses {
  const running = new Map<number, UtilityProcess>();

  return { fulfil, endAll };

  function fulfil(wish: ParserWish): void {
    if ('start' in wish) start(wish.start);
    else running.get(wish.end)?.kill();
  }

  function start(id: number): void {
    const parser = utilityProcess.fork(program, [], {
      serviceName: 'ledger-parser',
      // A hostile file finds nothing here: Windows alone cannot start a process without its own folder.
      env: process.env.SystemRoot ? { SystemRoot: process.env.SystemRoot } : {},
      stdio: 'ignore',
    });
    running.set(id, parser);
    parser.once('exit', (code) => {
      running.delete(id);
      tell({ ended: id, code });
    });
    const { port1, port2 } = new MessageChannelMain();
    parser.postMessage('port', [port1]);
    tell({ parser: id }, [port2]);
  }

  function endAll(): void {
    for (const parser of running.values()) parser.kill();
  }
}
