import { expect, it, onTestFinished } from 'vitest';
import { connectCore, core } from '../../../renderer/state/core.ts';
import { forgetPreferences, keepWidth, resetWidths } from '../../../renderer/state/preferences.ts';
import { paramsOf } from '../../../renderer/state/room-address.ts';
import { testOffice } from '../../support/office.ts';
import { scratch } from '../../support/scratch.ts';

type Link = Parameters<typeof connectCore>[0];
type Call = (input: unknown) => Promise<unknown>;

/** The page's way to a real core in this process; counts the calls. */
async function desk() {
  const office = await testOffice(scratch());
  onTestFinished(() => {
    forgetPreferences();
    office.close();
  });
  const client = await office.as('clerk');
  const calls: string[] = [];
  const call: Link['call'] = async ([group = '', name = ''], input) => {
    calls.push(name);
    const procedures = client[group as keyof typeof client] as unknown as Record<string, Call | undefined>;
    return await procedures[name]?.(input);
  };
  connectCore({ call });
  return { calls };
}

it('widths that change in one go are written once or twice, and the last ones stay', async () => {
  const { calls } = await desk();
  for (let width = 100; width <= 300; width += 8) keepWidth('items', 'problem', width);
  keepWidth('items', 'due', 90);
  await expect
    .poll(() => core.office.preferences())
    .toEqual({ widths: { items: { problem: 300, due: 90 } }, filters: {} });
  expect(calls.filter((name) => name === 'savePreferences').length).toBeLessThanOrEqual(2);
});

it('a width taken back is none, and a table without any is forgotten', async () => {
  await desk();
  keepWidth('items', 'problem', 300);
  keepWidth('people', 'name', 90);
  keepWidth('items', 'problem', null);
  await expect.poll(() => core.office.preferences()).toMatchObject({ widths: { people: { name: 90 } } });
  resetWidths('people');
  await expect.poll(() => core.office.preferences()).toEqual({ widths: {}, filters: {} });
});

it('after a lock nothing of one account is written for the next', async () => {
  await desk();
  keepWidth('items', 'problem', 300);
  await expect.poll(async () => (await core.office.preferences()).widths.items).toEqual({ problem: 300 });
  forgetPreferences();
  keepWidth('people', 'name', 90);
  await expect.poll(async () => (await core.office.preferences()).widths).toEqual({ people: { name: 90 } });
});

it('an address that names a view or a filter is followed to the letter, another shows what was chosen last', () => {
  const kept = { view: 'all', state: 'closed' };
  const narrowing = ['view', 'state', 'matter'];
  expect(paramsOf({}, kept, narrowing)).toEqual(kept);
  expect(paramsOf({ item: 'x' }, kept, narrowing)).toEqual({ ...kept, item: 'x' });
  expect(paramsOf({ matter: 'itemOverdue' }, kept, narrowing)).toEqual({ matter: 'itemOverdue' });
  expect(paramsOf({ view: 'mine', item: 'x' }, kept, narrowing)).toEqual({ view: 'mine', item: 'x' });
});
