import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import type { ErrorCode } from '../../../shared/vocabulary/error-codes.ts';
import { core } from '../../state/core.ts';
import { refusalOf } from '../../state/refusals.ts';
import { useMay } from '../../state/session.ts';
import { useWrite } from '../../state/writes.ts';
import { errorSentence } from '../../text/errors.ts';
import { feedbackDeskText as text } from '../../text/feedback-desk.ts';
import { frameText } from '../../text/frame.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNotice } from '../../ui/notices.tsx';
import { SimpleTable } from '../../ui/simple-table.tsx';
import { exchangeQueries, type Feedback, type Template } from './exchange-queries.ts';

interface TemplateDialogProps {
  readonly row: Feedback;
  readonly onClose: () => void;
}

/** What the group handed down, what it would change here, and the decision. */
export function TemplateDialog({ row, onClose }: TemplateDialogProps) {
  const { data: template, error } = useQuery(exchangeQueries.template(row.id));
  const mayDecide = useMay('reviewer', 'administrator') && row.state === 'released';
  const [reason, setReason] = useState('');
  const reasonId = useId();
  const adopt = useWrite(
    ({ id, rev }: Pick<Template, 'id' | 'rev'>) => core.exchange.adoptTemplate({ id, rev }),
    { shownInPlace: true, done: ({ version }) => text.adopted(version), onDone: onClose },
  );
  const refuse = useWrite(() => core.exchange.refuseTemplate({ id: row.id, reason: reason.trim() }), {
    shownInPlace: true,
    done: () => text.refused,
    onDone: onClose,
  });
  return (
    <Dialog
      wide
      title={text.templateTitle(row.subjectName ?? '')}
      onClose={onClose}
      foot={
        mayDecide && template ? (
          <>
            <Button disabled={reason.trim() === ''} onClick={() => refuse.mutate(undefined)}>
              {reason.trim() === '' ? text.refuseNeeds : text.refuse}
            </Button>
            <Button
              type="primary"
              disabled={template.why !== null}
              loading={adopt.isPending}
              onClick={() => adopt.mutate(template)}
            >
              {text.adopt}
            </Button>
          </>
        ) : (
          <Button onClick={onClose}>{text.close}</Button>
        )
      }
    >
      <ErrorNotice refusal={adopt.error ?? refuse.error ?? (error ? refusalOf(error) : null)} />
      {row.reason && <p>{row.reason}</p>}
      {row.reply && <p className="secondary">{row.reply}</p>}
      {template ? <Changes template={template} /> : <p>{!error && frameText.loading}</p>}
      {mayDecide ? (
        <div className="field whole">
          <label htmlFor={reasonId}>{text.refuseReason}</label>
          <Input
            id={reasonId}
            value={reason}
            maxLength={200}
            onChange={({ target }) => setReason(target.value)}
          />
        </div>
      ) : (
        row.state === 'released' && <p className="secondary">{text.byReviewer}</p>
      )}
    </Dialog>
  );
}

function Changes({ template }: { readonly template: Template }) {
  const { kind, changes, actions, why, state } = template;
  return (
    <>
      <p>
        <b>{text.kinds[kind]}</b> · {text.changes(changes)}
      </p>
      <p className="secondary">{text.templateNote}</p>
      {why && state === 'released' && (
        <p className="notice warn">
          {text.cannot}
          {errorSentence(why as ErrorCode)}
        </p>
      )}
      <SimpleTable
        label={text.actionsTitle}
        rows={actions}
        rowKey={({ id }) => id}
        columns={[
          { id: 'name', title: text.actionColumns.name, cell: ({ name }) => name ?? text.unnamed },
          { id: 'phase', title: text.actionColumns.phase, width: 140, cell: ({ phase }) => phase },
          {
            id: 'fate',
            title: text.actionColumns.fate,
            width: 80,
            cell: ({ fate }) => text.actionFates[fate],
          },
        ]}
      />
    </>
  );
}
