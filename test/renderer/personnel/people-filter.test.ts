import { describe, expect, it } from 'vitest';
import { addressOf, choiceOf, filterOf } from '../../../renderer/registers/personnel/people-filter.ts';

const TODAY = '2021-04-20';

describe('what the list of people is narrowed to', () => {
  it('is everybody as of today when the address says nothing', () => {
    const choice = choiceOf({}, TODAY);
    expect(filterOf(choice)).toEqual({ asOf: TODAY });
    expect(addressOf(choice, TODAY)).toEqual({});
  });

  it('is found again in the address that it was written to', () => {
    const choice = { unit: 'u1', search: '章思岚', status: 'secondedIn', asOf: '2021-03-01' } as const;
    const address = addressOf(choice, TODAY);
    expect(choiceOf(address, TODAY)).toEqual(choice);
    expect(filterOf(choice)).toEqual({
      unit: 'u1',
      search: '章思岚',
      status: 'secondedIn',
      asOf: '2021-03-01',
    });
  });

  it('takes nothing from an address that the contract would refuse', () => {
    const choice = choiceOf({ status: 'boss', asOf: '2021-02-30', search: '韦'.repeat(60) }, TODAY);
    expect(choice.status).toBeNull();
    expect(choice.asOf).toBe(TODAY);
    expect(choice.search).toHaveLength(50);
  });
});
