import { figuresOf } from '../registers/figures/office-figures.ts';
import { sessionsUnderCorrection } from '../registers/study/study-figures.ts';
import type { Readable } from '../store/handles.ts';
import { officeCode } from '../store/office-sql.ts';
import { asked, type FigureQuestion, type FiguresAsked } from './figure-question.ts';

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

export function underCorrection(db: Readable, { office, asOf, scope }: FiguresAsked): number {
  return sessionsUnderCorrection(db, office, asOf, scope);
}
