import { expect, it } from 'vitest';
import { readNames } from '../../../renderer/registers/study/named-people.ts';

const roster = [
  { id: '1', name: '张三', unitName: '法院' },
  { id: '2', name: '李四', unitName: '法院' },
  { id: '3', name: '李四', unitName: '司法局' },
  { id: '4', name: '阿卜杜·热合曼', unitName: '公安局' },
];

it('a pasted list is read by name, whatever stands between the names and however they are spelt', () => {
  expect(readNames('张　三、阿卜杜•热合曼', roster).ids).toEqual(['1', '4']);
  expect(readNames('张三\r\n阿卜杜・热合曼\t张三', roster).ids).toEqual(['1', '4']);
});

it('a name that nobody has, or that several have, is told and never guessed', () => {
  expect(readNames('李四，王五', roster)).toEqual({ ids: [], unknown: ['王五'], shared: ['李四'] });
});
