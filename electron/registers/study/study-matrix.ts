import type { Given } from '../../../shared/contract/base.ts';
import type { study } from '../../../shared/contract/study.ts';
import { matrixCode, NOT_EXPECTED } from '../../../shared/rules/attendance.ts';
import { COUNTED_SESSION_STATES } from '../../../shared/rules/figures.ts';
import { foldName } from '../../../shared/rules/names.ts';
import { MAKEUPS, MARKS } from '../../../shared/vocabulary/words.ts';
import type { Readable } from '../../store/handles.ts';
import { findRow, type StoredRow } from '../../store/rows.ts';
import {
  type MatrixAsked,
  type MatrixMark,
  type MatrixPerson,
  type MatrixSession,
  matrixMarks,
  matrixPeople,
  matrixSessions,
} from './study-matrix-sql.ts';

type Asked = Given<typeof study.matrix>;

/** People × sessions: who was expected where, what was marked, and what came of an absence. */
export function matrix(db: Readable, office: number, input: Asked) {
  const asked = askedOf(db, office, input);
  const sessions = matrixSessions(db, office, asked);
  const pks = sessions.map((one) => one.pk);
  const { offset, limit } = input;
  const search = input.search ? foldName(input.search) : null;
  const page = (from: number, most: number) =>
    matrixPeople(db, office, asked, pks, { search, offset: from, limit: most });
  const people = page(offset, limit);
  // behind the last person there is none to tell how many there are
  const [first] = people.length > 0 ? people : page(0, 1);
  const marks = matrixMarks(
    db,
    office,
    asked,
    pks,
    people.map((one) => one.pk),
  );
  return {
    sessions: sessions.map(shownSession),
    total: first?.total ?? 0,
    people: rowsOf(people, marks, sessions.length),
  };
}

function askedOf(db: Readable, office: number, input: Asked): MatrixAsked {
  return {
    phase: input.phase ?? null,
    from: input.from ?? null,
    until: input.until ?? null,
    unit: input.unit ? findRow<StoredRow>(db, 'unit', office, input.unit).pk : null,
    below: input.below,
    organKind: null,
  };
}

function shownSession({ id, day, title, state, mandatory }: MatrixSession) {
  return { id, day, title, state, counted: mandatory === 1 && COUNTED_SESSION_STATES.includes(state) };
}

function rowsOf(people: readonly MatrixPerson[], marks: readonly MatrixMark[], width: number) {
  const cells = new Map(people.map(({ pk }) => [pk, new Array<string>(width).fill(NOT_EXPECTED)]));
  for (const { person, place, mark, makeup } of marks) {
    const row = cells.get(person);
    if (row) row[place] = matrixCode({ mark: MARKS[mark] ?? 'unmarked', makeup: MAKEUPS[makeup] ?? 'none' });
  }
  return people.map(({ pk, id, name, unit_name }) => ({
    person: id,
    name,
    unitName: unit_name,
    marks: cells.get(pk)?.join('') ?? '',
  }));
}
