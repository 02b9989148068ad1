import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Input } from 'antd';
import { useId, useState } from 'react';
import { core } from '../../state/core.ts';
import { useWrite } from '../../state/writes.ts';
import { campaignText, beginText as text } from '../../text/campaign-page.ts';
import { formText } from '../../text/form.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNotice } from '../../ui/notices.tsx';
import { BeginSource } from './begin-source.tsx';
import { type Beginning, type Campaign, campaignQueries, type Preview } from './campaign-queries.ts';

interface BeginDialogProps {
  readonly campaign: Campaign;
  readonly onClose: () => void;
}

/** First from what, then what it closes and carries, and the name typed: it cannot be undone. */
export function BeginDialog({ campaign, onClose }: BeginDialogProps) {
  const [beginning, setBeginning] = useState<Beginning | null>(null);
  const [preview, setPreview] = useState<Preview | null>(null);
  const look = useWrite((asked: Beginning) => core.campaign.beginPreview({ beginning: asked }), {
    shownInPlace: true,
    onDone: (answer, asked) => {
      setBeginning(asked);
      setPreview(answer);
    },
  });
  if (preview === null || beginning === null) {
    return (
      <BeginSource pending={look.isPending} refusal={look.error} onLook={look.mutate} onClose={onClose} />
    );
  }
  return (
    <BeginConfirm
      campaign={campaign}
      beginning={beginning}
      preview={preview}
      onBack={() => setPreview(null)}
      onClose={onClose}
    />
  );
}

interface BeginConfirmProps extends BeginDialogProps {
  readonly beginning: Beginning;
  readonly preview: Preview;
  readonly onBack: () => void;
}

function BeginConfirm({ campaign, beginning, preview, onBack, onClose }: BeginConfirmProps) {
  const [carryRoster, setCarryRoster] = useState(true);
  const [typed, setTyped] = useState('');
  const id = useId();
  const { name } = preview.begins;
  // Another version may have come since; the books that are closed are those of today anyway.
  const rev = useQuery(campaignQueries.current).data?.rev ?? campaign.rev;
  const begin = useWrite(() => core.campaign.begin({ rev, beginning, carryRoster }), {
    shownInPlace: true,
    done: () => text.done(name),
    onDone: onClose,
  });
  const isConfirmed = typed.trim() === name;
  return (
    <Dialog
      title={text.title}
      wide
      onClose={onClose}
      onSubmit={() => isConfirmed && begin.mutate()}
      foot={
        <>
          <Button onClick={onBack}>{text.back}</Button>
          <Button onClick={onClose}>{formText.cancel}</Button>
          <Button
            danger
            type="primary"
            htmlType="submit"
            loading={begin.isPending}
            disabled={!isConfirmed}
            title={isConfirmed ? undefined : text.confirm(name)}
          >
            {text.go}
          </Button>
        </>
      }
    >
      <ErrorNotice refusal={begin.error} />
      <PreviewPairs preview={preview} />
      <Checkbox checked={carryRoster} onChange={({ target }) => setCarryRoster(target.checked)}>
        {text.carry}
      </Checkbox>
      <p>
        <b>{text.final}</b>
      </p>
      <div className="field">
        <label htmlFor={id}>{text.confirm(name)}</label>
        <Input
          id={id}
          value={typed}
          aria-label={text.confirmLabel}
          onChange={({ target }) => setTyped(target.value)}
          autoComplete="off"
        />
      </div>
    </Dialog>
  );
}

function PreviewPairs({ preview: { begins, closes, carries, unsent } }: { readonly preview: Preview }) {
  const { openSessions, openFilings, openItems } = closes;
  const isOpen = openSessions + openFilings + openItems > 0;
  return (
    <dl className="pairs">
      <dt>{text.holds}</dt>
      <dd>
        <b>{begins.name}</b> {text.summary(begins.phases.length, begins.actions, begins.placeholders)}
        {begins.phases.map((phase) => (
          <div key={phase.id}>
            {phase.name} <span className="secondary">{campaignText.span(phase.beginsOn, phase.endsOn)}</span>
          </div>
        ))}
        <div className="secondary">{text.lists(begins.categoryLists)}</div>
      </dd>
      <dt>{text.closes}</dt>
      <dd>
        {text.closesSays(closes.name)}：{text.rows(closes.sessions, closes.filings, closes.items)}
      </dd>
      <dt>{text.open}</dt>
      <dd className={isOpen ? 'campaign-warning' : undefined}>
        {isOpen ? text.openRows(openSessions, openFilings, openItems) : text.nothingOpen}
      </dd>
      <dt>{text.unsent}</dt>
      <dd className={unsent.length > 0 ? 'campaign-warning' : undefined}>
        {unsent.length === 0
          ? text.allSent
          : unsent.map(({ name, lastSequence }) => text.unsentRow(name, lastSequence)).join('、')}
      </dd>
      <dt>{text.carries}</dt>
      <dd>{text.carryRows(carries.units, carries.people)}</dd>
      <dt>{text.after}</dt>
      <dd>{text.afterSays}</dd>
    </dl>
  );
}
