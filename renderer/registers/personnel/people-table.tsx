import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { PostingStatus } from '../../../shared/vocabulary/words.ts';
import type { PagedRows } from '../../state/paged-rows.ts';
import { peopleText } from '../../text/personnel-page.ts';
import { postingStatusWords, staffingWords } from '../../text/words.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import type { Person } from './personnel-queries.ts';

interface PeopleTableProps {
  readonly label: string;
  readonly people: PagedRows<Person>;
  readonly chosen: string | null;
  readonly onChoose: (person: Person) => void;
  readonly onOpen: (person: Person) => void;
  readonly empty: ReactNode;
}

export function PeopleTable({ label, people, chosen, onChoose, onOpen, empty }: PeopleTableProps) {
  return (
    <DataTable
      id="personnel.people"
      label={label}
      columns={COLUMNS}
      total={people.total}
      row={people.row}
      rowKey={({ id }) => id}
      onShow={people.show}
      selected={chosen}
      onSelect={onChoose}
      onOpen={onOpen}
      empty={people.isLoading ? null : empty}
    />
  );
}

const { columns } = peopleText;

const COLUMNS: readonly Column<Person>[] = [
  {
    id: 'orderNumber',
    title: columns.orderNumber,
    width: 64,
    frozen: true,
    align: 'number',
    cell: ({ orderNumber }) => orderNumber,
  },
  { id: 'name', title: columns.name, width: 112, frozen: true, cell: nameCell },
  { id: 'unit', title: columns.unit, width: 184, cell: ({ unitName }) => unitName },
  { id: 'post', title: columns.post, cell: ({ post }) => post },
  {
    id: 'staffing',
    title: columns.staffing,
    width: 88,
    cell: ({ staffing }) => staffing && staffingWords[staffing],
  },
  { id: 'status', title: columns.status, width: 80, cell: ({ status }) => <StatusSign status={status} /> },
  {
    id: 'disambiguator',
    title: columns.disambiguator,
    width: 96,
    cell: ({ disambiguator }) => disambiguator,
  },
];

function nameCell({ id, name }: Person): ReactNode {
  return (
    <Link to="/personnel/$id" params={{ id }} tabIndex={-1}>
      {name ?? peopleText.nameless}
    </Link>
  );
}

/** Who counts is plain text; who does not stands in a box. */
export function StatusSign({ status }: { readonly status: PostingStatus | null }) {
  if (status === null) return <span className="secondary">—</span>;
  const counts = status === 'onDuty' || status === 'secondedIn';
  return counts ? (
    postingStatusWords[status]
  ) : (
    <span className="chip grey">{postingStatusWords[status]}</span>
  );
}
