import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  approvedLecture,
  begun,
  decide,
  freeze,
  passed,
  writtenDraft,
} from '../registers/evaluation/evaluation-desk.ts';
import { lastingScratch } from '../support/scratch.ts';
import { booksExpected, booksHeld, contentDigest } from './books.ts';
import { CODE, contentOf, forgerOf, NOBODY, openEvaluating, send, take, withRows } from './evaluating.ts';
import { importing, opened, type Rows, resealed, rowsOf } from './forge.ts';

const scratch = lastingScratch();
let desk: Awaited<ReturnType<typeof openEvaluating>>;
const forgedGroup = () => forgerOf(desk.group);
const forgedCounty = () => forgerOf(desk.county.office, desk.county.ledger);

beforeAll(async () => {
  desk = await openEvaluating(scratch.folder);
});
afterAll(() => {
  desk.close();
  scratch.remove();
});

describe('what a county found of itself', () => {
  it('[X70] reaches its group frozen, with orders and what became of them, and no draft of it', async () => {
    const poor = await decide(desk.county, await writtenDraft(desk.county, 'own'), {
      verdict: 'makeup',
      deadline: '2021-05-01',
    });
    const other = { kind: 'other' as const, text: '补交心得' };
    await desk.county.at('clerk').evaluation.addOrder({ id: poor.id, rev: poor.rev, ...other });
    await freeze(desk.county, poor);
    await desk.report();
    expect((await desk.there(poor.id)).orders).toMatchObject([{ state: 'open', text: '补交心得' }]);
    const [order] = (await desk.here(poor.id))!.orders;
    const closing = { id: order!.id, rev: order!.rev, doneOn: '2021-04-20', document: '证-7' };
    await desk.county.at('clerk').evaluation.closeOrder(closing);
    const good = await passed(desk.county, 'own');
    await begun(desk.county, 'office');
    await desk.report();
    const seen = (await desk.sheetThere()).evaluations;
    expect(seen.map(({ origin, level, mine }) => [origin, level, mine])).toEqual([
      ['office', 'own', false],
      ['office', 'own', false],
    ]);
    const both = [poor.id, good.id];
    const own = (await desk.sheetHere()).evaluations.filter(({ id }) => both.includes(id));
    expect(seen.map(contentOf)).toEqual(own.map(contentOf));
    expect(seen[0]!.orders).toMatchObject([{ state: 'done', doneOn: '2021-04-20', document: '证-7' }]);
  });

  it('[X70] is refused whole where its rows do not belong together', async () => {
    const draft = (await desk.sheetHere()).evaluations.find(({ level }) => level === 'office')!;
    await desk.county.at('reviewer').evaluation.remove({ id: draft.id, rev: draft.rev });
    const again = await passed(desk.county, 'office');
    await desk.county.at('reviewer').evaluation.withdraw({ id: again.id, rev: again.rev, reason: '漏填' });
    const bundle = await opened(forgedGroup(), await send(desk.county.at('clerk'), true));
    const wrong: [string, (rows: Rows) => Rows][] = [
      ['evaluationLine', (rows) => rows.with(0, { ...rows[0]!, evaluation: NOBODY })],
      ['evaluationLine', (rows) => rows.map((row) => ({ ...row, numerator: 3, denominator: 2 }))],
      ['evaluationLine', (rows) => rows.map((row) => ({ ...row, numerator: 3, denominator: null }))],
      ['evaluationOrder', (rows) => rows.with(0, { ...rows[0]!, evaluation: NOBODY })],
      ['evaluationOrder', (rows) => rows.with(0, { ...rows[0]!, text: ' ' })],
      ['evaluationMove', (rows) => rows.with(0, { ...rows[0]!, subject: NOBODY })],
      ['evaluation', (rows) => rows.map((row) => ({ ...row, round: 1 }))],
      ['evaluation', (rows) => rows.map((row) => ({ ...row, state: 'draft' }))],
      ['evaluation', (rows) => rows.map((row) => ({ ...row, phase: 'improve' }))],
      ['evaluation', (rows) => rows.map((row) => ({ ...row, frozenRev: bundle.manifest.headRev + 1 }))],
      [
        'orderAnswer',
        () => [{ id: NOBODY, takenRev: bundle.manifest.headRev + 1, doneOn: null, document: null }],
      ],
    ];
    await desk.group.as('member');
    for (const [name, change] of wrong) {
      const tables = withRows(bundle.tables, name, change);
      const before = contentDigest(desk.group.host.ledger!);
      const [line] = await importing(forgedGroup(), [
        await resealed(forgedCounty(), forgedGroup(), bundle, tables),
      ]);
      expect([name, line!.outcome, line!.problem]).toEqual([name, 'refused', 'bundle_row_invalid']);
      expect(contentDigest(desk.group.host.ledger!)).toBe(before);
    }
    await desk.report();
  });
});

it('[X76] a weekly report reaches the group in every version, and nothing that no version can be', async () => {
  const { weeklyReports } = desk.county.at('clerk');
  const weekBeginsOn = '2021-04-12';
  await weeklyReports.freeze({ weekBeginsOn, after: 0 });
  await approvedLecture(desk.county, desk.county.people, [], '2021-04-14');
  await desk.county.at('clerk').weeklyReports.freeze({ weekBeginsOn, after: 1, reason: '漏报一场学习' });
  const stick = await send(desk.county.at('clerk'));
  const bundle = await opened(forgedGroup(), stick);
  expect(rowsOf(bundle, 'weeklyReport').length).toBeGreaterThanOrEqual(2);
  await desk.group.as('member');
  const wrong: Record<string, string | number>[] = [
    { content: '{}' },
    { content: '未完' },
    { weekBeginsOn: 1 },
    { part: 1 },
  ];
  for (const words of wrong) {
    const tables = withRows(bundle.tables, 'weeklyReport', (rows) =>
      rows.with(-1, { ...rows.at(-1)!, ...words }),
    );
    const forged = await resealed(forgedCounty(), forgedGroup(), bundle, tables);
    const [line] = await importing(forgedGroup(), [forged]);
    expect([words, line!.problem]).toEqual([words, 'bundle_row_invalid']);
  }
  await take(await desk.group.as('member'), stick);
  expect(booksHeld(desk.group.host.ledger!, CODE)).toEqual(booksExpected(desk.county.ledger()));
  const asked = { weekBeginsOn, office: CODE };
  const seen = await (await desk.group.as('member')).weeklyReports.sheet(asked);
  const { versions } = await desk.county.at('clerk').weeklyReports.sheet({ weekBeginsOn });
  const plain = versions.map(({ frozenAt, frozenBy, ...version }) => version);
  expect(seen.live).toBeNull();
  expect(seen.versions.map(({ frozenAt, frozenBy, ...version }) => version)).toEqual(plain);
  expect(seen.versions[1]).toMatchObject({ version: 2, reason: '漏报一场学习' });
});
