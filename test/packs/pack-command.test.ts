import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from '../../electron/commands/run.ts';
import { type CommandLine, commandLine } from '../support/command-line.ts';
import { PASSWORD } from '../support/office.ts';
import { lastingScratch } from '../support/scratch.ts';
import { edited, packDesk } from './pack-desk.ts';

const { folder, remove } = lastingScratch();
const out = join(folder, 'stick');
let county: CommandLine;
let round: string;

beforeAll(async () => {
  const { office, clerk: client } = await packDesk(folder);
  round = (await client.selfInspection.rounds({}))[0]!.id;
  office.close();
  county = commandLine(folder, '530000');
});
afterAll(remove);

const clerk = ['--user', 'clerk'];
const files = () => readdirSync(out).map((name) => join(out, name));

describe('ledger pack', () => {
  it('issues files into a folder', async () => {
    const words = ['pack', 'issue', '--kind', 'roster', '--out', out, '--unit', '甲局、乙局', ...clerk];
    const { exit, json } = await county.run(words);
    expect([exit, json.map(({ unitName, rows }: never) => [unitName, rows])]).toEqual([
      ...[
        0,
        [
          ['甲局', 3],
          ['乙局', 3],
        ],
      ],
    ]);
    expect(files().toSorted()).toEqual(json.map(({ file }: { file: string }) => file).toSorted());
    expect((await county.run([...words.slice(0, -4), '--unit', '无', ...clerk])).exit).toBe(2);
  });

  it('asks for the occasion of the kind, and for no other', async () => {
    const issue = ['pack', 'issue', '--kind', 'selfInspection', '--out', `${out}-filings`];
    const { exit, json } = await county.run([...issue, '--round', round, ...clerk]);
    expect([exit, json.length, json[0].occasion]).toEqual([0, 6, round]);
    for (const words of [[], ['--session', round], ['--session', round, '--round', round]])
      expect((await county.run([...issue, ...words, ...clerk])).exit).toBe(2);
  });

  it('takes the folder back: rehearses, applies what came back, says what is refused', async () => {
    const [one] = files();
    const { content } = await edited(
      { fileName: '', content: readFileSync(one!).toString('base64') },
      (sheet) => sheet.add({ 姓名: '新人', 编制: '行政' }),
    );
    writeFileSync(one!, Buffer.from(content, 'base64'));
    const take = ['pack', 'take', ...files(), ...clerk];
    const rehearsal = await county.run(take);
    expect([rehearsal.exit, rehearsal.json.outcomes.returned]).toEqual([0, 2]);
    const applied = await county.run([...take, '--apply']);
    expect(applied.json.packs.map(({ applied: is, added }: never) => [is, added])).toEqual([
      ...[
        [true, 1],
        [true, 0],
      ],
    ]);
    const again = await county.run(take);
    expect([again.exit, again.json.outcomes.stale]).toEqual([0, 2]);
    const broken = join(folder, 'broken.xlsx');
    writeFileSync(broken, Buffer.from(content, 'base64').subarray(0, 3000));
    const refused = await county.run(['pack', 'take', broken, ...clerk]);
    expect([refused.exit, refused.err]).toEqual([
      1,
      expect.stringMatching(/^{"error":{"code":"sheet_truncated"/),
    ]);
  });

  it('says in words, without --json, how each pack came back', async () => {
    const printed: string[] = [];
    const terminal = { print: (text: string) => printed.push(text), complain: () => {} };
    const words = ['pack', 'take', ...files(), ...clerk, '--data', county.data];
    await runCommand(words, county.ports, { ask: async () => PASSWORD }, terminal);
    const [sums, ...lines] = printed.join('').split('\n');
    expect(sums).toBe('已交回 0，未交回 0，外来 0，过期 2，不能读取 0');
    expect(lines).toHaveLength(2);
    for (const line of lines) expect(line).toMatch(/^[甲乙]局 花名册 （.+）　过期　这个填报包已经采用过/);
  });
});
