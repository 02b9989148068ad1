import { expect, it } from 'vitest';
import { rebased } from '../../../renderer/registers/personnel/rebase.ts';

it('puts upon what somebody else saved only the fields that were changed here', () => {
  const opened = { rev: 4, name: '章思岚', post: '科员', orderNumber: 2 };
  const theirs = { rev: 5, name: '章思岚', post: '科员', orderNumber: 9 };
  const typed = { ...opened, post: '副科长' };
  expect(rebased(typed, opened, theirs)).toEqual({ rev: 5, name: '章思岚', post: '副科长', orderNumber: 9 });
});
