import { expect, it } from 'vitest';
import { nextPaperNumber } from '../../shared/rules/paper-numbers.ts';

it.each([
  ['自查-009', '自查-010'],
  ['自查〔2021〕12号', '自查〔2021〕13号'],
  ['099', '100'],
  ['999', '1000'],
  ['A1-B2', 'A1-B3'],
  ['无号', null],
  ['', null],
])('after %s comes %s', (number, next) => {
  expect(nextPaperNumber(number)).toBe(next);
});
