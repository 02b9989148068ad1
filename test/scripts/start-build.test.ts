import { existsSync, mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { scratch } from '../support/scratch.ts';
import { script } from './start-process.ts';

interface Options {
  entries: boolean;
  onBuild(): void;
}

const { buildStale } = await script<{ buildStale(root: string, options: Options): Promise<boolean> }>(
  'start-build.mjs',
);

it('builds the page once, and again only when something that it is made of has changed', async () => {
  const root = tree();
  for (let start = 0; start < 2; start += 1) expect(await build(root)).toBe(true);
  expect(builds(root)).toEqual(['page']);

  for (const file of ['renderer/app/main.tsx', 'shared/words.ts', 'vite.config.ts', 'package-lock.json']) {
    writeFileSync(join(root, file), 'changed');
    await build(root);
    await build(root);
  }
  expect(builds(root)).toHaveLength(5);

  writeFileSync(join(root, 'electron/core.ts'), 'changed');
  await build(root);
  expect(builds(root)).toHaveLength(5);
});

it('builds again when a file came, went or was renamed', async () => {
  const root = tree();
  await build(root);
  writeFileSync(join(root, 'renderer/new.ts'), '');
  await build(root);
  rmSync(join(root, 'renderer/new.ts'));
  await build(root);
  writeFileSync(join(root, 'renderer/newer.ts'), '');
  await build(root);
  expect(builds(root)).toHaveLength(4);
});

it('builds again when the page is gone', async () => {
  const root = tree();
  await build(root);
  rmSync(join(root, 'out/page'), { recursive: true });
  await build(root);
  expect(existsSync(join(root, 'out/page/index.html'))).toBe(true);
});

it('builds the desktop entries only for the desktop', async () => {
  const root = tree();
  await build(root);
  expect(existsSync(join(root, 'out/electron/main.js'))).toBe(false);
  await build(root, true);
  await build(root, true);
  expect(builds(root)).toEqual(['page', 'entries']);
});

it('builds once for two starts at once', async () => {
  const root = tree();
  expect(await Promise.all([build(root), build(root), build(root)])).toEqual([true, true, true]);
  expect(builds(root)).toEqual(['page']);
});

it('waits for no start that was killed while it built', async () => {
  const root = tree();
  const lock = join(root, 'out/start-build.lock');
  mkdirSync(dirname(lock), { recursive: true });
  writeFileSync(lock, '');
  const before = new Date(Date.now() - 60_000);
  utimesSync(lock, before, before);
  expect(await build(root)).toBe(true);
  expect(existsSync(lock)).toBe(false);
});

it('says when a build failed, and tries again the next time', async () => {
  const root = tree();
  writeFileSync(join(root, 'fail'), '');
  expect(await build(root)).toBe(false);
  expect(await build(root)).toBe(false);
  rmSync(join(root, 'fail'));
  expect(await build(root)).toBe(true);
});

it('tells that it builds, and tells nothing when there is nothing to build', async () => {
  const root = tree();
  let told = 0;
  const options = { entries: false, onBuild: () => (told += 1) };
  await buildStale(root, options);
  await buildStale(root, options);
  expect(told).toBe(1);
});

/** A source tree whose tools write down that they ran. */
function tree(): string {
  const root = scratch();
  const sources = ['renderer/app/main.tsx', 'renderer/text/start.ts', 'shared/words.ts', 'electron/core.ts'];
  for (const file of [...sources, 'vite.config.ts', 'electron.vite.config.ts', 'package-lock.json'])
    write(root, file, '');
  write(root, 'node_modules/vite/bin/vite.js', tool('page', 'out/page/index.html'));
  write(root, 'node_modules/electron-vite/bin/electron-vite.js', tool('entries', 'out/electron/main.js'));
  return root;
}

function tool(name: string, result: string): string {
  return `const fs = require('fs');
    if (fs.existsSync('fail')) process.exit(1);
    fs.appendFileSync('builds', '${name}\\n');
    fs.mkdirSync('${dirname(result)}', { recursive: true });
    fs.writeFileSync('${result}', '');`;
}

function write(root: string, file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

function build(root: string, entries = false): Promise<boolean> {
  return buildStale(root, { entries, onBuild: () => {} });
}

function builds(root: string): string[] {
  return readFileSync(join(root, 'builds'), 'utf8').trim().split('\n');
}
