import { gridText as text } from '../../text/oversight-page.ts';
import { reportingStateWords as words } from '../../text/words.ts';
import type { GridCell } from './offices-queries.ts';

const STROKE = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.6 } as const;

/** Word and shape, so that a print without colour says the same. */
export function CellSign({ cell }: { readonly cell: GridCell }) {
  const { state } = cell;
  if (state === 'onTime') return <Tick />;
  if (state === 'notExpected') return <span className="secondary">{text.none}</span>;
  if (state === 'notDue') return <span className="secondary">{saidOf(cell)}</span>;
  return (
    <span className={`offices-sign ${state}`}>
      {state === 'gap' && <Broken />}
      {state === 'quarantined' && <Boxed />}
      {saidOf(cell)}
    </span>
  );
}

/** What the cell says, in words. */
export function saidOf({ state, daysLate, missing, bundle }: GridCell): string {
  if (state === 'late') return text.late(daysLate);
  if (state === 'notDue' && bundle) return text.early(bundle.sequence);
  return state === 'gap' ? text.gap(missing) : words[state];
}

export function GridLegend() {
  const { legend } = text;
  return (
    <span className="offices-legend">
      <span>
        <Tick /> <span className="wide-only">{legend.onTime}</span>
      </span>
      <span>
        <span className="offices-sign late">{text.late(2)}</span>{' '}
        <span className="wide-only">{legend.late}</span>
      </span>
      <span>
        <span className="offices-sign missing">{words.missing}</span>{' '}
        <span className="wide-only">{legend.missing}</span>
      </span>
      <span>
        <span className="offices-sign nil">{words.nil}</span> <span className="wide-only">{legend.nil}</span>
      </span>
      <span>
        <span className="offices-sign gap">
          <Broken />
          {text.gap([6])}
        </span>{' '}
        <span className="wide-only">{legend.gap}</span>
      </span>
      <span>
        <span className="offices-sign quarantined">
          <Boxed />
          {words.quarantined}
        </span>{' '}
        <span className="wide-only">{legend.quarantined}</span>
      </span>
    </span>
  );
}

function Tick() {
  return (
    <svg className="offices-tick" width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
      <path d="M2.5 7.5l3 3 6-7" {...STROKE} />
    </svg>
  );
}

function Broken() {
  return (
    <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
      <path d="M0 6h3M9 6h3M4 3l1 6M7 3l1 6" {...STROKE} />
    </svg>
  );
}

function Boxed() {
  return (
    <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
      <path d="M1 1h10v10H1zM4 4l4 4M8 4l-4 4" {...STROKE} strokeWidth="1.3" />
    </svg>
  );
}
