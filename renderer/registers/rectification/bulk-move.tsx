import { calendarDate } from '../../../shared/vocabulary/dates.ts';
import type { ItemMove } from '../../../shared/vocabulary/words.ts';
import { core } from '../../state/core.ts';
import { bulkText } from '../../text/rectification-bulk.ts';
import { moveFormText } from '../../text/rectification-page.ts';
import { DateField, LongTextField, TextField } from '../../ui/fields.tsx';
import { BulkDialog, type BulkItems } from './bulk-dialog.tsx';
import { planMove } from './bulk-plan.ts';
import { type BulkTask, useBulkForm } from './bulk-task.ts';
import { fieldsOfMove } from './offered-moves.ts';

interface Values {
  readonly reason: string | null;
  readonly evidenceNumber: string | null;
  readonly on: string | null;
}

interface BulkMoveProps extends BulkTask {
  readonly move: Exclude<ItemMove, 'extend'>;
}

/** One move of all chosen rows that take it. */
export function BulkMove({ rows, mover, move, onClose, onDone }: BulkMoveProps) {
  const form = useBulkForm<Values>({ reason: null, evidenceNumber: null, on: mover.on });
  const { reason, evidenceNumber, on } = form.watch();
  const asked = new Set(rows.flatMap(({ state }) => fieldsOfMove(move, state)));
  const values = { reason: reason?.trim() || undefined, evidenceNumber: evidenceNumber?.trim() || undefined };
  const isFilled =
    (!asked.has('reason') || values.reason) && (!asked.has('evidenceNumber') || values.evidenceNumber);
  const day = on ?? mover.on;
  const { control } = form;
  return (
    <BulkDialog
      title={bulkText.moveOf(move, rows.length)}
      note={bulkText.moveNote(move)}
      plan={isFilled ? planMove(rows, move, { ...mover, on: day }) : null}
      confirm={(count) => bulkText.confirmMove(move, count)}
      write={(items: BulkItems) =>
        core.rectification.moveItems({ items, move, on: calendarDate(day), ...values })
      }
      done={({ count, items }) =>
        bulkText.moved(move, count, items[0]?.number ?? null, items.at(-1)?.number ?? null)
      }
      onDone={onDone}
      onClose={onClose}
    >
      <div className="form-grid">
        {asked.has('evidenceNumber') && (
          <TextField control={control} name="evidenceNumber" label={moveFormText.evidenceNumber} required />
        )}
        {asked.has('reason') && (
          <LongTextField control={control} name="reason" label={moveFormText.reason} required rows={2} />
        )}
        <DateField control={control} name="on" label={moveFormText.on} hint={moveFormText.onHint} required />
      </div>
    </BulkDialog>
  );
}
