import { expect, it } from 'vitest';
import { paperNumber } from '../../../renderer/registers/administration/paper-number.ts';

it('a number of the ledger is read as it is printed, full-width too, and nothing else is', () => {
  for (const typed of ['2021-17', ' 2021 - 17 ', '２０２１－１７', '2021-017'])
    expect(paperNumber(typed)).toEqual({ year: 2021, number: 17 });
  for (const typed of ['', '17', '2021', '2021-0', '21-17', '2021-17 号', '2021-1234567'])
    expect(paperNumber(typed)).toBeNull();
});
