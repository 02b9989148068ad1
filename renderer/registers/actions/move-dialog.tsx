import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { z } from 'zod';
import { calendarDate, longText, shortText } from '../../../shared/contract/base.ts';
import { hasFrozenList } from '../../../shared/rules/session-moves.ts';
import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import type { ActionMove } from '../../../shared/vocabulary/words.ts';
import { useContractForm } from '../../state/contract-form.ts';
import { core } from '../../state/core.ts';
import { useIdentity } from '../../state/session.ts';
import { useWrite } from '../../state/writes.ts';
import { actionsText, actionFormText as text } from '../../text/actions-page.ts';
import { formText } from '../../text/form.ts';
import { actionMoveWords } from '../../text/words.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { DateField, LongTextField, TextField } from '../../ui/fields.tsx';
import { ConflictNotice, ErrorNotice } from '../../ui/notices.tsx';
import { Key } from '../../ui/page.tsx';
import { type Action, actionsQueries } from './actions-queries.ts';
import { SessionsField } from './sessions-field.tsx';

interface MoveDialogProps {
  readonly action: Action;
  readonly move: ActionMove;
  readonly onClose: () => void;
}

interface MoveValues {
  on: string | null;
  reason: string | null;
  evidenceNumber: string | null;
  sessions: string[];
  dueOn: string | null;
}

const NEEDS_REASON: readonly ActionMove[] = ['reopen', 'cancel'];

/** One move: its day and what it needs. */
export function MoveDialog({ action: opened, move, onClose }: MoveDialogProps) {
  // The version that the user decided on, whatever the list behind reads meanwhile.
  const [action, setAction] = useState(opened);
  const client = useQueryClient();
  const form = useMoveForm(action, move);
  const name = actionsText.name(action.name, action.month);
  const make = useWrite(({ rev, values }: Decision) => makeMove(action.id, rev, move, values), {
    shownInPlace: true,
    done: () => text.done(move, name),
    onDone: close,
  });
  const submit = form.handleSubmit((values) => make.mutate({ rev: action.rev, values }));
  const { control } = form;
  return (
    <Dialog
      title={text.moveTitle(move, name)}
      onClose={onClose}
      onSubmit={() => void submit()}
      foot={
        <>
          <span className="secondary actions-note">{text.noUndo}</span>
          <Button onClick={onClose}>{formText.cancel}</Button>
          <Button type="primary" htmlType="submit" loading={make.isPending}>
            {actionMoveWords[move]}
            <Key>Ctrl+Enter</Key>
          </Button>
        </>
      }
    >
      {make.error?.code === 'conflict' ? (
        <ConflictNotice refusal={make.error} onSaveMine={() => void decideAnew()} onDiscardMine={close} />
      ) : (
        <ErrorNotice refusal={make.error} />
      )}
      <div className="form-grid">
        {move === 'finish' && (
          <>
            <TextField
              {...{ control }}
              name="evidenceNumber"
              label={text.evidenceNumber}
              hint={text.evidenceHint}
            />
            <DateField {...{ control }} name="on" label={text.on.finish} required />
            <SessionsField {...{ control }} name="sessions" action={action} />
          </>
        )}
        {NEEDS_REASON.includes(move) && (
          <LongTextField {...{ control }} name="reason" label={text.reason} required />
        )}
        {move === 'reopen' && (
          <DateField {...{ control }} name="dueOn" label={text.newDueOn} hint={text.newDueHint} />
        )}
        {move !== 'finish' && <DateField {...{ control }} name="on" label={text.on[move]} required />}
      </div>
    </Dialog>
  );

  async function decideAnew(): Promise<void> {
    const latest = await client.fetchQuery({ ...actionsQueries.action(action.id), staleTime: 0 });
    setAction(latest);
    await form.handleSubmit((values) => make.mutate({ rev: latest.rev, values }))();
  }

  function close(): void {
    form.dropDraft();
    onClose();
  }
}

interface Decision {
  readonly rev: number;
  readonly values: MoveValues;
}

function useMoveForm(action: Action, move: ActionMove) {
  const { today } = useIdentity();
  return useContractForm<MoveValues>({
    schema: schemaOf(move),
    defaults: {
      on: today,
      reason: null,
      evidenceNumber: action.evidenceNumber,
      // what was held for it within its span is what it was finished by
      sessions: action.besides
        .filter(({ linked, state }) => linked || hasFrozenList(state))
        .map(({ id }) => id),
      dueOn: null,
    },
    draft: `actions.move ${move} ${action.id}`,
  });
}

function schemaOf(move: ActionMove) {
  return z.object({
    on: calendarDate,
    reason: NEEDS_REASON.includes(move) ? longText : z.null(),
    evidenceNumber: shortText.nullable(),
    sessions: z.array(z.string()).max(200),
    dueOn: calendarDate.nullable(),
  });
}

function makeMove(id: string, rev: number, move: ActionMove, values: MoveValues) {
  const { on, reason, evidenceNumber, sessions, dueOn } = values;
  return core.actions.move({
    ...{ id, rev, move, on: on as CalendarDate },
    ...(reason && { reason }),
    ...(move === 'finish' && { sessions, ...(evidenceNumber && { evidenceNumber }) }),
    ...(move === 'reopen' && dueOn && { dueOn: dueOn as CalendarDate }),
  });
}
