import { expect, it } from 'vitest';
import type { AttendanceRow } from '../../../renderer/registers/study/study-queries.ts';
import {
  laidOver,
  leftUnsaved,
  markTyped,
  NOTHING_UNSAVED,
  reasonTyped,
} from '../../../renderer/registers/study/unsaved-marks.ts';

function row(person: string, part: Partial<AttendanceRow> = {}): AttendanceRow {
  return {
    person,
    name: person,
    unit: 'u',
    unitName: 'unit',
    rev: 1,
    mark: 'unmarked',
    reason: null,
    makeup: 'none',
    makeupOn: null,
    makeupDocument: null,
    ...part,
  };
}

it('typed marks lie over the list, and rows without one stay the same object', () => {
  const rows = [row('a'), row('b')];
  const [a, b] = laidOver(rows, markTyped(NOTHING_UNSAVED, [rows[0]!], 'absent'));
  expect(a).toMatchObject({ mark: 'absent', makeup: 'pending' });
  expect(b).toBe(rows[1]);
  expect(laidOver(rows, NOTHING_UNSAVED)).toBe(rows);
});

it('who has the mark already is not typed again', () => {
  expect(markTyped(NOTHING_UNSAVED, [row('a', { mark: 'present' })], 'present')).toBe(NOTHING_UNSAVED);
});

it('a reason stays while one absence is corrected to another, and goes with whoever was there after all', () => {
  const away = row('a', { mark: 'absent', reason: 'ill', makeup: 'pending' });
  expect(markTyped(NOTHING_UNSAVED, [away], 'sickLeave')).toEqual({
    a: { mark: 'sickLeave', reason: 'ill' },
  });
  expect(markTyped(NOTHING_UNSAVED, [away], 'late')).toEqual({ a: { mark: 'late', reason: null } });
  expect(markTyped(NOTHING_UNSAVED, [away], 'exempt')).toEqual({ a: { mark: 'exempt', reason: null } });
});

it('a reason is kept with its mark, trimmed; a blank one is none; what is saved already is not typed', () => {
  const away = row('a', { mark: 'duty', reason: 'guard' });
  expect(reasonTyped(NOTHING_UNSAVED, away, ' court 3 ')).toEqual({ a: { mark: 'duty', reason: 'court 3' } });
  expect(reasonTyped(NOTHING_UNSAVED, away, '  ')).toEqual({ a: { mark: 'duty', reason: null } });
  expect(reasonTyped(NOTHING_UNSAVED, away, 'guard ')).toBe(NOTHING_UNSAVED);
});

it('what was typed again while a save was under way is left for the next', () => {
  const people = [row('a'), row('b')];
  const sent = markTyped(NOTHING_UNSAVED, people, 'present');
  const meanwhile = markTyped(sent, laidOver([people[1]!], sent), 'late');
  expect(leftUnsaved(meanwhile, sent)).toEqual({ b: { mark: 'late', reason: null } });
  expect(leftUnsaved(sent, sent)).toEqual({});
});
