import { describe, expect, test } from 'vitest';
import { figureTexts } from '../../renderer/text/figures.ts';
import { rowOutcomeWords, rowReasonSentences } from '../../renderer/text/outcomes.ts';
import * as words from '../../renderer/text/words.ts';
import * as evaluation from '../../shared/vocabulary/evaluation-words.ts';
import { ROW_OUTCOMES, ROW_REASONS } from '../../shared/vocabulary/import-outcomes.ts';
import * as oversight from '../../shared/vocabulary/oversight-words.ts';
import * as vocabulary from '../../shared/vocabulary/words.ts';

const CHINESE = /^[\p{Script=Han}（）、]+$/u;

const LISTS = {
  installationRoleWords: vocabulary.INSTALLATION_ROLES,
  accountRoleWords: vocabulary.ACCOUNT_ROLES,
  organKindWords: vocabulary.ORGAN_KINDS,
  educationTypeWords: vocabulary.EDUCATION_TYPES,
  phaseStageWords: vocabulary.PHASE_STAGES,
  staffingWords: vocabulary.STAFFINGS,
  postingStatusWords: vocabulary.POSTING_STATUSES,
  sessionFormWords: vocabulary.SESSION_FORMS,
  sessionStateWords: vocabulary.SESSION_STATES,
  sessionMoveWords: vocabulary.SESSION_MOVES,
  markWords: vocabulary.MARKS,
  makeupWords: vocabulary.MAKEUPS,
  makeupMoveWords: vocabulary.MAKEUP_MOVES,
  filingStateWords: vocabulary.FILING_STATES,
  filingMoveWords: vocabulary.FILING_MOVES,
  declarationWords: vocabulary.DECLARATIONS,
  dispositionWords: vocabulary.DISPOSITIONS,
  itemSourceWords: vocabulary.ITEM_SOURCES,
  itemStateWords: vocabulary.ITEM_STATES,
  itemMoveWords: vocabulary.ITEM_MOVES,
  followUpKindWords: vocabulary.FOLLOW_UP_KINDS,
  actionOriginWords: vocabulary.ACTION_ORIGINS,
  actionMeetingWords: vocabulary.ACTION_MEETINGS,
  actionStateWords: vocabulary.ACTION_STATES,
  actionMoveWords: vocabulary.ACTION_MOVES,
  evaluationLevelWords: evaluation.EVALUATION_LEVELS,
  evaluationVerdictWords: evaluation.EVALUATION_VERDICTS,
  evaluationStateWords: evaluation.EVALUATION_STATES,
  evaluationMoveWords: evaluation.EVALUATION_MOVES,
  orderKindWords: evaluation.ORDER_KINDS,
  orderStateWords: evaluation.ORDER_STATES,
  reportingStateWords: oversight.REPORTING_STATES,
  institutionKindWords: vocabulary.INSTITUTION_KINDS,
  counterKindWords: vocabulary.COUNTER_KINDS,
  counterUnitsWords: vocabulary.COUNTER_UNITS,
  feedbackKindWords: vocabulary.FEEDBACK_KINDS,
  feedbackStateWords: vocabulary.FEEDBACK_STATES,
  differenceWords: vocabulary.DIFFERENCES,
  figurePartWords: vocabulary.FIGURE_PARTS,
} as const;

const tables = Object.fromEntries(Object.entries(words)) as Record<string, Record<string, string>>;

describe('the Chinese of the vocabulary', () => {
  test.each(Object.entries(LISTS))(
    '%s has one Chinese word for each code, in the order of the list',
    (name, codes) => {
      const table: Record<string, string> = tables[name]!;
      expect(Object.keys(table)).toEqual([...codes]);
      for (const word of Object.values(table)) expect(word).toMatch(CHINESE);
      expect(new Set(Object.values(table)).size).toBe(codes.length);
    },
  );

  test('no list of the vocabulary is without its words', () => {
    const listed: readonly unknown[] = Object.values(LISTS);
    const others = [
      ...[vocabulary.FIGURE_IDS, vocabulary.COUNTED_STATUSES, vocabulary.DEPARTED_STATUSES],
      // what lists are asked for; the words stand with the pages, typed by these lists
      ...[vocabulary.WHOSE, vocabulary.ITEM_VIEWS, vocabulary.SESSION_VIEWS, vocabulary.MATTER_KINDS],
      ...[vocabulary.SESSION_MATTERS, vocabulary.FILING_MATTERS, vocabulary.ITEM_MATTERS],
      // the list of all of them has the words
      ...[vocabulary.NAMED_EDUCATION_TYPES, vocabulary.OWN_EDUCATION_TYPES],
      ...[vocabulary.ACTION_MATTERS, vocabulary.ACTION_VIEWS],
      ...[vocabulary.FIGURES_BY, vocabulary.PEOPLE_SORTS],
      ...[vocabulary.ITEM_GROUPINGS, vocabulary.ITEM_FIGURES_BY, vocabulary.ITEM_EVENTS],
      // the forms name themselves; endings of files are no words
      ...[vocabulary.FORM_IDS, vocabulary.FORM_FILES],
    ];
    const lists = Object.values(vocabulary).filter((value) => Array.isArray(value));
    expect(lists.filter((list) => !listed.includes(list) && !(others as unknown[]).includes(list))).toEqual(
      [],
    );
  });

  test('every outcome of a row has its word, and every reason its sentence', () => {
    expect(Object.keys(rowOutcomeWords)).toEqual([...ROW_OUTCOMES]);
    expect(Object.keys(rowReasonSentences)).toEqual([...ROW_REASONS]);
    for (const sentence of Object.values(rowReasonSentences)) expect(sentence).toMatch(/^[^。A-Za-z]+。$/);
  });

  test('every figure has a name and a definition to print under its table', () => {
    expect(Object.keys(figureTexts)).toEqual([...vocabulary.FIGURE_IDS]);
    for (const { name, definition } of Object.values(figureTexts)) {
      expect(name).toMatch(CHINESE);
      expect(definition).toMatch(/^[^A-Za-z]+。$/);
    }
  });
});
