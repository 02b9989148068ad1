import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestOffice, testOffice } from '../support/office.ts';
import { lastingScratch } from '../support/scratch.ts';
import { sentFigures } from '../support/sent-figures.ts';

const scratch = lastingScratch();
let county: TestOffice;
let group: TestOffice;

beforeAll(async () => {
  county = await testOffice(scratch.folder, { code: '530101' });
  group = await testOffice(scratch.folder, { role: 'group', code: '530100' });
});

afterAll(() => {
  county.close();
  group.close();
  scratch.remove();
});

describe('a county and its group', () => {
  it('exchange keys as files, and see each other’s fingerprint', async () => {
    const countyAdmin = await county.as('administrator');
    const groupAdmin = await group.as('administrator');
    const countyKeys = await countyAdmin.exchange.ownKeys();
    const groupKeys = await groupAdmin.exchange.ownKeys();
    const pinned = await countyAdmin.exchange.trust({ content: groupKeys.content });
    expect(pinned.fingerprint).toBe(groupKeys.fingerprint);
    await groupAdmin.exchange.trust({ content: countyKeys.content });
  });

  it('hold a session', async () => {
    const clerk = await county.as('clerk');
    const unit = await clerk.personnel.createUnit({ name: '县人民法院', kind: 'court' });
    for (const name of ['甲', '乙', '丙']) {
      await clerk.personnel.addPerson({ name, unit: unit.id, from: '2021-02-28' });
    }
    const { people } = await clerk.personnel.people({});
    const session = await clerk.study.createSession({
      title: '集中学习',
      phase: 'study',
      types: ['political'],
      form: 'collectiveStudy',
      day: '2021-03-10',
      venues: ['一楼会议室'],
    });
    let { rev } = await clerk.study.moveSession({ ...session, move: 'schedule' });
    ({ rev } = await clerk.study.moveSession({ id: session.id, rev, move: 'hold' }));
    const marked = await clerk.study.mark({
      session: session.id,
      rev,
      marks: [{ person: people[0]!.id, mark: 'sickLeave', reason: '病假条' }],
      rest: 'present',
    });
    ({ rev } = await clerk.study.moveSession({ id: session.id, rev: marked.rev, move: 'submit' }));
    const reviewer = await county.as('reviewer');
    await reviewer.study.moveSession({ id: session.id, rev, move: 'approve' });
    const { figures } = await reviewer.figures.asOf({ asOf: '2021-03-15', session: session.id });
    expect(figures.attendanceRate).toEqual({ numerator: 2, denominator: 3, text: '66.7%' });
  });

  it('compute the same figures of what was sent', async () => {
    const clerk = await county.as('clerk');
    const bundle = await clerk.exchange.exportBundle({});
    const member = await group.as('member');
    const files = [{ fileName: bundle.fileName, content: bundle.content }];
    const rehearsal = await member.exchange.importBundles({ files });
    expect(rehearsal.bundles[0]).toMatchObject({ outcome: 'applicable', refused: 0 });
    const applied = await member.exchange.importBundles({ files, apply: true });
    expect(applied.bundles[0]).toEqual({ ...rehearsal.bundles[0], outcome: 'applied' });
    const here = await clerk.figures.asOf({ asOf: '2021-03-15' });
    const there = await member.figures.asOf({ asOf: '2021-03-15', office: '530101' });
    expect(there.figures).toEqual(sentFigures(here.figures));
  });
});
