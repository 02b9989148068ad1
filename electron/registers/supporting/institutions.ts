import type { Given } from '../../../shared/contract/base.ts';
import type { supporting } from '../../../shared/contract/supporting.ts';
import { foldName } from '../../../shared/rules/names.ts';
import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import { ensure } from '../../../shared/vocabulary/refusal.ts';
import type { InstitutionKind } from '../../../shared/vocabulary/words.ts';
import type { Readable, Write } from '../../store/handles.ts';
import { findRow, guardVersion, insertRow, updateRow } from '../../store/rows.ts';
import { requireOpenDay } from '../periods/period-lock.ts';
import {
  countInstitutions,
  type InstitutionRow,
  isListed,
  type ListedInstitution,
  listInstitutions,
} from './institutions-sql.ts';

export type InstitutionFields = Given<typeof supporting.addInstitution>;

/** More than any office makes; paper has no pages to turn. */
const MOST_PRINTED = 100_000;

export function institutions(db: Readable, office: number, input: Given<typeof supporting.institutions>) {
  const search = input.search?.trim();
  const filter = {
    office,
    kind: input.kind ?? null,
    unit: input.unit === undefined ? null : findRow(db, 'unit', office, input.unit).pk,
    from: input.from ?? null,
    until: input.until ?? null,
    search: search ? { text: search, folded: foldName(search) } : null,
  };
  const counts: Record<InstitutionKind, number> = { created: 0, revised: 0, abolished: 0 };
  for (const { kind, count } of countInstitutions(db, filter)) counts[kind] = count;
  const all = counts.created + counts.revised + counts.abolished;
  return {
    total: filter.kind ? counts[filter.kind] : all,
    counts,
    institutions: listInstitutions(db, filter, input).map(viewOf),
  };
}

/** As a form lists them: by the day, the earliest first. @throws Refusal `not_found` */
export function institutionsForForm(
  db: Readable,
  office: number,
  asOf: CalendarDate,
  asked: Pick<Given<typeof supporting.institutions>, 'kind' | 'unit' | 'from' | 'until'>,
) {
  const until = asked.until && asked.until < asOf ? asked.until : asOf;
  const filter = {
    office,
    kind: asked.kind ?? null,
    unit: asked.unit === undefined ? null : findRow(db, 'unit', office, asked.unit).pk,
    ...{ from: asked.from ?? null, until, search: null },
  };
  return listInstitutions(db, filter, { offset: 0, limit: MOST_PRINTED }).map(viewOf).toReversed();
}

/** @throws Refusal `not_found`, `institution_day_ahead`, `institution_exists`, `period_closed` */
export function addInstitution(write: Write, input: InstitutionFields) {
  const id = insertInstitution(write, input);
  write.record({ institution: id });
  return { id, rev: write.rev };
}

/** One of several of a list. @throws Refusal as `addInstitution` */
export function insertInstitution(write: Write, input: InstitutionFields): string {
  const id = write.newId();
  insertRow(write, 'institution', id, columnsOf(write, input, 0));
  return id;
}

/** @throws Refusal as `addInstitution`, `conflict` */
export function updateInstitution(write: Write, input: Given<typeof supporting.updateInstitution>) {
  const row = findRow<InstitutionRow>(write, 'institution', write.office, input.id);
  guardVersion(write, row, input.rev);
  changeInstitution(write, row, input);
  write.record({ institution: row.id });
  return { id: row.id, rev: write.rev };
}

export function changeInstitution(write: Write, row: InstitutionRow, input: InstitutionFields): void {
  requireOpenDay(write, row.on_day);
  updateRow(write, 'institution', row.pk, columnsOf(write, input, row.pk));
}

export function removeInstitution(write: Write, input: Given<typeof supporting.removeInstitution>) {
  const row = findRow<InstitutionRow>(write, 'institution', write.office, input.id);
  guardVersion(write, row, input.rev);
  requireOpenDay(write, row.on_day);
  updateRow(write, 'institution', row.pk, { deleted: 1 });
  write.record({ institution: row.id });
  return { id: row.id, rev: write.rev };
}

function viewOf(row: ListedInstitution) {
  return {
    id: row.id,
    rev: row.rev,
    kind: row.kind,
    title: row.title,
    documentNumber: row.document_number,
    on: row.on_day,
    unit: row.unit_id,
    unitName: row.unit_name,
  };
}

/** @param pk of the row that stands there; 0: none */
function columnsOf(write: Write, input: InstitutionFields, pk: number) {
  const { kind, title, documentNumber, on } = input;
  ensure(on <= write.today, 'institution_day_ahead', { on, today: write.today });
  requireOpenDay(write, on);
  const unit = input.unit === null ? null : findRow(write, 'unit', write.office, input.unit).pk;
  const folded = foldName(title);
  const columns = { kind, title, folded, document_number: documentNumber, on_day: on, unit };
  ensure(!isListed(write, write.office, columns, pk), 'institution_exists');
  return columns;
}
