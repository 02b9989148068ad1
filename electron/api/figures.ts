import { FIGURE_RULES, type FigureRule, sumFigures } from '../../shared/rules/figures.ts';
import type { Rate } from '../../shared/rules/rates.ts';
import type { CalendarDate } from '../../shared/vocabulary/dates.ts';
import { FIGURE_IDS, type FigureId } from '../../shared/vocabulary/words.ts';
import { isQuarantined, lastApplied } from '../exchange/bundle-log-sql.ts';
import { allParties } from '../exchange/parties.ts';
import { actionFigures, actionFiguresByUnit } from '../registers/actions/actions-figures.ts';
import {
  rectificationFigures,
  rectificationFiguresByUnit,
} from '../registers/rectification/rectification-figures.ts';
import {
  selfInspectionFigures,
  selfInspectionFiguresByUnit,
} from '../registers/self-inspection/self-inspection-figures.ts';
import {
  sessionsUnderCorrection,
  studyFigures,
  studyFiguresByUnit,
} from '../registers/study/study-figures.ts';
import { talkFigures, talkFiguresByUnit } from '../registers/supporting/talk-figures.ts';
import type { Readable } from '../store/handles.ts';
import { officeCode } from '../store/office-sql.ts';
import { asked, type FigureQuestion, type FiguresAsked } from './figure-question.ts';

export type Rates = Partial<Record<FigureId, Rate>>;

/** The figures of one office as of a day. */
export function officeFigures(db: Readable, own: number, question: FigureQuestion) {
  const meant = asked(db, own, question);
  return {
    office: officeCode(db, meant.office) ?? null,
    figures: figuresOf(db, meant),
    sessionsUnderCorrection: underCorrection(db, meant),
    missingOffices: [],
  };
}

/**
 * Σ numerators / Σ denominators over the offices whose data reach the day, never a mean of rates; the others
 * are named and left out of both sums. A figure of one session, or of a named round, has no sum.
 */
export function groupFigures(db: Readable, own: number, question: FigureQuestion) {
  const { session: _session, round: _round, ...common } = question;
  const offices = allParties(db).filter(({ keys }) => keys.kind === 'office');
  const states = offices.map((party) => ({ party, dataUntil: lastApplied(db, party.pk)?.as_of ?? null }));
  const current = states.filter(({ dataUntil }) => dataUntil !== null && dataUntil >= question.asOf);
  const answers = current.map(({ party }) =>
    officeFigures(db, own, { ...common, office: party.keys.officeId }),
  );
  const missing = states.filter((state) => !current.includes(state));
  return {
    office: null,
    figures: summed(answers.map(({ figures }) => figures)),
    sessionsUnderCorrection: answers.reduce((sum, one) => sum + one.sessionsUnderCorrection, 0),
    missingOffices: missing.map(({ party, dataUntil }) => ({
      code: party.keys.code,
      name: party.keys.name,
      dataUntil,
    })),
  };
}

/** Every office of a group beside each other, by code, with where each one's data stand. */
export function figuresByOffice(db: Readable, own: number, asOf: CalendarDate) {
  const offices = allParties(db)
    .filter(({ keys }) => keys.kind === 'office')
    .map((party) => {
      const applied = lastApplied(db, party.pk);
      const dataUntil = applied?.as_of ?? null;
      const { officeId: id, code, name } = party.keys;
      return {
        ...{ id, code, name, dataUntil },
        stale: dataUntil === null || dataUntil < asOf,
        lastSequence: applied?.sequence ?? null,
        lastAt: applied?.received_at ?? null,
        quarantined: isQuarantined(db, party.pk),
        figures: applied ? officeFigures(db, own, { asOf, office: id }).figures : {},
      };
    });
  const total = summed(offices.filter(({ stale }) => !stale).map(({ figures }) => figures));
  const missingOffices = offices
    .filter(({ stale }) => stale)
    .map(({ code, name, dataUntil }) => ({ code, name, dataUntil }));
  return { asOf, offices, total, missingOffices };
}

export function figuresOf(db: Readable, meant: FiguresAsked): Rates {
  const { office, asOf, scope, session, round, campaign } = meant;
  const { required: requiredTypes } = campaign.educationTypes;
  return {
    ...(asks(meant, STUDY) && studyFigures(db, office, asOf, { requiredTypes, session, scope })),
    ...(asks(meant, ['actionCompletion']) && actionFigures(db, office, asOf, scope)),
    ...(asks(meant, ['selfInspectionCoverage']) && selfInspectionFigures(db, office, asOf, round, scope)),
    ...(asks(meant, ['talkCoverage']) && talkFigures(db, office, asOf, scope)),
    ...(asks(meant, ITEMS) && rectificationFigures(db, office, asOf, scope)),
  };
}

/** The same for each unit alone, by its surrogate; 0: rows of no unit. They add up to `figuresOf`. */
export function figuresByUnit(db: Readable, meant: FiguresAsked): ReadonlyMap<number, Rates> {
  const { office, asOf, scope, session, round, campaign } = meant;
  const { required: requiredTypes } = campaign.educationTypes;
  const parts: (false | ReadonlyMap<number, Rates>)[] = [
    asks(meant, STUDY) && studyFiguresByUnit(db, office, asOf, { requiredTypes, session, scope }),
    asks(meant, ['actionCompletion']) && actionFiguresByUnit(db, office, asOf, scope),
    asks(meant, ['selfInspectionCoverage']) && selfInspectionFiguresByUnit(db, office, asOf, round, scope),
    asks(meant, ['talkCoverage']) && talkFiguresByUnit(db, office, asOf, scope),
    asks(meant, ITEMS) && rectificationFiguresByUnit(db, office, asOf, scope),
  ];
  const units = new Map<number, Rates>();
  for (const part of parts)
    for (const [unit, rates] of part || []) units.set(unit, { ...units.get(unit), ...rates });
  return units;
}

export function underCorrection(db: Readable, { office, asOf, scope }: FiguresAsked): number {
  return sessionsUnderCorrection(db, office, asOf, scope);
}

const STUDY = [
  'attendanceRate',
  'participationFirst',
  'participationWithMakeup',
  'coverage',
  'makeupCompletion',
];
const ITEMS = ['rectificationCompletion', 'closureRate', 'onTimeRate', 'onTimeRateExtended', 'reworkRate'];

function asks({ figures }: FiguresAsked, ids: readonly string[]): boolean {
  return figures.some((id) => ids.includes(id));
}

function summed(answers: readonly Rates[]): Rates {
  const ruleOf = (id: FigureId): FigureRule => FIGURE_RULES[id];
  const ids = FIGURE_IDS.filter((id) => ruleOf(id).of !== 'session' && !ruleOf(id).stays);
  return sumFigures(ids, answers);
}
