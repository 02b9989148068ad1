import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Preset, parsePreset } from '../../shared/contract/preset.ts';
import { calendarDate } from '../../shared/vocabulary/dates.ts';
import { Refusal } from '../../shared/vocabulary/refusal.ts';

const shipped = (): Preset =>
  JSON.parse(readFileSync(new URL('../../resources/presets/2021.json', import.meta.url), 'utf8'));

function broken(breakIt: (preset: Preset) => unknown): unknown {
  const preset = shipped();
  return breakIt(preset) ?? preset;
}

describe('the shipped preset 2021', () => {
  const preset = parsePreset(shipped());

  test('has the three phases with the dates of the first batch', () => {
    expect(preset.phases.map((phase) => [phase.name, phase.beginsOn, phase.endsOn])).toEqual([
      ['学习教育', '2021-02-28', '2021-03-31'],
      ['查纠整改', '2021-04-01', '2021-06-15'],
      ['总结提升', '2021-06-16', '2021-06-30'],
    ]);
    expect(preset.rounds).toHaveLength(1);
    expect(preset.makeup.termDays).toBe(30);
  });

  test('requires the first six education types and offers 法治', () => {
    const { required, offered } = preset.educationTypes;
    expect(required).toEqual([
      'political',
      'partyHistory',
      'redHeritage',
      'integrity',
      'roleModel',
      'warning',
    ]);
    expect(offered).toEqual(['ruleOfLaw']);
  });

  test('has 10 + 10 + 5 prescribed actions, six of them known, and three meetings in each phase', () => {
    const prescribed = preset.actions.filter((action) => !action.meeting);
    const count = (phase: string) => prescribed.filter((action) => action.phase === phase).length;
    expect(preset.phases.map((phase) => count(phase.id))).toEqual([10, 10, 5]);
    expect(prescribed.flatMap((action) => action.name ?? [])).toHaveLength(6);
    expect(preset.actions.filter((action) => action.meeting)).toHaveLength(9);
  });

  test('has five problems of units, the six ailments, and the second-batch list switched off', () => {
    const lists = preset.categoryLists.map((list) => [list.categories.length, list.appliesTo, list.enabled]);
    expect(lists).toEqual([
      [5, 'unit', true],
      [6, 'all', true],
      [6, 'all', false],
    ]);
  });

  test('has the indicators of 四看, 五查 and 六评', () => {
    expect(preset.evaluation.map((group) => group.indicators.length)).toEqual([4, 5, 6]);
  });
});

describe('a preset that contradicts itself is refused as preset_invalid, at its path', () => {
  const cases: [string, string, (preset: Preset) => unknown][] = [
    ['no preset at all', '', () => 'no preset'],
    [
      'phases that overlap',
      'phases',
      (p) => {
        p.phases[1]!.beginsOn = calendarDate('2021-03-31');
      },
    ],
    [
      'phases out of order',
      'phases',
      (p) => {
        p.phases.reverse();
      },
    ],
    [
      'a phase that ends before it begins',
      'phases',
      (p) => {
        p.phases[2]!.endsOn = calendarDate('2021-06-15');
      },
    ],
    [
      'a day that does not exist',
      'phases.0.beginsOn',
      (p) => {
        p.phases[0]!.beginsOn = '2021-02-29' as never;
      },
    ],
    [
      'no required education type',
      'educationTypes.required',
      (p) => {
        p.educationTypes.required = [];
      },
    ],
    [
      'a type both required and offered',
      'educationTypes',
      (p) => {
        p.educationTypes.offered.push('warning');
      },
    ],
    [
      'an unknown education type',
      'educationTypes.offered.0',
      (p) => ({ ...p, educationTypes: { ...p.educationTypes, offered: ['yoga'] } }),
    ],
    [
      'an action of no phase',
      'actions.phase',
      (p) => {
        p.actions[0]!.phase = 'fourth';
      },
    ],
    [
      'two actions of one id',
      'actions',
      (p) => {
        p.actions[1]!.id = p.actions[0]!.id;
      },
    ],
    [
      'a recurrence of no times',
      'actions.0.recurrence.times',
      (p) => {
        p.actions[0]!.recurrence = { kind: 'times', times: 0 };
      },
    ],
    [
      'one category in two lists in force',
      'categoryLists.categories',
      (p) => {
        p.categoryLists[1]!.categories[0]!.id = p.categoryLists[0]!.categories[0]!.id;
      },
    ],
    [
      'two versions of a list in force',
      'categoryLists.enabled',
      (p) => {
        p.categoryLists.push({ ...p.categoryLists[1]!, version: 2 });
      },
    ],
    [
      'a make-up term of no days',
      'makeup.termDays',
      (p) => {
        p.makeup.termDays = 0;
      },
    ],
    [
      'an indicator of an unknown figure',
      'evaluation.0.indicators.0.figure',
      (p) => {
        p.evaluation[0]!.indicators[0]!.figure = 'happiness' as never;
      },
    ],
    [
      'rounds that overlap',
      'rounds',
      (p) => {
        p.rounds.push({ ...p.rounds[0]!, number: 2 });
      },
    ],
    ['a field nobody knows', '', (p) => ({ ...p, secret: 1 })],
  ];

  test.each(cases)('%s', (_, path, breakIt) => {
    try {
      parsePreset(broken(breakIt));
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(Refusal);
      expect(error).toMatchObject({ code: 'preset_invalid', fields: { path } });
    }
  });
});
