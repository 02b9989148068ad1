import { useQuery } from '@tanstack/react-query';
import { Checkbox, Select } from 'antd';
import { ITEM_GROUPINGS, ITEM_SOURCES, ITEM_STATES, WHOSE } from '../../../shared/vocabulary/words.ts';
import { signText } from '../../text/frame.ts';
import { matterWords } from '../../text/matters.ts';
import { ledgerText } from '../../text/rectification-page.ts';
import { itemSourceWords, itemStateWords } from '../../text/words.ts';
import type { Choice } from '../../ui/fields.tsx';
import { OnlyChip } from '../../ui/only-chip.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { useWide } from '../../ui/use-wide.ts';
import { DueFilter } from './due-filter.tsx';
import { choicesOf, retiredOf } from './item-choices.ts';
import { isFiltered, type LedgerSearch, NO_FILTER } from './ledger-search.ts';
import { type Place, rectificationQueries } from './rectification-queries.ts';

interface LedgerToolbarProps {
  readonly place: Place;
  readonly search: LedgerSearch;
  readonly change: (change: Partial<LedgerSearch>) => void;
}

const states = ITEM_STATES.map((value) => ({ value, label: itemStateWords[value] }));
const sources = ITEM_SOURCES.map((value) => ({ value, label: itemSourceWords[value] }));
const sides = WHOSE.map((value) => ({ value, label: signText.whose[value] }));
const groupings = ITEM_GROUPINGS.map((value) => ({ value, label: ledgerText.groupings[value] }));

type Named = 'state' | 'phase' | 'unit' | 'source' | 'category' | 'whose';

export function LedgerToolbar({ place, search, change }: LedgerToolbarProps) {
  const units = useQuery(rectificationQueries.units(place.office)).data ?? [];
  const {
    categories = [],
    retired = [],
    phases = [],
  } = useQuery(rectificationQueries.campaign(place.office)).data ?? {};
  const isWide = useWide();
  const { matter, fromGroup, owner, supervised } = search;
  return (
    <div className="toolbar">
      <SearchBox
        className="rectification-search"
        label={ledgerText.searchLabel}
        placeholder={ledgerText.search}
        value={search.search ?? ''}
        onChange={(text) => change({ search: text || undefined })}
      />
      {filter('state', states)}
      {filter('unit', choicesOf(units))}
      {search.unit && (
        <Checkbox
          checked={search.below !== false}
          onChange={({ target }) => change({ below: target.checked ? undefined : false })}
        >
          {ledgerText.withBelow}
        </Checkbox>
      )}
      {filter('phase', choicesOf(phases))}
      {filter('source', sources)}
      {filter('category', [...choicesOf(categories), ...retiredOf(retired)])}
      <DueFilter due={search.due} today={place.today} onChange={(due) => change({ due })} />
      {filter('whose', sides)}
      <Select<string | null>
        className="rectification-filter"
        aria-label={ledgerText.filters.group}
        value={search.group ?? null}
        onChange={(group) => change({ group: ITEM_GROUPINGS.find((one) => one === group) })}
        options={[{ value: null, label: ledgerText.noGroup }, ...groupings]}
        popupMatchSelectWidth={false}
      />
      <Checkbox
        checked={supervised === true}
        onChange={({ target }) => change({ supervised: target.checked ? true : undefined })}
      >
        {ledgerText.supervisedWord}
      </Checkbox>
      {matter && <OnlyChip word={matterWords[matter]} onClear={() => change({ matter: undefined })} />}
      {fromGroup && (
        <OnlyChip word={ledgerText.fromGroupWord} onClear={() => change({ fromGroup: undefined })} />
      )}
      {owner && <OnlyChip word={owner} onClear={() => change({ owner: undefined })} />}
      {isFiltered(search) && (
        <button type="button" className="link-button" onClick={() => change(NO_FILTER)}>
          {ledgerText.clear}
        </button>
      )}
    </div>
  );

  function filter(name: Named, options: readonly Choice[]) {
    const title = ledgerText.filters[name];
    const rest = name === 'unit' ? { below: undefined } : {};
    return (
      <Select<string | null>
        className="rectification-filter"
        aria-label={title}
        value={search[name] ?? null}
        onChange={(value) => change({ ...rest, [name]: value ?? undefined })}
        options={[{ value: null, label: isWide ? ledgerText.any(title) : title }, ...options]}
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
      />
    );
  }
}
