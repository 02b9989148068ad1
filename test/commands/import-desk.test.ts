import { join } from 'node:path';
import { expect, it } from 'vitest';
import { commandLine } from '../support/command-line.ts';
import { scratch } from '../support/scratch.ts';

it('a folder is taken in, its last import taken back, and what waits is told', async () => {
  const folder = scratch();
  const [county, group] = [commandLine(folder, 'county'), commandLine(folder, 'group')];
  const found = ['--user', 'all', '--single-account'];
  await county.run(['init', '--role', 'office', '--code', '530101', '--name', '示例县', ...found]);
  await group.run(['init', '--role', 'group', '--code', '530100', '--name', '指导组', ...found]);
  const user = ['--user', 'all'];
  for (const [one, other, name] of [
    [county, group, 'county.json'],
    [group, county, 'group.json'],
  ] as const) {
    const keys = join(folder, name);
    await one.run(['keys', 'export', keys, ...user]);
    await other.run(['trust', keys, ...user]);
  }
  const stick = join(folder, 'stick');
  await county.run(['export', '--out', stick, ...user]);
  const rehearsed = await group.run(['import-folder', stick, ...user]);
  expect(rehearsed.json).toMatchObject({ applied: false, bundles: [{ outcome: 'applicable' }], others: 0 });
  const applied = await group.run(['import-folder', stick, '--apply', ...user]);
  expect(applied.json).toMatchObject({ applied: true, bundles: [{ outcome: 'applied', sequence: 1 }] });
  const undone = await group.run(['import-undo', '530101', '1', ...user]);
  expect([undone.exit, undone.json.sequence]).toEqual([0, 1]);
  const again = await group.run(['import-undo', '530101', '1', ...user]);
  expect([again.exit, again.err]).toEqual([1, expect.stringContaining('import_not_undoable')]);
  const { json } = await group.run(['quarantine', ...user]);
  expect(json).toEqual({ forks: [], fallen: [], turnedAway: [], doneWith: [] });
});
