import { expect, it } from 'vitest';
import {
  chosenRows,
  makeupLines,
  makeupMoves,
  makeupWrite,
  toggled,
  withoutSession,
  withSession,
} from '../../../renderer/registers/study/makeup-groups.ts';
import type { MakeupRow } from '../../../renderer/registers/study/study-queries.ts';

function row(session: string, person: string, part: Partial<MakeupRow> = {}): MakeupRow {
  return {
    ...{ session, person, makeup: 'pending', sessionRev: 1, sessionTitle: `about ${session}` },
    ...{ sessionDay: '2021-03-08', name: person, unit: 'u', unitName: 'unit', batch: 0, hasLeft: false },
    ...{ mark: 'absent', reason: null, makeupOn: null, makeupDocument: null },
    ...part,
  };
}

const rows = [row('s', 'a'), row('s', 'b', { makeup: 'done' }), row('s', 'c'), row('t', 'a')];
const people = (choice: Parameters<typeof chosenRows>[1], among = rows) =>
  chosenRows(among, choice).map(({ session, person }) => `${session}${person}`);

it('the backlog stands by missed session, each with the number of its people', () => {
  const lines = makeupLines(rows).map((line) =>
    line.kind === 'session' ? `${line.title}: ${line.count}` : line.row.person,
  );
  expect(lines).toEqual(['about s: 3', 'a', 'b', 'c', 'about t: 1', 'a']);
});

it('a clerk records, a reviewer confirms, rejects or waives, and nobody else does anything', () => {
  const standing = (makeup: MakeupRow['makeup']) => ({ makeup, hasLeft: false });
  expect(makeupMoves(standing('pending'), ['clerk'])).toEqual(['record']);
  expect(makeupMoves(standing('done'), ['clerk'])).toEqual([]);
  expect(makeupMoves(standing('pending'), ['reviewer'])).toEqual(['waive']);
  expect(makeupMoves(standing('done'), ['reviewer'])).toEqual(['confirm', 'reject']);
  expect(makeupMoves(standing('confirmed'), ['clerk', 'reviewer'])).toEqual([]);
  expect(makeupMoves(standing('done'), ['member'])).toEqual([]);
});

it('whoever left is for the reviewer to waive, and no more for the clerk to record', () => {
  const left = { makeup: 'pending', hasLeft: true } as const;
  expect(makeupMoves(left, ['clerk'])).toEqual([]);
  expect(makeupMoves(left, ['reviewer'])).toEqual(['waive']);
});

it('people whose make-ups stand alike are chosen together, whichever session they missed; another kind begins anew', () => {
  const three = [rows[0]!, rows[2]!, rows[3]!].reduce<Parameters<typeof toggled>[0]>(toggled, null);
  expect(people(three)).toEqual(['sa', 'sc', 'ta']);
  expect(people(toggled(three, rows[1]!))).toEqual(['sb']);
  expect(people(toggled(three, rows[2]!))).toEqual(['sa', 'ta']);
  expect(toggled(toggled(null, rows[0]!), rows[0]!)).toBeNull();
});

it('a whole session is those for whom the account may do something, what waits for a yes first', () => {
  expect(people(withSession(null, rows, 's', ['clerk']))).toEqual(['sa', 'sc']);
  expect(people(withSession(null, rows, 's', ['reviewer']))).toEqual(['sb']);
  expect(withSession(null, rows, 's', ['member'])).toBeNull();
});

it('another session comes beside the one chosen before, and goes again alone', () => {
  const one = withSession(null, rows, 's', ['clerk']);
  const both = withSession(one, rows, 't', ['clerk']);
  expect(people(both)).toEqual(['sa', 'sc', 'ta']);
  expect(people(withoutSession(both, 's'))).toEqual(['ta']);
  expect(withoutSession(one, 's')).toBeNull();
});

it('one write names each missed session once, with its people and the version that was seen', () => {
  const choice = withSession(withSession(null, rows, 's', ['clerk']), rows, 't', ['clerk']);
  expect(makeupWrite(chosenRows(rows, choice))).toEqual([
    { session: 's', rev: 1, people: ['a', 'c'] },
    { session: 't', rev: 1, people: ['a'] },
  ]);
});

it('who left the backlog meanwhile is no longer chosen', () => {
  const choice = withSession(null, rows, 's', ['clerk']);
  const later = rows.map((one) => (one.person === 'c' ? { ...one, makeup: 'done' as const } : one));
  expect(people(choice, later)).toEqual(['sa']);
});
