import { Button } from 'antd';
import { type ClipboardEvent, type ReactNode, useMemo, useState } from 'react';
import { addMonths } from '../../../shared/rules/months.ts';
import type { CounterUnits } from '../../../shared/vocabulary/words.ts';
import { useMay } from '../../state/session.ts';
import { countersText as text } from '../../text/counters-page.ts';
import { cellsOf, clipboardText } from '../../ui/clipboard-table.ts';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Empty } from '../../ui/page.tsx';
import { copiedCells, layBlock } from './counter-block.ts';
import { type Block, blockAt, cellAt, cellsIn, cornersOf, within } from './counter-cells.ts';
import { changesTo } from './counter-changes.ts';
import { CounterGrid } from './counter-grid.tsx';
import type { GridAction } from './counter-keys.ts';
import { CounterKeysBar } from './counter-keys-bar.tsx';
import { NobodyShown, shownUnits } from './counter-shown.tsx';
import { sumsOf } from './counter-sums.ts';
import type { CounterUnit } from './supporting-queries.ts';
import { type Counters, useCounters } from './use-counters.ts';

const MOST = 1_000_000;
const START = blockAt({ row: 0, column: 0 });

interface CounterRoomProps {
  readonly month: string;
  readonly saved: readonly CounterUnit[];
  readonly show: CounterUnits;
  readonly onShowAll: () => void;
  /** The toolbar, which knows what can be taken back. */
  readonly toolbar: (counters: Counters, turn: (way: 'back' | 'again') => void) => ReactNode;
}

/** One month's sheet, which is filled like a spreadsheet and saves itself. */
export function CounterRoom({ month, saved, show, onShowAll, toolbar }: CounterRoomProps) {
  const mayWrite = useMay('clerk', 'reviewer');
  const counters = useCounters(month, saved);
  const units = useMemo(() => shownUnits(counters.units, saved, show), [counters.units, saved, show]);
  const sums = useMemo(() => sumsOf(units), [units]);
  const [chosen, setChosen] = useState<Block>(START);
  const [typing, setTyping] = useState<string | null>(null);
  const [told, setTold] = useState<string | null>(null);
  const block = within(chosen, units.length);

  return (
    <div className="counters">
      {toolbar(counters, (way) => void turn(way))}
      <div className="counters-notices">
        <Clashes counters={counters} />
        {counters.refusal && (
          <ErrorNotice refusal={counters.refusal}>
            <Button type="primary" onClick={counters.saveNow}>
              {text.saveAgain}
            </Button>
            <Button onClick={counters.dropUnsaved}>{text.dropUnsaved}</Button>
          </ErrorNotice>
        )}
      </div>
      {units.length === 0 ? (
        <NobodyShown
          noUnits={
            saved.length === 0 && (
              <Empty action={<Button href="#/personnel">{text.toPersonnel}</Button>}>{text.noUnits}</Empty>
            )
          }
          onShowAll={onShowAll}
        />
      ) : (
        <CounterGrid
          label={text.sheet(month)}
          monthBefore={addMonths(month, -1)}
          {...{ units, sums, block, typing }}
          isReadOnly={!mayWrite}
          onBlock={select}
          onAction={act}
          onLeave={() => take()}
          onCopy={copy}
          onPaste={mayWrite ? paste : undefined}
        />
      )}
      <CounterKeysBar {...{ block, units, sums, told, mayWrite }} />
    </div>
  );

  function select(next: Block): void {
    take();
    setTold(null);
    setChosen(next);
  }

  /** @returns true: the key was the sheet's */
  function act(action: GridAction): boolean {
    if (action.kind === 'select') {
      select(action.block);
      return true;
    }
    if (!mayWrite) return false;
    switch (action.kind) {
      case 'type':
        setTyping(action.text);
        setTold(null);
        return true;
      case 'forget':
        setTyping(null);
        return true;
      case 'spread':
        return spread();
      case 'clear':
        return clear();
      case 'fill':
        take();
        return fill();
      case 'takeBack':
        return typing === null ? turn('back') : act({ kind: 'forget' });
      case 'doAgain':
        return turn('again');
    }
  }

  /** What is being typed becomes the cell's count; nothing typed is a blank. */
  function take(): void {
    if (typing === null) return;
    setTyping(null);
    const cell = cellAt(units, block.focus);
    const count = typing === '' ? null : Number(typing);
    if (!cell) return;
    if (count !== null && count > MOST) setTold(text.tooLarge(MOST));
    else counters.act(changesTo([[cell, count]]), text.said.typed(nameOf(cell.unit), cell.kind, count));
  }

  function spread(): boolean {
    if (typing === null || typing === '' || Number(typing) > MOST) return false;
    const count = Number(typing);
    setTyping(null);
    const changes = changesTo(
      cellsIn(units, block).flatMap((row) => row.map((cell) => [cell, count] as const)),
    );
    counters.act(changes, text.said.spread(changes.length, count));
    return true;
  }

  function clear(): boolean {
    const changes = changesTo(
      cellsIn(units, block).flatMap((row) => row.map((cell) => [cell, null] as const)),
    );
    counters.act(changes, text.said.cleared(changes.length));
    return true;
  }

  function fill(): boolean {
    const { first, last } = cornersOf(block);
    const from = first.row === last.row ? first.row - 1 : first.row;
    const source = { anchor: { ...first, row: from }, focus: { ...last, row: from } };
    const [top] = from < 0 ? [] : cellsIn(units, source);
    if (!top) return true;
    const rows = cellsIn(units, { anchor: { ...first, row: from + 1 }, focus: last });
    const changes = changesTo(
      rows.flatMap((row) => row.map((cell, column) => [cell, top[column]?.count ?? null] as const)),
    );
    counters.act(changes, text.said.filled(changes.length));
    return true;
  }

  function turn(way: 'back' | 'again'): boolean {
    const left = counters.turn(way);
    setTold(left ? text.leftAsIs(left) : null);
    return left !== undefined;
  }

  function copy(event: ClipboardEvent): void {
    const rows = cellsIn(units, block);
    event.clipboardData.setData('text/plain', clipboardText(copiedCells(rows)));
    event.preventDefault();
    setTold(text.copied(rows.flat().length));
  }

  function paste(event: ClipboardEvent): void {
    event.preventDefault();
    const table = cellsOf(event.clipboardData.getData('text/plain'));
    const { wanted, unread, outside } = layBlock(table, units, cornersOf(block).first);
    const changes = changesTo(wanted);
    counters.act(changes, text.said.pasted(changes.length));
    setTyping(null);
    setTold(text.pasted(changes.length, unread, outside));
  }

  function nameOf(unit: string): string {
    return units.find((row) => row.unit === unit)?.name ?? '';
  }
}

/** Both hands filled the same cell: whoever is here decides, cell by cell. */
function Clashes({ counters: { clashes, settle } }: { readonly counters: Counters }) {
  if (clashes.length === 0) return null;
  return (
    <ul className="notice warn" role="alert">
      {clashes.map((clash) => (
        <li key={`${clash.unit} ${clash.kind}`}>
          {text.clash(clash.unitName, clash.kind, clash.mine, clash.theirs)}{' '}
          <Button size="small" onClick={() => settle(clash, 'theirs')}>
            {text.useTheirs}
          </Button>{' '}
          <Button size="small" onClick={() => settle(clash, 'mine')}>
            {text.useMine}
          </Button>
        </li>
      ))}
    </ul>
  );
}
