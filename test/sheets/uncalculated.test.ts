import fc from 'fast-check';
import { expect, it } from 'vitest';
import { UncalculatedCells } from '../../electron/sheets/uncalculated.ts';
import { Refusal } from '../../shared/vocabulary/refusal.ts';

const SHEET = [
  '<worksheet><sheetFormatPr/><sheetData><row r="2"><c r="A2" s="1"><f>ROW()-1</f><v></v></c><c r="B2"><v>1</v></c>',
  '<c r="C2"><f>1+1</f><v>2</v></c><c r="D2" t="str"><f>""</f><v></v></c><c r="E2" t="str"><f>"a"</f><v>a</v></c></row>',
  `<row r="30"><c r="AB30"><f>IF(A1&lt;2,"${'长'.repeat(300)}",2)</f><v /></c><c r="AC30" s="3"/></row>`,
  '<row r="31"><c s="2" r="B31"><f t="shared" si="0"/></c><c r="C31"><f>1</f></c></row></sheetData></worksheet>',
].join('');

function placesOf(bytes: Buffer, cuts: readonly number[], most = 100) {
  const found = new UncalculatedCells(most);
  const ends = [...cuts.toSorted((one, other) => one - other), bytes.length];
  ends.forEach((end, index) => {
    found.take(bytes.subarray(ends[index - 1] ?? 0, end));
  });
  return [...found.places];
}

it('finds the formulas that were saved without a value, however the sheet comes in pieces', () => {
  const bytes = Buffer.from(SHEET);
  fc.assert(
    fc.property(fc.array(fc.nat(bytes.length), { maxLength: 40 }), (cuts) => {
      expect(placesOf(bytes, cuts)).toEqual([
        [2, [0]],
        [30, [27]],
        [31, [1, 2]],
      ]);
    }),
    { numRuns: 300 },
  );
});

it('refuses a sheet with more of them than a sheet may have merged ranges', () => {
  expect(() => placesOf(Buffer.from(SHEET), [], 3)).toThrow(Refusal);
});
