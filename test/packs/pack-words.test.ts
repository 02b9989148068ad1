import { describe, expect, it } from 'vitest';
import {
  declarationWords as declaredOnPaper,
  staffingWords as onPaper,
  statusWords,
} from '../../electron/forms/pack-words.ts';
import {
  packFaultSentences,
  packFieldWords,
  packKindWords,
  packOutcomeWords,
  packStateWords,
} from '../../renderer/text/packs.ts';
import { declarationWords, postingStatusWords, staffingWords } from '../../renderer/text/words.ts';
import {
  PACK_FAULTS,
  PACK_FIELDS,
  PACK_KINDS,
  PACK_OUTCOMES,
  PACK_STATES,
} from '../../shared/vocabulary/pack-words.ts';

describe('the words of packs', () => {
  it.each([
    [packKindWords, PACK_KINDS],
    [packStateWords, PACK_STATES],
    [packOutcomeWords, PACK_OUTCOMES],
    [packFaultSentences, PACK_FAULTS],
    [packFieldWords, PACK_FIELDS],
  ])('stand for every code, in its order', (words, codes) => {
    expect(Object.keys(words)).toEqual([...codes]);
  });

  it('are on paper what they are on the page', () => {
    expect([statusWords, onPaper, declaredOnPaper]).toEqual([
      ...[postingStatusWords, staffingWords, declarationWords],
    ]);
  });
});
