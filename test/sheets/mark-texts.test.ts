import { expect, it } from 'vitest';
import { BUILT_IN_MARKS, markKey } from '../../electron/sheets/attendance-words.ts';
import { markOfText } from '../../renderer/text/mark-texts.ts';

it('a mark pasted into the sheet means what it means in an imported one, and nothing is read in one place alone', () => {
  const signs = ['✓', '✔', '☑', '○', '〇', '×', 'X', '出差', '旷课', '未到', '请假', '', ' 到 ', '公 假'];
  for (const text of [...BUILT_IN_MARKS.keys(), ...signs])
    expect([text, markOfText(text)]).toEqual([text, BUILT_IN_MARKS.get(markKey(text))]);
});
