// Stands around a program in a process of Node and gives it what a utility process of Electron has:
// process.parentPort, and ports that arrive on it. Started by utility-processes.ts.
import { EventEmitter } from 'node:events';
import { pathToFileURL } from 'node:url';
import type { Crossing } from './utility-processes.ts';

const [program = '', ...args] = process.argv.slice(2);
const ports = new Map<number, Port>();
const waiting: Crossing[] = [];

class Port extends EventEmitter {
  readonly #number: number;
  #started = false;
  readonly #early: unknown[] = [];

  constructor(number: number) {
    super();
    this.#number = number;
  }

  postMessage(data: unknown): void {
    cross({ port: this.#number, data });
  }

  start(): void {
    this.#started = true;
    for (const data of this.#early.splice(0)) this.emit('message', { data });
  }

  close(): void {
    cross({ port: this.#number, closed: true });
  }

  arrive(data: unknown): void {
    if (this.#started) this.emit('message', { data });
    else this.#early.push(data);
  }
}

const parentPort = Object.assign(new EventEmitter(), {
  postMessage: (message: unknown) => cross({ message }),
});
// What came before the program listened is delivered when it does.
parentPort.on('newListener', () => setImmediate(() => waiting.splice(0).forEach(deliver)));

Object.assign(process, { parentPort, argv: [process.execPath, program, ...args] });
process.on('disconnect', () => process.exit());
process.on('message', arrive);
await import(pathToFileURL(program).href);

function arrive(crossing: Crossing): void {
  const { port, data, closed, ports: given = [] } = crossing;
  for (const number of given) ports.set(number, new Port(number));
  if (port === undefined) hear(crossing);
  else if (closed) ports.get(port)?.emit('close');
  else ports.get(port)?.arrive(data);
}

function hear(crossing: Crossing): void {
  if (parentPort.listenerCount('message') > 0) deliver(crossing);
  else waiting.push(crossing);
}

function deliver({ message, ports: given = [] }: Crossing): void {
  parentPort.emit('message', { data: message, ports: given.map((number) => ports.get(number)) });
}

function cross(crossing: Crossing): void {
  process.send?.(crossing);
}
