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

interface TalksPanelProps {
  /** Closed books; the own ones when absent. */
  readonly office?: string;
  /** Null: they are only read. */
  readonly onEdit: ((talk: Talk) => void) | null;
}

/** The talks that were written down, the latest first. */
export function TalksPanel({ office, onEdit }: TalksPanelProps) {
  const { params, change } = useRoomAddress(office === undefined ? OWN_ROOM : ROOM_OF_BOOKS);
  const search = textOf(params.search);
  const unit = textOf(params.unit);
  const phases = useQuery(supportingQueries.campaign(office)).data?.phases ?? [];
  const phase = phases.find(({ id }) => id === params.phase);
  const { key, ask } = supportingQueries.talks({ office, search, unit, ...spanOf(phase) });
  const rows = usePagedRows<Talk>(key, ask);
  const units = useQuery(supportingQueries.units(office)).data ?? [];
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
          columns={onEdit ? [...COLUMNS, corrections(onEdit)] : COLUMNS}
          total={rows.total}
          row={rows.row}
          rowKey={({ id }) => id}
          onShow={rows.show}
          empty={rows.isLoading ? null : emptyList()}
        />
      )}
    </Panel>
  );

  function corrections(edit: (talk: Talk) => void): Column<Talk> {
    return {
      id: 'act',
      title: titles.act,
      width: 96,
      cell: (talk) => (
        <span className="supporting-corrections">
          <button type="button" className="link-button" onClick={() => edit(talk)}>
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
    if (!isFiltered) return <Empty>{onEdit ? text.empty : text.nothingFound}</Empty>;
    const showAll = () => change({ search: undefined, unit: undefined, phase: undefined });
    return <Empty action={<Button onClick={showAll}>{text.clear}</Button>}>{text.nothingFound}</Empty>;
  }
}

function textOf(given: unknown): string | undefined {
  return typeof given === 'string' && given !== '' ? given : undefined;
}

/** Of closed books the units are others: only what means the same everywhere is remembered. */
const OWN_ROOM = { room: 'talks', remembered: ['unit', 'phase'], passing: ['search'] };
const ROOM_OF_BOOKS = { room: 'talks.ofBooks', remembered: [], passing: ['unit', 'phase', 'search'] };

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
