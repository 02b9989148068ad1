import { rmSync } from 'node:fs';
import { onTestFinished } from 'vitest';
import { newScratch } from './scratch-folder.ts';

/** An empty folder that is removed when the running test ends. */
export function scratch(): string {
  const folder = newScratch();
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** An empty folder for a whole file, with its removal for `afterAll`. */
export function lastingScratch(): { folder: string; remove(): void } {
  const folder = newScratch();
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
