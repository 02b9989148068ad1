import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { errorSentence } from '../../renderer/text/errors.ts';
import { fill } from '../../renderer/text/fields.ts';
import { filingMachine } from '../../shared/rules/filing-moves.ts';
import { itemMachine } from '../../shared/rules/item-moves.ts';
import { makeupMachine } from '../../shared/rules/makeup-moves.ts';
import type { Machine } from '../../shared/rules/moves.ts';
import { sessionMachine } from '../../shared/rules/session-moves.ts';
import { ERROR_CODES, type ErrorCode } from '../../shared/vocabulary/error-codes.ts';

/** What people in the office call by a Latin name. */
const LATIN = [
  'USB',
  'CSV',
  'Excel',
  'WPS',
  'XML',
  'SQLite',
  'jyzd',
  'xlsx',
  'xls',
  'csv',
  'Windows',
  'Linux',
  'macOS',
  'Node',
  'PC',
];

const CHINESE = /^[^A-Za-z]+。$/;
type AnyMachine = Pick<Machine<string, string, never>, 'register' | 'transitions'>;

/** The tables as they are written, for what cannot be seen in a filled sentence. */
const FOLDER = new URL('../../renderer/text/errors/', import.meta.url);
const TABLE = readdirSync(FOLDER).map(tableIn).join('\n');

function tableIn(file: string): string {
  const source = readFileSync(new URL(file, FOLDER), 'utf8');
  return source.slice(source.indexOf('{', source.indexOf('Errors =')) + 1, source.indexOf('\n} satisfies'));
}

describe('the sentence of an error', () => {
  test.each([...ERROR_CODES])('%s is one Chinese sentence, with or without its fields', (code) => {
    for (const fields of [{}, everyField]) {
      const sentence = errorSentence(code, fields);
      expect(sentence.endsWith('。'), sentence).toBe(true);
      expect(sentence.indexOf('。'), sentence).toBe(sentence.length - 1);
      expect(sentence, 'a placeholder or bracket is left over').not.toMatch(/[{}[\]]|undefined|null|NaN/);
      expect(sentence.length, 'says what happened, what is safe and what to do').toBeGreaterThan(15);
    }
    const words = errorSentence(code).match(/[A-Za-z]+/g) ?? [];
    expect(words.filter((word) => !LATIN.includes(word))).toEqual([]);
  });

  test('there is one for every code and no two are the same', () => {
    const written = [...TABLE.matchAll(/^ {2}([a-z_]+):/gm)].map((match) => match[1] as ErrorCode);
    expect([...written].sort()).toEqual([...ERROR_CODES].sort());
    expect(new Set(ERROR_CODES.map((code) => errorSentence(code))).size).toBe(ERROR_CODES.length);
    expect(new Set(ERROR_CODES).size).toBe(ERROR_CODES.length);
  });

  test('names a field only in a part that falls away when the field is missing', () => {
    const outside = TABLE.replace(/\[[^\]]*\]/g, '');
    expect(outside).not.toMatch(/\{\w+\}/);
    for (const part of TABLE.matchAll(/\[([^\]]*)\]/g)) expect(part[1]).toMatch(/\{\w+\}/);
  });

  test('says codes in Chinese and dates without leading zeros', () => {
    expect(
      errorSentence('move_not_allowed', {
        register: 'rectification_item',
        state: 'groupReview',
        move: 'approve',
      }),
    ).toBe(
      '该记录当前处于“待市级复核”状态，不能办理这项操作“通过”，数据没有改动；请刷新后按允许的操作办理。',
    );
    expect(errorSentence('not_allowed', { needs: ['clerk', 'reviewer'] })).toContain(
      '需由录入员、审核人办理',
    );
    expect(errorSentence('missing_field', { field: 'evidenceNumber' })).toContain('：佐证材料编号，');
    const dates = errorSentence('deadline_before_day', { due: '2021-03-05', on: '2021-11-20' });
    expect(dates).toContain('时限2021年3月5日早于办理日期2021年11月20日');
    expect(errorSentence('session_unmarked', { count: 0 })).toContain('0 名人员');
  });
});

describe('the words of the rules', () => {
  test.each([sessionMachine, makeupMachine, filingMachine, itemMachine] as readonly AnyMachine[])(
    'every field, state, move and role that $register names is said in Chinese',
    (machine) => {
      const { register } = machine;
      for (const { from, move, who, requires = [] } of machine.transitions) {
        for (const state of from)
          expect(errorSentence('move_not_allowed', { register, state, move })).toMatch(CHINESE);
        expect(errorSentence('not_allowed', { register, move, needs: who })).toMatch(CHINESE);
        for (const field of requires) expect(errorSentence('missing_field', { field })).toMatch(CHINESE);
      }
    },
  );
});

describe('filling a sentence', () => {
  test('drops a part whose field is missing, empty or null, and keeps the rest', () => {
    expect(fill('甲[（{a}）]乙[、{b}]丙。', { a: 1 })).toBe('甲（1）乙丙。');
    expect(fill('甲[{a}]。', { a: null })).toBe('甲。');
    expect(fill('甲[{a}]。', { a: '' })).toBe('甲。');
    expect(fill('甲[{a}和{b}]。', { a: 'x' })).toBe('甲。');
  });

  test('does not read brackets or braces that a field brings along', () => {
    expect(fill('甲[{a}]。', { a: '[{b}]', b: 'x' })).toBe('甲[{b}]。');
  });
});

/** A value for every field that any sentence names. */
const everyField = Object.fromEntries(
  [...TABLE.matchAll(/\{(\w+)\}/g)].map((match) => [match[1]!, match[1] === 'needs' ? ['clerk'] : 3]),
);
