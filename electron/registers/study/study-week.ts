import { weekBesideTotal } from '../../../shared/rules/weeks.ts';
import { type CalendarDate, calendarDate } from '../../../shared/vocabulary/dates.ts';
import type { Readable } from '../../store/handles.ts';
import { studySpan } from './study-span-sql.ts';

const EVER = calendarDate('1900-01-01');
const COUNTS = ['sessions', 'expected', 'present', 'makeupsConfirmed'] as const;

/** Mandatory approved sessions, 应到 and 实到 in them, and confirmed make-ups: of a week, and by its end. */
export function studyInWeek(db: Readable, office: number, monday: CalendarDate, until: CalendarDate) {
  return weekBesideTotal(COUNTS, studySpan(db, office, monday, until), studySpan(db, office, EVER, until));
}
