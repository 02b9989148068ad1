import { Button } from 'antd';
import type { PagedRows } from '../../state/paged-rows.ts';
import { refusalOf } from '../../state/refusals.ts';
import { dayOf } from '../../text/frame.ts';
import { listText, unitsText } from '../../text/self-inspection-page.ts';
import { declarationWords } from '../../text/words.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Empty, Panel } from '../../ui/page.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { choosingColumn } from './choosing-column.tsx';
import type { ChosenFilings } from './chosen-filings.ts';
import { FilingStateSign, FilingWhose, stateWord } from './filing-signs.tsx';
import { type ChangeSearch, isFiltered, NO_FILTER, type RoomSearch } from './room-search.ts';
import type { FilingRow } from './self-inspection-queries.ts';

const { columns: titles } = listText;

interface FilingsListProps {
  readonly rows: PagedRows<FilingRow>;
  /** Everybody the round has, filtered or not. */
  readonly all: number | undefined;
  readonly search: RoomSearch;
  readonly change: ChangeSearch;
  /** Absent: nothing can be opened, as at a group, which knows no more of a filing than its row. */
  readonly onOpen?: (row: FilingRow) => void;
  readonly selected?: string | null;
  /** At a group, which knows the people by pseudonym: there is no name to search for. */
  readonly isAnonymous?: boolean;
  /** Beside an open filing only what tells one row from another. */
  readonly isNarrow?: boolean;
  /** For a reviewer, who deals with many at once. */
  readonly chosen?: ChosenFilings | undefined;
}

/** Who is to file in the round and what became of it. */
export function FilingsList(props: FilingsListProps) {
  const { rows, all, search, change, onOpen, selected = null, isNarrow = false, isAnonymous = false } = props;
  const { chosen } = props;
  const leftOut = [...(isNarrow ? BESIDE_PANEL : []), ...(isAnonymous ? AT_COUNTY : [])];
  const shown = COLUMNS.filter(({ id }) => !leftOut.includes(id)).map((one) =>
    chosen && one.id === 'filedOn' ? { ...one, wideOnly: true } : one,
  );
  if (rows.error) return <ErrorNotice refusal={refusalOf(rows.error)} />;
  const clear = () => change(NO_FILTER);
  return (
    <Panel
      className="self-inspection-list"
      title={listText.title}
      note={onlyOf(search)}
      extra={
        <>
          {isFiltered(search) && (
            <button type="button" className="link-button" onClick={clear}>
              {listText.clear}
            </button>
          )}
          {!isAnonymous && (
            <SearchBox
              className="self-inspection-search"
              label={listText.searchLabel}
              placeholder={listText.search}
              value={search.search ?? ''}
              onChange={(text) => change({ search: text || undefined })}
            />
          )}
        </>
      }
      foot={
        <span className="self-inspection-foot">
          <b>{listText.shown(rows.total, all ?? rows.total)}</b> {listText.definition}
        </span>
      }
    >
      <DataTable
        id="filings"
        label={listText.title}
        columns={[...(chosen ? [choosingColumn(chosen)] : []), ...shown]}
        total={rows.total}
        row={rows.row}
        rowKey={({ person }) => person}
        onShow={rows.show}
        selected={selected}
        {...(onOpen && { onOpen, opensOnClick: true })}
        isMarked={({ state }) => state === 'returned'}
        empty={
          rows.isLoading ? null : (
            <Empty action={isFiltered(search) && <Button onClick={clear}>{listText.clear}</Button>}>
              {listText.empty}
            </Empty>
          )
        }
      />
    </Panel>
  );
}

function onlyOf({ state, matter }: RoomSearch): string | undefined {
  if (matter) return listText.only(listText.matters[matter]);
  return state && listText.only(stateWord(state));
}

const BESIDE_PANEL = ['filedOn', 'items', 'whose'];
const AT_COUNTY = ['paperNumber', 'whose'];

const COLUMNS: readonly Column<FilingRow>[] = [
  { id: 'paperNumber', title: titles.paperNumber, width: 112, cell: ({ paperNumber }) => paperNumber ?? '—' },
  { id: 'name', title: titles.name, width: 80, cell: nameCell },
  { id: 'unit', title: titles.unit, cell: ({ unitName }) => unitName },
  {
    id: 'filedOn',
    title: titles.filedOn,
    width: 80,
    cell: ({ filedOn }) => (filedOn ? dayOf(filedOn) : '—'),
  },
  { id: 'declared', title: titles.declared, width: 64, cell: declaredCell },
  {
    id: 'items',
    title: titles.items,
    width: 64,
    wideOnly: true,
    cell: ({ items }) => (items > 0 ? listText.items(items) : '—'),
  },
  { id: 'state', title: titles.state, width: 104, cell: ({ state }) => <FilingStateSign state={state} /> },
  { id: 'whose', title: titles.whose, width: 92, cell: ({ whose }) => <FilingWhose whose={whose} /> },
];

function nameCell({ name, person, expected }: FilingRow) {
  return (
    <span title={expected ? undefined : listText.notExpected}>
      {name ?? <span className="mono">{`${unitsText.nameless} ${person.slice(0, 4)}`}</span>}
      {!expected && ' *'}
    </span>
  );
}

function declaredCell({ declared }: FilingRow) {
  if (!declared) return '—';
  const word = declarationWords[declared];
  return declared === 'hasProblem' ? <b>{word}</b> : <span className="secondary">{word}</span>;
}
