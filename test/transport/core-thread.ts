// Runs electron/core.ts in a thread instead of a utility process: what the parent posts arrives on
// process.parentPort as Electron delivers it.
import { parentPort } from 'node:worker_threads';

const shell = {
  on: (event: 'message', listener: (message: unknown) => void) => parentPort?.on(event, listener),
};
Object.assign(process, { parentPort: shell });
await import('../../electron/core.ts');
