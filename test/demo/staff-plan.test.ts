import { expect, it } from 'vitest';
import { shippedPreset } from '../../electron/api/presets.ts';
import { seasonOf } from '../../electron/demo/season.ts';
import { planStaff, presentOn, type StaffPlan } from '../../electron/demo/staff-plan.ts';
import { parsePreset } from '../../shared/contract/preset.ts';
import { cleanName, isRuined } from '../../shared/rules/names.ts';
import { ORGAN_KINDS } from '../../shared/vocabulary/words.ts';
import { fc } from '../support/properties.ts';

const season = seasonOf(parsePreset(shippedPreset('2021')));
const seeds = fc.integer();
const counts = fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 13, max: 600 }));

it('the county has as many people as asked for, in its six organs, and somebody is always there', () => {
  fc.assert(
    fc.property(seeds, counts, (seed, count) => {
      const staff = planStaff(seed, season, count);
      expect(staff.people).toHaveLength(count);
      expect(staff.units.filter(({ parent }) => parent === null).map(({ kind }) => kind)).toEqual([
        ...ORGAN_KINDS,
      ]);
      expect(presentOn(staff, season.beginsOn).length).toBeGreaterThan(0);
      expect(presentOn(staff, season.endsOn).length).toBeGreaterThan(0);
    }),
    { numRuns: 40 },
  );
});

it('postings follow each other without gap or overlap, inside the campaign', () => {
  fc.assert(
    fc.property(seeds, counts, (seed, count) => {
      for (const { postings } of planStaff(seed, season, count).people) {
        expect(postings[0]!.from >= season.beginsOn && postings.at(-1)!.from <= season.endsOn).toBe(true);
        expect(postings.map(({ until }) => until)).toEqual([
          ...postings.slice(1).map(({ from }) => from),
          null,
        ]);
        expect([...postings].sort((one, other) => (one.from < other.from ? -1 : 1))).toEqual(postings);
      }
    }),
    { numRuns: 40 },
  );
});

it('names are stored as they are, and two people of one unit are told apart', () => {
  fc.assert(
    fc.property(seeds, counts, (seed, count) => {
      const staff = planStaff(seed, season, count);
      expect(staff.people.filter(({ name }) => cleanName(name) !== name || isRuined(name))).toEqual([]);
      expect(keysOf(staff)).toHaveLength(new Set(keysOf(staff)).size);
    }),
    { numRuns: 40 },
  );
});

it('names that programs stumble over are among them', () => {
  const names = planStaff(1, season, 200).people.map(({ name }) => name);
  expect(names.filter((name) => name.includes('·')).length).toBeGreaterThan(0);
  expect(
    names.filter((name) => /^(欧阳|司马|上官|诸葛|皇甫|尉迟|夏侯|东方)/.test(name)).length,
  ).toBeGreaterThan(0);
  const thousands = planStaff(1, season, 2000).people;
  expect(thousands.some(({ name }) => [...name].length < name.length)).toBe(true);
  expect(thousands.filter(({ disambiguator }) => disambiguator !== null).length).toBeGreaterThan(1);
});

function keysOf({ people }: StaffPlan): string[] {
  return people.flatMap(({ name, disambiguator, postings }) =>
    [...new Set(postings.map(({ unit }) => unit))].map((unit) => `${unit}/${name}/${disambiguator}`),
  );
}
