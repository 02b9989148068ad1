import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CommandLine, commandLine } from '../support/command-line.ts';
import { lastingScratch } from '../support/scratch.ts';

const root = join(import.meta.dirname, '../..');
const roster = (file: string) => join(root, 'test/fixtures/rosters', file);
const { folder, remove } = lastingScratch();

afterAll(remove);

const quickKeys = new URL('../support/quick-password-keys.ts', import.meta.url).href;

/** The script of `npm run story`: some sixty processes of the command line, one after the other. */
function playStory(file: string): Promise<{ code: number | null; told: string }> {
  const child = spawn(process.execPath, [join(root, 'scripts/story.mjs'), roster(file)], {
    env: { ...process.env, TMPDIR: folder, NODE_OPTIONS: `--import=${quickKeys}` },
  });
  let told = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (chunk: string) => {
      told += chunk;
    });
  }
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, told })));
}

describe('the whole story by command line, from a roster file to the feedback in the county’s ledger', () => {
  it('ends with the same figures on both sides, with the roster as LibreOffice wrote it', async () => {
    const { code, told } = await playStory('county-libreoffice.xlsx');
    expect(told).toContain('读取 78 行：新增 56，变更 0，未变 0，待定 8，跳过 14');
    expect(told).toMatch(/参与率（含补课）\s+51 \/ 52 = 98\.1%\s+51 \/ 52 = 98\.1%\s+一致/);
    expect(told).toContain('两边指标全部一致。');
    expect(told).not.toContain('不一致');
    expect(code).toBe(0);
  }, 240_000);
});

describe('the roster in GB18030', () => {
  let county: CommandLine;
  const importing = async (file: string, ...words: string[]) =>
    (
      await county.run([
        ...['roster', 'import', roster(file), '--create-units', '--secondment', 'in', '--user', 'one'],
        ...words,
      ])
    ).json;

  beforeAll(async () => {
    county = commandLine(folder, 'county');
    await county.run([
      ...['init', '--role', 'office', '--code', '999901', '--name', '示例县教育整顿办'],
      ...['--user', 'one', '--single-account', '--preset', '2021'],
    ]);
  });

  it('counts as the one that the story begins with', async () => {
    const counts = { read: 78, added: 56, changed: 0, unchanged: 0, held: 8, skipped: 14 };
    expect(await importing('county-gb18030.csv')).toMatchObject(counts);
    expect(await importing('county-libreoffice.xlsx')).toMatchObject(counts);
  });

  it('is the same to the last cell, so that the story goes on the same', async () => {
    expect(await importing('county-gb18030.csv', '--apply')).toMatchObject({ applied: true, added: 56 });
    const again = { read: 78, added: 0, changed: 0, unchanged: 56, held: 8, skipped: 14 };
    expect(await importing('county-libreoffice.xlsx')).toMatchObject(again);
  });
});
