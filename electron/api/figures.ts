import { FIGURE_RULES, type FigureRule } from '../../shared/rules/figures.ts';
import { type Rate, sumRates } from '../../shared/rules/rates.ts';
import type { CalendarDate } from '../../shared/vocabulary/dates.ts';
import { FIGURE_IDS, type FigureId } from '../../shared/vocabulary/words.ts';
import { isQuarantined, lastApplied } from '../exchange/bundle-log-sql.ts';
import { allParties } from '../exchange/parties.ts';
import { currentCampaign } from '../registers/campaign/campaign-register.ts';
import { rectificationFigures } from '../registers/rectification/rectification-figures.ts';
import { selfInspectionFigures } from '../registers/self-inspection/self-inspection-figures.ts';
import { sessionsUnderCorrection, studyFigures } from '../registers/study/study-figures.ts';
import { talkFigures } from '../registers/supporting/talks.ts';
import type { Readable } from '../store/handles.ts';
import { officeCode } from '../store/office-sql.ts';
import { officeAsked } from './office-asked.ts';

type Rates = Partial<Record<FigureId, Rate>>;

export interface FigureQuestion {
  readonly asOf: CalendarDate;
  readonly office?: string | undefined;
  readonly session?: string | undefined;
  readonly round?: string | undefined;
}

/** The figures of one office as of a day. */
export function officeFigures(db: Readable, own: number, question: FigureQuestion) {
  const office = officeAsked(db, own, question.office);
  return {
    office: officeCode(db, office) ?? null,
    ...figuresOf(db, own, office, question),
    missingOffices: [],
  };
}

/**
 * Σ numerators / Σ denominators over the offices whose data reach the day, never a mean of rates; the others
 * are named and left out of both sums. A figure of one session, or of a named round, has no sum.
 */
export function groupFigures(db: Readable, own: number, { asOf }: FigureQuestion) {
  const offices = allParties(db).filter(({ keys }) => keys.kind === 'office');
  const states = offices.map((party) => ({ party, dataUntil: lastApplied(db, party.pk)?.as_of ?? null }));
  const current = states.filter(({ dataUntil }) => dataUntil !== null && dataUntil >= asOf);
  const answers = current.map(({ party }) => figuresOf(db, own, party.pk, { asOf }));
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
        figures: applied ? figuresOf(db, own, party.pk, { asOf }).figures : {},
      };
    });
  const total = summed(offices.filter(({ stale }) => !stale).map(({ figures }) => figures));
  const missingOffices = offices
    .filter(({ stale }) => stale)
    .map(({ code, name, dataUntil }) => ({ code, name, dataUntil }));
  return { asOf, offices, total, missingOffices };
}

function figuresOf(db: Readable, own: number, office: number, { asOf, session, round }: FigureQuestion) {
  const { required } = currentCampaign(db, own).content.educationTypes;
  const figures: Rates = {
    ...studyFigures(db, office, asOf, { requiredTypes: required, session }),
    ...selfInspectionFigures(db, office, asOf, round),
    // talks stay at their office: a group has no rows to count
    ...(office === own && talkFigures(db, office, asOf)),
    ...rectificationFigures(db, office, asOf),
  };
  return { figures, sessionsUnderCorrection: sessionsUnderCorrection(db, office, asOf) };
}

function summed(answers: readonly Rates[]): Rates {
  const ruleOf = (id: FigureId): FigureRule => FIGURE_RULES[id];
  const ids = FIGURE_IDS.filter((id) => ruleOf(id).of !== 'session' && !ruleOf(id).stays);
  return Object.fromEntries(ids.map((id) => [id, sumRates(answers.flatMap((one) => one[id] ?? []))]));
}
