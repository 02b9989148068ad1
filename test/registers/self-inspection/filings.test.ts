import { beforeAll, describe, expect, it } from 'vitest';
import { item } from '../../../electron/registers/rectification/item-lists.ts';
import { rounds } from '../../../electron/registers/self-inspection/self-inspection-register.ts';
import { askingOf, day } from '../rectification/desk.ts';
import { type FilingDesk, openFilingDesk } from './filing-desk.ts';

let desk: FilingDesk;
beforeAll(async () => {
  desk = await openFilingDesk();
});

const borrowed = { category: 'shares-and-loans', summary: '曾向管理对象借款五千元，已于2020年归还。' };
const traded = { category: 'business', summary: '配偶经营一家小卖部。' };

describe('the list of a round', () => {
  it('shows everybody expected, those who have not filed as due', () => {
    desk.ports.setDate('2021-03-15');
    const [filed, due] = [desk.person(), desk.person()];
    desk.person('2021-01-01', 'longSickLeave');
    desk.person('2021-05-01');
    const id = desk.file({ person: filed, paperNumber: '自查-001' });
    const { total, filings } = desk.list();
    expect(total).toBe(2);
    expect(filings).toMatchObject([
      {
        id,
        person: filed,
        state: 'filed',
        expected: true,
        filedOn: '2021-03-12',
        declared: 'noProblem',
        paperNumber: '自查-001',
        unitName: '县公安局',
        items: 0,
      },
      { id: null, rev: null, person: due, state: 'due', filedOn: null, declared: null, items: 0 },
    ]);
    expect(desk.list({ state: 'due' })).toMatchObject({ total: 1, filings: [{ person: due }] });
    expect(desk.list({ offset: 1, limit: 1 })).toMatchObject({ total: 2, filings: [{ person: due }] });
    expect(desk.list({ unit: desk.unit }).total).toBe(2);
  });

  it('keeps the filing of who left, beside those expected', () => {
    const gone = desk.person();
    const id = desk.file({ person: gone });
    const expected = desk.list().filings.filter((one) => one.expected).length;
    desk.leave(gone, '2021-03-14');
    const { total, filings } = desk.list();
    expect(filings.find((one) => one.person === gone)).toMatchObject({ id, expected: false, state: 'filed' });
    expect(filings.filter((one) => one.expected).length).toBe(expected - 1);
    expect(total).toBe(filings.length);
    expect(desk.read(id).expected).toBe(false);
  });

  it("looks at the round's last day once it is over", () => {
    const leaver = desk.person();
    desk.leave(leaver, '2021-04-21');
    desk.ports.setDate('2021-06-01');
    expect(desk.list().filings.some((one) => one.person === leaver)).toBe(true);
    desk.ports.setDate('2021-03-15');
  });

  it('names its rounds in order', () => {
    expect(desk.ledger.read((db) => rounds(db, desk.ledger.office))).toMatchObject([
      { id: desk.round, number: 1, name: '第一轮', beginsOn: '2021-03-10', endsOn: '2021-04-20' },
    ]);
  });
});

describe('a filing', () => {
  it('goes through review, disposition of its items and archive', () => {
    const id = desk.file({ person: desk.person(), items: [borrowed, traded, borrowed] });
    expect(desk.reviewerMoves(id, { move: 'approve' }).state).toBe('approved');
    expect(() => desk.reviewerMoves(id, { move: 'archive' })).toThrow('filing_items_open');

    const { rectification } = desk.dispose(id, 0, { disposition: 'rectification', problem: '违规借贷' });
    desk.dispose(id, 1, { disposition: 'handedOver', transferDocument: '移〔2021〕2号' });
    desk.dispose(id, 2, { disposition: 'noAction', reason: '已归还且数额小' });
    expect(desk.read(id).itemList).toMatchObject([
      { disposition: 'rectification', rectification, summary: null, sealed: true },
      { disposition: 'handedOver', transferDocument: '移〔2021〕2号', summary: null },
      { disposition: 'noAction', reason: '已归还且数额小' },
    ]);
    expect(desk.reviewerMoves(id, { move: 'archive' }).state).toBe('archived');

    const draft = desk.ledger.read((db) => item(db, askingOf(desk), rectification!));
    expect(draft).toMatchObject({
      state: 'draft',
      source: 'selfInspection',
      category: 'shares-and-loans',
      problem: '违规借贷',
      unit: desk.unit,
    });
  });

  it('never carries its summary into the ledger that is sent on', () => {
    const id = desk.file({ person: desk.person(), items: [borrowed] });
    desk.reviewerMoves(id, { move: 'approve' });
    const { rectification } = desk.dispose(id, 0, { disposition: 'rectification' });
    const draft = desk.ledger.read((db) => item(db, askingOf(desk), rectification!));
    expect(JSON.stringify(draft)).not.toContain('借款');
    expect(draft.problem).toBe('');
  });

  it('is filed again after a return, its open items replaced', () => {
    const id = desk.file({ person: desk.person(), items: [borrowed] });
    desk.reviewerMoves(id, { move: 'return', reason: '漏填' });
    expect(desk.read(id).state).toBe('returned');
    desk.clerkMoves(id, { move: 'file', filedOn: day('2021-03-14'), items: [traded, borrowed] });
    expect(desk.read(id)).toMatchObject({
      state: 'filed',
      filedOn: '2021-03-14',
      items: 2,
      declared: 'hasProblem',
    });
    desk.reviewerMoves(id, { move: 'return', reason: '再核' });
    desk.clerkMoves(id, { move: 'file' });
    expect(desk.read(id)).toMatchObject({ state: 'filed', filedOn: '2021-03-14', items: 2 });
    desk.reviewerMoves(id, { move: 'return', reason: '确无问题' });
    desk.clerkMoves(id, { move: 'file', declared: 'noProblem', items: [] });
    expect(desk.read(id)).toMatchObject({ state: 'filed', declared: 'noProblem', itemList: [] });
    const left = desk.ledger.read((db) =>
      db.all('SELECT 1 FROM filing_item WHERE deleted = 1 AND ifnull(summary, sealed) IS NOT NULL'),
    );
    expect(left).toEqual([]);
  });

  it('takes a supplement even from the archive, and is reviewed once more', () => {
    const id = desk.file({ person: desk.person() });
    desk.reviewerMoves(id, { move: 'approve' });
    desk.reviewerMoves(id, { move: 'archive' });
    expect(desk.clerkMoves(id, { move: 'supplement', declared: 'hasProblem', items: [traded] }).state).toBe(
      'filed',
    );
    expect(desk.read(id)).toMatchObject({ filedOn: '2021-03-12', declared: 'hasProblem', items: 1 });
    desk.reviewerMoves(id, { move: 'approve' });
    desk.dispose(id, 0, { disposition: 'noAction', reason: '符合规定' });
    desk.clerkMoves(id, { move: 'supplement', items: [borrowed] });
    expect(desk.read(id).itemList).toMatchObject([{ disposition: 'noAction' }, { disposition: 'open' }]);
  });
});
