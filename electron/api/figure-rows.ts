import type { Given } from '../../shared/contract/base.ts';
import type { figures } from '../../shared/contract/figures.ts';
import { figureActions } from '../registers/actions/actions-figures.ts';
import { figuresOf } from '../registers/figures/office-figures.ts';
import { figureItems } from '../registers/rectification/rectification-figures.ts';
import { selfInspectionPeople } from '../registers/self-inspection/self-inspection-figures.ts';
import { coveragePeople, figureAttendances } from '../registers/study/study-figure-rows.ts';
import { talkPeople } from '../registers/supporting/talk-figures.ts';
import type { Readable } from '../store/handles.ts';
import { asked, type FiguresAsked } from './figure-question.ts';

type Asked = Given<typeof figures.rows>;

/** One page of the rows that a number counts, and the number; none where the figure says nothing of the filter. */
export function rowsOfFigure(db: Readable, own: number, input: Asked) {
  const all = asked(db, own, input);
  const meant = { ...all, figures: all.figures.filter((id) => id === input.figure) };
  const total = totalOf(db, meant, input);
  const { figure, part, offset, limit } = input;
  const { office, asOf, scope, session, round } = meant;
  const page = { part, offset, limit, scope };
  const isAsked = meant.figures.length > 0;
  switch (figure) {
    case 'attendanceRate':
    case 'participationFirst':
    case 'participationWithMakeup':
    case 'makeupCompletion': {
      const rows = isAsked ? figureAttendances(db, office, asOf, figure, { ...page, session }) : [];
      return { counts: 'attendances' as const, total, rows };
    }
    case 'coverage': {
      const requiredTypes = meant.campaign.educationTypes.required;
      return {
        counts: 'people' as const,
        total,
        rows: coveragePeople(db, office, asOf, { ...page, requiredTypes }),
      };
    }
    case 'selfInspectionCoverage': {
      const rows = isAsked ? selfInspectionPeople(db, office, asOf, { ...page, round }) : [];
      return { counts: 'people' as const, total, rows };
    }
    case 'talkCoverage':
      return { counts: 'people' as const, total, rows: isAsked ? talkPeople(db, office, asOf, page) : [] };
    case 'actionCompletion':
      return {
        counts: 'actions' as const,
        total,
        rows: isAsked ? figureActions(db, office, asOf, page) : [],
      };
    default: {
      const rows = isAsked ? figureItems(db, office, asOf, figure, page) : [];
      return { counts: 'items' as const, total, rows };
    }
  }
}

function totalOf(db: Readable, meant: FiguresAsked, { figure, part }: Asked): number {
  const rate = meant.figures.includes(figure) ? figuresOf(db, meant)[figure] : undefined;
  if (!rate) return 0;
  return part === 'rest' ? rate.denominator - rate.numerator : rate[part];
}
