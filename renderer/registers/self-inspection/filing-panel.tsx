import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { core } from '../../state/core.ts';
import { refusalOf } from '../../state/refusals.ts';
import { useWrite } from '../../state/writes.ts';
import { dayOf, frameText } from '../../text/frame.ts';
import { filingText, unitsText } from '../../text/self-inspection-page.ts';
import { declarationWords } from '../../text/words.ts';
import { useShortcuts } from '../../ui/keyboard.ts';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Key } from '../../ui/page.tsx';
import { FilingHistory } from './filing-history.tsx';
import { FilingItems } from './filing-items.tsx';
import { FilingMoves } from './filing-moves.tsx';
import { FilingStateSign, FilingWhose } from './filing-signs.tsx';
import type { OpenTask } from './filing-task-dialog.tsx';
import { type Filing, selfInspectionQueries } from './self-inspection-queries.ts';

interface FilingPanelProps {
  readonly id: string;
  readonly onClose: () => void;
  /** Approved: the next of the pile is opened. */
  readonly onReviewed: (id: string) => void;
  readonly onTask: (task: OpenTask) => void;
}

/** A step that needs no more than the wish. */
interface Step {
  readonly id: string;
  readonly rev: number;
  readonly move: 'approve' | 'archive';
}

/** One filing beside the list: what was declared, what became of it, and what can be done now. */
export function FilingPanel({ id, onClose, onReviewed, onTask }: FilingPanelProps) {
  const {
    data: filing,
    error,
    refetch,
  } = useQuery({ ...selfInspectionQueries.filing(id), placeholderData: keepPreviousData });
  const isCurrent = filing?.id === id;
  const make = useWrite((step: Step) => core.selfInspection.moveFiling(step), {
    shownInPlace: true,
    done: (_, { move }) => filingText.done(nameOf(filing), move),
    onDone: (_, { id: reviewed, move }) => move === 'approve' && onReviewed(reviewed),
  });
  useShortcuts({ escape: onClose });

  if (error)
    return (
      <aside className="self-inspection-panel">
        <ErrorNotice refusal={refusalOf(error)} />
      </aside>
    );
  if (!filing) return <aside className="self-inspection-panel">{frameText.loading}</aside>;
  return (
    <aside
      className="self-inspection-panel"
      aria-label={filingText.panel(nameOf(filing))}
      aria-busy={!isCurrent}
    >
      <PanelHead filing={filing} onClose={onClose} />
      <section
        className="self-inspection-panel-body"
        aria-label={filingText.panel(nameOf(filing))}
        {...{ tabIndex: 0 }}
      >
        <ErrorNotice refusal={make.variables?.id === id ? make.error : null} />
        <FilingPairs filing={filing} />
        <FilingItems filing={filing} onTask={onTask} />
        <FilingHistory filing={filing} />
      </section>
      <FilingMoves filing={filing} isBusy={!isCurrent || make.isPending} onMove={start} />
    </aside>
  );

  function start(move: Filing['allowed'][number]['move']): void {
    if (!filing || !isCurrent || make.isPending) return;
    if (move !== 'approve' && move !== 'archive') onTask({ filing, task: move });
    else if (filing.rev !== null)
      make.mutate({ id, rev: filing.rev, move }, { onError: () => void refetch() });
  }
}

function nameOf(filing: Filing | undefined): string {
  return filing?.name ?? unitsText.nameless;
}

function PanelHead({ filing, onClose }: { readonly filing: Filing; readonly onClose: () => void }) {
  return (
    <header className="self-inspection-panel-head">
      <h2>{nameOf(filing)}</h2>
      <FilingStateSign state={filing.state} />
      <FilingWhose whose={filing.whose} />
      <span className="self-inspection-panel-keys secondary">
        <button type="button" className="link-button" onClick={onClose}>
          <Key always>Esc</Key> {filingText.close}
        </button>
      </span>
    </header>
  );
}

function FilingPairs({ filing }: { readonly filing: Filing }) {
  const { unitName, filedOn, declared, paperNumber } = filing;
  const { pairs } = filingText;
  return (
    <>
      <ReturnReason filing={filing} />
      <dl className="pairs">
        <dt>{pairs.unit}</dt>
        <dd>{unitName}</dd>
        <dt>{pairs.paperNumber}</dt>
        <dd>{paperNumber ?? filingText.paperMissing}</dd>
        <dt>{pairs.filedOn}</dt>
        <dd>{filedOn && dayOf(filedOn)}</dd>
        <dt>{pairs.declared}</dt>
        <dd>{declared && <b>{declarationWords[declared]}</b>}</dd>
      </dl>
    </>
  );
}

function ReturnReason({ filing: { state, moves } }: { readonly filing: Filing }) {
  const last = moves.findLast(({ move }) => move === 'return');
  if (state !== 'returned' || !last) return null;
  return (
    <div className="self-inspection-return">
      <h3>{filingText.returnReason(last.effectiveOn)}</h3>
      <p>{last.reason}</p>
    </div>
  );
}
