import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { ACTION_VIEWS } from '../../../shared/vocabulary/words.ts';
import { actionsText as text } from '../../text/actions-page.ts';
import { calendarText } from '../../text/calendar.ts';
import { SearchBox } from '../../ui/search-box.tsx';
import { type Tab, Tabs } from '../../ui/tabs.tsx';
import { actionsQueries, type Office } from './actions-queries.ts';
import type { ActionsSearch } from './actions-search.ts';

interface ActionsViewsProps {
  readonly office: Office;
  readonly search: ActionsSearch;
  readonly change: (part: Partial<ActionsSearch>) => void;
}

const TONES = { overdue: 'danger', dueSoon: 'warn' } as const;

/** Views with their counts, filters, and list or calendar. */
export function ActionsViews({ office, search, change }: ActionsViewsProps) {
  const counts = useQuery(actionsQueries.counts(office, search)).data?.views;
  const units = useQuery({ ...actionsQueries.units(), enabled: office === undefined }).data ?? [];
  const tabs = ACTION_VIEWS.map((id): Tab<(typeof ACTION_VIEWS)[number]> => {
    const tone = id === 'overdue' || id === 'dueSoon' ? TONES[id] : undefined;
    return { id, title: text.views[id], count: counts?.[id], tone };
  });
  return (
    <div className="actions-views">
      {search.as === 'list' ? (
        <Tabs
          label={text.viewsLabel}
          tabs={tabs}
          chosen={search.view}
          onChoose={(view) => change({ view })}
        />
      ) : (
        <span />
      )}
      <div className="actions-filters">
        {search.as === 'list' && (
          <>
            <SearchBox
              className="actions-search"
              label={text.searchLabel}
              placeholder={text.search}
              value={search.search ?? ''}
              onChange={(typed) => change({ search: typed || undefined })}
            />
            <Filter
              label={text.origin}
              any={text.anyOrigin}
              value={search.origin}
              options={Object.entries(text.origins)}
              onChange={(origin) => change({ origin: origin as ActionsSearch['origin'] })}
            />
            {units.length > 0 && (
              <Filter
                label={text.unit}
                any={text.anyUnit}
                value={search.unit}
                options={units.map(({ id, name }) => [id, name] as const)}
                onChange={(unit) => change({ unit })}
              />
            )}
          </>
        )}
        <span className="actions-as">
          {(['list', 'calendar'] as const).map((as) => (
            <button key={as} type="button" aria-pressed={search.as === as} onClick={() => change({ as })}>
              {as === 'list' ? calendarText.asList : calendarText.asCalendar}
            </button>
          ))}
        </span>
      </div>
    </div>
  );
}

interface FilterProps {
  readonly label: string;
  readonly any: string;
  readonly value: string | undefined;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly onChange: (value: string | undefined) => void;
}

function Filter({ label, any, value, options, onChange }: FilterProps) {
  return (
    <Select<string | null>
      className="actions-filter"
      aria-label={label}
      value={value ?? null}
      onChange={(next) => onChange(next ?? undefined)}
      options={[{ value: null, label: any }, ...options.map(([id, name]) => ({ value: id, label: name }))]}
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
    />
  );
}
