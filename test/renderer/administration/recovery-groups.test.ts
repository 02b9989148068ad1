import { describe, expect, it } from 'vitest';
import { formatRecoveryCode } from '../../../electron/store/recovery-code.ts';
import {
  countTyped,
  firstWrong,
  foldTyped,
  groupsOf,
  matches,
  nextOpen,
} from '../../../renderer/registers/administration/recovery-groups.ts';

const CODE = formatRecoveryCode(Uint8Array.from({ length: 16 }, (_, at) => at * 37));
const groups = groupsOf(CODE);

describe('a recovery code typed back from paper', () => {
  it('stands in seven groups of four, as the store prints it', () => {
    expect(groups.map((group) => group.length)).toEqual([4, 4, 4, 4, 4, 4, 4]);
  });

  it('is taken in any case and width, with the letters that paper cannot tell from digits', () => {
    expect(foldTyped('ａ7ｏi')).toBe('A701');
    expect(foldTyped('l k-9 Z')).toBe('1K9Z');
    expect(matches((groups[0] ?? '').toLowerCase(), groups[0] ?? '')).toBe(true);
  });

  it('loses what an input method or a slip adds to a group', () => {
    expect(foldTyped("q'x人m7")).toBe('QXM7');
    expect(foldTyped('QXM79')).toBe('QXM7');
  });

  it('is wrong from the first character that differs, and not before one does', () => {
    expect(firstWrong('', '7QXM')).toBeNull();
    expect(firstWrong('7q', '7QXM')).toBeNull();
    expect(firstWrong('7qm', '7QXM')).toBe(3);
    expect(firstWrong('7QXM', '7QXM')).toBeNull();
  });

  it('leads on to the next group that is not right yet, past those that are, and round to the first', () => {
    const three = ['AAAA', 'BBBB', 'CCCC'];
    expect(nextOpen(['AAAA', '', ''], three, 0)).toBe(1);
    expect(nextOpen(['AAAA', 'BBBB', ''], three, 0)).toBe(2);
    expect(nextOpen(['', 'BBBB', 'CCCC'], three, 2)).toBe(0);
    expect(nextOpen(['AAAA', 'BBBB', 'CCCC'], three, 2)).toBe(-1);
  });

  it('counts the characters of a whole code, however it is separated', () => {
    expect(countTyped(CODE)).toBe(28);
    expect(countTyped(CODE.replaceAll('-', ' ').toLowerCase())).toBe(28);
  });
});
