import { ORPCError } from '@orpc/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { talkFigures } from '../../../electron/registers/supporting/talk-figures.ts';
import { untalked } from '../../../electron/registers/supporting/talks.ts';
import type { Write } from '../../../electron/store/handles.ts';
import { insertRow } from '../../../electron/store/rows.ts';
import { addDays, calendarDate } from '../../../shared/vocabulary/dates.ts';
import { POSTING_STATUSES } from '../../../shared/vocabulary/words.ts';
import { registerDigest } from '../../faults/register-digest.ts';
import { type FigureRecords, figuresOracle } from '../../support/figures-oracle.ts';
import { fc } from '../../support/properties.ts';
import { openUndoDesk, type UndoDesk } from '../undo-desk.ts';

let desk: UndoDesk;
let unit: string;
const people: string[] = [];
beforeAll(async () => {
  desk = await openUndoDesk('530304');
  desk.office.ports.setDate('2021-04-10');
  const { personnel } = desk.at('clerk');
  unit = (await personnel.createUnit({ name: '县公安局' })).id;
  const station = (await personnel.createUnit({ name: '城关派出所', parent: unit })).id;
  for (const [at, name] of ['沈一鸣', '陆文舟', '章思岚'].entries()) {
    const from = '2021-02-01';
    const { id } = await personnel.addPerson({
      name,
      unit: at === 2 ? station : unit,
      status: 'onDuty',
      from,
    });
    people.push(id);
  }
});
afterAll(() => desk.close());

const api = (who: 'clerk' | 'second' | 'reviewer' = 'clerk') => desk.at(who).supporting;
const talk = (person: string, change = {}) => ({
  ...{ person, on: '2021-04-02', by: '李书记', recordNumber: '谈-1' },
  ...change,
});
const code = async (work: () => Promise<unknown>) => {
  const before = desk.ledger().read(registerDigest);
  const refusal = await work().catch((error: unknown) => error);
  expect(desk.ledger().read(registerDigest)).toBe(before);
  return refusal instanceof ORPCError ? refusal.code : 'nothing was refused';
};

describe('talks', () => {
  it('are written down, changed, removed, and each step undone', async () => {
    const { id, rev } = await api().addTalk(talk(people[0]!));
    const list = async () => (await api().talks({})).talks;
    expect(await list()).toEqual([
      {
        ...{ id, rev, person: people[0], name: '沈一鸣', unitName: '县公安局' },
        ...{ on: '2021-04-02', by: '李书记', recordNumber: '谈-1' },
      },
    ]);
    const changed = await api().updateTalk({ id, rev, ...talk(people[1]!, { recordNumber: '谈-2' }) });
    expect(await list()).toMatchObject([{ name: '陆文舟', recordNumber: '谈-2' }]);
    await api().removeTalk({ id, rev: changed.rev });
    expect(await list()).toEqual([]);
    await desk.undoLast('clerk');
    expect(await list()).toMatchObject([{ id, name: '陆文舟' }]);
    await desk.undoLast('clerk');
    expect(await list()).toMatchObject([{ name: '沈一鸣', recordNumber: '谈-1' }]);
    await desk.undoLast('clerk');
    expect(await list()).toEqual([]);
  });

  it('are found by person, unit, day and text, the latest first, page by page', async () => {
    await api().addTalk(talk(people[0]!, { on: '2021-04-01' }));
    await api().addTalk(talk(people[0]!, { on: '2021-04-03', recordNumber: '谈-3', by: '王政委' }));
    await api().addTalk(talk(people[2]!, { on: '2021-04-02', recordNumber: '谈-4' }));
    const found = async (filter: Parameters<ReturnType<typeof api>['talks']>[0]) => {
      const { total, talks } = await api('reviewer').talks(filter);
      return [total, talks.map(({ on }) => on.slice(-2)).join(' ')];
    };
    expect(await found({})).toEqual([3, '03 02 01']);
    expect(await found({ offset: 1, limit: 1 })).toEqual([3, '02']);
    expect(await found({ person: people[0]! })).toEqual([2, '03 01']);
    expect(await found({ unit })).toEqual([3, '03 02 01']);
    expect(await found({ from: '2021-04-02', until: '2021-04-02' })).toEqual([1, '02']);
    expect(await found({ search: '章思' })).toEqual([1, '02']);
    expect(await found({ search: '政委' })).toEqual([1, '03']);
    expect(await found({ search: '谈-4' })).toEqual([1, '02']);
    expect(await found({ search: '%' })).toEqual([0, '']);
    expect(await api().untalked({ asOf: '2021-04-10', unit })).toMatchObject({
      ...{ talked: 2, total: 1 },
      people: [{ person: people[1], name: '陆文舟', unitName: '县公安局' }],
    });
    const { figures } = await desk.at('reviewer').figures.asOf({ asOf: '2021-04-10' });
    expect(figures.talkCoverage).toEqual({ numerator: 2, denominator: 3, text: '66.7%' });
  });

  it('refuse what cannot be, with nothing changed', async () => {
    const { id, rev } = await api().addTalk(talk(people[1]!, { recordNumber: '谈-9' }));
    expect(await code(() => api().addTalk(talk(people[1]!, { on: '2021-04-11' })))).toBe('talk_day_ahead');
    expect(await code(() => api().addTalk(talk(people[1]!, { recordNumber: '谈-9' })))).toBe('talk_exists');
    expect(await code(() => api().addTalk(talk('nobody')))).toBe('not_found');
    expect(await code(() => api().addTalk(talk(people[1]!, { recordNumber: '' })))).toBe('invalid_input');
    expect(await code(() => api().updateTalk({ id, rev: rev - 1, ...talk(people[1]!) }))).toBe('conflict');
    expect(await code(() => api().removeTalk({ id, rev: rev - 1 }))).toBe('conflict');
    expect(await code(() => api().updateTalk({ id, rev, ...talk(people[1]!, { on: '2021-05-01' }) }))).toBe(
      'talk_day_ahead',
    );
    const { rev: person } = await desk.at('clerk').personnel.person({ id: people[1]! });
    const remove = () => desk.at('clerk').personnel.removePerson({ id: people[1]!, rev: person });
    expect(await code(remove)).toBe('person_has_history');
  });

  it('keep nothing of what was said: no field is there for it', async () => {
    const [one] = (await api().talks({})).talks;
    expect(Object.keys(one!)).toEqual([
      ...['id', 'rev', 'person', 'name', 'unitName', 'on', 'by', 'recordNumber'],
    ]);
  });
});

describe('谈话覆盖率', () => {
  const FIRST = calendarDate('2021-03-01');
  const world = fc.record({
    people: fc.array(
      fc.array(
        fc.record({
          status: fc.constantFrom(...POSTING_STATUSES, 'onDuty', 'onDuty'),
          days: fc.integer({ min: 1, max: 30 }),
        }),
        { minLength: 1, maxLength: 3 },
      ),
      { minLength: 1, maxLength: 6 },
    ),
    talks: fc.array(fc.record({ person: fc.nat(5), day: fc.nat(60), removed: fc.boolean() }), {
      maxLength: 10,
    }),
  });

  it('is the oracle’s as of any day, whoever comes and goes', () => {
    let numerators = 0;
    fc.assert(
      fc.property(world, (one) => {
        desk.ledger().rehearse(0, (write) => {
          write.run('UPDATE person SET deleted = 1');
          write.run('UPDATE posting SET deleted = 1');
          const records = settle(write, one);
          for (const days of [-1, 0, 5, 12, 20, 31, 45, 60, 100]) {
            const asOf = addDays(FIRST, days);
            const { talkCoverage } = talkFigures(write, write.office, asOf);
            expect(talkCoverage).toEqual(figuresOracle(records, asOf).talkCoverage);
            const page = { offset: 0, limit: 100 };
            const left = untalked(write, write.office, { asOf, ...page });
            expect([left.talked, left.total]).toEqual([left.talked, left.people.length]);
            expect(left.talked).toBe(talkCoverage.numerator);
            numerators += talkCoverage.numerator;
          }
        });
      }),
      { numRuns: 100 },
    );
    expect(numerators).toBeGreaterThan(100);
  });

  type World = typeof world extends fc.Arbitrary<infer Value> ? Value : never;

  function settle(write: Write, { people: planned, talks }: World): FigureRecords {
    const home = write.get<{ pk: number }>('SELECT pk FROM unit ORDER BY pk LIMIT 1')!.pk;
    const records: FigureRecords = {
      ...{ people: [], sessions: [], rounds: [], filings: [], items: [], requiredTypes: [] },
      talks: [],
    };
    const pks = planned.map((postings, at) => {
      const person = insertRow(write, 'person', write.newId(), { name: `人${at}`, folded: `人${at}` });
      let from = FIRST;
      const spans = postings.map(({ status, days }, index) => {
        const until = index === postings.length - 1 && days % 2 === 0 ? null : addDays(from, days);
        insertRow(write, 'posting', write.newId(), {
          person,
          unit: home,
          status,
          from_on: from,
          until_on: until,
        });
        const span = { unit: 'home', status, from, until };
        from = until ?? from;
        return span;
      });
      records.people.push({ id: String(at), postings: spans });
      return person;
    });
    for (const { person, day, removed } of talks) {
      const at = person % pks.length;
      const on = addDays(FIRST, day);
      const row = {
        person: pks[at]!,
        on_day: on,
        talker: '李书记',
        record_number: '谈-1',
        deleted: Number(removed),
      };
      insertRow(write, 'talk', write.newId(), row);
      if (!removed) records.talks!.push({ person: String(at), on });
    }
    return records;
  }
});

it('a group has no talks to count, and its sums leave the figure out', async () => {
  const { testOffice } = await import('../../support/office.ts');
  const { scratch } = await import('../../support/scratch.ts');
  const group = await testOffice(scratch(), { role: 'group', code: '530000' });
  const member = await group.as('member');
  expect((await member.figures.asOf({ asOf: '2021-04-10' })).figures.talkCoverage).toBe(undefined);
  await expect(member.supporting.talks({})).rejects.toThrow('wrong_installation');
  group.close();
});
