import { expect, it } from 'vitest';
import {
  chosenRows,
  makeupLines,
  makeupMoves,
  toggled,
  wholeSession,
} from '../../../renderer/registers/study/makeup-groups.ts';
import type { MakeupRow } from '../../../renderer/registers/study/study-queries.ts';

function row(session: string, person: string, makeup: MakeupRow['makeup'] = 'pending'): MakeupRow {
  return {
    ...{ session, person, makeup, sessionRev: 1, sessionTitle: `about ${session}`, sessionDay: '2021-03-08' },
    ...{ name: person, unit: 'u', unitName: 'unit', mark: 'absent', reason: null },
    ...{ makeupOn: null, makeupDocument: null },
  };
}

const rows = [row('s', 'a'), row('s', 'b', 'done'), row('s', 'c'), row('t', 'a')];

it('the backlog stands by missed session, each with the number of its people', () => {
  const lines = makeupLines(rows).map((line) =>
    line.kind === 'session' ? `${line.title}: ${line.count}` : line.row.person,
  );
  expect(lines).toEqual(['about s: 3', 'a', 'b', 'c', 'about t: 1', 'a']);
});

it('a clerk records, a reviewer confirms, rejects or waives, and nobody else does anything', () => {
  expect(makeupMoves('pending', ['clerk'])).toEqual(['record']);
  expect(makeupMoves('done', ['clerk'])).toEqual([]);
  expect(makeupMoves('pending', ['reviewer'])).toEqual(['waive']);
  expect(makeupMoves('done', ['reviewer'])).toEqual(['confirm', 'reject']);
  expect(makeupMoves('confirmed', ['clerk', 'reviewer'])).toEqual([]);
  expect(makeupMoves('done', ['member'])).toEqual([]);
});

it('people of one session whose make-ups stand alike are chosen together; another kind begins anew', () => {
  const two = toggled(toggled(null, rows[0]!), rows[2]!);
  expect(chosenRows(rows, two).map(({ person }) => person)).toEqual(['a', 'c']);
  expect(toggled(two, rows[1]!)).toEqual({ session: 's', makeup: 'done', people: ['b'] });
  expect(toggled(two, rows[3]!)).toEqual({ session: 't', makeup: 'pending', people: ['a'] });
  expect(toggled(toggled(two, rows[0]!), rows[2]!)).toBeNull();
});

it('a whole session is those for whom the account may do something, what waits for a yes first', () => {
  expect(wholeSession(rows, 's', ['clerk'])?.people).toEqual(['a', 'c']);
  expect(wholeSession(rows, 's', ['reviewer'])?.people).toEqual(['b']);
  expect(wholeSession(rows, 't', ['reviewer'])?.makeup).toBe('pending');
  expect(wholeSession(rows, 's', ['member'])).toBeNull();
});

it('who left the backlog meanwhile is no longer chosen', () => {
  const choice = wholeSession(rows, 's', ['clerk']);
  const later = rows.map((one) => (one.person === 'c' ? { ...one, makeup: 'done' as const } : one));
  expect(chosenRows(later, choice).map(({ person }) => person)).toEqual(['a']);
});
