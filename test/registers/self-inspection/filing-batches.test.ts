import { describe, expect, it } from 'vitest';
import { day, openInspectionDesk } from './inspection-desk.ts';

const filedOn = day('2021-04-20');

describe('a pile of forms', () => {
  it('goes in as one step, in the order of the pile', async () => {
    const desk = await openInspectionDesk(4);
    const clerk = await desk.as('clerk');
    const { rev } = await clerk.office.identity();
    const pile = desk.people.map((person, at) => ({ person, filedOn, paperNumber: `自查-00${at + 1}` }));
    const answer = await clerk.selfInspection.fileMany({ round: desk.round, filings: pile });
    expect(answer).toMatchObject({ applied: true, refused: [] });
    expect(answer.done.map(({ person }) => person)).toEqual(desk.people);
    expect((await clerk.office.identity()).rev).toBe(rev + 1);
    const { filings } = await clerk.selfInspection.filings({ round: desk.round });
    expect(filings.map(({ state, declared, paperNumber }) => [state, declared, paperNumber])).toEqual(
      pile.map(({ paperNumber }) => ['filed', 'noProblem', paperNumber]),
    );
  });

  it('goes in whole or not at all, and every form that cannot is told with its reason', async () => {
    const desk = await openInspectionDesk(4);
    const [one, two, three, four] = desk.people as [string, string, string, string];
    await desk.file(one, undefined, '自查-001');
    const clerk = await desk.as('clerk');
    const before = desk.digest();
    const answer = await clerk.selfInspection.fileMany({
      round: desk.round,
      filings: [
        { person: one, filedOn, paperNumber: '自查-002' },
        { person: two, filedOn, paperNumber: '自查-001' },
        { person: three, filedOn, paperNumber: '自查-003' },
        { person: three, filedOn, paperNumber: '自查-004' },
        { person: four, filedOn: day('2021-05-02') },
        { person: 'nobody', filedOn },
      ],
    });
    expect(answer.applied).toBe(false);
    expect(answer.done).toEqual([]);
    expect(answer.refused).toMatchObject([
      { row: 0, code: 'filing_exists' },
      { row: 1, code: 'paper_number_taken', fields: { paperNumber: '自查-001' } },
      { row: 3, code: 'filing_exists' },
      { row: 4, code: 'filing_day_wrong' },
      { row: 5, code: 'not_found' },
    ]);
    expect(desk.digest()).toBe(before);
  });
});

describe('the number of a paper original', () => {
  it('stands once in its round, whichever way it comes in', async () => {
    const desk = await openInspectionDesk();
    const [one, two] = desk.people as [string, string];
    await desk.file(one, undefined, '自查-001');
    const twice = { round: desk.round, person: two, filedOn, declared: 'noProblem' as const };
    expect(
      await desk.refused('clerk', (client) =>
        client.selfInspection.file({ ...twice, paperNumber: '自查-001' }),
      ),
    ).toBe('paper_number_taken');
    const { id, rev } = await desk.file(two, undefined, '自查-002');
    const reviewer = await desk.as('reviewer');
    const returned = await reviewer.selfInspection.moveFiling({ id, rev, move: 'return', reason: '漏填' });
    const again = { id, rev: returned.rev, move: 'file' as const };
    expect(
      await desk.refused('clerk', (client) =>
        client.selfInspection.moveFiling({ ...again, paperNumber: '自查-001' }),
      ),
    ).toBe('paper_number_taken');
    const clerk = await desk.as('clerk');
    await clerk.selfInspection.moveFiling({ ...again, paperNumber: '自查-002' });
  });

  it('advances from the one entered last, past those that are taken', async () => {
    const desk = await openInspectionDesk();
    const next = async () =>
      (await (await desk.as('clerk')).selfInspection.nextPaperNumber({ round: desk.round })).paperNumber;
    expect(await next()).toBeNull();
    await desk.file(desk.people[0]!, undefined, '自查〔2021〕010号');
    await desk.file(desk.people[1]!, undefined, '自查〔2021〕009号');
    expect(await next()).toBe('自查〔2021〕011号');
    await desk.file(desk.people[2]!, undefined, '无号');
    expect(await next()).toBeNull();
  });
});

describe('many filings', () => {
  it('are approved in one step, by who did not submit them, or all stay with every reason told', async () => {
    const desk = await openInspectionDesk();
    const filed = [];
    for (const person of desk.people) filed.push(await desk.file(person));
    const versions = filed.map(({ id, rev }) => ({ id, rev }));
    expect(
      await desk.refused('clerk', (client) =>
        client.selfInspection.moveFilings({ filings: versions, move: 'approve' }),
      ),
    ).toBe('not_allowed');
    const reviewer = await desk.as('reviewer');
    const before = desk.digest();
    const stale = versions.map((one, at) => (at === 1 ? { ...one, rev: one.rev - 1 } : one));
    expect(await reviewer.selfInspection.moveFilings({ filings: stale, move: 'approve' })).toMatchObject({
      applied: false,
      refused: [{ row: 1, code: 'conflict' }],
    });
    const unreasoned = await reviewer.selfInspection.moveFilings({ filings: versions, move: 'return' });
    expect(unreasoned.refused.map(({ code }) => code)).toEqual(Array(3).fill('missing_field'));
    expect(desk.digest()).toBe(before);

    const answer = await reviewer.selfInspection.moveFilings({ filings: versions, move: 'approve' });
    expect(answer.done.map(({ id, state }) => [id, state])).toEqual(filed.map(({ id }) => [id, 'approved']));
    const archived = await reviewer.selfInspection.moveFilings({
      filings: answer.done.map(({ id, rev }) => ({ id, rev })),
      move: 'archive',
    });
    expect(archived.done.map(({ state }) => state)).toEqual(Array(3).fill('archived'));
  });

  it('of one batch that still have open items stay unarchived together', async () => {
    const desk = await openInspectionDesk(2);
    const filed = [await desk.file(desk.people[0]!), await desk.file(desk.people[1]!, '代持')];
    const reviewer = await desk.as('reviewer');
    const { done } = await reviewer.selfInspection.moveFilings({ filings: filed, move: 'approve' });
    const answer = await reviewer.selfInspection.moveFilings({
      filings: done.map(({ id, rev }) => ({ id, rev })),
      move: 'archive',
    });
    expect(answer).toMatchObject({ applied: false, refused: [{ row: 1, code: 'filing_items_open' }] });
  });
});

it('an item and the rectification draft it became lead to each other', async () => {
  const desk = await openInspectionDesk(1);
  const { id, rev } = await desk.file(desk.people[0]!, '代持');
  const reviewer = await desk.as('reviewer');
  await reviewer.selfInspection.moveFiling({ id, rev, move: 'approve' });
  const [item] = (await reviewer.selfInspection.filing({ id })).itemList;
  const given = {
    item: item!.id,
    rev: item!.rev,
    disposition: 'rectification' as const,
    problem: '违规持股',
  };
  const { rectification } = await reviewer.selfInspection.disposeItem(given);
  const [linked] = (await reviewer.selfInspection.filing({ id })).itemList;
  expect(linked!.rectification).toBe(rectification);
  expect(await reviewer.selfInspection.originOfItem({ rectification: rectification! })).toEqual({
    filing: id,
  });
  expect(await reviewer.selfInspection.originOfItem({ rectification: 'another' })).toEqual({ filing: null });
});

it('reminders name who still owes a form, by unit, and agree with the coverage at every step', async () => {
  const desk = await openInspectionDesk(5);
  const clerk = await desk.as('clerk');
  const court = (await clerk.personnel.createUnit({ name: '县法院', kind: 'court' })).id;
  await clerk.personnel.addPerson({ name: '乙', unit: court, from: day('2021-01-01') });
  const agrees = async () => {
    const client = await desk.as('reviewer');
    const { whole } = await client.selfInspection.coverage({ round: desk.round });
    const owing = await client.selfInspection.reminders({ round: desk.round });
    expect(owing.total).toBe(whole.due + whole.returned);
    expect(owing.people).toHaveLength(owing.total);
    expect(owing.units.reduce((sum, { due }) => sum + due, 0)).toBe(whole.due);
    return owing;
  };
  expect((await agrees()).units).toEqual([
    { unit: desk.unit, unitName: '县公安局', due: 5, returned: 0 },
    { unit: court, unitName: '县法院', due: 1, returned: 0 },
  ]);
  const filing = await desk.file(desk.people[0]!);
  await desk.file(desk.people[1]!);
  const reviewer = await desk.as('reviewer');
  await reviewer.selfInspection.moveFiling({ ...filing, move: 'return', reason: '漏填' });
  const { people } = await agrees();
  expect(people.map(({ name, state }) => [name, state])).toEqual([
    ['甲1', 'returned'],
    ['甲3', 'due'],
    ['甲4', 'due'],
    ['甲5', 'due'],
    ['乙', 'due'],
  ]);
  const page = await reviewer.selfInspection.reminders({
    round: desk.round,
    unit: desk.unit,
    offset: 1,
    limit: 2,
  });
  expect(page.total).toBe(4);
  expect(page.people.map(({ name }) => name)).toEqual(['甲3', '甲4']);
});

describe('a round', () => {
  it('keeps its place between its neighbours, and its filings inside', async () => {
    const desk = await openInspectionDesk();
    await desk.file(desk.people[0]!);
    const change = (dates: { beginsOn?: string; endsOn?: string }, number = 0) =>
      desk.refused('reviewer', async (client) => {
        const { id, rev, name, beginsOn, endsOn } = (await client.selfInspection.rounds({}))[number]!;
        const days = { beginsOn: day(dates.beginsOn ?? beginsOn), endsOn: day(dates.endsOn ?? endsOn) };
        return client.selfInspection.updateRound({ id, rev, name, ...days });
      });
    expect(await change({ beginsOn: '2021-06-01' })).toBe('round_dates_wrong');
    expect(await change({ beginsOn: '2021-04-21' })).toBe('round_has_filings');
    expect(await change({ endsOn: '2021-04-19' })).toBe('round_has_filings');
    const reviewer = await desk.as('reviewer');
    const rounds = await reviewer.selfInspection.rounds({});
    const last = rounds.at(-1)!;
    const later = { beginsOn: day('2021-08-01'), endsOn: day('2021-08-31') };
    const { id } = await reviewer.selfInspection.createRound({ name: '回头看', ...later });
    expect(await change({ endsOn: '2021-08-01' }, rounds.length - 1)).toBe('round_dates_wrong');
    expect(await change({ beginsOn: last.endsOn }, rounds.length)).toBe('round_dates_wrong');
    const stale = { id, rev: 0, name: '回头看', ...later };
    expect(await desk.refused('reviewer', (client) => client.selfInspection.updateRound(stale))).toBe(
      'conflict',
    );
    expect(await desk.refused('clerk', (client) => client.selfInspection.updateRound(stale))).toBe(
      'not_allowed',
    );
    const first = (await (await desk.as('reviewer')).selfInspection.rounds({}))[0]!;
    const wider = { beginsOn: day('2021-04-20'), endsOn: day('2021-04-20') };
    await (await desk.as('reviewer')).selfInspection.updateRound({
      ...first,
      ...wider,
      name: '第一轮（改）',
    });
    expect((await (await desk.as('reviewer')).selfInspection.rounds({}))[0]).toMatchObject({
      name: '第一轮（改）',
      ...wider,
    });
  });
});
