import { useVirtualizer } from '@tanstack/react-virtual';
import { Checkbox } from 'antd';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { AccountRole } from '../../../shared/vocabulary/words.ts';
import { dayOf } from '../../text/frame.ts';
import { makeupText, nameOf } from '../../text/study-page.ts';
import { makeupWords } from '../../text/words.ts';
import { StateSign } from '../../ui/signs.tsx';
import { keyOf, type MakeupLine, makeupMoves } from './makeup-groups.ts';
import { MarkSign } from './mark-sign.tsx';
import type { MakeupRow } from './study-queries.ts';

const LINE_HEIGHT = 28;

interface MakeupListProps {
  readonly lines: readonly MakeupLine[];
  readonly roles: readonly AccountRole[];
  readonly chosen: readonly MakeupRow[];
  readonly onToggle: (row: MakeupRow) => void;
  readonly onWhole: (session: string, isWanted: boolean) => void;
  /** The end of what was read is in sight. */
  readonly onEnd: () => void;
}

/** Lines of any number; the arrow keys go from one box to the next, space ticks it. */
export function MakeupList({ lines, roles, chosen, onToggle, onWhole, onEnd }: MakeupListProps) {
  const frame = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(0);
  const shown = useVirtualizer({
    count: lines.length,
    getScrollElement: () => frame.current,
    estimateSize: () => LINE_HEIGHT,
    overscan: 8,
    initialRect: { width: 380, height: 500 },
  });
  const items = shown.getVirtualItems();
  const isAtEnd = (items.at(-1)?.index ?? 0) >= lines.length - 1;
  const latest = useRef(onEnd);
  latest.current = onEnd;
  useEffect(() => {
    if (isAtEnd) latest.current();
  }, [isAtEnd]);
  const people = new Set(chosen.map(keyOf));
  const reached = items.some(({ index }) => index === current) ? current : items[0]?.index;

  return (
    <div className="makeup-list" ref={frame}>
      <ul aria-label={makeupText.label} style={{ height: shown.getTotalSize() }} onKeyDown={onKeyDown}>
        {items.map(({ index, start }) => (
          <li key={index} data-index={index} style={{ transform: `translateY(${start}px)` }}>
            {contentOf(lines[index], index)}
          </li>
        ))}
      </ul>
    </div>
  );

  function contentOf(line: MakeupLine | undefined, index: number) {
    if (!line) return null;
    return line.kind === 'session' ? heading(line, index) : person(line.row, index);
  }

  function heading({ session, title, day, count }: Extract<MakeupLine, { kind: 'session' }>, index: number) {
    const ticked = chosen.filter((row) => row.session === session).length;
    return (
      <div className="makeup-line session">
        <Checkbox
          {...boxOf(index)}
          checked={ticked > 0}
          indeterminate={ticked > 0 && ticked < count}
          onChange={() => onWhole(session, ticked === 0)}
          aria-label={makeupText.all(title)}
        />
        <b title={title}>{title}</b>
        <span className="secondary">{day ? dayOf(day) : ''}</span>
        <span className="secondary count">{makeupText.people(count)}</span>
      </div>
    );
  }

  function person(row: MakeupRow, index: number) {
    const name = nameOf(row);
    const key = keyOf(row);
    const isOpen = makeupMoves(row, roles).length > 0;
    const about = makeupText.about(row);
    return (
      <div className={people.has(key) ? 'makeup-line makeup-person chosen' : 'makeup-line makeup-person'}>
        <Checkbox
          {...boxOf(index)}
          className={isOpen ? '' : 'idle'}
          checked={people.has(key)}
          disabled={!isOpen}
          onChange={() => onToggle(row)}
          aria-label={makeupText.choose(name, row.unitName, makeupWords[row.makeup])}
        />
        <span className="makeup-name">{name}</span>
        <span className="makeup-about" title={about}>
          {about}
        </span>
        <MarkSign mark={row.mark} />
        <StateSign shape={row.makeup === 'done' ? 'threeQuarters' : 'quarter'}>
          {makeupWords[row.makeup]}
        </StateSign>
      </div>
    );
  }

  /** One box of all is reached by Tab; the arrows lead on from there. */
  function boxOf(index: number) {
    return { tabIndex: index === reached ? 0 : -1, onFocus: () => setCurrent(index) };
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const next = nextBox(current, step);
    shown.scrollToIndex(next);
    const boxShown = () => frame.current?.querySelector<HTMLElement>(`[data-index="${next}"] input`);
    // A space that follows at once ticks this one, no more the last one.
    if (boxShown()) boxShown()?.focus();
    else requestAnimationFrame(() => boxShown()?.focus());
  }

  /** A box that the account can tick nothing with is passed over. */
  function nextBox(from: number, step: number): number {
    for (let at = from + step; lines[at]; at += step) {
      const line = lines[at];
      if (line?.kind === 'session' || (line && makeupMoves(line.row, roles).length > 0)) return at;
    }
    return from;
  }
}
