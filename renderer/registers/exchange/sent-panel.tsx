import { useQuery } from '@tanstack/react-query';
import { exchangeText } from '../../text/exchange-page.ts';
import { dayOf } from '../../text/frame.ts';
import { Empty, Panel } from '../../ui/page.tsx';
import { StateSign } from '../../ui/signs.tsx';
import { SimpleTable } from '../../ui/simple-table.tsx';
import { exchangeQueries, type Party, type SentBundle } from './exchange-queries.ts';

export function SentPanel({ parties }: { readonly parties: readonly Party[] }) {
  const sent = useQuery(exchangeQueries.sent());
  const rows = sent.data ?? [];
  const { sequence, on, to, rows: range, has } = exchangeText.sentColumns;
  return (
    <Panel title={`↑ ${exchangeText.sent}`} foot={exchangeText.sentFoot(rows.length)}>
      {rows.length === 0 ? (
        <Empty>{exchangeText.none.sent}</Empty>
      ) : (
        <SimpleTable<SentBundle>
          label={exchangeText.sent}
          rows={rows}
          rowKey={(row) => row.hash}
          columns={[
            {
              id: 'sequence',
              title: sequence,
              width: 44,
              align: 'number',
              cell: (row) => <b>{row.sequence}</b>,
            },
            { id: 'on', title: on, width: 84, cell: (row) => dayOf(row.createdAt.slice(0, 10)) },
            { id: 'to', title: to, cell: (row) => nameOf(parties, row.recipient) },
            {
              id: 'range',
              title: range,
              width: 130,
              wideOnly: true,
              cell: (row) => exchangeText.revs(row.baseRev, row.headRev),
            },
            { id: 'has', title: has, width: 150, cell: receipt },
          ]}
        />
      )}
    </Panel>
  );
}

export function nameOf(parties: readonly Party[], office: string): string {
  return parties.find(({ officeId }) => officeId === office)?.name ?? '—';
}

function receipt({ acknowledgedAt }: SentBundle) {
  if (!acknowledgedAt)
    return (
      <StateSign shape="half" tone="group">
        {exchangeText.waiting}
      </StateSign>
    );
  return (
    <StateSign shape="full" tone="ok">
      {exchangeText.acknowledged(dayOf(acknowledgedAt.slice(0, 10)))}
    </StateSign>
  );
}
