import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestOffice, testOffice } from '../../support/office.ts';
import { lastingScratch } from '../../support/scratch.ts';

const { folder, remove } = lastingScratch();
let office: TestOffice;
let court: string;
let bureau: string;
let station: string;

beforeAll(async () => {
  office = await testOffice(folder);
  const clerk = await office.as('clerk');
  court = (await clerk.personnel.createUnit({ name: '县人民法院', kind: 'court' })).id;
  bureau = (await clerk.personnel.createUnit({ name: '县公安局', kind: 'publicSecurity' })).id;
  station = (await clerk.personnel.createUnit({ name: '城关派出所', parent: bureau })).id;
});

afterAll(() => {
  office.close();
  remove();
});

const refusal = (code: string) => expect.objectContaining({ code });

describe('units', () => {
  it('form a tree, each with its order number', async () => {
    const clerk = await office.as('clerk');
    const units = await clerk.personnel.units({});
    expect(units.map(({ name, parent, orderNumber }) => [name, parent, orderNumber])).toEqual([
      ['县人民法院', null, 1],
      ['县公安局', null, 2],
      ['城关派出所', bureau, 3],
    ]);
  });

  it('of one parent never share a name, however it is spaced; of two parents they may', async () => {
    const clerk = await office.as('clerk');
    const again = clerk.personnel.createUnit({ name: '县　人民法院' });
    await expect(again).rejects.toEqual(refusal('unit_exists'));
    await clerk.personnel.createUnit({ name: '城关派出所', parent: court });
  });
});

describe('people', () => {
  it('stand with the posting of the day asked for: a transfer never rewrites the past', async () => {
    const clerk = await office.as('clerk');
    const added = await clerk.personnel.addPerson({ name: '欧阳 明', unit: court, from: '2021-02-28' });
    await clerk.personnel.transfer({
      id: added.id,
      rev: added.rev,
      unit: station,
      status: 'secondedIn',
      from: '2021-03-10',
    });
    const unitOn = async (asOf: string) =>
      (await clerk.personnel.people({ asOf, search: '欧阳' })).people[0]?.unitName ?? null;
    expect(await unitOn('2021-02-27')).toBe(null);
    expect(await unitOn('2021-03-09')).toBe('县人民法院');
    expect(await unitOn('2021-03-10')).toBe('城关派出所');
    const { postings, name } = await clerk.personnel.person({ id: added.id });
    expect(name).toBe('欧阳明');
    expect(postings.map(({ from, until, status }) => [from, until, status])).toEqual([
      ['2021-02-28', '2021-03-10', 'onDuty'],
      ['2021-03-10', null, 'secondedIn'],
    ]);
  });

  it('never have postings that overlap: one before the last one’s beginning is refused', async () => {
    const clerk = await office.as('clerk');
    const { people } = await clerk.personnel.people({ search: '欧阳明' });
    const { id, rev } = people[0]!;
    const early = clerk.personnel.transfer({ id, rev, unit: court, status: 'onDuty', from: '2021-03-09' });
    await expect(early).rejects.toEqual(refusal('posting_overlaps'));
    expect((await clerk.personnel.person({ id })).postings).toHaveLength(2);
  });

  it('changed by somebody else meanwhile are a conflict, and stay as the other left them', async () => {
    const clerk = await office.as('clerk');
    const { id, rev } = await clerk.personnel.addPerson({ name: '洛桑·次仁', unit: court });
    await clerk.personnel.updatePerson({ id, rev, name: '洛桑•次仁', post: '法官' });
    const stale = clerk.personnel.updatePerson({ id, rev, name: '洛桑', post: '书记员' });
    await expect(stale).rejects.toEqual(refusal('conflict'));
    const person = await clerk.personnel.person({ id });
    expect([person.name, person.post]).toEqual(['洛桑·次仁', '法官']);
  });

  it('are listed by pages, by unit and by part of a name', async () => {
    const clerk = await office.as('clerk');
    for (let number = 1; number <= 5; number++) {
      await clerk.personnel.addPerson({ name: `𠮷${number}号`, unit: bureau, orderNumber: 6 - number });
    }
    const page = await clerk.personnel.people({ unit: bureau, limit: 2, offset: 1 });
    expect([page.total, ...page.people.map(({ name }) => name)]).toEqual([5, '𠮷4号', '𠮷3号']);
    expect((await clerk.personnel.people({ search: '𠮷' })).total).toBe(5);
    expect((await clerk.personnel.people({ search: '%' })).total).toBe(0);
  });

  it('are not shown to an administrator, who needs no register content', async () => {
    const administrator = await office.as('administrator');
    await expect(administrator.personnel.people({})).rejects.toEqual(refusal('not_allowed'));
  });
});
