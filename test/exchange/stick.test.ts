import { spawnSync } from 'node:child_process';
import { lstatSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder, writeProved } from '../../electron/exchange/stick.ts';
import { scratch } from '../support/scratch.ts';

test('a file is replaced whole', () => {
  const file = join(scratch(), 'a.jyzd');
  writeFileSync(file, 'older and longer');
  writeProved(file, Buffer.from('new'));
  expect(readFileSync(file, 'utf8')).toBe('new');
});

test('what is no file, such as a folder, a pipe or a device, is never replaced by one', () => {
  const folder = scratch();
  const [taken, pipe] = [join(folder, 'taken'), join(folder, 'pipe')];
  mkdirSync(taken);
  // Windows has no pipes among its files.
  const pipes = process.platform === 'win32' ? [] : [pipe];
  for (const path of pipes) expect(spawnSync('mkfifo', [path]).status).toBe(0);
  for (const path of [taken, ...pipes])
    expect(() => writeProved(path, Buffer.from('new'))).toThrow('file_unwritable');
  expect(lstatSync(taken).isDirectory()).toBe(true);
  for (const path of pipes) expect(lstatSync(path).isFIFO()).toBe(true);
  expect(readdirSync(folder)).toHaveLength(1 + pipes.length);
});

test('a folder that cannot be made is named', () => {
  const file = join(scratch(), 'file');
  writeFileSync(file, '');
  for (const path of [file, join(file, 'below'), ''])
    expect(() => makeFolder(path)).toThrow('file_unwritable');
});
