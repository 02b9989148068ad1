import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenLedger } from '../../../electron/store/ledger-store.ts';
import { inProcessClient } from '../../../electron/transport/in-process.ts';
import { refusalOf } from '../undo-desk.ts';
import {
  decide,
  type EvaluationDesk,
  found,
  freeze,
  openEvaluationDesk,
  passed,
  sheetOf,
} from './evaluation-desk.ts';

let desk: EvaluationDesk;
beforeAll(async () => {
  desk = await openEvaluationDesk('530406');
});
afterAll(() => desk.close());

const asAdministrator = () => {
  const account = desk
    .ledger()
    .accounts()
    .find(({ roles }) => roles.includes('administrator'));
  desk.office.host.ledger = Object.create(desk.ledger(), { account: { value: account } }) as OpenLedger;
  return inProcessClient(desk.office.host);
};

describe('the lists of the campaign', () => {
  it('give a placeholder its name, and then it is evaluated like the others', async () => {
    const { rev, evaluation } = await desk.at('reviewer').campaign.current();
    const named = evaluation.map((list) => ({
      ...list,
      indicators: list.indicators.map((one) =>
        one.id === 'check-2' ? { ...one, name: '谈心谈话到位' } : one,
      ),
    }));
    await desk.at('reviewer').campaign.change({ rev, evaluation: named });
    const begun = await desk.at('clerk').evaluation.begin({ phase: 'rectify', level: 'own' });
    await desk.at('clerk').evaluation.setLine({
      ...{ id: begun.id, rev: begun.rev, indicator: 'check-2' },
      ...{ text: '谈话 203 人', evidenceNumber: '证-102' },
    });
    await decide(desk, await found(desk, begun.id, 'rectify'), { verdict: 'passed' });
    const { lines } = await freeze(desk, await found(desk, begun.id, 'rectify'));
    expect(lines.map(({ name, text }) => [name, text])).toEqual([
      ['自查自纠全覆盖', null],
      ['谈心谈话到位', '谈话 203 人'],
    ]);
  });

  it('lose no indicator that an evaluation names', async () => {
    const { rev, evaluation } = await desk.at('reviewer').campaign.current();
    const fewer = evaluation.filter(({ id }) => id !== 'five-checks');
    const change = desk.at('reviewer').campaign.change({ rev, evaluation: fewer });
    expect(await refusalOf(change)).toMatchObject({ code: 'list_in_use' });
  });
});

describe('another campaign', () => {
  it('has its own phases and lists without a word of code, and the old evaluations stay readable apart', async () => {
    const before = await passed(desk, 'own');
    const { content } = await desk.at('reviewer').campaign.saveFile();
    const invented = {
      ...(JSON.parse(content) as object),
      id: 'invented',
      phases: [1, 2, 3, 4].map((at) => ({
        ...{ id: `p${at}`, name: `第${at}步` },
        ...{ beginsOn: `2021-0${at}-01`, endsOn: `2021-0${at}-28` },
      })),
      actions: [],
      evaluation: [
        {
          ...{ id: 'three-asks', name: '三问', phase: 'p4' },
          indicators: [
            { id: 'ask-1', name: '补课完成率', figure: 'makeupCompletion', evidence: false },
            { id: 'ask-2', name: '群众怎么看', evidence: true },
          ],
        },
      ],
    };
    const { rev } = await asAdministrator().campaign.current();
    const { closed } = await asAdministrator().campaign.begin({
      rev,
      beginning: { from: 'file', content: JSON.stringify(invented) },
    });

    const sheet = await desk.at('clerk').evaluation.sheet({});
    expect([sheet.phase, sheet.evaluations]).toEqual(['p4', []]);
    expect(sheet.lists.map(({ name, indicators }) => [name, indicators.length])).toEqual([['三问', 2]]);
    const old = await desk.at('clerk').evaluation.sheet({ phase: 'study', office: closed });
    expect(old.evaluations).toMatchObject([{ id: before.id, lines: before.lines, allowed: [], mine: false }]);
    expect(old.next).toEqual([]);
    expect((await refusalOf(sheetOf(desk, 'study'))).code).toBe('phase_unknown');

    const begun = await desk.at('clerk').evaluation.begin({ phase: 'p4', level: 'own' });
    await desk.at('clerk').evaluation.setLine({
      ...{ id: begun.id, rev: begun.rev, indicator: 'ask-2' },
      ...{ text: '座谈 3 场', evidenceNumber: '证-1' },
    });
    await decide(desk, await found(desk, begun.id, 'p4'), { verdict: 'passed' });
    const frozen = await freeze(desk, await found(desk, begun.id, 'p4'));
    expect(frozen.lines.map(({ name, value, text }) => [name, value?.text ?? text])).toEqual([
      ['补课完成率', '—'],
      ['群众怎么看', '座谈 3 场'],
    ]);
  });
});
