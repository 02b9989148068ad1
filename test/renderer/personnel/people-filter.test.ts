import { describe, expect, it } from 'vitest';
import { addressOf, choiceOf, filterOf } from '../../../renderer/registers/personnel/people-filter.ts';
import { word } from '../../../shared/contract/preferences.ts';

const TODAY = '2021-04-20';

describe('what the list of people is narrowed to', () => {
  it('is everybody as of today when the address says nothing', () => {
    const choice = choiceOf({}, TODAY);
    expect(filterOf(choice)).toEqual({ asOf: TODAY, sort: 'order' });
    expect(given(addressOf(choice, TODAY))).toEqual({});
  });

  it('is found again in the address that it was written to', () => {
    const choice = {
      unit: 'u1',
      below: false,
      search: 'zsl',
      status: ['onDuty', 'secondedIn'],
      sort: 'strokes',
      asOf: '2021-03-01',
    } as const;
    const address = addressOf(choice, TODAY);
    expect(choiceOf(address, TODAY)).toEqual(choice);
    expect(filterOf(choice)).toEqual(choice);
  });

  it('takes nothing from an address that the contract would refuse', () => {
    const choice = choiceOf(
      { status: 'boss.retired', sort: 'rank', asOf: '2021-02-30', search: '韦'.repeat(60) },
      TODAY,
    );
    expect(choice.status).toEqual(['retired']);
    expect(choice.sort).toBe('order');
    expect(choice.asOf).toBe(TODAY);
    expect(choice.search).toHaveLength(50);
  });
});

it('asks for the units below a chosen one unless that was switched off', () => {
  expect(filterOf(choiceOf({ unit: 'u1' }, TODAY))).toMatchObject({ unit: 'u1', below: true });
  expect(filterOf(choiceOf({ below: 'no' }, TODAY))).not.toHaveProperty('below');
});

it('is remembered in words that hold nothing typed', () => {
  const kept = addressOf({ ...choiceOf({}, TODAY), status: ['onDuty', 'retired'], sort: 'pinyin' }, TODAY);
  for (const text of Object.values(given(kept))) expect(word.safeParse(text).success).toBe(true);
});

function given(address: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const entries = Object.entries(address).flatMap(([name, text]) =>
    text === undefined ? [] : [[name, text]],
  );
  return Object.fromEntries(entries) as Record<string, string>;
}
