import type { Actor } from '../registers/actor.ts';
import {
  disposeItem,
  file,
  filing,
  moveFiling,
} from '../registers/self-inspection/self-inspection-register.ts';
import type { Write } from '../store/handles.ts';
import type { PlannedFiling, PlannedFilingItem } from './filing-plan.ts';
import { NO_ACTION_REASONS, RETURN_REASON, TRANSFER } from './inspection-words.ts';
import { idAt, type StaffIds } from './write-staff.ts';

export interface DraftId {
  readonly id: string;
  readonly rev: number;
}

/** For each item of a filing the draft it became, if it became one. */
export type DraftIds = readonly (DraftId | null)[];

/** @returns null when nobody can have filed it yet, as of today */
export function writeFiling(
  write: Write,
  actor: Actor,
  ids: StaffIds,
  round: string,
  planned: PlannedFiling,
): DraftIds | null {
  if (planned.filedOn > write.today) return null;
  const items = planned.items.map(({ category, summary }) => ({ category, summary }));
  const later = planned.fate === 'supplemented';
  const { id, rev } = file(write, actor, {
    round,
    person: idAt(ids.people, planned.person),
    filedOn: planned.filedOn,
    declared: later || items.length === 0 ? 'noProblem' : 'hasProblem',
    paperNumber: planned.paperNumber,
    items: later ? [] : items,
  });
  if (planned.fate === 'filed') return [];
  if (planned.fate === 'returned') {
    moveFiling(write, actor, { id, rev, move: 'return', reason: RETURN_REASON });
    return [];
  }
  moveFiling(write, actor, { id, rev, move: 'approve' });
  if (later) {
    moveFiling(write, actor, { id, rev, move: 'supplement', declared: 'hasProblem', items });
    return [];
  }
  const drafts = planned.items.length > 0 ? dispose(write, actor, id, planned) : [];
  if (planned.fate === 'archived') moveFiling(write, actor, { id, rev, move: 'archive' });
  return drafts;
}

/** The filing's items stand in the order in which they were given. */
function dispose(write: Write, actor: Actor, id: string, planned: PlannedFiling): DraftIds {
  const { itemList } = filing(write, { office: write.office, today: write.today, actor }, id);
  return planned.items.map((item, index) => {
    const written = itemList[index];
    if (!written || item.disposition === 'open') return null;
    const { rectification } = disposeItem(write, {
      item: written.id,
      rev: written.rev,
      disposition: item.disposition,
      ...detailsOf(item, planned),
    });
    return rectification === null ? null : { id: rectification, rev: write.rev };
  });
}

function detailsOf({ disposition }: PlannedFilingItem, { person }: PlannedFiling) {
  if (disposition === 'handedOver')
    return { transferDocument: `${TRANSFER}-${String(person + 1).padStart(4, '0')}` };
  const reason = NO_ACTION_REASONS[person % NO_ACTION_REASONS.length];
  return disposition === 'noAction' && reason !== undefined ? { reason } : {};
}
