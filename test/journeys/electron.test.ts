import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { _electron } from '@playwright/test';
import { expect, it } from 'vitest';
import { scratch } from '../support/scratch.ts';
import { found } from './story/founding.ts';

const root = join(import.meta.dirname, '../..');
const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(root, 'node_modules/electron/dist');
const PROGRAMS = ['electron', 'electron.exe', 'Electron.app/Contents/MacOS/Electron'];
const program = PROGRAMS.map((name) => join(dist, name)).find((path) => existsSync(path));
const entries = join(root, 'out/electron/main.js');

it('an office is founded in the desktop program as in the browser, wherever the program is there', async () => {
  if (!program || !existsSync(entries)) {
    console.error(
      `\n!!! NOT WALKED IN ELECTRON: ${program ? `${entries} is not built` : `no program under ${dist}`}. The journeys ran in a browser alone.\n`,
    );
    return;
  }
  const desktop = await _electron.launch({
    executablePath: program,
    args: [root, '--data', scratch(), ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
  try {
    const page = await desktop.firstWindow();
    await found(page, {
      role: '县教育整顿办',
      name: '青河县教育整顿办',
      code: '999901',
      administrator: '乔思珂',
      others: [],
    });
    expect(page.url()).toMatch(/^app:/);
  } finally {
    await desktop.close();
  }
}, 120_000);
