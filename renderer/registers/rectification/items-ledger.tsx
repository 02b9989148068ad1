import './rectification.css';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { ITEM_VIEWS, type ItemView } from '../../../shared/vocabulary/words.ts';
import { usePagedRows } from '../../state/paged-rows.ts';
import { refusalOf } from '../../state/refusals.ts';
import { useRoomAddress } from '../../state/room-address.ts';
import { ledgerText } from '../../text/rectification-page.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Empty } from '../../ui/page.tsx';
import { type Tab, Tabs } from '../../ui/tabs.tsx';
import { ItemPanel, type ItemTask } from './item-panel.tsx';
import { ledgerColumns } from './ledger-columns.tsx';
import { isFiltered, type LedgerSearch, ledgerSearchOf, NO_FILTER } from './ledger-search.ts';
import { LedgerToolbar } from './ledger-toolbar.tsx';
import { type Item, type ItemRow, rectificationQueries } from './rectification-queries.ts';
import { useCategoryName } from './use-category-name.ts';

const WIDE = '(min-width: 1200px)';
const TONES: Readonly<Partial<Record<ItemView, 'danger' | 'warn'>>> = { overdue: 'danger', dueSoon: 'warn' };

interface ItemsLedgerProps {
  /** An office whose ledger a guidance group reads; the own one when none is named. */
  readonly office?: string | undefined;
  /** Absent: the ledger is only read. */
  readonly onTask?: (item: Item, task: ItemTask) => void;
  readonly onCreate?: () => void;
}

/** Tabs, filters, the list, and the open item beside it; what is shown stands in the address. */
export function ItemsLedger({ office, onTask, onCreate }: ItemsLedgerProps) {
  const { search, change } = useLedgerSearch(office);
  const counts = useQuery(rectificationQueries.counts(office, search)).data;
  const open = (item: string) => change({ item });
  return (
    <div className="rectification-ledger">
      <Tabs
        label={ledgerText.viewsLabel}
        tabs={ITEM_VIEWS.map((id) => tabOf(id, counts?.[id]))}
        chosen={search.view}
        onChoose={(view) => change({ view })}
      />
      <LedgerToolbar office={office} search={search} onChange={change} />
      <div className={search.item ? 'rectification-body with-panel' : 'rectification-body'}>
        <ItemsList {...{ office, search, change, open }} onCreate={onCreate} />
        {search.item && (
          <ItemPanel
            id={search.item}
            onTask={onTask ?? null}
            onOpen={open}
            onClose={() => change({ item: undefined })}
          />
        )}
      </div>
    </div>
  );
}

interface ItemsListProps {
  readonly office: string | undefined;
  readonly search: LedgerSearch;
  readonly change: (change: Partial<LedgerSearch>) => void;
  readonly open: (id: string) => void;
  readonly onCreate: (() => void) | undefined;
}

function ItemsList({ office, search, change, open, onCreate }: ItemsListProps) {
  const { key, ask } = rectificationQueries.items(office, search);
  const rows = usePagedRows<ItemRow>(key, ask);
  const counts = useQuery(rectificationQueries.counts(office, search)).data;
  const all = useQuery(rectificationQueries.counts(office, {})).data?.all;
  const [pointedAt, pointAt] = useState<string | null>(null);
  const categoryName = useCategoryName();
  const isWide = window.matchMedia(WIDE).matches;
  const columns = ledgerColumns({
    isWide,
    sort: search.sort,
    onSort: (sort) => change({ sort }),
    categoryName,
  });
  if (rows.error)
    return (
      <div className="rectification-list">
        <ErrorNotice refusal={refusalOf(rows.error)} />
      </div>
    );

  return (
    <div className="rectification-list">
      <DataTable
        id="items"
        label={ledgerText.list}
        columns={columns}
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
      <p className="panel-foot rectification-foot">
        <b>{ledgerText.shown(rows.total, all ?? rows.total)}</b>
        {counts && (
          <span>
            {ledgerText.overdueCount(counts.overdue)} · {ledgerText.dueSoonCount(counts.dueSoon)}
          </span>
        )}
        <span>
          {ledgerText.definition}
          {ledgerText.definitions[search.view]}
        </span>
      </p>
    </div>
  );

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

function tabOf(id: ItemView, count: number | undefined): Tab<ItemView> {
  return { id, title: ledgerText.views[id], count, tone: TONES[id] };
}

/** Of another office the units are others: only what means the same everywhere is remembered. */
function useLedgerSearch(office: string | undefined) {
  const { params, change } = useRoomAddress({
    room: office === undefined ? 'rectification' : 'rectification.ofOffice',
    remembered: office === undefined ? [...REMEMBERED, 'unit'] : REMEMBERED,
    passing: ['unit', 'search', 'matter', 'whose'],
  });
  return { search: ledgerSearchOf(params), change: (part: Partial<LedgerSearch>) => change({ ...part }) };
}

const REMEMBERED = ['view', 'sort', 'state', 'source'];
