import { ORPCError } from '@orpc/client';
import { expect, it } from 'vitest';
import { calendarDate as day } from '../../../shared/vocabulary/dates.ts';
import { testOffice } from '../../support/office.ts';
import { scratch } from '../../support/scratch.ts';

const codeOf = (call: Promise<unknown>) =>
  call.then(
    () => 'no error',
    (error: unknown) => (error instanceof ORPCError ? error.code : error),
  );

it('what a person declares becomes a rectification item and is closed, each account doing its own part', async () => {
  const office = await testOffice(scratch(), { today: '2021-04-06' });
  let desk = await office.as('clerk');
  const unit = await desk.personnel.createUnit({ name: '法院' });
  const people = [];
  for (const [orderNumber, name] of ['甲', '乙'].entries()) {
    const added = { name, orderNumber, unit: unit.id, from: day('2021-04-01') };
    people.push((await desk.personnel.addPerson(added)).id);
  }
  const [round] = await desk.selfInspection.rounds({});
  const declared = {
    round: round!.id,
    person: people[0]!,
    filedOn: day('2021-04-06'),
    declared: 'hasProblem' as const,
    items: [{ category: 'shares-and-loans', summary: '字'.repeat(200) }],
  };
  const tooLong = { ...declared, items: [{ category: 'shares-and-loans', summary: '𠮷'.repeat(201) }] };
  expect(await codeOf(desk.selfInspection.file(tooLong))).toBe('invalid_input');
  const filed = await desk.selfInspection.file(declared);
  expect(await codeOf(desk.selfInspection.file(declared))).toBe('filing_exists');
  expect(await codeOf(desk.selfInspection.moveFiling({ ...filed, move: 'approve' }))).toBe('not_allowed');

  desk = await office.as('reviewer');
  expect(await codeOf(desk.selfInspection.file({ ...declared, person: people[1]! }))).toBe('not_allowed');
  const approved = await desk.selfInspection.moveFiling({ ...filed, move: 'approve' });
  const [found] = (await desk.selfInspection.filing({ id: filed.id })).itemList;
  const disposed = await desk.selfInspection.disposeItem({
    item: found!.id,
    rev: found!.rev,
    disposition: 'rectification',
    problem: '违规参股借贷',
  });
  await desk.selfInspection.moveFiling({ ...approved, move: 'archive' });

  desk = await office.as('clerk');
  const draft = await desk.rectification.item({ id: disposed.rectification! });
  const fields = {
    source: draft.source,
    category: draft.category,
    problem: draft.problem,
    unit: draft.unit,
    measures: '限期退出',
    leader: '李院长',
    owner: '王庭长',
    dueOn: day('2021-04-30'),
  };
  const updated = await desk.rectification.updateItem({ id: draft.id, rev: draft.rev, ...fields });
  expect(await codeOf(desk.rectification.moveItem({ ...updated, move: 'issue' }))).toBe('not_allowed');
  desk = await office.as('reviewer');
  const issued = await desk.rectification.moveItem({ ...updated, move: 'issue' });
  expect(issued).toMatchObject({ state: 'issued', number: '2021-1' });
  desk = await office.as('clerk');
  const { id } = issued;
  const started = await desk.rectification.moveItem({ id, rev: issued.rev, move: 'start' });
  const apply = { id, rev: started.rev, move: 'apply' as const, evidenceNumber: '佐证1号' };
  const applied = await desk.rectification.moveItem(apply);
  expect(await codeOf(desk.rectification.moveItem(apply))).toBe('conflict');
  desk = await office.as('reviewer');
  await desk.rectification.moveItem({ id, rev: applied.rev, move: 'approve' });

  const item = await desk.rectification.item({ id });
  expect(item.moves.map(({ move, by }) => [move, by])).toEqual([
    ['issue', 'reviewer'],
    ['start', 'clerk'],
    ['apply', 'clerk'],
    ['approve', 'reviewer'],
  ]);
  const { figures } = await desk.figures.asOf({ asOf: day('2021-05-01') });
  expect(figures).toMatchObject({
    selfInspectionCoverage: { numerator: 1, denominator: 2, text: '50.0%' },
    rectificationCompletion: { text: '100.0%' },
    closureRate: { text: '100.0%' },
    onTimeRate: { numerator: 1, denominator: 1 },
    onTimeRateExtended: { numerator: 1, denominator: 1 },
    reworkRate: { numerator: 0, denominator: 1, text: '0.0%' },
  });
  const { filings } = await desk.selfInspection.filings({ round: round!.id });
  expect(filings.map(({ state }) => state)).toEqual(['archived', 'due']);
  office.close();
});
