import { expect, it } from 'vitest';
import { schemaOfMove } from '../../../renderer/registers/rectification/move-form.ts';

const untouched = { on: '2021-04-20', reason: null, evidenceNumber: null, mergedInto: null, newDueOn: null };

it('what the dialog of a move shows must be filled, what it does not show is not asked for', () => {
  const wrong = schemaOfMove(['reason']).safeParse(untouched).error?.issues ?? [];
  expect(wrong.map(({ path }) => path)).toEqual([['reason']]);
  expect(schemaOfMove([]).safeParse(untouched).success).toBe(true);
});

it('only what the dialog shows is sent', () => {
  const filled = { ...untouched, reason: ' r ', newDueOn: '2021-05-01' };
  expect(schemaOfMove(['newDueOn', 'reason']).parse(filled)).toEqual({
    on: '2021-04-20',
    reason: 'r',
    newDueOn: '2021-05-01',
  });
});
