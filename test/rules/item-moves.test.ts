import { describe, expect, test } from 'vitest';
import { type ItemFacts, itemMachine, needsGroupReview } from '../../shared/rules/item-moves.ts';
import { findMove, requireMove, stateFromMoves } from '../../shared/rules/moves.ts';
import { addDays, calendarDate } from '../../shared/vocabulary/dates.ts';
import { Refusal } from '../../shared/vocabulary/refusal.ts';
import { ITEM_MOVES, ITEM_SOURCES, type ItemMove, type ItemState } from '../../shared/vocabulary/words.ts';
import { fc } from '../support/properties.ts';
import { itemHistory } from './item-histories.ts';
import { attempt, specifyCells } from './machine-cells.ts';

const day = calendarDate;
const FACTS: ItemFacts = {
  source: 'officeInspection',
  on: day('2021-04-10'),
  due: day('2021-05-10'),
  newDue: day('2021-06-10'),
  mergeInto: { state: 'inProgress', isItself: false },
};
const FROM_GROUP: ItemFacts = { ...FACTS, source: 'groupFeedback' };

describe('the moves of a rectification item', () => {
  specifyCells(
    itemMachine,
    ITEM_MOVES,
    // the group issues only its own items, and only those are reported up; the reviewer's issue takes either
    (move) => (move === 'reportUp' || move === 'issue' ? FROM_GROUP : FACTS),
    `
    draft        issue           issued       reviewer member leader
    issued       start           inProgress   clerk
    inProgress   apply           officeReview clerk
    officeReview withdraw        inProgress   clerk
    groupReview  withdraw        inProgress   clerk reviewer
    officeReview approve         closed       reviewer
    officeReview reportUp        groupReview  reviewer
    officeReview return          inProgress   reviewer
    groupReview  confirm         closed       member leader
    groupReview  returnForRework inProgress   member leader
    issued       keepLongTerm    longTerm     reviewer
    inProgress   keepLongTerm    longTerm     reviewer
    officeReview keepLongTerm    longTerm     reviewer
    issued       suspend         suspended    reviewer
    inProgress   suspend         suspended    reviewer
    officeReview suspend         suspended    reviewer
    issued       merge           merged       reviewer
    inProgress   merge           merged       reviewer
    officeReview merge           merged       reviewer
    longTerm     resume          draft        reviewer
    suspended    resume          draft        reviewer
    merged       unmerge         draft        reviewer
    issued       void            voided       reviewer
    inProgress   void            voided       reviewer
    officeReview void            voided       reviewer
    longTerm     void            voided       reviewer
    suspended    void            voided       reviewer
    closed       reopen          inProgress   reviewer member leader
    issued       extend          issued       reviewer
    inProgress   extend          inProgress   reviewer
    officeReview extend          officeReview reviewer
    `,
  );

  test('only items from the guidance group or higher are reported up, and the office closes all others', () => {
    expect(ITEM_SOURCES.filter(needsGroupReview)).toEqual(['groupFeedback', 'higherSupervision']);
    for (const source of ITEM_SOURCES) {
      const ask = (move: ItemMove) =>
        findMove(itemMachine, 'officeReview', move, attempt(['reviewer'], { ...FACTS, source }));
      const [open, shut] = needsGroupReview(source) ? ['reportUp', 'approve'] : ['approve', 'reportUp'];
      expect(ask(open as ItemMove).allowed).toBe(true);
      const code = needsGroupReview(source) ? 'needs_group_review' : 'no_group_review';
      expect(ask(shut as ItemMove)).toMatchObject({ allowed: false, code, fields: { source } });
    }
  });

  test('in 待市级复核 the office can only 撤回', () => {
    const office = attempt<ItemState, ItemFacts>(['clerk', 'reviewer', 'administrator'], FROM_GROUP);
    const open = ITEM_MOVES.filter((move) => findMove(itemMachine, 'groupReview', move, office).allowed);
    expect(open).toEqual(['withdraw']);
  });

  test('an item that came as feedback arrives 已下达 without measures and owner, and needs them to be started', () => {
    const given = { source: 'groupFeedback', problem: '台账不全' };
    const arrived = findMove(itemMachine, 'draft', 'issue', attempt(['leader'], FROM_GROUP, { given }));
    expect(arrived).toMatchObject({ allowed: true, to: 'issued' });
    expect(findMove(itemMachine, 'issued', 'start', attempt(['clerk'], FROM_GROUP, { given }))).toMatchObject(
      {
        code: 'missing_field',
        fields: { field: 'category', fields: ['category', 'measures', 'unit', 'leader', 'owner', 'dueOn'] },
      },
    );
    const own = findMove(itemMachine, 'draft', 'issue', attempt(['reviewer'], FACTS, { given }));
    expect(own).toMatchObject({ code: 'missing_field' });
  });

  test('applying for close-out needs the evidence number', () => {
    const given = { ...Object.fromEntries(itemMachine.transitions[0]!.requires!.map((one) => [one, 'x'])) };
    expect(findMove(itemMachine, 'inProgress', 'apply', attempt(['clerk'], FACTS, { given }))).toMatchObject({
      code: 'missing_field',
      fields: { fields: ['evidenceNumber'] },
    });
  });

  test('nobody approves or reports up the same account’s own application, except with a single account', () => {
    for (const [move, facts] of [
      ['approve', FACTS],
      ['reportUp', FROM_GROUP],
    ] as const) {
      const own = attempt<ItemState, ItemFacts>(['clerk', 'reviewer'], facts, { submittedBy: 1 });
      expect(findMove(itemMachine, 'officeReview', move, own), move).toMatchObject({ code: 'same_account' });
      const single = { ...own, singleAccount: true };
      expect(findMove(itemMachine, 'officeReview', move, single).allowed, move).toBe(true);
    }
  });

  test('no deadline lies before the day of its move, and an extension lies after the deadline in force', () => {
    const on = day('2021-05-11');
    expect(findMove(itemMachine, 'draft', 'issue', attempt(['reviewer'], { ...FACTS, on }))).toMatchObject({
      code: 'deadline_before_day',
      fields: { due: '2021-05-10', on },
    });
    const rework = { ...FROM_GROUP, on, newDue: day('2021-05-10') };
    expect(
      findMove(itemMachine, 'groupReview', 'returnForRework', attempt(['leader'], rework)),
    ).toMatchObject({ code: 'deadline_before_day', fields: { due: '2021-05-10' } });
    const same = { ...FACTS, newDue: FACTS.due };
    expect(findMove(itemMachine, 'issued', 'extend', attempt(['reviewer'], same))).toMatchObject({
      code: 'extension_not_later',
    });
    const sameDay = { ...FACTS, on: FACTS.due! };
    expect(findMove(itemMachine, 'draft', 'issue', attempt(['reviewer'], sameDay)).allowed).toBe(true);
  });

  test('an item is merged into another one that stands, never into itself, a draft, a merged or a voided one', () => {
    const into = (state: ItemState, isItself = false) =>
      findMove(
        itemMachine,
        'issued',
        'merge',
        attempt(['reviewer'], { ...FACTS, mergeInto: { state, isItself } }),
      ).allowed;
    expect(['issued', 'inProgress', 'closed', 'longTerm'].every((state) => into(state as ItemState))).toBe(
      true,
    );
    expect(['draft', 'merged', 'voided'].some((state) => into(state as ItemState))).toBe(false);
    expect(into('issued', true)).toBe(false);
    expect(findMove(itemMachine, 'merged', 'merge', attempt(['reviewer'], FACTS))).toMatchObject({
      code: 'move_not_allowed',
      fields: { state: 'merged', move: 'merge' },
    });
  });

  test('the moves of one item never run backwards in time', () => {
    const late = { on: day('2021-04-10'), lastMoveOn: day('2021-04-11') };
    expect(findMove(itemMachine, 'issued', 'start', attempt(['clerk'], FACTS, late))).toMatchObject({
      code: 'date_before_last_move',
      fields: { on: '2021-04-10', last: '2021-04-11' },
    });
    const same = { on: day('2021-04-10'), lastMoveOn: day('2021-04-10') };
    expect(findMove(itemMachine, 'issued', 'start', attempt(['clerk'], FACTS, same)).allowed).toBe(true);
  });

  test('only returns by either level count as returns: withdrawals and reopenings do not', () => {
    const returns = itemMachine.transitions.filter((one) => one.isReturn).map((one) => one.move);
    expect(returns).toEqual(['return', 'returnForRework']);
  });

  test('a refused move is thrown with its code and fields where it is carried out', () => {
    const act = () => requireMove(itemMachine, 'voided', 'start', attempt(['clerk'], FACTS));
    expect(act).toThrow(Refusal);
    expect(act).toThrow('move_not_allowed');
  });

  test('恢复 and 撤销合并 lead back to the state they came from', () => {
    for (const [away, back] of [
      ['suspend', 'resume'],
      ['keepLongTerm', 'resume'],
      ['merge', 'unmerge'],
    ] as const) {
      for (const before of [['issue'], ['issue', 'start'], ['issue', 'start', 'apply']] as ItemMove[][]) {
        const dated = (moves: ItemMove[]) => moves.map((move) => ({ move, on: day('2021-04-10') }));
        const state = stateFromMoves(itemMachine, dated(before));
        expect(stateFromMoves(itemMachine, dated([...before, away]))).not.toBe(state);
        expect(stateFromMoves(itemMachine, dated([...before, 'extend', away, back]))).toBe(state);
      }
    }
  });

  test('every state is rebuilt from the dated moves alone, as it was on any day', () => {
    fc.assert(
      fc.property(itemHistory(), (moves) => {
        const start = day('2021-03-31');
        for (let i = 0; i <= 60; i++) {
          const asOf = addDays(start, i);
          const known = moves.filter((one) => one.on <= asOf);
          expect(stateFromMoves(itemMachine, moves, asOf)).toBe(known.at(-1)?.to ?? 'draft');
        }
      }),
      { numRuns: 200 },
    );
  });

  test('wherever work has led, work can go on, except from 作废', () => {
    const everyone = ['clerk', 'reviewer', 'leader'] as const;
    for (const facts of [FACTS, FROM_GROUP]) {
      const todo: { state: ItemState; origin: ItemState }[] = [{ state: 'draft', origin: 'draft' }];
      const seen = new Set<string>();
      for (let place = todo.pop(); place; place = todo.pop()) {
        const { state, origin } = place;
        if (seen.has(`${state} ${origin}`)) continue;
        seen.add(`${state} ${origin}`);
        const open = ITEM_MOVES.flatMap((move) => {
          const verdict = findMove(itemMachine, state, move, attempt(everyone, facts, { origin }));
          return verdict.allowed && verdict.to !== state ? [verdict.to] : [];
        });
        expect(open.length > 0, `${state} from ${origin}`).toBe(state !== 'voided');
        todo.push(...open.map((to) => ({ state: to, origin: state })));
      }
      const states = new Set([...seen].map((place) => place.split(' ')[0]));
      // items of the office's own never go up for review
      expect(states.size).toBe(itemMachine.states.length - (facts === FACTS ? 1 : 0));
    }
  });

  test('a history that the machine could not have made is refused', () => {
    const forged = [{ move: 'approve', on: day('2021-04-10') }] as const;
    expect(() => stateFromMoves(itemMachine, forged)).toThrow(RangeError);
  });
});
