import type { Given } from '../../../shared/contract/base.ts';
import type { study } from '../../../shared/contract/study.ts';
import { sessionMachine } from '../../../shared/rules/session-moves.ts';
import { LONGEST_SERIES, seriesDays } from '../../../shared/rules/session-series.ts';
import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import { ensure } from '../../../shared/vocabulary/refusal.ts';
import type { Write } from '../../store/handles.ts';
import { insertRow } from '../../store/rows.ts';
import { recordFirstMove } from '../moves-log.ts';
import { requireOpenDay } from '../periods/period-lock.ts';
import type { SessionFields } from './study-input.ts';
import { columns, requireKnown, requireScheduled } from './study-register.ts';

/** The longest title; the number of the series must fit in. */
const TITLE_LENGTH = 100;

/**
 * The same session week by week, all or none, in one step.
 * @throws Refusal `missing_field`, `not_found`, `invalid_input` for a series of no days, too many, or a title too long
 */
export function createSeries(write: Write, input: Given<typeof study.createSeries>) {
  const { session, schedule } = input;
  const { day } = session;
  ensure(day, 'missing_field', { register: sessionMachine.register, move: 'schedule', field: 'day' });
  requireKnown(write, session.expected);
  if (schedule) requireScheduled(session);
  const days = seriesDays({ ...input, day });
  const field = input.until ? 'until' : 'except';
  ensure(days.length > 0 && days.length <= LONGEST_SERIES, 'invalid_input', { field, most: LONGEST_SERIES });
  const ids = days.map((on, index) =>
    addSession(write, { ...session, day: on, title: titleOf(input, index + 1) }, schedule),
  );
  write.record({ sessions: ids });
  return { ids, days, rev: write.rev };
}

function titleOf({ session, suffix }: Given<typeof study.createSeries>, number: number): string {
  const title = `${session.title}${suffix?.replaceAll('{n}', String(number)) ?? ''}`;
  ensure(title.length <= TITLE_LENGTH, 'invalid_input', { field: 'title', most: TITLE_LENGTH });
  return title;
}

type Dated = SessionFields & { readonly day: CalendarDate };

function addSession(write: Write, session: Dated, schedule: boolean): string {
  requireOpenDay(write, session.day);
  const id = write.newId();
  const { initial } = sessionMachine;
  const state = schedule ? 'scheduled' : initial;
  const pk = insertRow(write, 'study_session', id, { ...columns(session), state });
  if (!schedule) return id;
  const entry = { register: 'study_session', subject: pk, move: 'schedule', from: initial } as const;
  recordFirstMove(write, { ...entry, to: state, on: write.today });
  return id;
}
