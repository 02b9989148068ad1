import { afterAll, beforeAll, expect, it } from 'vitest';
import { updateRow } from '../../electron/store/rows.ts';
import { addDays } from '../../shared/vocabulary/dates.ts';
import { day, from, heldSession, openUndoDesk, type UndoDesk } from '../registers/undo-desk.ts';
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

/** The next report, after which the group's books must be the county's, and its figures too. */
async function reported(): Promise<void> {
  const asOf = addDays(day, 5);
  const reviewer = county.at('reviewer');
  const { content, fileName } = await reviewer.exchange.exportBundle({ asOf });
  const member = await group.as('member');
  const taken = await member.exchange.importBundles({ files: [{ content, fileName }], apply: true });
  expect(taken.bundles).toMatchObject([{ outcome: 'applied', refused: 0 }]);
  const answer = await member.exchange.exportBundle({});
  const files = [{ content: answer.content, fileName: answer.fileName }];
  await county.at('reviewer').exchange.importBundles({ files, apply: true });
  expect(booksHeld(group.host.ledger!, '530101')).toEqual(booksExpected(county.ledger()));
  for (const by of ['unit', 'session', 'all'] as const) {
    const here = await county.at('reviewer').study.figures({ asOf, by });
    expect(await (await group.as('member')).study.figures({ asOf, by, office: '530101' })).toEqual(here);
  }
}

it('what changes in lists, and series that are taken back, reach the group with the next report', async () => {
  const { personnel } = county.at('clerk');
  const [court, police] = [
    await personnel.createUnit({ name: '法院' }),
    await personnel.createUnit({ name: '公安' }),
  ];
  const people: string[] = [];
  for (const [name, unit] of [
    ['甲', court],
    ['乙', court],
    ['丙', police],
  ] as const)
    people.push((await personnel.addPerson({ name, unit: unit.id, from })).id);
  const { id, rev } = await heldSession(county.at('clerk'), [court.id]);
  const approve = async (held: number, rest: 'present' | 'video') => {
    const marked = await county.at('clerk').study.mark({ session: id, rev: held, marks: [], rest });
    const submitted = await county.at('clerk').study.moveSession({ id, rev: marked.rev, move: 'submit' });
    return county.at('reviewer').study.moveSession({ id, rev: submitted.rev, move: 'approve' });
  };
  const approved = await approve(rev, 'present');
  const session = {
    title: '党课',
    phase: 'study',
    types: ['political' as const],
    form: 'film' as const,
    day,
    venues: ['礼堂'],
  };
  await county.at('clerk').study.createSeries({ session, times: 3, schedule: true });
  await reported();

  await county.undoLast('clerk');
  county.ledger().write(0, 'test.backDate', (write) => {
    const pk = (table: string, one: string) =>
      write.get<{ pk: number }>(`SELECT pk FROM ${table} WHERE id = ?`, one)!.pk;
    const correct = (person: string, unit: string) => {
      const own = pk('person', person);
      const { pk: posting } = write.get<{ pk: number }>('SELECT pk FROM posting WHERE person = ?', own)!;
      updateRow(write, 'posting', posting, { unit: pk('unit', unit) });
      // a person's memberships leave by the person's rev
      updateRow(write, 'person', own, {});
    };
    correct(people[0]!, police.id);
    correct(people[2]!, court.id);
  });
  const opened = await county
    .at('reviewer')
    .study.moveSession({ id, rev: approved.rev, move: 'correct', reason: '名单有误' });
  const taken = await county.at('clerk').study.takeUpDifferences({ session: id, rev: opened.rev });
  expect(taken.taken).toEqual({ missing: 1, surplus: 1, otherUnit: 0 });
  await reported();
  await approve(taken.rev, 'video');
  await reported();
  const seen = await (await group.as('member')).study.sessions({ office: '530101' });
  expect(seen.sessions).toMatchObject([{ id, state: 'approved', sums: { expected: 2, present: 2 } }]);
});
