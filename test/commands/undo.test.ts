import { afterAll, expect, it } from 'vitest';
import { commandLine } from '../support/command-line.ts';
import { lastingScratch } from '../support/scratch.ts';

const { folder, remove } = lastingScratch();
afterAll(remove);

it('ledger undo takes back the last step of the account, also after the program was closed', async () => {
  const county = commandLine(folder, 'county');
  const init = ['init', '--role', 'office', '--code', '530101', '--name', '示例县', '--user', 'admin'];
  await county.run(init);
  await county.run(['account', 'add', 'clerk', '--role', 'clerk', '--user', 'admin']);
  const unit = ['call', 'personnel.createUnit', '{"name":"法院"}', '--user', 'clerk'];
  const { json: created } = await county.run(unit);
  const { json } = await county.run(['undo', '--user', 'clerk']);
  expect(json).toEqual({ undone: created.rev, action: 'personnel.createUnit', rev: expect.any(Number) });
  expect((await county.run(['call', 'personnel.units', '{}', '--user', 'clerk'])).json).toEqual([]);
  const again = await county.run(['undo', '--user', 'clerk']);
  expect([again.exit, JSON.parse(again.err).error.code]).toEqual([1, 'undo_nothing']);
  const others = await county.run(['undo', '--user', 'admin']);
  expect([others.exit, JSON.parse(others.err).error.code]).toEqual([1, 'undo_not_possible']);
});
