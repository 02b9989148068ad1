import { Checkbox, DatePicker, Select } from 'antd';
import dayjs from 'dayjs';
import { PEOPLE_SORTS, type PeopleSort, type PostingStatus } from '../../../shared/vocabulary/words.ts';
import { useIdentity } from '../../state/session.ts';
import { peopleText } from '../../text/personnel-page.ts';
import { SearchBox } from '../../ui/search-box.tsx';
import { statusChoices } from './choices.ts';
import type { PeopleChoice } from './people-filter.ts';

interface PeopleToolbarProps {
  readonly choice: PeopleChoice;
  readonly isNarrowed: boolean;
  readonly onNarrow: (change: Partial<PeopleChoice>) => void;
}

export function PeopleToolbar({ choice, isNarrowed, onNarrow }: PeopleToolbarProps) {
  const { today } = useIdentity();
  const isToday = choice.asOf === today;
  return (
    <>
      <div className="toolbar">
        <SearchBox
          className="personnel-search"
          label={peopleText.search}
          placeholder={peopleText.searchPlaceholder}
          value={choice.search}
          onChange={(search) => onNarrow({ search })}
        />
        <Select<PostingStatus[]>
          aria-label={peopleText.status}
          className="personnel-status"
          mode="multiple"
          maxTagCount="responsive"
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={peopleText.anyStatus}
          value={[...choice.status]}
          onChange={(status) => onNarrow({ status })}
          options={statusChoices}
        />
        <Select<PeopleSort>
          aria-label={peopleText.sort}
          className="personnel-sort"
          value={choice.sort}
          onChange={(sort) => onNarrow({ sort })}
          options={PEOPLE_SORTS.map((sort) => ({ value: sort, label: peopleText.sorts[sort] }))}
        />
        <DatePicker
          aria-label={peopleText.asOfLabel}
          className="personnel-as-of"
          value={dayjs(choice.asOf)}
          onChange={(day) => onNarrow({ asOf: day ? day.format('YYYY-MM-DD') : today })}
          format={['YYYY-MM-DD', 'YYYY-M-D', 'YYYYMMDD', 'YYYY.M.D']}
          allowClear={!isToday}
        />
        {choice.unit !== null && (
          <Checkbox checked={choice.below} onChange={(event) => onNarrow({ below: event.target.checked })}>
            {peopleText.below}
          </Checkbox>
        )}
        {isNarrowed && (
          <button
            type="button"
            className="link-button"
            onClick={() => onNarrow({ unit: null, search: '', status: [] })}
          >
            {peopleText.clear}
          </button>
        )}
      </div>
      {!isToday && (
        <div className="personnel-as-of-banner" role="status">
          {peopleText.asOfBanner(choice.asOf)}{' '}
          <button type="button" className="link-button" onClick={() => onNarrow({ asOf: today })}>
            {peopleText.backToToday}
          </button>
        </div>
      )}
    </>
  );
}
