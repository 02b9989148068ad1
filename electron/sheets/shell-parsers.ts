import type { ParserProcess, StartParser } from './parser-host.ts';
import type { ParserReport, ParserTask } from './parser-messages.ts';

/** Electron's port, as its processes have it; it waits for `start`. */
export interface ParserPort {
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): unknown;
  postMessage(task: ParserTask): void;
  start(): void;
}

/** What the shell does for the core: a utility process cannot start or end another. */
export interface ParserShell {
  start(id: number): void;
  end(id: number): void;
}

/** The parsers' processes that the shell holds, as the core knows them. */
export interface ShellParsers {
  readonly start: StartParser;
  /** The process with this number listens on this port. */
  connected(id: number, port: ParserPort): void;
  /** The process with this number has ended. */
  ended(id: number, code: number): void;
}

interface Parser {
  readonly port: PromiseWithResolvers<ParserPort>;
  onReport(report: ParserReport): void;
  onExit(code: number): void;
}

/**
 * Starts parsers through the shell. The sheet goes over a port that the shell made but cannot hear: it hands one end to
 * each of the two processes.
 */
export function shellParsers(shell: ParserShell): ShellParsers {
  const parsers = new Map<number, Parser>();
  let last = 0;

  return { start, connected, ended };

  function start(): ParserProcess {
    last += 1;
    const id = last;
    const parser: Parser = { port: Promise.withResolvers(), onReport() {}, onExit() {} };
    parsers.set(id, parser);
    shell.start(id);
    return {
      send: (task) => void parser.port.promise.then((port) => port.postMessage(task)),
      onReport: (listener) => void Object.assign(parser, { onReport: listener }),
      onExit: (listener) => void Object.assign(parser, { onExit: listener }),
      kill: () => shell.end(id),
    };
  }

  function connected(id: number, port: ParserPort): void {
    const parser = parsers.get(id);
    if (!parser) return;
    port.on('message', ({ data }) => parser.onReport(data as ParserReport));
    port.start();
    parser.port.resolve(port);
  }

  function ended(id: number, code: number): void {
    parsers.get(id)?.onExit(code);
    parsers.delete(id);
  }
}
