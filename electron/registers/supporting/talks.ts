import type { Given } from '../../../shared/contract/base.ts';
import type { supporting } from '../../../shared/contract/supporting.ts';
import { foldName } from '../../../shared/rules/names.ts';
import { ensure } from '../../../shared/vocabulary/refusal.ts';
import type { Readable, Write } from '../../store/handles.ts';
import { findRow, guardVersion, insertRow, type StoredRow, updateRow } from '../../store/rows.ts';
import { requireOpenDay } from '../periods/period-lock.ts';
import { isRecorded, listTalks, listUntalked, type TalkRow, talkCoverage } from './talks-sql.ts';

type TalkFields = Given<typeof supporting.addTalk>;

export function talks(db: Readable, office: number, input: Given<typeof supporting.talks>) {
  const search = input.search?.trim();
  const filter = {
    office,
    person: input.person ? findRow(db, 'person', office, input.person).pk : null,
    unit: unitOf(db, office, input.unit),
    from: input.from ?? null,
    until: input.until ?? null,
    search: search ? { text: search, folded: foldName(search) } : null,
  };
  const { total, rows } = listTalks(db, filter, input);
  return {
    total,
    talks: rows.map((row) => ({
      id: row.id,
      rev: row.rev,
      person: row.person_id,
      name: row.name,
      unitName: row.unit_name,
      on: row.on_day,
      by: row.talker,
      recordNumber: row.record_number,
    })),
  };
}

export function untalked(db: Readable, office: number, input: Given<typeof supporting.untalked>) {
  const unit = unitOf(db, office, input.unit);
  const { talked, people } = talkCoverage(db, office, input.asOf, unit);
  return { talked, total: people - talked, people: listUntalked(db, office, input.asOf, unit, input) };
}

/** @throws Refusal `not_found`, `talk_day_ahead`, `talk_exists`, `period_closed` */
export function addTalk(write: Write, input: TalkFields) {
  const id = write.newId();
  insertRow(write, 'talk', id, columnsOf(write, input, 0));
  write.record({ talk: id, person: input.person });
  return { id, rev: write.rev };
}

/** @throws Refusal as `addTalk`, `conflict` */
export function updateTalk(write: Write, input: Given<typeof supporting.updateTalk>) {
  const row = findRow<TalkRow>(write, 'talk', write.office, input.id);
  guardVersion(write, row, input.rev);
  requireOpenDay(write, row.on_day);
  updateRow(write, 'talk', row.pk, columnsOf(write, input, row.pk));
  write.record({ talk: row.id, person: input.person });
  return { id: row.id, rev: write.rev };
}

export function removeTalk(write: Write, input: Given<typeof supporting.removeTalk>) {
  const row = findRow<TalkRow>(write, 'talk', write.office, input.id);
  guardVersion(write, row, input.rev);
  requireOpenDay(write, row.on_day);
  updateRow(write, 'talk', row.pk, { deleted: 1 });
  write.record({ talk: row.id });
  return { id: row.id, rev: write.rev };
}

/** @param pk of the row that stands there; 0: none */
function columnsOf(write: Write, input: TalkFields, pk: number) {
  const { on, by, recordNumber } = input;
  ensure(on <= write.today, 'talk_day_ahead', { on, today: write.today });
  requireOpenDay(write, on);
  const person = findRow<StoredRow>(write, 'person', write.office, input.person).pk;
  const columns = { person, on_day: on, talker: by, record_number: recordNumber };
  ensure(!isRecorded(write, write.office, columns, pk), 'talk_exists');
  return columns;
}

function unitOf(db: Readable, office: number, unit: string | undefined): number | null {
  return unit === undefined ? null : findRow(db, 'unit', office, unit).pk;
}
