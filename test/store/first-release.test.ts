import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createHost, lockHost } from '../../electron/api/host.ts';
import { readSlots } from '../../electron/store/slot-file.ts';
import { inProcessClient } from '../../electron/transport/in-process.ts';
import { scratch } from '../support/scratch.ts';
import { testPorts } from '../support/test-ports.ts';

it('summaries of the first release: its slots get keys at sign-in, a clerk lets in the first reviewer', async () => {
  const folder = scratch();
  cpSync(join(import.meta.dirname, '../fixtures/golden/ledger-v1'), folder, { recursive: true });
  const host = createHost(join(folder, 'county'), testPorts(folder));
  onTestFinished(() => lockHost(host));
  const client = inProcessClient(host);
  const as = (user: string) => client.office.unlock({ user, password: 'golden-river-77' });
  await as('administrator');
  const plain = () =>
    host.ledger!.read((db) => db.all('SELECT 1 FROM filing_item WHERE summary IS NOT NULL')).length;
  const summaries = plain();
  expect(summaries).toBeGreaterThan(3);
  await as('clerk');
  expect(plain()).toBe(0);
  expect(readSlots(host.folder).accounts.map(({ keyPair }) => keyPair !== null)).toContain(true);
  const waiting = (await client.office.registerKey()).accounts.find(({ name }) => name === 'reviewer')!;
  expect(waiting).toMatchObject({ holds: false, ready: false });
  await expect(client.office.grantRegisterKey({ account: waiting.account })).rejects.toMatchObject({
    code: 'register_key_not_ready',
  });
  await as('reviewer');
  expect((await client.office.registerKey()).held).toBe(false);
  await as('clerk');
  await client.office.grantRegisterKey({ account: waiting.account });
  await as('reviewer');
  expect(await client.office.registerKey()).toMatchObject({ held: true, recovery: false });
  const opened = host.ledger!.read((db) =>
    db
      .all<{ id: string; summary: null; sealed: string }>(
        'SELECT id, summary, sealed FROM filing_item WHERE sealed IS NOT NULL',
      )
      .map((row) => host.ledger!.openText?.(db, row.id, row)),
  );
  expect(opened).toHaveLength(summaries);
  expect(opened.every((text) => text && text.length > 3)).toBe(true);
});
