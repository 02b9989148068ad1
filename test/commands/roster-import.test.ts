import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CommandLine, commandLine } from '../support/command-line.ts';
import { lastingScratch } from '../support/scratch.ts';

const { folder, remove } = lastingScratch();
const strange = join(folder, 'strange.csv');
let county: CommandLine;

beforeAll(async () => {
  writeFileSync(strange, '情况表,,\n人员,机关,说法\n张三,县法院,甲\n');
  county = commandLine(folder, 'county');
  await county.run([
    'init',
    '--role',
    'office',
    '--code',
    '530101',
    '--name',
    '示例县',
    '--user',
    'one',
    '--single-account',
  ]);
});

afterAll(remove);

const importing = (...words: string[]) =>
  county.run(['roster', 'import', strange, '--user', 'one', ...words]);

describe('roster import of a sheet whose columns nobody knows', () => {
  it('prints the columns and ends with 1', async () => {
    const { exit, json, err } = await importing();
    expect(exit).toBe(1);
    expect(json).toMatchObject({ needsMapping: true, read: 0, header: { line: 2 } });
    expect(err).toContain('sheet_no_header');
  });

  it('reads it by the letters of the columns, with Chinese words or the names of fields', async () => {
    const { json } = await importing('--map', 'A=姓名,B=unit,C=', '--header', '2', '--create-units');
    expect(json).toMatchObject({ read: 1, added: 1, rows: [{ line: 3, name: '张三', unit: '县法院' }] });
  });

  it.each([
    ['--map', 'A'],
    ['--map', 'A=年龄'],
    ['--header', 'two'],
  ])('%s %s is not understood', async (...words) => {
    expect((await importing(...words)).exit).toBe(2);
  });

  it('of a sheet that is not there is refused by name', async () => {
    expect(JSON.parse((await importing('--sheet', '二')).err).error.code).toBe('sheet_unknown');
  });
});
