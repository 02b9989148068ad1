import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../electron/registers/actor.ts';
import { startCampaign } from '../../../electron/registers/campaign/campaign-register.ts';
import { draftItem } from '../../../electron/registers/rectification/rectification-register.ts';
import {
  createRound,
  moveFiling,
} from '../../../electron/registers/self-inspection/self-inspection-register.ts';
import { completeFields, day, refusedWithoutTrace } from '../rectification/desk.ts';
import { type FilingDesk, openFilingDesk } from './filing-desk.ts';

let desk: FilingDesk;
beforeAll(async () => {
  desk = await openFilingDesk();
  desk.ports.setDate('2021-03-20');
});

const refused = (work: () => unknown) => refusedWithoutTrace(desk, work);
const borrowed = { category: 'shares-and-loans', summary: null };

describe('a filing that is refused', () => {
  it('is of somebody who was not in E on its day', () => {
    const [sick, later, gone] = [
      desk.person('2021-01-01', 'longSickLeave'),
      desk.person('2021-03-13'),
      desk.person(),
    ];
    desk.leave(gone, '2021-03-12');
    for (const person of [sick, later, gone]) {
      expect(refused(() => desk.file({ person }))).toBe('filing_not_expected');
    }
    expect(() => desk.file({ person: gone, filedOn: day('2021-03-11') })).not.toThrow();
  });

  it('is dated before the round or after today', () => {
    const person = desk.person();
    for (const filedOn of ['2021-03-09', '2021-03-21']) {
      expect(refused(() => desk.file({ person, filedOn: day(filedOn) }))).toBe('filing_day_wrong');
    }
    desk.file({ person, filedOn: day('2021-03-20') });
  });

  it('is the second of a person in the round', () => {
    const person = desk.person();
    desk.file({ person });
    expect(refused(() => desk.file({ person }))).toBe('filing_exists');
  });

  it('contradicts its own items', () => {
    const person = desk.person();
    expect(refused(() => desk.file({ person, declared: 'noProblem', items: [borrowed] }))).toBe(
      'filing_contradicts_items',
    );
    expect(refused(() => desk.file({ person, declared: 'hasProblem' }))).toBe('filing_contradicts_items');
    const id = desk.file({ person });
    desk.reviewerMoves(id, { move: 'approve' });
    expect(refused(() => desk.clerkMoves(id, { move: 'supplement', items: [borrowed] }))).toBe(
      'filing_contradicts_items',
    );
  });

  it('bears the paper number of another of the round, when filed, filed again or supplemented', () => {
    desk.file({ person: desk.person(), paperNumber: '自查-100' });
    const taken = { paperNumber: '自查-100' };
    const person = desk.person();
    expect(refused(() => desk.file({ person, ...taken }))).toBe('paper_number_taken');
    const returned = desk.file({ person: desk.person(), paperNumber: '自查-101' });
    desk.reviewerMoves(returned, { move: 'return', reason: '漏签' });
    const again = { move: 'file', filedOn: day('2021-03-15'), declared: 'noProblem', ...taken } as const;
    expect(refused(() => desk.clerkMoves(returned, again))).toBe('paper_number_taken');
    const approved = desk.file({ person: desk.person(), paperNumber: '自查-102' });
    desk.reviewerMoves(approved, { move: 'approve' });
    const more = { move: 'supplement', declared: 'hasProblem', ...taken } as const;
    expect(refused(() => desk.clerkMoves(approved, { ...more, items: [borrowed] }))).toBe(
      'paper_number_taken',
    );
    expect(() => desk.clerkMoves(returned, { ...again, paperNumber: '自查-101' })).not.toThrow();
  });

  it('speaks of an unknown round or person', () => {
    expect(refused(() => desk.file({ person: 'nobody' }))).toBe('not_found');
    const person = desk.person();
    expect(refused(() => desk.file({ person, round: 'none' }))).toBe('not_found');
  });
});

describe('a step of a filing that is refused', () => {
  it('is against its state, role, reason or version', () => {
    const id = desk.file({ person: desk.person() });
    expect(refused(() => desk.clerkMoves(id, { move: 'approve' }))).toBe('not_allowed');
    expect(refused(() => desk.reviewerMoves(id, { move: 'return' }))).toBe('missing_field');
    expect(refused(() => desk.reviewerMoves(id, { move: 'archive' }))).toBe('move_not_allowed');
    expect(refused(() => desk.clerkMoves(id, { move: 'supplement' }))).toBe('move_not_allowed');
    expect(refused(() => desk.reviewerMoves(id, { move: 'approve', declared: 'hasProblem' }))).toBe(
      'invalid_input',
    );
    const { rev } = desk.read(id);
    desk.reviewerMoves(id, { move: 'approve' });
    const stale = () =>
      desk.ledger.write(0, 'move', (write) => moveFiling(write, desk.reviewer, { id, rev, move: 'archive' }));
    expect(refused(stale)).toBe('conflict');
  });

  it('approves what the same account entered', () => {
    const id = desk.file({ person: desk.person() });
    const both: Actor = { ...desk.clerk, roles: ['clerk', 'reviewer'] };
    const approve = (actor: Actor) => () =>
      desk.ledger.write(actor.account, 'move', (write) =>
        moveFiling(write, actor, { id, rev: desk.read(id).rev, move: 'approve' }),
      );
    expect(refused(approve(both))).toBe('same_account');
    expect(approve({ ...both, singleAccount: true })().state).toBe('approved');
  });

  it('disposes of an item too early, twice, or without what it needs', () => {
    const id = desk.file({ person: desk.person(), items: [borrowed] });
    const noAction = () => desk.dispose(id, 0, { disposition: 'noAction', reason: '已归还' });
    expect(refused(noAction)).toBe('filing_not_approved');
    desk.reviewerMoves(id, { move: 'approve' });
    expect(refused(() => desk.dispose(id, 0, { disposition: 'noAction' }))).toBe('missing_field');
    expect(refused(() => desk.dispose(id, 0, { disposition: 'handedOver' }))).toBe('missing_field');
    noAction();
    expect(refused(noAction)).toBe('filing_item_disposed');
  });

  it('begins a round that ends before it begins, or before the last one has ended', () => {
    const create = (beginsOn: string, endsOn: string) => () =>
      desk.ledger.write(0, 'round', (write) =>
        createRound(write, { name: '第二轮', beginsOn: day(beginsOn), endsOn: day(endsOn) }),
      );
    expect(refused(create('2021-05-02', '2021-05-01'))).toBe('round_dates_wrong');
    expect(refused(create('2021-04-20', '2021-05-01'))).toBe('round_dates_wrong');
  });
});

describe('categories, once there is a campaign', () => {
  it('are those of its enabled lists, and those of units are not said of persons', () => {
    const preset = JSON.parse(
      readFileSync(new URL('../../../resources/presets/2021.json', import.meta.url), 'utf8'),
    );
    desk.ledger.write(0, 'campaign', (write) => startCampaign(write, preset));
    const [personal, ofUnits, retired] = ['shares-and-loans', 'disloyalty', 'judicial-brokerage'] as const;
    const file = (category: string) => () =>
      desk.file({ person: desk.person(), items: [{ category, summary: null }] });
    const draft = (category: string) => () =>
      desk.ledger.write(0, 'draft', (write) => draftItem(write, { ...completeFields(desk), category }));

    expect([file(ofUnits), file(retired), draft(retired)].map((work) => caught(work))).toEqual(
      Array(3).fill('category_unknown'),
    );
    for (const work of [file(personal), draft(personal), draft(ofUnits)]) expect(work).not.toThrow();
  });

  function caught(work: () => unknown): string {
    try {
      work();
    } catch (error) {
      return (error as Error).message;
    }
    return 'nothing';
  }
});
