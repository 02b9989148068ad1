import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useMemo, useState } from 'react';
import { usePagedRows } from '../../state/paged-rows.ts';
import { refusalOf } from '../../state/refusals.ts';
import { useIdentity } from '../../state/session.ts';
import { calendarText } from '../../text/calendar.ts';
import { matterWords } from '../../text/matters.ts';
import { studyText } from '../../text/study-page.ts';
import { sessionStateWords } from '../../text/words.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { ErrorNotice } from '../../ui/notices.tsx';
import { OnlyChip } from '../../ui/only-chip.tsx';
import { Empty, Panel } from '../../ui/page.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { useWide } from '../../ui/use-wide.ts';
import { SessionCalendar } from './session-calendar.tsx';
import { sessionColumns } from './session-columns.tsx';
import { isFiltered, type SessionFilter, type StudySearch } from './session-filter.ts';
import { UnderCorrection } from './study-figures.tsx';
import { studyQueries } from './study-queries.ts';

interface SessionsPanelProps {
  readonly filter: SessionFilter;
  readonly onChange: (more: StudySearch) => void;
  readonly onOpen: (id: string) => void;
  readonly onCreate: (() => void) | undefined;
  readonly search: StudySearch;
}

/** The list of sessions with its filters, count and definition. */
export function SessionsPanel({ filter, onChange, onOpen, onCreate, search }: SessionsPanelProps) {
  const roles = useIdentity().account?.roles;
  const isWide = useWide();
  const { key, ask } = studyQueries.sessions(filter);
  const list = usePagedRows(key, ask);
  const all = useQuery(studyQueries.counts({})).data?.all ?? list.total;
  const [selected, setSelected] = useState<string | null>(null);
  const isCalendar = search.as === 'calendar';
  const columns = useMemo(() => sessionColumns(roles ?? [], isWide), [roles, isWide]);
  return (
    <Panel
      title={<SessionViews isCalendar={isCalendar} onChange={onChange} />}
      note={<UnderCorrection />}
      foot={studyText.foot(list.total, all)}
      extra={<Filters filter={filter} onChange={onChange} />}
    >
      {list.error ? (
        <ErrorNotice refusal={refusalOf(list.error)} />
      ) : isCalendar ? (
        <SessionCalendar month={search.month} phase={filter.phase} onMonth={(month) => onChange({ month })} />
      ) : (
        <DataTable
          id="sessions"
          label={studyText.list}
          columns={columns}
          total={list.total}
          row={list.row}
          rowKey={({ id }) => id}
          onShow={list.show}
          onOpen={({ id }) => onOpen(id)}
          onSelect={({ id }) => setSelected(id)}
          selected={selected}
          empty={list.isLoading ? undefined : empty()}
        />
      )}
    </Panel>
  );

  function empty() {
    if (!isFiltered(filter))
      return (
        <Empty action={onCreate && <Button onClick={onCreate}>{studyText.create}</Button>}>
          {onCreate ? studyText.empty : studyText.emptyRead}
        </Empty>
      );
    const clear = {
      view: undefined,
      phase: undefined,
      search: undefined,
      state: undefined,
      matter: undefined,
    };
    return (
      <Empty action={<Button onClick={() => onChange(clear)}>{studyText.showAll}</Button>}>
        {studyText.emptyFiltered}
      </Empty>
    );
  }
}

interface SessionViewsProps {
  readonly isCalendar: boolean;
  readonly onChange: (more: StudySearch) => void;
}

/** The same sessions as a list or as a month. */
function SessionViews({ isCalendar, onChange }: SessionViewsProps) {
  return (
    <span className="session-views">
      {studyText.list}
      <button
        type="button"
        aria-pressed={!isCalendar}
        onClick={() => onChange({ as: undefined, month: undefined })}
      >
        {calendarText.asList}
      </button>
      <button type="button" aria-pressed={isCalendar} onClick={() => onChange({ as: 'calendar' })}>
        {calendarText.asCalendar}
      </button>
    </span>
  );
}

function Filters({ filter, onChange }: Pick<SessionsPanelProps, 'filter' | 'onChange'>) {
  const campaign = useQuery(studyQueries.campaign());
  const { state, matter, phase, search } = filter;
  const only = matter ? matterWords[matter] : state && sessionStateWords[state];
  return (
    <>
      {only && <OnlyChip word={only} onClear={() => onChange({ state: undefined, matter: undefined })} />}
      <SearchBox
        label={studyText.search}
        placeholder={studyText.search}
        className="study-search"
        value={search ?? ''}
        onChange={(text) => onChange({ search: text || undefined })}
      />
      <Select<string | null>
        className="study-phase"
        aria-label={studyText.phase}
        value={phase ?? null}
        onChange={(id) => onChange({ phase: id ?? undefined })}
        options={[
          { value: null, label: studyText.anyPhase },
          ...(campaign.data?.phases ?? []).map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
    </>
  );
}
