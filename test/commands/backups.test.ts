import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { commandLine } from '../support/command-line.ts';
import { testOffice } from '../support/office.ts';
import { scratch } from '../support/scratch.ts';

const NEW_PASSWORD = 'another-river-88';
const BY = ['--user', 'administrator', '--reason', '硬盘坏了'];

async function county() {
  const folder = scratch();
  const office = await testOffice(folder);
  onTestFinished(office.close);
  office.close();
  return { recoveryCode: office.recoveryCode, line: commandLine(folder, '530000') };
}

it('backups are made, listed and restored: a rehearsal first, then with --apply', async () => {
  const { line } = await county();
  const made = await line.run(['backup', '--user', 'administrator']);
  expect(made.exit).toBe(0);
  const { fileName } = made.json;
  expect((await line.run(['backup', 'list'])).json).toEqual([made.json]);
  expect(
    (await line.run(['account', 'add', '后来的人', '--role', 'clerk', '--user', 'administrator'])).exit,
  ).toBe(0);

  const tried = await line.run(['restore', fileName, ...BY]);
  expect(tried).toMatchObject({ exit: 0, json: { applied: false, missingWrites: 1, newEpoch: true } });
  expect((await line.run(['account', 'list', '--user', 'administrator'])).json).toHaveLength(4);
  const done = await line.run(['restore', join(line.data, 'backups', fileName), ...BY, '--apply']);
  expect(done.json).toEqual({ ...tried.json, applied: true });
  expect((await line.run(['account', 'list', '--user', 'administrator'])).json).toHaveLength(3);
  expect((await line.run(['identity', '--user', 'administrator'])).json).toMatchObject({ epoch: 2 });
});

it('a backup with the passwords of its day asks for that password, and an unknown place is refused in words', async () => {
  const { line } = await county();
  const { fileName } = (await line.run(['backup', '--user', 'administrator'])).json;
  await line.run(['account', 'password', '--user', 'administrator'], { LEDGER_NEW_PASSWORD: NEW_PASSWORD });
  const before = { LEDGER_BACKUP_PASSWORD: 'quiet-river-77' };
  const now = { LEDGER_PASSWORD: NEW_PASSWORD };
  expect(await line.run(['restore', fileName, ...BY], { ...now, ...before })).toMatchObject({
    exit: 0,
    json: { applied: false },
  });
  const nowhere = await line.run(['restore', 'nowhere', ...BY], now);
  expect(nowhere.exit).toBe(1);
  expect(JSON.parse(nowhere.err)).toMatchObject({
    error: { code: 'restore_not_a_backup', message: expect.stringContaining('没有可以恢复的备份') },
  });
});

it('without a ledger that opens, the recovery code of the backup is enough', async () => {
  const { line, recoveryCode } = await county();
  const { fileName } = (await line.run(['backup', '--user', 'administrator'])).json;
  rmSync(join(line.data, 'ledger.db'));
  const restored = ['restore', fileName, '--reason', '文件没了', '--apply'];
  const { exit, json } = await line.run(restored, { LEDGER_RECOVERY_CODE: recoveryCode });
  expect([exit, json.applied, json.missingWrites]).toEqual([0, true, 0]);
  expect((await line.run(['verify', '--user', 'administrator'])).exit).toBe(0);
});
