import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { usePagedRows } from '../../state/paged-rows.ts';
import { refusalOf } from '../../state/refusals.ts';
import { referencesText as text } from '../../text/personnel-page.ts';
import { filingStateWords, makeupWords, markWords, sessionStateWords } from '../../text/words.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Empty, Panel } from '../../ui/page.tsx';
import { SimpleTable } from '../../ui/simple-table.tsx';
import { personnelQueries, type References } from './personnel-queries.ts';

type AttendanceRow = References['attendance']['rows'][number];

/** Where the sessions name the person: marks as they stand, not added up. */
export function PersonAttendance({ id }: { readonly id: string }) {
  const { key, ask } = personnelQueries.attendanceOf(id);
  const rows = usePagedRows<AttendanceRow>(key, ask);
  const references = useQuery(personnelQueries.references(id));
  const makeups = references.data?.attendance.makeups;
  return (
    <Panel
      title={text.attendance}
      note={makeups && text.makeups(makeups.pending, makeups.done)}
      foot={text.attendanceFoot(rows.total)}
      className="person-attendance"
    >
      {rows.error !== null && <ErrorNotice refusal={refusalOf(rows.error)} />}
      <DataTable
        id="personnel.attendance"
        label={text.attendance}
        columns={ATTENDANCE}
        total={rows.total}
        row={rows.row}
        rowKey={({ session }) => session}
        onShow={rows.show}
        empty={rows.isLoading ? null : <Empty>{text.noAttendance}</Empty>}
      />
    </Panel>
  );
}

const { columns } = text;

const ATTENDANCE: readonly Column<AttendanceRow>[] = [
  { id: 'day', title: columns.day, width: 96, cell: ({ day }) => day ?? text.noDay },
  {
    id: 'title',
    title: columns.session,
    cell: ({ session, title }) => (
      <Link to="/study/$id" params={{ id: session }} title={title}>
        {title}
      </Link>
    ),
  },
  {
    id: 'state',
    title: columns.state,
    width: 72,
    cell: ({ state }) => sessionStateWords[state],
    wideOnly: true,
  },
  { id: 'unit', title: columns.unit, width: 128, cell: ({ unitName }) => unitName, wideOnly: true },
  { id: 'mark', title: columns.mark, width: 80, cell: ({ mark }) => markWords[mark] },
  {
    id: 'makeup',
    title: columns.makeup,
    width: 160,
    cell: ({ makeup, makeupOn }) =>
      makeup === 'none' ? '' : [makeupWords[makeup], makeupOn].filter(Boolean).join(' '),
  },
];

export function PersonFilings({ id }: { readonly id: string }) {
  const references = useQuery(personnelQueries.references(id));
  const filings = references.data?.filings ?? [];
  return (
    <Panel title={text.filings} foot={text.filingsFoot(filings.length)}>
      {references.error && <ErrorNotice refusal={refusalOf(references.error)} />}
      {filings.length > 0 && (
        <SimpleTable
          label={text.filings}
          rows={filings}
          rowKey={(filing) => filing.id}
          columns={[
            { id: 'round', title: columns.round, cell: ({ roundName }) => roundName },
            { id: 'on', title: columns.filedOn, width: 92, cell: ({ filedOn }) => filedOn },
            { id: 'state', title: columns.state, width: 76, cell: ({ state }) => filingStateWords[state] },
          ]}
        />
      )}
    </Panel>
  );
}
