import { afterAll, beforeAll, expect, it } from 'vitest';
import { addDays } from '../../shared/vocabulary/dates.ts';
import { day, from, heldSession, openUndoDesk, type UndoDesk } from '../registers/undo-desk.ts';
import { type TestOffice, testOffice } from '../support/office.ts';
import { lastingScratch } from '../support/scratch.ts';
import { sentFigures } from '../support/sent-figures.ts';

const scratch = lastingScratch();
let county: UndoDesk;
let group: TestOffice;
const asOf = addDays(day, 5);

beforeAll(async () => {
  county = await openUndoDesk('530101');
  group = await testOffice(scratch.folder, { role: 'group', code: '530100' });
  const groupAdmin = await group.as('administrator');
  const keys = await county.at('reviewer').exchange.ownKeys();
  await groupAdmin.exchange.trust({ content: keys.content });
  county.office.host.ledger = county.ledger();
  const admin = await county.office.as('administrator');
  await admin.exchange.trust({ content: (await groupAdmin.exchange.ownKeys()).content });
});
afterAll(() => {
  county.close();
  group.close();
  scratch.remove();
});

/** The reviewer sends what changed, the group answers, so that the next report builds on this one. */
async function report() {
  const { content, fileName, ...sent } = await county.at('reviewer').exchange.exportBundle({ asOf });
  const member = await group.as('member');
  const [arrived] = (await member.exchange.importBundles({ files: [{ content, fileName }], apply: true }))
    .bundles;
  const answer = await member.exchange.exportBundle({});
  const files = [{ content: answer.content, fileName: answer.fileName }];
  await county.at('reviewer').exchange.importBundles({ files, apply: true });
  return { sent, arrived: arrived! };
}

async function figures() {
  const here = await county.at('reviewer').figures.asOf({ asOf });
  const there = await (await group.as('member')).figures.asOf({ asOf, office: '530101' });
  expect(there.figures).toEqual(sentFigures(here.figures));
  return there.figures;
}

it('what was undone after a report reaches the group with the next one, as tombstones and as it was before', async () => {
  const { personnel, study } = county.at('clerk');
  const court = await personnel.createUnit({ name: '法院', kind: 'court' });
  for (const name of ['甲', '乙', '丙']) await personnel.addPerson({ name, unit: court.id, from });
  const session = await heldSession(county.at('clerk'), [court.id]);
  await study.mark({ session: session.id, rev: session.rev, marks: [], rest: 'present' });
  county.barrier();
  const unit = await personnel.createUnit({ name: '检察院', kind: 'procuratorate' });
  await personnel.addPerson({ name: '丁', unit: unit.id, from });
  const { people } = await personnel.people({ search: '乙' });
  const { rev } = await study.session({ id: session.id });
  const absent = { person: people[0]!.id, mark: 'absent' as const, reason: '外出' };
  await study.mark({ session: session.id, rev, marks: [absent] });
  await study.createSession({ title: '多余的一场', day });

  const first = await report();
  expect([first.sent.full, first.arrived.outcome]).toEqual([true, 'applied']);
  expect((await figures()).coverage?.denominator).toBe(4);
  const member = () => group.as('member');
  const atGroup = async () => (await (await member()).study.sessions({ office: '530101' })).sessions;
  expect((await atGroup()).map(({ sums }) => sums.absent).sort()).toEqual([0, 1]);

  for (let left = 4; left > 0; left -= 1) await county.undoLast('clerk');
  const second = await report();
  expect([second.sent.full, second.arrived.outcome, second.arrived.refused]).toEqual([false, 'applied', 0]);
  expect(second.sent.counts).toMatchObject({ unit: 1, person: 1, session: 2, attendance: 1 });
  expect((await figures()).coverage?.denominator).toBe(3);
  expect((await atGroup()).map(({ sums }) => [sums.expected, sums.present])).toEqual([[3, 3]]);
  expect((await (await member()).personnel.units({ office: '530101' })).map(({ name }) => name)).toEqual([
    '法院',
  ]);
  expect((await (await member()).personnel.people({ office: '530101' })).total).toBe(2 * 3);

  await county.at('clerk').personnel.createUnit({ name: '检察院' });
  const third = await report();
  expect(third.arrived).toMatchObject({ outcome: 'applied', added: 1, changed: 0 });
});
