import { afterAll, beforeAll, expect, it } from 'vitest';
import { openUndoDesk, type UndoDesk } from '../registers/undo-desk.ts';
import { type TestOffice, testOffice } from '../support/office.ts';
import { lastingScratch } from '../support/scratch.ts';
import { booksExpected, booksHeld } from './books.ts';

const scratch = lastingScratch();
let county: UndoDesk;
let group: TestOffice;

beforeAll(async () => {
  county = await openUndoDesk('530101');
  group = await testOffice(scratch.folder, { role: 'group', code: '530100' });
  const groupAdmin = await group.as('administrator');
  await groupAdmin.exchange.trust({ content: (await county.at('reviewer').exchange.ownKeys()).content });
  county.office.host.ledger = county.ledger();
  const admin = await county.office.as('administrator');
  await admin.exchange.trust({ content: (await groupAdmin.exchange.ownKeys()).content });
});
afterAll(() => {
  county.close();
  group.close();
  scratch.remove();
});

/** The next report, after which the group reads what the county reads. */
async function reported(): Promise<{ added: number; changed: number }> {
  const { content, fileName } = await county.at('reviewer').exchange.exportBundle({});
  const member = await group.as('member');
  const { bundles } = await member.exchange.importBundles({ files: [{ content, fileName }], apply: true });
  expect(bundles).toMatchObject([{ outcome: 'applied', refused: 0, withheld: 0 }]);
  expect(booksHeld(group.host.ledger!, '530101')).toEqual(booksExpected(county.ledger()));
  const here = county.at('clerk').supporting;
  const office = '530101';
  const told = async (api: typeof here, asked: { office?: string }) => ({
    year: await api.counterYear({ ...asked, year: 2021 }),
    sums: (await api.counters({ ...asked, month: '2021-03' })).sums,
    counts: (await api.institutions(asked)).counts,
  });
  expect(await told(member.supporting, { office })).toEqual(await told(here, {}));
  return bundles[0]!;
}

it('counters and institutions reach the group, with what is changed and taken back later', async () => {
  const clerk = county.at('clerk');
  const { id: unit } = await clerk.personnel.createUnit({ name: '县法院' });
  const month = '2021-03';
  const { rev } = await clerk.supporting.setCounters({
    month,
    cells: [
      { unit, kind: 'activities', count: 2, rev: 0 },
      { unit, kind: 'commendedPeople', count: 0, rev: 0 },
      { unit, kind: 'opinionsSought', count: 9, rev: 0 },
    ],
  });
  const made = { kind: 'created' as const, title: '案件评查办法', on: '2021-03-10', unit };
  const institution = await clerk.supporting.addInstitution(made);
  await reported();
  await county.at('clerk').supporting.setCounters({
    month,
    cells: [
      { unit, kind: 'activities', count: 3, rev },
      { unit, kind: 'opinionsSought', count: null, rev },
    ],
  });
  await county.at('clerk').supporting.removeInstitution(institution);
  expect(await reported()).toMatchObject({ changed: 3 });
  await county.undoLast('clerk');
  await reported();
});

it('a group writes none of its own', async () => {
  const { supporting } = await group.as('member');
  await expect(
    supporting.addInstitution({ kind: 'created', title: '办法', on: '2021-03-10' }),
  ).rejects.toMatchObject({ code: 'wrong_installation' });
});
