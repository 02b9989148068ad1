import type { Given } from '../../../shared/contract/base.ts';
import type { study } from '../../../shared/contract/study.ts';
import { printRate, rate } from '../../../shared/rules/rates.ts';
import type { Readable } from '../../store/handles.ts';
import { findRow, type StoredRow } from '../../store/rows.ts';
import {
  countReopenedMandatory,
  type ParticipationAsked,
  type ParticipationSums,
  participationRows,
  participationTotal,
} from './study-participation-sql.ts';
import { typeMask } from './study-register.ts';

type Asked = Given<typeof study.figures>;

/**
 * The table of participation as of the end of a day, under today's knowledge: rows by session, unit, phase or
 * type, and their sum. Works on any office's rows.
 * @throws Refusal `not_found` when the office has no such unit
 */
export function participation(db: Readable, office: number, input: Asked) {
  const asked = askedOf(db, office, input);
  const total = shownSums(participationTotal(db, office, asked));
  return {
    asOf: input.asOf,
    ...(input.by === 'all' ? wholeRow(total) : rowsBy(db, office, asked, input.by, input)),
    total,
    sessionsUnderCorrection: countReopenedMandatory(db, office, asked),
  };
}

function wholeRow(total: ReturnType<typeof shownSums>) {
  return { count: 1, rows: [{ id: null, name: null, day: null, ...total }] };
}

function rowsBy(
  db: Readable,
  office: number,
  asked: ParticipationAsked,
  by: Exclude<Asked['by'], 'all'>,
  page: Pick<Asked, 'offset' | 'limit'>,
) {
  const found = participationRows(db, office, asked, by, page);
  // behind the last row there is none to tell how many there are
  const [first] =
    found.length > 0 ? found : participationRows(db, office, asked, by, { offset: 0, limit: 1 });
  const rows = found.map((row) => ({ id: row.id, name: row.name, day: row.day, ...shownSums(row) }));
  return { count: first?.row_count ?? 0, rows };
}

function askedOf(db: Readable, office: number, input: Asked): ParticipationAsked {
  return {
    asOf: input.asOf,
    phase: input.phase ?? null,
    type: input.type ? typeMask([input.type]) : null,
    unit: input.unit ? findRow<StoredRow>(db, 'unit', office, input.unit).pk : null,
    below: input.below,
    organKind: input.organKind ?? null,
  };
}

function shownSums(sums: ParticipationSums) {
  const { present, absent, exempt, unmarked, confirmed, waived } = sums;
  const due = sums.expected - exempt;
  const onLeave = sums.on_leave;
  return {
    ...{ sessions: sums.sessions, due, present, onLeave, absent, unmarked, exempt },
    makeupConfirmed: confirmed,
    makeupWaived: waived,
    participationFirst: printed(present, due),
    participationWithMakeup: printed(present + confirmed, due),
    makeupCompletion: printed(confirmed, onLeave + absent - waived),
  };
}

function printed(numerator: number, denominator: number) {
  const share = rate(numerator, denominator);
  return { ...share, text: printRate(share) };
}
