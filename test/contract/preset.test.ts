import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Preset, parsePreset } from '../../shared/contract/preset.ts';
import { Refusal } from '../../shared/vocabulary/refusal.ts';

const shipped = (id = '2021'): Preset =>
  JSON.parse(readFileSync(new URL(`../../resources/presets/${id}.json`, import.meta.url), 'utf8'));

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

describe('the other shipped presets', () => {
  const enabled = ({ categoryLists }: Preset) =>
    categoryLists.filter((list) => list.enabled).map(({ id }) => id);

  test('the second batch begins on 2021-08-16 with its own list of ailments in place of the six', () => {
    const second = parsePreset(shipped('2021-second-batch'));
    expect(second.phases.map(({ beginsOn, endsOn }) => [beginsOn, endsOn])).toEqual([
      ['2021-08-16', '2021-09-15'],
      ['2021-09-16', '2021-10-31'],
      ['2021-11-01', '2021-11-15'],
    ]);
    expect(enabled(second)).toEqual(['five-problems', 'second-batch']);
    expect(second.actions).toEqual(shipped().actions);
  });

  test('回头看 is one phase of its own stage', () => {
    const { phases } = parsePreset(shipped('2021-look-back'));
    expect(phases.map(({ stage }) => stage)).toEqual(['lookBack']);
    expect(parsePreset(shipped()).phases.map(({ stage }) => stage ?? 'main')).toEqual([
      'main',
      'main',
      'main',
    ]);
  });
});

describe('a preset that contradicts itself is refused as preset_invalid, at its path', () => {
  const cases: [string, string, (preset: Preset) => unknown][] = [
    ['no preset at all', '', () => 'no preset'],
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
      'a field nobody knows, deep inside',
      'phases.1.colour',
      (p) => {
        Object.assign(p.phases[1]!, { colour: 'red' });
      },
    ],
    [
      'a phase without its dates',
      'phases.0.endsOn',
      (p) => {
        Reflect.deleteProperty(p.phases[0]!, 'endsOn');
      },
    ],
    [
      'a type of its own without a name',
      'educationTypes.names',
      (p) => {
        p.educationTypes.offered.push('other1');
      },
    ],
    [
      'a stage nobody knows',
      'phases.0.stage',
      (p) => {
        Object.assign(p.phases[0]!, { stage: 'encore' });
      },
    ],
    [
      'rounds that overlap',
      'rounds',
      (p) => {
        p.rounds.push({ ...p.rounds[0]!, number: 2 });
      },
    ],
    ['a field nobody knows', 'secret', (p) => ({ ...p, secret: 1 })],
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

describe('phases that contradict each other are refused by their names', () => {
  const refusal = (breakIt: (phases: Preset['phases']) => void) => {
    const preset = shipped();
    breakIt(preset.phases);
    try {
      parsePreset(preset);
    } catch (error) {
      if (error instanceof Refusal) return { code: error.code, ...error.fields };
    }
    return null;
  };

  test('overlapping ones, by a single day or out of order', () => {
    const overlap = { code: 'phases_overlap' };
    expect(refusal(([, second]) => Object.assign(second!, { beginsOn: '2021-03-31' }))).toEqual({
      ...overlap,
      first: '学习教育',
      second: '查纠整改',
    });
    expect(refusal((phases) => phases.reverse())).toMatchObject(overlap);
  });

  test('one that ends before it begins; one of a single day is whole', () => {
    expect(refusal(([, , third]) => Object.assign(third!, { endsOn: '2021-06-15' }))).toEqual({
      code: 'phase_ends_before_it_begins',
      name: '总结提升',
    });
    expect(refusal(([, , third]) => Object.assign(third!, { endsOn: '2021-06-16' }))).toBeNull();
  });
});

test('what is wrong is told by kind: missing, unknown, of no use, contradicting', () => {
  const how = (breakIt: (preset: Preset) => unknown) => {
    try {
      parsePreset(broken(breakIt));
    } catch (error) {
      return error instanceof Refusal ? error.fields.how : error;
    }
    return null;
  };
  expect(how(({ makeup, ...rest }) => rest)).toBe('missing');
  expect(how((p) => ({ ...p, secret: 1 }))).toBe('unknown');
  expect(how((p) => ({ ...p, name: '' }))).toBe('wrong');
  expect(how((p) => ({ ...p, actions: [...p.actions, p.actions[0]] }))).toBe('contradiction');
});
