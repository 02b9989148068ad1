import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { _electron } from '@playwright/test';
import { expect, it } from 'vitest';
import { scratch } from '../support/scratch.ts';
import { countyStory } from './story/county-story.ts';

const root = join(import.meta.dirname, '../..');
const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(root, 'node_modules/electron/dist');
const PROGRAMS = ['electron', 'electron.exe', 'Electron.app/Contents/MacOS/Electron'];
const program = PROGRAMS.map((name) => join(dist, name)).find((path) => existsSync(path));
const entries = join(root, 'out/electron/main.js');

it('the office’s half of the story is walked in the desktop program, wherever the program is there', async () => {
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
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(String(error)));
    for (const { walk } of countyStory(inAMonth())) await walk(page);
    expect(page.url()).toMatch(/^app:/);
    expect(complaints).toEqual([]);
  } finally {
    await desktop.close();
  }
});

/** The program goes by the clock of the PC, and refuses what was due before today. */
function inAMonth(): string {
  return new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
}
