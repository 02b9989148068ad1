import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { INSTITUTION_KINDS, type InstitutionKind } from '../../../shared/vocabulary/words.ts';
import { core } from '../../state/core.ts';
import { usePagedRows } from '../../state/paged-rows.ts';
import { refusalOf } from '../../state/refusals.ts';
import { useRoomAddress } from '../../state/room-address.ts';
import { useWrite } from '../../state/writes.ts';
import { signText } from '../../text/frame.ts';
import { institutionsText as text } from '../../text/institutions-page.ts';
import { institutionKindWords } from '../../text/words.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Empty, Panel } from '../../ui/page.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { useUnitChoices } from './counter-import-dialog.tsx';
import { PhaseSelect, spanOf } from './phase-select.tsx';
import { type Institution, supportingQueries } from './supporting-queries.ts';

interface InstitutionsPanelProps {
  /** The own one when absent. */
  readonly office?: string;
  /** Null: they are only read. */
  readonly onEdit: ((one: Institution) => void) | null;
}

/** The institutions that were written down, the latest first, by kind. */
export function InstitutionsPanel({ office, onEdit }: InstitutionsPanelProps) {
  const { params, change } = useRoomAddress(office === undefined ? OWN_ROOM : ROOM_OF_OFFICE);
  const kind = INSTITUTION_KINDS.find((one) => one === params.kind);
  const [search, unit] = [textOf(params.search), textOf(params.unit)];
  const phases = useQuery(supportingQueries.campaign(office)).data?.phases ?? [];
  const phase = phases.find(({ id }) => id === params.phase);
  const narrowed = { ...(kind && { kind }), ...(search && { search }), ...(unit && { unit }) };
  const filter = { office, ...narrowed, ...spanOf(phase) };
  const { key, ask } = supportingQueries.institutions(filter);
  const { total, row, show, isLoading, error } = usePagedRows(key, ask);
  const counts = useQuery(supportingQueries.institutionCounts(filter)).data;
  const units = useUnitChoices(office);
  const isNarrowed = phase !== undefined || Object.keys(narrowed).length > 0;
  const empty = isNarrowed ? (
    <Empty
      action={
        <Button
          onClick={() => change({ kind: undefined, search: undefined, unit: undefined, phase: undefined })}
        >
          {text.clear}
        </Button>
      }
    >
      {text.nothingFound}
    </Empty>
  ) : (
    <Empty>{office === undefined ? text.empty : text.emptyThere}</Empty>
  );
  return (
    <Panel
      title={text.list}
      extra={
        <>
          <Select<string | null>
            className="supporting-unit"
            aria-label={text.unit}
            value={unit ?? null}
            onChange={(id) => change({ unit: id ?? undefined })}
            options={[{ value: null, label: text.anyUnit }, ...units]}
            showSearch={{ optionFilterProp: 'label' }}
            popupMatchSelectWidth={220}
          />
          <PhaseSelect phases={phases} chosen={phase?.id} onChoose={(id) => change({ phase: id })} />
          <SearchBox
            label={text.searchLabel}
            placeholder={text.search}
            value={search ?? ''}
            onChange={(typed) => change({ search: typed || undefined })}
          />
        </>
      }
      foot={`${text.foot(total)}。${text.definition}`}
    >
      <div className="institutions-list">
        <Tabs<InstitutionKind | 'all'>
          label={text.kindsLabel}
          tabs={[
            {
              id: 'all',
              title: text.all,
              count: counts && counts.created + counts.revised + counts.abolished,
            },
            ...INSTITUTION_KINDS.map((id) => ({ id, title: institutionKindWords[id], count: counts?.[id] })),
          ]}
          chosen={kind ?? 'all'}
          onChoose={(id) => change({ kind: id === 'all' ? undefined : id })}
        />
        {error ? <ErrorNotice refusal={refusalOf(error)} /> : null}
        <DataTable
          id="institutions"
          label={text.list}
          columns={columnsOf(onEdit)}
          total={total}
          row={row}
          rowKey={({ id }) => id}
          onShow={show}
          empty={isLoading ? undefined : empty}
        />
      </div>
    </Panel>
  );
}

/** Of another office the units are others: only what means the same everywhere is remembered. */
const OWN_ROOM = { room: 'institutions', remembered: ['kind', 'unit', 'phase'], passing: ['search'] };
const ROOM_OF_OFFICE = {
  room: 'institutions.ofOffice',
  remembered: ['kind'],
  passing: ['unit', 'phase', 'search'],
};

function columnsOf(onEdit: ((one: Institution) => void) | null): readonly Column<Institution>[] {
  const titles = text.columns;
  const columns: readonly Column<Institution>[] = [
    { id: 'kind', title: titles.kind, width: 64, cell: ({ kind }) => institutionKindWords[kind] },
    { id: 'title', title: titles.title, cell: ({ title }) => <span title={title}>{title}</span> },
    { id: 'documentNumber', title: titles.documentNumber, width: 190, cell: (one) => one.documentNumber },
    { id: 'on', title: titles.on, width: 96, cell: ({ on }) => <span title={on}>{signText.day(on)}</span> },
    { id: 'unit', title: titles.unit, width: 140, cell: ({ unitName }) => unitName },
  ];
  if (!onEdit) return columns;
  const act: Column<Institution> = {
    id: 'act',
    title: titles.act,
    width: 88,
    cell: (one) => <Corrections institution={one} onEdit={() => onEdit(one)} />,
  };
  return [...columns, act];
}

interface CorrectionsProps {
  readonly institution: Institution;
  readonly onEdit: () => void;
}

function Corrections({ institution: { id, rev, title }, onEdit }: CorrectionsProps) {
  const remove = useWrite(() => core.supporting.removeInstitution({ id, rev }), {
    done: () => text.removed(title),
  });
  return (
    <span className="supporting-corrections">
      <button type="button" className="link-button" onClick={onEdit}>
        {text.edit}
      </button>
      <button type="button" className="link-button" onClick={() => remove.mutate()}>
        {text.remove}
      </button>
    </span>
  );
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
