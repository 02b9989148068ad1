import './exchange.css';
import './import-desk.css';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { TURNED_AWAY_CODES } from '../../../shared/vocabulary/import-outcomes.ts';
import { useLongWork } from '../../state/long-work.ts';
import { useIdentity } from '../../state/session.ts';
import { importText } from '../../text/exchange-page.ts';
import { importDeskText as text } from '../../text/import-desk.ts';
import { useShortcuts } from '../../ui/keyboard.ts';
import { LongWorkNotice } from '../../ui/long-work-notice.tsx';
import { ProgressNotice } from '../../ui/notices.tsx';
import { Page, Panel } from '../../ui/page.tsx';
import { BundleFiles } from './bundle-files.tsx';
import { BundleFolder } from './bundle-folder.tsx';
import { BundleTable, canApply, RehearsalSum } from './bundle-table.tsx';
import type { BundleRow } from './exchange-queries.ts';
import { FeedbackLines } from './feedback-lines.tsx';
import { ImportFoot } from './import-foot.tsx';
import { isLastOfSender, isNotedOnly } from './import-rounds.ts';
import { LastImports } from './last-imports.tsx';
import { QuarantineLink } from './quarantine-link.tsx';
import { type Batch, type Chosen, type Desk, type Progress, rehearsed, takenIn } from './taking-in.ts';
import { UndoImportButton } from './undo-import-button.tsx';

/** Files are rehearsed on the real books and rolled back; taking them in, office by office, gives the same lines. */
export function ImportPage() {
  const { role } = useIdentity();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [desk, setDesk] = useState<Desk | null>(null);
  const [progress, setProgress] = useState<Progress | null>(null);
  const [dropReason, setDropReason] = useState('');
  const work = useLongWork<Batch, Desk>(
    (batch, signal) => (batch.apply ? takenIn(batch, signal, setProgress) : rehearsed(batch, signal)),
    {
      writes: ({ apply }) => apply,
      done: (answer, { apply }) => (apply ? importText.applied(appliedOf(answer.bundles)) : null),
      onDone: setDesk,
    },
  );
  const bundles = (work.isWriting ? progress?.bundles : null) ?? desk?.bundles ?? [];
  const isApplied = desk?.applied ?? false;
  const offer = offerOf(bundles, dropReason);
  const apply = () => {
    if (chosen && offer.canApply && !isApplied) start(chosen, true);
  };
  useShortcuts({ 'ctrl+enter': apply, escape: () => work.isRunning && work.cancel() });

  return (
    <Page
      title={
        <>
          <Link to="/exchange" className="desk-back">
            {importText.back}
          </Link>{' '}
          / {importText.title(role)}
        </>
      }
      subtitle={subtitleOf(chosen, desk)}
      actions={<QuarantineLink />}
    >
      <div className="import-page">
        {desk ? (
          <RehearsalSum bundles={bundles} />
        ) : (
          <div className="import-choose">
            <BundleFiles onChoose={(files) => start({ files }, false)} />
            <BundleFolder onChoose={(path) => start({ path }, false)} />
          </div>
        )}
        <div>
          {work.isWriting && progress ? (
            <ProgressNotice
              title={text.applying(progress.done, progress.total, progress.name)}
              done={progress.done}
              total={progress.total}
              detail={work.isCancelling ? text.stopping : text.taken(appliedOf(bundles))}
              leaves={text.cancelLeaves}
              {...(!work.isCancelling && { onCancel: work.cancel })}
            />
          ) : (
            <LongWorkNotice work={work} />
          )}
          {desk?.stopped && (
            <div className="notice warn" role="status">
              <p>{text.stopped(appliedOf(bundles), bundles.filter(canApply).length)}</p>
            </div>
          )}
        </div>
        {desk ? (
          <Panel foot={importText.foot}>
            <BundleTable bundles={bundles} act={(row) => undoOf(row)} />
          </Panel>
        ) : (
          role === 'group' && <LastImports />
        )}
        {desk && <FeedbackLines bundles={bundles} />}
        {desk && (
          <ImportFoot
            offer={offer}
            isApplied={isApplied && !desk.stopped}
            isRunning={work.isRunning}
            dropReason={dropReason}
            onDropReason={setDropReason}
            onApply={apply}
            onAgain={startOver}
          />
        )}
      </div>
    </Page>
  );

  function start(files: Chosen, isApplying: boolean): void {
    setChosen(files);
    setProgress(null);
    const reason = dropReason.trim() || undefined;
    work.run({ chosen: files, apply: isApplying, dropReason: reason, bundles: desk?.bundles ?? [] });
  }

  function startOver(): void {
    setDesk(null);
    setChosen(null);
    setDropReason('');
    work.reset();
  }

  /** Of the rows that stand last of their office; the line then says again what the rehearsal said. */
  function undoOf(row: BundleRow) {
    if (role !== 'group' || !desk?.applied || !isLastOfSender(bundles, row)) return null;
    const { sender, name, sequence } = row;
    if (sender === null || sequence === null) return null;
    const undone = () =>
      setDesk({
        ...desk,
        bundles: bundles.map((one) => (one === row ? { ...row, outcome: 'applicable' } : one)),
      });
    return <UndoImportButton sender={sender} name={name ?? ''} sequence={sequence} onUndone={undone} />;
  }
}

/** What pressing the button would do. */
export interface Offer {
  readonly applicable: number;
  /** Rows that are only put aside or noted. */
  readonly noted: number;
  /** A new epoch lacks numbered items. */
  readonly isLossy: boolean;
  readonly canApply: boolean;
}

function offerOf(bundles: readonly BundleRow[], dropReason: string): Offer {
  const applicable = bundles.filter(canApply).length;
  const noted = bundles.filter((row) => isNotedOnly(row, TURNED_AWAY_CODES)).length;
  const isLossy = bundles.some(({ problem }) => problem === 'epoch_drops_items');
  return {
    applicable,
    noted,
    isLossy,
    canApply: applicable + noted > 0 || (isLossy && dropReason.trim() !== ''),
  };
}

function subtitleOf(chosen: Chosen | null, desk: Desk | null): string {
  if (!desk) return importText.steps.join(' — ');
  const told = [
    chosen && 'path' in chosen ? chosen.path : '',
    desk.others > 0 ? text.others(desk.others) : '',
    desk.beyond > 0 ? text.beyond(desk.beyond) : '',
  ];
  return told.filter(Boolean).join('；');
}

function appliedOf(bundles: readonly BundleRow[]): number {
  return bundles.filter(({ outcome }) => outcome === 'applied').length;
}
