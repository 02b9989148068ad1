import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const rosters = join(root, 'test/fixtures/rosters');

/** The script that `npm start` runs: some sixty processes of the command line, one after the other. */
function playStory(roster: string): Promise<{ code: number | null; told: string }> {
  const child = spawn(process.execPath, [join(root, 'scripts/story.mjs'), join(rosters, roster)]);
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
  it.concurrent.each([
    ['county-libreoffice.xlsx', 'written by LibreOffice'],
    ['county-gb18030.csv', 'in GB18030'],
  ])(
    'ends with the same figures on both sides, with the roster %s %s',
    async (roster) => {
      const { code, told } = await playStory(roster);
      expect(told).toContain('读取 78 行：新增 56，变更 0，未变 0，待定 8，跳过 14');
      expect(told).toMatch(/参与率（含补课）\s+51 \/ 52 = 98\.1%\s+51 \/ 52 = 98\.1%\s+一致/);
      expect(told).toContain('两边指标全部一致。');
      expect(told).not.toContain('不一致');
      expect(code).toBe(0);
    },
    240_000,
  );
});
