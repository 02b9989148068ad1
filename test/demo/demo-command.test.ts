import { expect, it } from 'vitest';
import { runCommand } from '../../electron/commands/run.ts';
import { scratch } from '../support/scratch.ts';
import { testPorts } from '../support/test-ports.ts';

const PASSWORD = 'quiet-river-77';

it('the command line fills a demo office and prints the counts', async () => {
  const run = desk('--demo', '--single-account');
  expect(await run.init()).toBe(0);
  expect(await run.demo('--people', '30', '--sessions', '4', '--seed', '1')).toBe(0);
  expect(JSON.parse(run.printed.at(-1)!)).toMatchObject({ people: 30, sessions: 4 });
  expect(run.complaints).toContainEqual(expect.stringMatching(/^演示安装：/));
  run.complaints.length = 0;
  expect(await run.figures()).toBe(0);
  expect(run.complaints).toContainEqual(expect.stringMatching(/^演示安装：/));
});

it('the command line says why an office that is no demo is left alone', async () => {
  const run = desk();
  await run.init();
  expect(await run.demo('--people', '30', '--sessions', '4', '--seed', '1')).toBe(1);
  expect(JSON.parse(run.complaints.at(-1)!)).toMatchObject({ error: { code: 'demo_only' } });
});

it.each([
  ['--people', '30', '--sessions', '4'],
  ['--people', 'many', '--sessions', '4', '--seed', '1'],
])('%s %s %s %s is not understood', async (...options) => {
  const run = desk('--demo');
  await run.init();
  expect(await run.demo(...options)).toBe(2);
});

function desk(...init: string[]) {
  const folder = scratch();
  const ports = testPorts(folder);
  const printed: string[] = [];
  const complaints: string[] = [];
  const run = (...argv: string[]) =>
    runCommand(
      [...argv, '--data', `${folder}/data`, '--user', 'a', '--json'],
      ports,
      { ask: async () => PASSWORD },
      { print: (text) => printed.push(text), complain: (text) => complaints.push(text) },
    );
  return {
    printed,
    complaints,
    init: () => run('init', '--role', 'office', '--code', '530199', '--name', '云岭县', ...init),
    demo: (...options: string[]) => run('demo', ...options),
    figures: () => run('figures', '--as-of', '2021-06-30'),
  };
}
