import { describe, expect, it } from 'vitest';
import type { Evaluation, Sheet } from '../../../renderer/registers/evaluation/evaluation-queries.ts';
import { evaluationInHand, roundsOf } from '../../../renderer/registers/evaluation/matrix-columns.ts';

type Part = Pick<Evaluation, 'round' | 'level' | 'state' | 'verdict'> & { readonly mine?: boolean };

const sheet = (evaluations: readonly Part[], next: Sheet['next'] = []) => ({
  evaluations: evaluations.map((one, at) => ({ id: `e${at}`, mine: false, ...one }) as Evaluation),
  next,
});
const frozen = (
  round: number,
  level: Evaluation['level'],
  verdict: Evaluation['verdict'] = 'passed',
): Part => ({
  ...{ round, level, verdict },
  state: 'frozen',
});
const shape = (given: Parameters<typeof roundsOf>[0]) =>
  roundsOf(given).map(({ round, columns }) => [
    round,
    columns.map(({ level, evaluation, mayBegin }) => `${level} ${evaluation?.id ?? (mayBegin ? '+' : '-')}`),
  ]);

describe('the columns of a phase', () => {
  it('offer the first round before anything was evaluated', () => {
    const next = [
      { level: 'own', round: 1, why: null },
      { level: 'office', round: 1, why: 'evaluation_level_missing' },
    ] as const;
    expect(shape(sheet([], [...next]))).toEqual([[1, ['own +', 'office -', 'group -']]]);
  });

  it('open a second round only when a level did not pass', () => {
    expect(shape(sheet([frozen(1, 'own'), frozen(1, 'office')]))).toHaveLength(1);
    const failed = sheet(
      [frozen(1, 'own'), frozen(1, 'office', 'makeup')],
      [{ level: 'own', round: 2, why: null }],
    );
    expect(shape(failed)).toEqual([
      [1, ['own e0', 'office e1', 'group -']],
      [2, ['own +', 'office -', 'group -']],
    ]);
  });

  it('have 省级 once there is one, and none of what was withdrawn', () => {
    const withdrawn: Part = { round: 1, level: 'own', state: 'withdrawn', verdict: 'passed' };
    expect(shape(sheet([withdrawn, frozen(1, 'province')]))).toEqual([
      [1, ['own -', 'office -', 'group -', 'province e1']],
    ]);
  });
});

describe('what is in hand', () => {
  it('is one’s own draft, else a draft, else what was evaluated last', () => {
    const draft = (mine: boolean): Part => ({ round: 2, level: 'own', state: 'draft', verdict: null, mine });
    const all = [draft(true), draft(false), frozen(3, 'own')];
    expect(evaluationInHand(sheet(all).evaluations)?.id).toBe('e0');
    expect(evaluationInHand(sheet(all.slice(1)).evaluations)?.id).toBe('e0');
    expect(evaluationInHand(sheet(all.slice(2)).evaluations)?.id).toBe('e0');
    expect(evaluationInHand([])).toBeUndefined();
  });
});
