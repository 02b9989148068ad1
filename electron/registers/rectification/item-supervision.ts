import type { Given } from '../../../shared/contract/base.ts';
import type { rectification } from '../../../shared/contract/rectification.ts';
import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import { ensure } from '../../../shared/vocabulary/refusal.ts';
import type { ItemState } from '../../../shared/vocabulary/words.ts';
import type { Readable, Write } from '../../store/handles.ts';
import { guardVersion, insertRow, updateRow } from '../../store/rows.ts';
import type { Actor } from '../actor.ts';
import { type ItemsAsking, listedItem } from './item-lists.ts';
import { listFollowUps, supervisionOf } from './item-supervision-sql.ts';
import { requireItem } from './rectification-register.ts';
import type { ItemRow } from './rectification-sql.ts';

/** Work goes on: there is something to ask after. */
const AT_WORK: readonly ItemState[] = ['issued', 'inProgress', 'officeReview', 'groupReview'];
/** Nothing is written down beside what was never issued, or stands for nothing any more. */
const SILENT: readonly ItemState[] = ['draft', 'merged', 'voided'];

/** @throws Refusal `conflict`, `supervision_unchanged`, `item_not_editable`, `follow_up_day_wrong` */
export function supervise(write: Write, input: Given<typeof rectification.supervise>) {
  const row = requireItem(write, write.office, input.id);
  guardVersion(write, row, input.rev);
  const now = supervisionOf(write, row.pk);
  ensure(input.on !== (now !== undefined), 'supervision_unchanged');
  if (now) endSupervision(write, now.pk, input.reason);
  else beginSupervision(write, row, input);
  write.record({ item: row.id, supervised: input.on });
  return { id: row.id };
}

export function followUps(db: Readable, asking: ItemsAsking, input: Given<typeof rectification.followUps>) {
  const { pk } = listedItem(db, asking, input.item);
  const { total, rows } = listFollowUps(db, pk, input.kind ?? null, input);
  return {
    total,
    followUps: rows.map(({ id, kind, on_day: on, text, next_on: nextOn, changed_at: at, author: by }) => ({
      ...{ id, kind, on, text, nextOn, at, by },
    })),
  };
}

/** @throws Refusal `item_not_editable`, `item_day_ahead`, `not_allowed`, `not_supervised`, `follow_up_day_wrong` */
export function addFollowUp(write: Write, actor: Actor, input: Given<typeof rectification.addFollowUp>) {
  const row = requireItem(write, write.office, input.item);
  requireState(row, !SILENT.includes(row.state));
  const on = input.on ?? write.today;
  ensure(on <= write.today, 'item_day_ahead', { on, today: write.today });
  const nextOn = input.kind === 'supervision' ? (input.nextOn ?? null) : null;
  requireLater(on, nextOn);
  if (input.kind === 'supervision') askAgain(write, actor, row, nextOn);
  const id = write.newId();
  const { kind, text } = input;
  insertRow(write, 'item_follow_up', id, { item: row.pk, kind, on_day: on, text, next_on: nextOn });
  write.record({ item: row.id, followUp: id, kind });
  return { id };
}

function askAgain(write: Write, { roles }: Actor, row: ItemRow, nextOn: CalendarDate | null): void {
  ensure(roles.includes('reviewer'), 'not_allowed', { needs: ['reviewer'] });
  const now = supervisionOf(write, row.pk);
  ensure(now, 'not_supervised');
  updateRow(write, 'item_supervision', now.pk, { next_on: nextOn });
}

function beginSupervision(write: Write, row: ItemRow, input: Given<typeof rectification.supervise>): void {
  requireState(row, AT_WORK.includes(row.state));
  const nextOn = input.nextOn ?? null;
  requireLater(write.today, nextOn);
  insertRow(write, 'item_supervision', write.newId(), {
    item: row.pk,
    since_on: write.today,
    reason: input.reason,
    next_on: nextOn,
    begun_rev: write.rev,
    begun_by: write.account,
    begun_at: write.at,
  });
}

function endSupervision(write: Write, pk: number, reason: string): void {
  updateRow(write, 'item_supervision', pk, { ended_on: write.today, end_reason: reason, next_on: null });
}

function requireState({ state }: ItemRow, fits: boolean): void {
  ensure(fits, 'item_not_editable', { register: 'rectification_item', state });
}

function requireLater(on: CalendarDate, nextOn: CalendarDate | null): void {
  ensure(nextOn === null || nextOn > on, 'follow_up_day_wrong', { on, nextOn });
}
