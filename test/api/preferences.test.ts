import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createHost } from '../../electron/api/host.ts';
import { inProcessClient } from '../../electron/transport/in-process.ts';
import { PASSWORD, testOffice } from '../support/office.ts';
import { scratch } from '../support/scratch.ts';

const NONE = { widths: {}, filters: {} };
const WIDE = { widths: { items: { problem: 320 } }, filters: { rectification: { view: 'all' } } };

async function county() {
  const office = await testOffice(scratch());
  onTestFinished(() => office.close());
  return office;
}

it('how an account likes its page outlives a lock and another start, and is nobody else’s', async () => {
  const office = await county();
  const clerk = await office.as('clerk');
  expect(await clerk.office.preferences()).toEqual(NONE);
  await clerk.office.savePreferences(WIDE);
  expect(await (await office.as('reviewer')).office.preferences()).toEqual(NONE);
  office.close();
  const started = createHost(office.host.folder, office.ports);
  const client = inProcessClient(started);
  await client.office.unlock({ user: 'clerk', password: PASSWORD });
  expect(await client.office.preferences()).toEqual(WIDE);
  started.ledger?.close();
});

it('it is no step: nothing to undo, no entry in the history', async () => {
  const clerk = await (await county()).as('clerk');
  const [before, condition] = [await clerk.office.lastStep(), await clerk.office.condition()];
  await clerk.office.savePreferences(WIDE);
  expect(await clerk.office.lastStep()).toEqual(before);
  expect((await clerk.office.condition()).auditEntries).toBe(condition.auditEntries);
});

it.each([
  ['a typed word', { ...NONE, filters: { personnel: { search: '李' } } }],
  ['a sentence', { ...NONE, filters: { personnel: { search: 'two words' } } }],
  ['a column of no width', { ...NONE, widths: { items: { problem: 0 } } }],
  [
    'more than a page can need',
    {
      ...NONE,
      widths: Object.fromEntries(Array.from({ length: 3000 }, (_, at) => [`table-${at}`, { column: 100 }])),
    },
  ],
])('%s is not kept', async (_, given) => {
  const clerk = await (await county()).as('clerk');
  await expect(clerk.office.savePreferences(given)).rejects.toMatchObject({ code: 'invalid_input' });
  expect(await clerk.office.preferences()).toEqual(NONE);
});

it('nobody reads or writes them before signing in', async () => {
  const office = await county();
  const clerk = await office.as('clerk');
  await clerk.office.lock();
  await expect(clerk.office.preferences()).rejects.toMatchObject({ code: 'not_signed_in' });
  await expect(clerk.office.savePreferences(WIDE)).rejects.toMatchObject({ code: 'not_signed_in' });
});

it('a file that says nothing any more counts as none, and is written anew', async () => {
  const office = await county();
  const clerk = await office.as('clerk');
  const file = join(office.host.folder, 'preferences.json');
  for (const text of ['', '{', '{"version":2}', '{"version":1,"accounts":[{}]}']) {
    writeFileSync(file, text);
    expect(await clerk.office.preferences()).toEqual(NONE);
    await clerk.office.savePreferences(WIDE);
    expect(await clerk.office.preferences()).toEqual(WIDE);
  }
  expect(JSON.parse(readFileSync(file, 'utf8')).accounts).toHaveLength(1);
});
