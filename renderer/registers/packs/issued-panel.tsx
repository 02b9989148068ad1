import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { PACK_OCCASIONS, PACK_STATES, type PackState } from '../../../shared/vocabulary/pack-words.ts';
import { core } from '../../state/core.ts';
import { usePagedRows } from '../../state/paged-rows.ts';
import { refusalOf } from '../../state/refusals.ts';
import { useIdentity } from '../../state/session.ts';
import { useWrite } from '../../state/writes.ts';
import { dayOf, timeOf } from '../../text/frame.ts';
import { packStateWords } from '../../text/packs.ts';
import { issuedText as text } from '../../text/packs-page.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { ErrorNotice } from '../../ui/notices.tsx';
import { OnlyChip } from '../../ui/only-chip.tsx';
import { Empty, Panel } from '../../ui/page.tsx';
import { type StateShape, StateSign } from '../../ui/signs.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { type IssuedPack, packsQueries } from './packs-queries.ts';
import { type ChangePacksSearch, filterOf, type PacksSearch } from './packs-search.ts';

interface IssuedPanelProps {
  readonly search: PacksSearch;
  readonly onChange: ChangePacksSearch;
  readonly mayKeep: boolean;
  readonly onTake: () => void;
}

/** What is out and what became of it; those that somebody waits for stand first. */
export function IssuedPanel({ search, onChange, mayKeep, onTake }: IssuedPanelProps) {
  const { kind, state, occasion } = search;
  const filter = filterOf(search);
  const query = packsQueries.issued(filter, state);
  const rows = usePagedRows(query.key, query.ask);
  const [selected, setSelected] = useState<string | null>(null);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const withdraw = useWrite((packs: string[]) => core.packs.withdraw({ packs }), {
    done: ({ withdrawn }) => text.withdrawn(withdrawn),
    onDone: () => setTicked(new Set()),
  });
  const mayWithdraw = mayKeep && state === 'outstanding' && rows.total > 0;
  const { today } = useIdentity();

  return (
    <Panel
      title={text.title}
      note={
        occasion !== undefined && (
          <OnlyChip word={text.oneOccasion[kind]} onClear={() => onChange({ occasion: undefined })} />
        )
      }
      extra={
        mayWithdraw && (
          <Button
            size="small"
            disabled={ticked.size === 0 || withdraw.isPending}
            onClick={() => withdraw.mutate([...ticked])}
          >
            {ticked.size === 0 ? text.tickFirst : text.withdraw(ticked.size)}
          </Button>
        )
      }
      foot={text.foot(rows.total, text.meaning[state])}
      className="packs-issued"
    >
      <StateTabs filter={filter} state={state} onChange={show} />
      {rows.error !== null && <ErrorNotice refusal={refusalOf(rows.error)} />}
      <div className="packs-issued-list">
        <DataTable<IssuedPack>
          id="packs.issued"
          label={text.title}
          columns={columnsOf(search, today, mayWithdraw ? { ticked, toggle } : null)}
          total={rows.total}
          row={rows.row}
          rowKey={({ pack }) => pack}
          onShow={rows.show}
          selected={selected}
          onSelect={({ pack }) => setSelected(pack)}
          empty={
            <Empty
              action={mayKeep && state === 'outstanding' && <Button onClick={onTake}>{text.take}</Button>}
            >
              {text.empty[state]}
            </Empty>
          }
        />
      </div>
    </Panel>
  );

  function show(next: PackState): void {
    setTicked(new Set());
    onChange({ state: next });
  }

  function toggle(pack: string): void {
    setTicked((before) =>
      before.has(pack) ? new Set([...before].filter((one) => one !== pack)) : new Set([...before, pack]),
    );
  }
}

interface StateTabsProps {
  readonly filter: ReturnType<typeof filterOf>;
  readonly state: PackState;
  readonly onChange: (state: PackState) => void;
}

function StateTabs({ filter, state, onChange }: StateTabsProps) {
  const counts: Record<PackState, number | undefined> = {
    outstanding: useQuery(packsQueries.count(filter, 'outstanding')).data,
    applied: useQuery(packsQueries.count(filter, 'applied')).data,
    superseded: useQuery(packsQueries.count(filter, 'superseded')).data,
    withdrawn: useQuery(packsQueries.count(filter, 'withdrawn')).data,
  };
  const tabs = PACK_STATES.map((id) => ({
    id,
    title: packStateWords[id],
    count: counts[id],
    tone: id === 'outstanding' ? ('warn' as const) : undefined,
  }));
  return <Tabs label={text.states} tabs={tabs} chosen={state} onChoose={onChange} />;
}

interface Ticks {
  readonly ticked: ReadonlySet<string>;
  readonly toggle: (pack: string) => void;
}

function columnsOf(asked: PacksSearch, today: string, ticks: Ticks | null): readonly Column<IssuedPack>[] {
  const titles = text.columns;
  const tick: Column<IssuedPack> = {
    id: 'tick',
    title: titles.tick,
    width: 44,
    cell: (pack) => (
      <Checkbox
        aria-label={text.tick(pack.unitName)}
        checked={ticks?.ticked.has(pack.pack) ?? false}
        onChange={() => ticks?.toggle(pack.pack)}
      />
    ),
  };
  const applied: Column<IssuedPack> = {
    id: 'applied',
    title: titles.applied,
    width: 124,
    cell: ({ appliedAt }) => appliedAt && timeOf(appliedAt, today),
  };
  const occasion: Column<IssuedPack> = {
    id: 'occasion',
    title: text.occasions[asked.kind],
    width: 200,
    cell: ({ occasionTitle }) => <span title={occasionTitle ?? ''}>{occasionTitle}</span>,
  };
  return [
    ...(ticks ? [tick] : []),
    { id: 'unit', title: titles.unit, cell: unitOf },
    ...(PACK_OCCASIONS[asked.kind] !== null && asked.occasion === undefined ? [occasion] : []),
    { id: 'rows', title: titles.rows, width: 64, align: 'number', cell: ({ rows }) => rows },
    { id: 'state', title: titles.state, width: 112, cell: ({ state }) => <PackStateSign state={state} /> },
    { id: 'issued', title: titles.issued, width: 124, cell: ({ issuedAt }) => timeOf(issuedAt, today) },
    { id: 'by', title: titles.by, width: 84, wideOnly: true, cell: ({ issuedBy }) => issuedBy },
    ...(asked.state === 'applied' ? [applied] : []),
  ];
}

function unitOf({ unitName, below, issuedOn }: IssuedPack) {
  return (
    <>
      {unitName ?? text.wholeOffice}{' '}
      {below && unitName !== null && <span className="secondary">{text.below}</span>}{' '}
      <span className="secondary wide-only">{text.printedOn(dayOf(issuedOn))}</span>
    </>
  );
}

const SHAPES: Readonly<Record<PackState, [StateShape, 'ok' | undefined]>> = {
  outstanding: ['dotted', undefined],
  applied: ['full', 'ok'],
  superseded: ['fork', undefined],
  withdrawn: ['crossed', undefined],
};

function PackStateSign({ state }: { readonly state: PackState }) {
  const [shape, tone] = SHAPES[state];
  return (
    <StateSign shape={shape} tone={tone}>
      {packStateWords[state]}
    </StateSign>
  );
}
