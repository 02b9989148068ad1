import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type KeyboardEvent, useState } from 'react';
import { useNotices } from '../../state/notices.ts';
import { usePagedRows } from '../../state/paged-rows.ts';
import { refusalOf } from '../../state/refusals.ts';
import { ledgerText } from '../../text/rectification-page.ts';
import { useBareKeys } from '../../ui/bare-keys.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { isComposing, useShortcuts } from '../../ui/keyboard.ts';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Empty } from '../../ui/page.tsx';
import { useWide } from '../../ui/use-wide.ts';
import { BulkBar } from './bulk-bar.tsx';
import { choosingColumn, ledgerColumns } from './ledger-columns.tsx';
import { LedgerFoot } from './ledger-foot.tsx';
import { isFiltered, type LedgerSearch, NO_FILTER } from './ledger-search.ts';
import { type ItemRow, type Place, rectificationQueries } from './rectification-queries.ts';
import { useCategoryName } from './use-category-name.ts';
import { MOST_CHOSEN, useChosen } from './use-chosen.ts';

interface ItemsListProps {
  readonly place: Place;
  readonly search: LedgerSearch;
  readonly change: (change: Partial<LedgerSearch>) => void;
  readonly open: (id: string) => void;
  readonly onCreate: (() => void) | undefined;
  readonly mayWrite: boolean;
}

/** The rows, those chosen to be worked on at once, and what they count. */
export function ItemsList({ place, search, change, open, onCreate, mayWrite }: ItemsListProps) {
  const { key, ask } = rectificationQueries.items(place, search);
  const rows = usePagedRows<ItemRow>(key, ask);
  const all = useQuery(rectificationQueries.counts(place, NO_FILTER)).data?.all;
  const [pointedAt, pointAt] = useState<string | null>(null);
  const chosen = useChosen(JSON.stringify(key), ask, loaded);
  const { tellDone } = useNotices.getState();
  useBareKeys({ 'ctrl+a': () => void chooseAll() }, mayWrite && rows.total > 0);
  useShortcuts({ escape: chosen.clear }, chosen.rows.length > 0 && !search.item);
  const columns = useColumns(place.office, search, change);
  const choosing = choosingColumn({
    ids: chosen.ids,
    total: rows.total,
    most: MOST_CHOSEN,
    onToggle: chosen.toggle,
    onExtend: (index) => void chosen.extendTo(index),
    onAll: (isOn) => (isOn ? void chooseAll() : chosen.clear()),
  });
  if (rows.error)
    return (
      <div className="rectification-list">
        <ErrorNotice refusal={refusalOf(rows.error)} />
      </div>
    );

  return (
    <section className="rectification-list" aria-label={ledgerText.title} onKeyDown={chooseByKey}>
      <DataTable
        id="items"
        label={ledgerText.list}
        columns={mayWrite ? [choosing, ...columns] : columns}
        total={rows.total}
        row={rows.row}
        rowKey={({ id }) => id}
        onShow={rows.show}
        selected={search.item ?? pointedAt}
        onSelect={({ id }) => (search.item ? open(id) : pointAt(id))}
        onOpen={({ id }) => open(id)}
        opensOnClick
        empty={rows.isLoading ? null : emptyList()}
      />
      {chosen.rows.length > 0 || chosen.isChoosing ? (
        <BulkBar chosen={chosen} today={place.today} />
      ) : (
        <span hidden />
      )}
      <LedgerFoot {...{ place, search }} shown={rows.total} all={all ?? rows.total} />
    </section>
  );

  function loaded(): ReadonlyMap<string, ItemRow> {
    const found = Array.from({ length: Math.min(rows.total, MOST_CHOSEN) }, (_, at) => rows.row(at));
    return new Map(found.flatMap((row) => (row ? [[row.id, row] as const] : [])));
  }

  async function chooseAll(): Promise<void> {
    const total = await chosen.chooseAll();
    if (total > MOST_CHOSEN) tellDone(ledgerText.chosenMost(MOST_CHOSEN, total));
  }

  /** The space bar chooses the row that has the focus, Shift with an arrow key or the space bar all up to it. */
  function chooseByKey(event: KeyboardEvent<HTMLElement>): void {
    const { target, key, shiftKey, ctrlKey, altKey, nativeEvent } = event;
    const line = target instanceof HTMLElement ? target.getAttribute('data-index') : null;
    if (!mayWrite || line === null || ctrlKey || altKey || isComposing(nativeEvent)) return;
    const at = Number(line);
    const row = rows.row(at);
    const step = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
    if (key === ' ' && row) {
      event.preventDefault();
      if (shiftKey) void chosen.extendTo(at);
      else chosen.toggle(row, at);
    } else if (shiftKey && step !== 0 && at + step >= 0 && at + step < rows.total) {
      if (row && chosen.rows.length === 0) chosen.toggle(row, at);
      void chosen.extendTo(at + step);
    }
  }

  function emptyList() {
    if (all !== 0) return <Empty action={showAll()}>{ledgerText.nothingFound}</Empty>;
    if (!onCreate) return <Empty>{ledgerText.emptyReadOnly}</Empty>;
    return <Empty action={<Button onClick={onCreate}>{ledgerText.create}</Button>}>{ledgerText.empty}</Empty>;
  }

  function showAll() {
    const isNarrowed = isFiltered(search);
    return (
      <Button onClick={() => change(isNarrowed ? NO_FILTER : { view: 'all' })}>
        {isNarrowed ? ledgerText.clear : ledgerText.showAll}
      </Button>
    );
  }
}

function useColumns(
  office: string | undefined,
  { sort }: LedgerSearch,
  change: (change: Partial<LedgerSearch>) => void,
): Column<ItemRow>[] {
  const categoryName = useCategoryName(office);
  const isWide = useWide();
  return ledgerColumns({ isWide, sort, onSort: (by) => change({ sort: by }), categoryName });
}
