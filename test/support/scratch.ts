import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** An empty folder that is removed when the running test ends. */
export function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ledger-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** An empty folder for a whole file, with its removal for `afterAll`. */
export function lastingScratch(): { folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'ledger-test-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
