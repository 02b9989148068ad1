import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { refusalOf } from '../../state/refusals.ts';
import { useMay } from '../../state/session.ts';
import { campaignText, booksText as text } from '../../text/campaign-page.ts';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Empty, Panel } from '../../ui/page.tsx';
import { SimpleTable } from '../../ui/simple-table.tsx';
import { type Book, campaignQueries } from './campaign-queries.ts';

/** 往期台账: what earlier campaigns left, to be read. */
export function BooksPanel() {
  const { data, error } = useQuery(campaignQueries.books);
  const reads = useMay('clerk', 'reviewer', 'member', 'leader');
  if (error) return <ErrorNotice refusal={refusalOf(error)} />;
  if (!data) return null;
  return (
    <Panel title={text.title} note={reads ? text.note : text.needsReader} foot={text.foot(data.length)}>
      {data.length === 0 ? (
        <Empty>{text.empty}</Empty>
      ) : (
        <SimpleTable<Book>
          label={text.title}
          rows={data}
          rowKey={({ id }) => id}
          columns={[
            { id: 'campaign', title: text.columns.campaign, cell: ({ campaign }) => campaign },
            { id: 'office', title: text.columns.office, width: 240, cell: ({ officeName }) => officeName },
            {
              id: 'closedOn',
              title: text.columns.closedOn,
              width: 136,
              cell: ({ closedOn }) => campaignText.day(closedOn),
            },
            ...(reads
              ? [{ id: 'open', title: campaignText.moveOn, width: 72, cell: (book: Book) => opened(book) }]
              : []),
          ]}
        />
      )}
    </Panel>
  );
}

function opened({ id }: Book) {
  return (
    <Link to="/books/$office" params={{ office: id }}>
      {text.open}
    </Link>
  );
}
