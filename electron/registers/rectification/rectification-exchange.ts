import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import type { ItemSource, ItemState } from '../../../shared/vocabulary/words.ts';
import type { Readable, Write } from '../../store/handles.ts';
import { putReceivedRow, type RowFate } from '../../store/received-rows.ts';

/** An item in full; `unit` is a surrogate of this database. */
export interface ItemRecord {
  readonly id: string;
  readonly numberYear: number;
  readonly number: number;
  readonly source: ItemSource;
  readonly category: string | null;
  readonly problem: string;
  readonly measures: string | null;
  readonly unit: number | null;
  readonly leader: string | null;
  readonly owner: string | null;
  readonly dueOn: CalendarDate | null;
  readonly extendedDueOn: CalendarDate | null;
  readonly evidenceNumber: string | null;
  readonly appliedOn: CalendarDate | null;
  readonly closedOn: CalendarDate | null;
  readonly timesReworked: number;
  readonly repeats: string | null;
  readonly mergedInto: string | null;
  readonly feedback: string | null;
  readonly state: ItemState;
  readonly rev: number;
  readonly deleted: number;
}

/** Items touched after revision `after`, by id; drafts stay at home. */
export function changedItems(db: Readable, office: number, after: number): ItemRecord[] {
  return db.all<ItemRecord>(
    `SELECT id, number_year AS numberYear, number, source, category, problem, measures, unit, leader, owner,
       due_on AS dueOn, extended_due_on AS extendedDueOn, evidence_number AS evidenceNumber,
       applied_on AS appliedOn, closed_on AS closedOn, times_reworked AS timesReworked, repeats,
       merged_into AS mergedInto, feedback, state, rev, deleted
     FROM rectification_item WHERE office = ? AND rev > ? AND number IS NOT NULL ORDER BY id`,
    office,
    after,
  );
}

export function putItem(write: Write, office: number, item: ItemRecord): RowFate {
  return putReceivedRow(write, 'rectification_item', office, {
    id: item.id,
    rev: item.rev,
    deleted: item.deleted,
    fixed: { number_year: item.numberYear, number: item.number },
    values: {
      source: item.source,
      category: item.category,
      problem: item.problem,
      measures: item.measures,
      unit: item.unit,
      leader: item.leader,
      owner: item.owner,
      due_on: item.dueOn,
      extended_due_on: item.extendedDueOn,
      evidence_number: item.evidenceNumber,
      applied_on: item.appliedOn,
      closed_on: item.closedOn,
      times_reworked: item.timesReworked,
      repeats: item.repeats,
      merged_into: item.mergedInto,
      feedback: item.feedback,
      state: item.state,
    },
  });
}
