import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { z } from 'zod';
import { calendarDate, longText, shortText } from '../../../shared/contract/base.ts';
import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import type { MakeupMove } from '../../../shared/vocabulary/words.ts';
import { useContractForm } from '../../state/contract-form.ts';
import { core } from '../../state/core.ts';
import { useIdentity } from '../../state/session.ts';
import { useWrite } from '../../state/writes.ts';
import { formText } from '../../text/form.ts';
import { makeupText } from '../../text/study-page.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { DraftNote } from '../../ui/draft-note.tsx';
import { DateField, LongTextField, TextField } from '../../ui/fields.tsx';
import { ConflictNotice, ErrorNotice } from '../../ui/notices.tsx';
import { Key } from '../../ui/page.tsx';
import { makeupWrite } from './makeup-groups.ts';
import { type MakeupRow, studyQueries } from './study-queries.ts';

interface MakeupDialogProps {
  readonly move: MakeupMove;
  /** Whose make-ups stand alike; at least one. */
  readonly rows: readonly MakeupRow[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

interface MakeupFields {
  readonly on: string | null;
  readonly document: string | null;
  readonly reason: string | null;
}

const RECORDED = z.object({ on: calendarDate, document: shortText, reason: z.null() });
const REASONED = z.object({ on: z.null(), document: z.null(), reason: longText });

/** Recording asks for the day and the document, rejecting and waiving for the reason. */
export function MakeupDialog({ move, rows, onClose, onDone }: MakeupDialogProps) {
  const { today } = useIdentity();
  const client = useQueryClient();
  const isRecord = move === 'record';
  const haveLeft = rows.every(({ hasLeft }) => hasLeft);
  const reason = move === 'waive' && haveLeft ? makeupText.leftReason : null;
  const defaults = { on: isRecord ? today : null, document: null, reason };
  const form = useContractForm<MakeupFields>({
    schema: isRecord ? RECORDED : REASONED,
    defaults,
    draft: `makeup ${move} ${rows[0]?.session ?? ''}`,
  });
  const save = useWrite(core.study.moveMakeups, {
    shownInPlace: true,
    done: () => makeupText.done(move, rows.length),
    onDone: () => {
      form.dropDraft();
      onDone();
    },
  });
  const drop = () => {
    form.dropDraft();
    form.reset(defaults);
  };
  return (
    <Dialog
      title={`${makeupText.titles[move]} · ${makeupText.chosen(rows.length)}`}
      onClose={onClose}
      onSubmit={form.handleSubmit((fields) => submit(fields, makeupWrite(rows)))}
      foot={
        <>
          <Button onClick={onClose}>{formText.cancel}</Button>
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            {formText.save}
            <Key>Ctrl+Enter</Key>
          </Button>
        </>
      }
    >
      <DraftNote isDraft={form.isDraft} onDrop={drop} />
      {save.error?.code === 'conflict' ? (
        <ConflictNotice refusal={save.error} onSaveMine={() => void saveMine()} onDiscardMine={discardMine} />
      ) : (
        <ErrorNotice refusal={save.error} />
      )}
      <p>{makeupText.whose(rows)}</p>
      {isRecord ? (
        <div className="form-grid">
          <DateField control={form.control} name="on" label={makeupText.on} required />
          <TextField control={form.control} name="document" label={makeupText.document} required />
        </div>
      ) : (
        <LongTextField control={form.control} name="reason" label={makeupText.reason} required />
      )}
      {move === 'waive' && <p className="secondary">{makeupText.waiveSays}</p>}
    </Dialog>
  );

  function submit({ on, document, reason }: MakeupFields, groups: ReturnType<typeof makeupWrite>): void {
    const given = {
      ...(on && { on: on as CalendarDate }),
      ...(document && { document }),
      ...(reason && { reason }),
    };
    save.mutate({ groups, move, ...given });
  }

  async function saveMine(): Promise<void> {
    const groups = await Promise.all(
      makeupWrite(rows).map(async (group) => {
        const query = { ...studyQueries.session(group.session), staleTime: 0 };
        return { ...group, rev: (await client.fetchQuery(query)).rev };
      }),
    );
    await form.handleSubmit((fields) => submit(fields, groups))();
  }

  function discardMine(): void {
    drop();
    onClose();
    void client.invalidateQueries();
  }
}
