import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { core } from '../../state/core.ts';
import { usePagedRows } from '../../state/paged-rows.ts';
import { refusalOf } from '../../state/refusals.ts';
import { useRoomAddress } from '../../state/room-address.ts';
import { useWrite } from '../../state/writes.ts';
import { signText } from '../../text/frame.ts';
import { talksText as text } from '../../text/talks-page.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Empty, Panel } from '../../ui/page.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { PhaseSelect, spanOf } from './phase-select.tsx';
import { supportingQueries, type Talk } from './supporting-queries.ts';

const titles = text.listColumns;

/** The talks that were written down, the latest first. */
export function TalksPanel({ onEdit }: { readonly onEdit: (talk: Talk) => void }) {
  const { params, change } = useRoomAddress({
    room: 'talks',
    remembered: ['unit', 'phase'],
    passing: ['search'],
  });
  const search = textOf(params.search);
  const unit = textOf(params.unit);
  const phases = useQuery(supportingQueries.campaign()).data?.phases ?? [];
  const phase = phases.find(({ id }) => id === params.phase);
  const { key, ask } = supportingQueries.talks({ search, unit, ...spanOf(phase) });
  const rows = usePagedRows<Talk>(key, ask);
  const units = useQuery(supportingQueries.units()).data ?? [];
  const remove = useWrite(({ id, rev }: Talk) => core.supporting.removeTalk({ id, rev }), {
    done: (_, { name }) => text.removed(name),
  });
  const isFiltered = search !== undefined || unit !== undefined || phase !== undefined;
  return (
    <Panel
      title={text.list}
      className="supporting-list"
      extra={
        <>
          <SearchBox
            label={text.searchLabel}
            placeholder={text.search}
            value={search ?? ''}
            onChange={(typed) => change({ search: typed || undefined })}
          />
          <Select<string | null>
            className="supporting-unit"
            aria-label={text.unit}
            value={unit ?? null}
            onChange={(value) => change({ unit: value ?? undefined })}
            options={[
              { value: null, label: text.anyUnit },
              ...units.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            showSearch={{ optionFilterProp: 'label' }}
            popupMatchSelectWidth={false}
          />
          <PhaseSelect phases={phases} chosen={phase?.id} onChoose={(id) => change({ phase: id })} />
        </>
      }
      foot={`${text.foot(rows.total)} · ${text.definition}`}
    >
      {rows.error ? (
        <ErrorNotice refusal={refusalOf(rows.error)} />
      ) : (
        <DataTable
          id="talks"
          label={text.list}
          columns={[...COLUMNS, corrections()]}
          total={rows.total}
          row={rows.row}
          rowKey={({ id }) => id}
          onShow={rows.show}
          empty={rows.isLoading ? null : emptyList()}
        />
      )}
    </Panel>
  );

  function corrections(): Column<Talk> {
    return {
      id: 'act',
      title: titles.act,
      width: 96,
      cell: (talk) => (
        <span className="supporting-corrections">
          <button type="button" className="link-button" onClick={() => onEdit(talk)}>
            {text.edit}
          </button>
          <button type="button" className="link-button" onClick={() => remove.mutate(talk)}>
            {text.remove}
          </button>
        </span>
      ),
    };
  }

  function emptyList() {
    if (!isFiltered) return <Empty>{text.empty}</Empty>;
    const showAll = () => change({ search: undefined, unit: undefined, phase: undefined });
    return <Empty action={<Button onClick={showAll}>{text.clear}</Button>}>{text.nothingFound}</Empty>;
  }
}

function textOf(given: unknown): string | undefined {
  return typeof given === 'string' && given !== '' ? given : undefined;
}

const COLUMNS: readonly Column<Talk>[] = [
  { id: 'on', title: titles.on, width: 80, cell: ({ on }) => signText.day(on) },
  { id: 'name', title: titles.name, width: 96, cell: ({ name }) => name },
  { id: 'unit', title: titles.unit, width: 140, cell: ({ unitName }) => unitName ?? '—' },
  { id: 'by', title: titles.by, width: 96, cell: ({ by }) => <span title={by}>{by}</span> },
  {
    id: 'recordNumber',
    title: titles.recordNumber,
    cell: ({ recordNumber }) => <span title={recordNumber}>{recordNumber}</span>,
  },
];
