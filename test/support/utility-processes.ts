import { type ChildProcess, fork } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { MessagePortMain } from './electron-ports.ts';

/** What crosses between a utility process and its parent; ports cross by number. */
export interface Crossing {
  readonly message?: unknown;
  readonly ports?: readonly number[];
  /** Of the port with this number. */
  readonly port?: number;
  readonly data?: unknown;
  readonly closed?: true;
}

export interface ForkOptions {
  readonly serviceName?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly stdio?: string;
}

/** Electron's utility process; this one runs nothing, remembers what it was told, and dies when it is told to. */
export class UtilityProcess extends EventEmitter {
  readonly program: string;
  readonly args: readonly string[];
  readonly options: ForkOptions;
  readonly told: { readonly message: unknown; readonly ports: readonly MessagePortMain[] }[] = [];
  killed = false;

  constructor(program: string, args: readonly string[], options: ForkOptions) {
    super();
    this.program = program;
    this.args = args;
    this.options = options;
  }

  get pid(): number | undefined {
    return undefined;
  }

  postMessage(message: unknown, ports: readonly MessagePortMain[] = []): void {
    this.told.push({ message, ports });
  }

  kill(): boolean {
    this.killed = true;
    return true;
  }

  /** What the program inside would say. */
  say(message: unknown): void {
    this.emit('message', message);
  }

  die(code: number): void {
    this.emit('exit', code);
  }
}

/** The same as a real process of Node, in which the program finds `process.parentPort`. */
export class RealUtilityProcess extends UtilityProcess {
  readonly #child: ChildProcess;
  readonly #ports: MessagePortMain[] = [];

  constructor(program: string, args: readonly string[], options: ForkOptions) {
    super(program, args, options);
    const shim = fileURLToPath(new URL('./utility-program.ts', import.meta.url));
    this.#child = fork(shim, [program, ...args], {
      serialization: 'advanced',
      execArgv: [],
      ...(options.env && { env: options.env }),
    });
    this.#child.on('message', (crossing: Crossing) => this.#arrive(crossing));
    this.#child.once('exit', (code, signal) => this.#gone(signal ? 128 : (code ?? 1)));
  }

  override get pid(): number | undefined {
    return this.#child.pid;
  }

  override postMessage(message: unknown, ports: readonly MessagePortMain[] = []): void {
    super.postMessage(message, ports);
    this.#send({ message, ports: ports.map((port) => this.#forward(port)) });
  }

  override kill(): boolean {
    super.kill();
    return this.#child.kill();
  }

  #forward(port: MessagePortMain): number {
    const number = this.#ports.push(port) - 1;
    port.raw.on('message', (data) => this.#send({ port: number, data }));
    port.raw.on('close', () => this.#send({ port: number, closed: true }));
    return number;
  }

  #send(crossing: Crossing): void {
    if (this.#child.connected) this.#child.send(crossing, () => {});
  }

  #arrive({ port, data, closed, message }: Crossing): void {
    if (port === undefined) this.emit('message', message);
    else if (closed) this.#ports[port]?.close();
    else this.#ports[port]?.postMessage(data);
  }

  #gone(code: number): void {
    for (const port of this.#ports) port.close();
    this.emit('exit', code);
  }
}
