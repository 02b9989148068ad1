import { expect, it } from 'vitest';
import { changesBetween, clashesOf } from '../../../renderer/registers/study/clashes.ts';
import {
  laidOver,
  leftUnsaved,
  marked,
  NOTHING_UNSAVED,
  reasoned,
  typed,
} from '../../../renderer/registers/study/unsaved-marks.ts';
import { sheetRow as row } from './sheet-rows.ts';

const blank = { mark: 'unmarked', reason: null } as const;

it('typed marks lie over the list, and rows without one stay the same object', () => {
  const rows = [row('a'), row('b')];
  const [a, b] = laidOver(rows, typed(NOTHING_UNSAVED, marked([rows[0]!], 'absent')));
  expect(a).toMatchObject({ mark: 'absent', makeup: 'pending' });
  expect(b).toBe(rows[1]);
  expect(laidOver(rows, NOTHING_UNSAVED)).toBe(rows);
});

it('who has the mark already does not change', () => {
  expect(marked([row('a', { mark: 'present' })], 'present')).toEqual([]);
  expect(typed(NOTHING_UNSAVED, [])).toBe(NOTHING_UNSAVED);
});

it('a reason stays while one absence is corrected to another, and goes with whoever was there after all', () => {
  const away = row('a', { mark: 'absent', reason: 'ill', makeup: 'pending' });
  const after = (mark: 'sickLeave' | 'late' | 'exempt') => marked([away], mark)[0]?.after;
  expect(after('sickLeave')).toEqual({ mark: 'sickLeave', reason: 'ill' });
  expect(after('late')).toEqual({ mark: 'late', reason: null });
  expect(after('exempt')).toEqual({ mark: 'exempt', reason: null });
});

it('a reason is kept with its mark, trimmed; a blank one is none; what stands already is not typed', () => {
  const away = row('a', { mark: 'duty', reason: 'guard' });
  expect(reasoned(away, ' court 3 ')[0]?.after).toEqual({ mark: 'duty', reason: 'court 3' });
  expect(reasoned(away, '  ')[0]?.after).toEqual({ mark: 'duty', reason: null });
  expect(reasoned(away, 'guard ')).toEqual([]);
});

it('however often a box is typed into before it is saved, what was seen in it first is remembered', () => {
  const first = typed(NOTHING_UNSAVED, marked([row('a')], 'present'));
  const second = typed(first, marked(laidOver([row('a')], first), 'late'));
  expect(second).toEqual({ a: { mark: 'late', reason: null, over: blank } });
});

it('what was typed again while a save was under way is left for the next, over what was saved', () => {
  const people = [row('a'), row('b')];
  const sent = typed(NOTHING_UNSAVED, marked(people, 'present'));
  const meanwhile = typed(sent, marked(laidOver([people[1]!], sent), 'late'));
  const present = { mark: 'present', reason: null };
  expect(leftUnsaved(meanwhile, sent)).toEqual({ b: { mark: 'late', reason: null, over: present } });
  expect(leftUnsaved(sent, sent)).toEqual({});
});

it('a box that another hand filled in differently meanwhile is a clash; the same mark, or an untouched box, is none', () => {
  const people = [row('a'), row('b'), row('c')];
  const sent = typed(NOTHING_UNSAVED, marked(people, 'present'));
  const fresh = [row('a', { mark: 'absent' }), row('b', { mark: 'present' }), row('c')];
  expect(clashesOf(sent, fresh)).toEqual([
    {
      person: 'a',
      name: 'a',
      unitName: 'unit',
      mine: { mark: 'present', reason: null },
      theirs: { mark: 'absent', reason: null },
    },
  ]);
});

it('tells which boxes are other than they were seen', () => {
  const before = [row('a'), row('b')];
  const changes = changesBetween(before, [row('a'), row('b', { mark: 'late' }), row('new')]);
  expect(changes.map(({ name, before: from, after: to }) => [name, from.mark, to.mark])).toEqual([
    ['b', 'unmarked', 'late'],
  ]);
});
