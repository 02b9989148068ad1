import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { type CommandLine, commandLine } from '../support/command-line.ts';
import { lastingScratch } from '../support/scratch.ts';

const DAY = '2021-06-30';
const { folder, remove } = lastingScratch();
afterAll(remove);

async function founded(code: string, role: 'office' | 'group', name: string): Promise<CommandLine> {
  const line = commandLine(folder, code);
  const given = ['--role', role, '--code', code, '--name', name, '--user', 'one', '--single-account'];
  await line.run(['init', ...given, ...(role === 'office' ? ['--preset', '2021'] : [])]);
  return line;
}

const one = (line: CommandLine, ...words: string[]) => line.run([...words, '--user', 'one']);

async function trust(from: CommandLine, to: CommandLine, ...as: string[]) {
  const keys = join(folder, 'keys.json');
  await one(from, 'keys', 'export', keys);
  return one(to, 'trust', keys, ...as);
}

async function carry(from: CommandLine, to: CommandLine, recipient: string, code: string) {
  const out = join(folder, `from-${code}`);
  const { json } = await one(from, 'export', '--out', out, '--as-of', DAY, '--recipient', recipient);
  return one(to, 'import', json.bundles[0].file, '--apply');
}

it('a county’s figures reach the province by command line, through a city that said which is above', async () => {
  const province = await founded('530000', 'group', '示例省');
  const city = await founded('530100', 'group', '示例市');
  const county = await founded('530101', 'office', '示例县');
  await trust(county, city);
  await trust(city, county);
  const wrong = await trust(city, province, '--as', 'above');
  expect([wrong.exit, wrong.err]).toEqual([2, expect.stringContaining('--as is one of parent, child')]);
  expect((await trust(city, province, '--as', 'child')).json).toMatchObject({ relation: 'child' });
  expect((await trust(province, city, '--as', 'parent')).json).toMatchObject({ relation: 'parent' });

  expect((await carry(county, city, '530100', '530101')).exit).toBe(0);
  const { json } = await carry(city, province, '530000', '530100');
  expect(json.bundles[0]).toMatchObject({ outcome: 'applied', kind: 'report', office: '530100' });
  const asked = await one(province, 'figures', '--as-of', DAY);
  expect(asked.err).not.toContain('未计入');
  expect(asked.json).toEqual((await one(city, 'figures', '--as-of', DAY)).json);
  const later = await one(province, 'figures', '--as-of', '2021-07-01');
  expect(later.err).toContain(`示例市报来的示例县（530101）的指标是${DAY}的，未计入合计。`);
});
