import { COUNTED_SESSION_STATES } from '../../../shared/rules/figures.ts';
import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import { EDUCATION_TYPES, type FiguresBy } from '../../../shared/vocabulary/words.ts';
import type { Readable, SqlValue } from '../../store/handles.ts';
import { SCOPE, scopeValues, type UnitScope } from './study-scope-sql.ts';
import { AWAY_CODES, makeupCode } from './study-summary-sql.ts';

export interface ParticipationAsked extends UnitScope {
  readonly asOf: CalendarDate;
  readonly phase: string | null;
  /** Bit of type_mask. */
  readonly type: number | null;
}

export interface ParticipationSums {
  readonly sessions: number;
  readonly expected: number;
  readonly present: number;
  readonly on_leave: number;
  readonly absent: number;
  readonly exempt: number;
  readonly unmarked: number;
  readonly confirmed: number;
  readonly waived: number;
}

export interface ParticipationRow extends ParticipationSums {
  readonly id: string | null;
  readonly name: string | null;
  readonly day: CalendarDate | null;
  readonly row_count: number;
}

const ASKED = `session.office = ?1 AND session.deleted = 0 AND session.mandatory = 1 AND session.day <= ?5
  AND (?6 IS NULL OR session.phase = ?6) AND (?7 IS NULL OR session.type_mask & ?7)`;
const COUNTED = `${ASKED}
  AND session.state IN (${COUNTED_SESSION_STATES.map((state) => `'${state}'`).join(', ')})`;

const [CONFIRMED, WAIVED] = [makeupCode('confirmed'), makeupCode('waived')];

/**
 * Sums per session and unit as they stand, less the make-ups confirmed or waived after the day; the latter go
 * through the index of dated make-ups, as in `makeupsAfter`.
 */
const PARTS = `
  WITH RECURSIVE ${SCOPE},
  part AS (
    SELECT summary.session, summary.unit, summary.expected, present, on_leave, absent, exempt, unmarked,
      makeup_confirmed AS confirmed, makeup_waived AS waived
    FROM study_session AS session
    JOIN attendance_summary AS summary ON summary.office = session.office AND summary.session = session.pk
    WHERE ${COUNTED} AND summary.unit IN scope
    UNION ALL
    SELECT attendance.session, attendance.unit, 0, 0, 0, 0, 0, 0,
      -(attendance.makeup = ${CONFIRMED}), -(attendance.makeup = ${WAIVED})
    FROM attendance INDEXED BY attendance_makeup
    CROSS JOIN study_session AS session ON session.pk = attendance.session
    WHERE attendance.office = ?1 AND attendance.makeup_on > ?5 AND attendance.deleted = 0
      AND attendance.mark IN (${AWAY_CODES}) AND ${COUNTED} AND attendance.unit IN scope
  )`;

const SUMMED = ['expected', 'present', 'on_leave', 'absent', 'exempt', 'unmarked', 'confirmed', 'waived'];
const SUMS = `count(DISTINCT part.session) AS sessions, ${SUMMED.map((name) => `coalesce(sum(part.${name}), 0) AS ${name}`).join(', ')}`;

const TYPE_ROWS = EDUCATION_TYPES.map((type, bit) => `(${1 << bit}, '${type}')`).join(', ');

/** What makes a row, its id and name, and the order of the rows. */
const ROWS: Readonly<Record<Exclude<FiguresBy, 'all'>, { of: string; shown: string; order: string }>> = {
  session: {
    of: 'JOIN study_session AS session ON session.pk = part.session GROUP BY session.pk',
    shown: 'session.id, session.title AS name, session.day',
    order: 'session.day, session.pk',
  },
  unit: {
    of: 'JOIN unit ON unit.pk = part.unit GROUP BY unit.pk',
    shown: 'unit.id, unit.name, NULL AS day',
    order: 'unit.order_number, unit.pk',
  },
  phase: {
    of: 'JOIN study_session AS session ON session.pk = part.session GROUP BY session.phase',
    shown: 'session.phase AS id, NULL AS name, NULL AS day',
    order: 'session.phase IS NULL, min(session.day), session.phase',
  },
  type: {
    of: `JOIN study_session AS session ON session.pk = part.session
      JOIN (SELECT column1 AS bit, column2 AS id FROM (VALUES ${TYPE_ROWS})) AS type
        ON session.type_mask & type.bit GROUP BY type.bit`,
    shown: 'type.id, NULL AS name, NULL AS day',
    order: 'type.bit',
  },
};

/** One page of the rows by which the sums are asked. */
export function participationRows(
  db: Readable,
  office: number,
  asked: ParticipationAsked,
  by: keyof typeof ROWS,
  page: { readonly offset: number; readonly limit: number },
): ParticipationRow[] {
  const { of, shown, order } = ROWS[by];
  return db.all<ParticipationRow>(
    `${PARTS} SELECT ${shown}, ${SUMS}, count(*) OVER () AS row_count FROM part ${of} ORDER BY ${order}
     LIMIT ?8 OFFSET ?9`,
    ...values(office, asked),
    page.limit,
    page.offset,
  );
}

/** The sum of all, each session once. */
export function participationTotal(
  db: Readable,
  office: number,
  asked: ParticipationAsked,
): ParticipationSums {
  const row = db.get<ParticipationSums>(`${PARTS} SELECT ${SUMS} FROM part`, ...values(office, asked));
  if (!row) throw new Error('a sum without a row');
  return row;
}

/** 更正中: those that would stand in the sums, had they not been opened again after an approval. */
export function countReopenedMandatory(db: Readable, office: number, asked: ParticipationAsked): number {
  const row = db.get<{ reopened: number }>(
    `WITH RECURSIVE ${SCOPE} SELECT count(*) AS reopened FROM study_session AS session
     WHERE ${ASKED} AND session.state IN ('returned', 'submitted')
       AND EXISTS (SELECT 1 FROM move WHERE move.register = 'study_session' AND move.subject = session.pk
         AND move.move = 'approve' AND move.deleted = 0)
       AND EXISTS (SELECT 1 FROM attendance_summary AS summary
         WHERE summary.office = session.office AND summary.session = session.pk AND summary.unit IN scope)`,
    ...values(office, asked),
  );
  return row?.reopened ?? 0;
}

function values(office: number, asked: ParticipationAsked): SqlValue[] {
  return [office, ...scopeValues(asked), asked.asOf, asked.phase, asked.type];
}
