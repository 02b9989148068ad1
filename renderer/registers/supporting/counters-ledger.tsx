import './counters.css';
import { useQuery } from '@tanstack/react-query';
import { type ClipboardEvent, type ReactNode, useMemo, useState } from 'react';
import { addMonths } from '../../../shared/rules/months.ts';
import { refusalOf } from '../../state/refusals.ts';
import { countersText as text } from '../../text/counters-page.ts';
import { clipboardText } from '../../ui/clipboard-table.ts';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Empty } from '../../ui/page.tsx';
import { copiedCells } from './counter-block.ts';
import { type Block, blockAt, cellsIn, within } from './counter-cells.ts';
import { CounterGrid } from './counter-grid.tsx';
import { CounterKeysBar } from './counter-keys-bar.tsx';
import { NobodyShown, shownUnits } from './counter-shown.tsx';
import { sumsOf } from './counter-sums.ts';
import { CounterYear } from './counter-year.tsx';
import { type CountersAddress, useCountersAddress } from './counters-address.ts';
import { MonthChoice, Views } from './month-choice.tsx';
import { type CounterUnit, supportingQueries } from './supporting-queries.ts';

/** Monthly counters of another office, or of closed books: the same sheets, only read. */
export function CountersLedger({ office }: { readonly office: string }) {
  const address = useCountersAddress('counters.ofOffice');
  const { month, view, kind, phase, change } = address;
  const views = <Views view={view} onChange={(next) => change({ view: next })} />;
  if (view === 'year')
    return (
      <CounterYear
        office={office}
        year={Number(month.slice(0, 4))}
        kind={kind}
        phase={phase}
        onPhase={(next) => change({ phase: next })}
        onKind={(next) => change({ kind: next })}
        onMonth={(next) => change({ month: next, view: undefined, kind: undefined })}
        bar={views}
        onYear={(year) => change({ month: `${year}${month.slice(4)}` })}
      />
    );
  return <MonthRead key={month} {...{ office, address, views }} />;
}

interface MonthReadProps {
  readonly office: string;
  readonly address: CountersAddress;
  readonly views: ReactNode;
}

function MonthRead({ office, address: { month, now, show, change }, views }: MonthReadProps) {
  const { data: saved, error } = useQuery(supportingQueries.counters(month, office));
  return (
    <div className="counters">
      <div className="toolbar">
        {views}
        <MonthChoice {...{ month, now, show }} onChange={change} />
      </div>
      {error && <ErrorNotice refusal={refusalOf(error)} />}
      {saved && (
        <SheetRead
          month={month}
          units={shownUnits(saved, saved, show)}
          nobody={
            <NobodyShown
              noUnits={saved.length === 0 && <Empty>{text.noUnitsThere}</Empty>}
              onShowAll={() => change({ show: undefined })}
            />
          }
        />
      )}
    </div>
  );
}

interface SheetReadProps {
  readonly month: string;
  readonly units: readonly CounterUnit[];
  readonly nobody: ReactNode;
}

/** A block can be chosen, summed and copied. */
function SheetRead({ month, units, nobody }: SheetReadProps) {
  const [chosen, setChosen] = useState<Block>(blockAt({ row: 0, column: 0 }));
  const [told, setTold] = useState<string | null>(null);
  const sums = useMemo(() => sumsOf(units), [units]);
  const block = within(chosen, units.length);
  if (units.length === 0) return nobody;
  return (
    <>
      <CounterGrid
        label={text.sheet(month)}
        monthBefore={addMonths(month, -1)}
        {...{ units, sums, block }}
        typing={null}
        isReadOnly
        onBlock={select}
        onAction={(action) => {
          if (action.kind === 'select') select(action.block);
          return action.kind === 'select';
        }}
        onLeave={() => undefined}
        onCopy={copy}
        onPaste={undefined}
      />
      <CounterKeysBar {...{ block, units, sums, told }} mayWrite={false} />
    </>
  );

  function select(next: Block): void {
    setTold(null);
    setChosen(next);
  }

  function copy(event: ClipboardEvent): void {
    const rows = cellsIn(units, block);
    event.clipboardData.setData('text/plain', clipboardText(copiedCells(rows)));
    event.preventDefault();
    setTold(text.copied(rows.flat().length));
  }
}
