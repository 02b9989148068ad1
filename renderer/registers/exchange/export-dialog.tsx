import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { contract } from '../../../shared/contract/index.ts';
import { calendarDate } from '../../../shared/vocabulary/dates.ts';
import { inputOf, useContractForm } from '../../state/contract-form.ts';
import { core } from '../../state/core.ts';
import { useLongWork } from '../../state/long-work.ts';
import { refusalOf } from '../../state/refusals.ts';
import { useIdentity, useMay } from '../../state/session.ts';
import { exchangeText } from '../../text/exchange-page.ts';
import { exportPreviewText } from '../../text/export-preview.ts';
import { formText } from '../../text/form.ts';
import { dayOf } from '../../text/frame.ts';
import { namedText } from '../../text/named-bundles.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { CheckField, ChoiceField, DateField } from '../../ui/fields.tsx';
import { LongWorkNotice } from '../../ui/long-work-notice.tsx';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Key } from '../../ui/page.tsx';
import { type ExportQuestion, exchangeQueries, type Party } from './exchange-queries.ts';
import { PreviewTable } from './export-preview.tsx';
import { mayLeave, NamesChoice, type NamesSaid } from './names-choice.tsx';
import { OwedNotice } from './owed-notice.tsx';
import { lastEnd, owedPeriods } from './owed-periods.ts';
import { SealedBundleReport } from './sealed-bundle.tsx';

interface Fields extends ExportQuestion {
  nil: boolean;
}

interface ExportDialogProps {
  readonly parties: readonly Party[];
  readonly onClose: () => void;
}

/** What leaves and for whom; then the bundle is made, and written to the stick with its proof. */
export function ExportDialog({ parties, onClose }: ExportDialogProps) {
  const { today, role } = useIdentity();
  const partners = parties.filter(({ relation }) => relation !== null);
  const form = useContractForm<Fields>({
    schema: inputOf(contract.exchange.exportBundle),
    defaults: { recipient: partners[0]?.officeId, full: false, asOf: today, nil: false },
    draft: null,
  });
  const [names, setNames] = useState<NamesSaid | null>(null);
  const isReviewer = useMay('reviewer');
  const { nil, ...question } = form.watch();
  const preview = useQuery({
    ...exchangeQueries.preview({ ...question, withNames: names !== null }),
    placeholderData: keepPreviousData,
  });
  const ended = useEnded(partners.find(({ officeId }) => officeId === question.recipient));
  const isLater = ended !== null && question.asOf > ended.on;
  const isOwed = isLater && ended.owed.length > 0 && names === null;
  const mayBeNil = preview.data?.mayBeNil ?? false;
  const seal = useLongWork((fields: Fields, signal) =>
    core.exchange.exportBundle(names ? withNames(fields, names) : fields, { signal }),
  );
  const make = useRef<HTMLButtonElement>(null);
  const isHeld = names !== null && !mayLeave(names);
  const recipient = nameOf(partners, question.recipient ?? '');
  if (seal.answer) return <SealedBundleReport bundle={seal.answer} onClose={onClose} />;
  return (
    <Dialog
      wide
      title={exchangeText.exportTitle}
      onClose={onClose}
      onSubmit={form.handleSubmit((fields) => isHeld || seal.run(fields))}
      foot={
        <>
          <Button onClick={onClose}>{formText.cancel}</Button>
          {isHeld && <span className="secondary">{namedText.needs}</span>}
          <Button
            ref={make}
            type="primary"
            htmlType="submit"
            danger={names !== null}
            disabled={seal.isRunning || isHeld}
          >
            {names ? namedText.make : exchangeText.make}
            <Key>Enter</Key>
          </Button>
        </>
      }
    >
      <div className="form-grid">
        <ChoiceField
          control={form.control}
          name="recipient"
          label={exchangeText.recipient}
          required
          choices={partners.map(({ officeId, name }) => ({ value: officeId, label: name }))}
        />
        <DateField
          control={form.control}
          name="asOf"
          label={exchangeText.asOf}
          required
          hint={
            ended &&
            question.asOf !== ended.on &&
            !isOwed && (
              <button type="button" className="link-button" onClick={takeEnded}>
                {exportPreviewText.lastEnd(dayOf(ended.on))}
              </button>
            )
          }
        />
        <CheckField
          control={form.control}
          name="full"
          label={exchangeText.full}
          disabled={names !== null}
          hint={exchangeText.incremental}
        />
        {role === 'office' && (
          <CheckField
            control={form.control}
            name="nil"
            label={exportPreviewText.nil}
            disabled={names !== null || (!mayBeNil && !nil)}
            hint={mayBeNil || !preview.data ? undefined : exportPreviewText.nilNot}
          />
        )}
      </div>
      {isOwed && <OwedNotice periods={ended.owed} lastEnd={ended.on} onTake={takeEnded} />}
      {preview.data ? (
        <PreviewTable preview={preview.data} recipient={nameOf(partners, preview.data.recipient)} />
      ) : (
        <p className="secondary" role="status">
          {preview.error ? '' : exportPreviewText.asking}
        </p>
      )}
      <ErrorNotice refusal={preview.error ? refusalOf(preview.error) : null} />
      {role === 'office' && isReviewer && (
        <NamesChoice said={names} recipient={recipient} onChange={setNames} />
      )}
      <p className="secondary">{exchangeText.noUndo}</p>
      <LongWorkNotice work={seal} />
    </Dialog>
  );

  /** What was pressed goes away with it: the way on is the button below. */
  function takeEnded(): void {
    if (!ended) return;
    form.setValue('asOf', ended.on);
    make.current?.focus();
  }
}

function withNames(fields: Fields, { reason }: NamesSaid) {
  return { ...fields, full: false, nil: false, withNames: true, namesReason: reason };
}

/** Where the period before today's ended, and which were not reported up to it; null where none are reported. */
function useEnded(recipient: Party | undefined) {
  const identity = useIdentity();
  const { data: periods } = useQuery(exchangeQueries.periods());
  const { data: until } = useQuery(exchangeQueries.reportedUntil(recipient?.officeId));
  if (!periods || identity.role !== 'office') return null;
  const [rhythm, today] = [periods.rhythm.kind, calendarDate(identity.today)];
  const on = lastEnd({ rhythm, today });
  if (!recipient || until === undefined) return { on, owed: [] };
  const since = calendarDate(recipient.pinnedAt.slice(0, 10));
  return { on, owed: owedPeriods({ rhythm, today, until, since }) };
}

function nameOf(parties: readonly Party[], office: string): string {
  return parties.find(({ officeId }) => officeId === office)?.name ?? '';
}
