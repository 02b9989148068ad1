import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { ITEM_SOURCES, ITEM_STATES } from '../../../shared/vocabulary/words.ts';
import { signText } from '../../text/frame.ts';
import { matterWords, onlyText } from '../../text/matters.ts';
import { ledgerText } from '../../text/rectification-page.ts';
import { itemSourceWords, itemStateWords } from '../../text/words.ts';
import type { Choice } from '../../ui/fields.tsx';
import { OnlyChip } from '../../ui/only-chip.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { isFiltered, type LedgerSearch, NO_FILTER } from './ledger-search.ts';
import { rectificationQueries } from './rectification-queries.ts';

interface LedgerToolbarProps {
  readonly office: string | undefined;
  readonly search: LedgerSearch;
  readonly onChange: (change: Partial<LedgerSearch>) => void;
}

const states = ITEM_STATES.map((value) => ({ value, label: itemStateWords[value] }));
const sources = ITEM_SOURCES.map((value) => ({ value, label: itemSourceWords[value] }));

export function LedgerToolbar({ office, search, onChange }: LedgerToolbarProps) {
  const units = useQuery(rectificationQueries.units(office));
  const unitChoices = (units.data ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <div className="toolbar">
      <SearchBox
        className="rectification-search"
        label={ledgerText.searchLabel}
        placeholder={ledgerText.search}
        value={search.search ?? ''}
        onChange={(text) => onChange({ search: text || undefined })}
      />
      {filter('state', states)}
      {filter('unit', unitChoices)}
      {filter('source', sources)}
      {(search.matter || search.whose) && (
        <OnlyChip word={onlyWord(search)} onClear={() => onChange({ matter: undefined, whose: undefined })} />
      )}
      {isFiltered(search) && (
        <button type="button" className="link-button" onClick={() => onChange(NO_FILTER)}>
          {ledgerText.clear}
        </button>
      )}
      <span className="secondary rectification-sort">{ledgerText.sort[search.sort]}</span>
    </div>
  );

  function filter(name: 'state' | 'unit' | 'source', options: readonly Choice[]) {
    const title = ledgerText.filters[name];
    return (
      <Select<string | null>
        className="rectification-filter"
        aria-label={title}
        value={search[name] ?? null}
        onChange={(value) => onChange({ [name]: value ?? undefined })}
        options={[{ value: null, label: ledgerText.any(title) }, ...options]}
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
      />
    );
  }
}

function onlyWord({ matter, whose }: LedgerSearch): string {
  const word = matter ? matterWords[matter] : ledgerText.title;
  return whose ? onlyText.of(word, signText.whose[whose]) : word;
}
