import { EventEmitter } from 'node:events';
import { MessageChannel, type MessagePort } from 'node:worker_threads';

/** MessagePortMain on one of Node's ports: events carry `data`, and nothing arrives before `start`. */
export class MessagePortMain extends EventEmitter {
  readonly raw: MessagePort;

  constructor(raw: MessagePort) {
    super();
    this.raw = raw;
    raw.on('close', () => this.emit('close'));
  }

  postMessage(message: unknown): void {
    this.raw.postMessage(message);
  }

  start(): void {
    this.raw.on('message', (data) => this.emit('message', { data, ports: [] }));
  }

  close(): void {
    this.raw.close();
  }
}

export class MessageChannelMain {
  readonly port1: MessagePortMain;
  readonly port2: MessagePortMain;

  constructor() {
    const { port1, port2 } = new MessageChannel();
    this.port1 = new MessagePortMain(port1);
    this.port2 = new MessagePortMain(port2);
  }
}
