import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { usePagedRows } from '../../state/paged-rows.ts';
import { useMay } from '../../state/session.ts';
import { RecordRemarks, useRemarks } from '../../ui/remarks.tsx';
import { useChosenFilings } from './chosen-filings.ts';
import { DuePeople } from './due-people.tsx';
import { EntryPanel } from './entry-panel.tsx';
import { FilingPanel } from './filing-panel.tsx';
import { FilingTaskDialog, type OpenTask } from './filing-task-dialog.tsx';
import { FilingsList } from './filings-list.tsx';
import type { Focusable } from './person-choice.tsx';
import { ReviewBar } from './review-bar.tsx';
import { nextToReview } from './review-queue.ts';
import type { ChangeSearch, RoomSearch } from './room-search.ts';
import { type FilingRow, type Round, selfInspectionQueries } from './self-inspection-queries.ts';
import { UnitsTable } from './units-table.tsx';
import { useEntry } from './use-entry.ts';

interface FilingsRoomProps {
  readonly round: Round;
  readonly search: RoomSearch;
  readonly change: ChangeSearch;
}

/** Units and names at the left; the entry of paper above the list, or an open filing beside it. */
export function FilingsRoom({ round, search, change }: FilingsRoomProps) {
  const mayEnter = useMay('clerk');
  const remarks = useRemarks(round.id);
  const { key, ask } = selfInspectionQueries.filings(round.id, search);
  const rows = usePagedRows<FilingRow>(key, ask);
  const all = useQuery(selfInspectionQueries.coverage(round.id)).data?.whole.expected;
  const mayReview = useMay('reviewer');
  const chosen = useChosenFilings(JSON.stringify(key), ask, rows);
  const [task, setTask] = useState<OpenTask | null>(null);
  const [pointedAt, pointAt] = useState<string | null>(null);
  const whoBox = useRef<Focusable>(null);
  const entry = useEntry(round.id, () => whoBox.current?.focus());
  const focusesEntry = useRef(false);
  useEffect(() => {
    if (!focusesEntry.current || search.filing) return;
    focusesEntry.current = false;
    focusDeclaration();
  });

  const open = (row: FilingRow) => {
    pointAt(row.person);
    if (row.id) change({ filing: row.id });
    else if (mayEnter) enter(row);
  };
  return (
    <div className={search.filing ? 'self-inspection-room with-panel' : 'self-inspection-room'}>
      <div className="self-inspection-side">
        <UnitsTable round={round.id} chosen={search.unit} change={change} />
        <DuePeople round={round.id} unit={search.unit} onEnter={mayEnter ? enter : null} />
      </div>
      <div className="self-inspection-main" {...(mayReview && { onKeyDown: chooseByKey })}>
        <RecordRemarks remarks={remarks} />
        {mayEnter && !search.filing && (
          <EntryPanel round={round.id} unit={search.unit} entry={entry} whoBox={whoBox} />
        )}
        {mayReview && <ReviewBar chosen={chosen} hasKey={!mayEnter && !search.filing} />}
        <FilingsList
          {...{ rows, all, search, change }}
          chosen={mayReview ? chosen : undefined}
          onOpen={open}
          selected={pointedAt ?? openedRow()?.person ?? null}
          isNarrow={search.filing !== undefined}
        />
      </div>
      {search.filing && (
        <FilingPanel
          id={search.filing}
          onClose={() => change({ filing: undefined })}
          onReviewed={openNext}
          onTask={setTask}
        />
      )}
      {task && <FilingTaskDialog {...task} onClose={() => setTask(null)} onReviewed={openNext} />}
    </div>
  );

  /** Space on a row of the list; its arrows are the list's own. */
  function chooseByKey(event: KeyboardEvent<HTMLElement>): void {
    const line = event.target instanceof HTMLElement ? event.target.dataset.index : undefined;
    const row = line === undefined ? undefined : rows.row(Number(line));
    if (event.key !== ' ' || !row) return;
    event.preventDefault();
    chosen.toggle(row);
  }

  /** A name leads to the entry line, wherever it was chosen. */
  function enter(row: FilingRow): void {
    entry.enter(row);
    focusesEntry.current = true;
    if (search.filing) change({ filing: undefined });
    else focusDeclaration();
  }

  /** The reviewer goes down the pile without leaving the keyboard. */
  function openNext(reviewed: string): void {
    const next = nextToReview(rows.row, rows.total, reviewed);
    const row = rowOf(next);
    if (row) pointAt(row.person);
    change({ filing: next ?? undefined });
  }

  /** Whoever comes by a link has pointed at nothing yet. */
  function openedRow(): FilingRow | undefined {
    return search.filing === undefined ? undefined : rowOf(search.filing);
  }

  function rowOf(filing: string | null): FilingRow | undefined {
    return Array.from({ length: rows.total }, (_, at) => rows.row(at)).find((row) => row?.id === filing);
  }
}

function focusDeclaration(): void {
  document.querySelector<HTMLElement>('.self-inspection-entry input[type="radio"]')?.focus();
}
