import { useNavigate, useSearch } from '@tanstack/react-router';
import { usePagedRows } from '../../state/paged-rows.ts';
import { refusalOf } from '../../state/refusals.ts';
import { exchangeText } from '../../text/exchange-page.ts';
import { dayOf } from '../../text/frame.ts';
import { matterWords } from '../../text/matters.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { ErrorNotice } from '../../ui/notices.tsx';
import { OnlyChip } from '../../ui/only-chip.tsx';
import { Empty, Panel } from '../../ui/page.tsx';
import { StateSign } from '../../ui/signs.tsx';
import { exchangeQueries, type Party, type SentBundle } from './exchange-queries.ts';

export function SentPanel({ parties }: { readonly parties: readonly Party[] }) {
  const { isNarrowed, showAll } = useNarrowing();
  const { key, ask } = exchangeQueries.sent(isNarrowed);
  const rows = usePagedRows<SentBundle>(key, ask);
  return (
    <Panel
      title={`↑ ${exchangeText.sent}`}
      extra={isNarrowed && <OnlyChip word={matterWords.bundleUnacknowledged} onClear={showAll} />}
      foot={exchangeText.sentFoot(rows.total)}
    >
      {rows.error ? (
        <ErrorNotice refusal={refusalOf(rows.error)} />
      ) : (
        <DataTable
          id="sent"
          label={exchangeText.sent}
          columns={columnsOf(parties)}
          total={rows.total}
          row={rows.row}
          rowKey={({ hash }) => hash}
          onShow={rows.show}
          empty={
            rows.isLoading ? null : (
              <Empty>{isNarrowed ? exchangeText.none.unacknowledged : exchangeText.none.sent}</Empty>
            )
          }
        />
      )}
    </Panel>
  );
}

/** A number of the work list leads to the bundles that it counts. */
function useNarrowing() {
  const { matter }: { readonly matter?: string } = useSearch({ strict: false });
  const navigate = useNavigate();
  return {
    isNarrowed: matter === 'bundleUnacknowledged',
    showAll: () => void navigate({ to: '.', search: {}, replace: true }),
  };
}

const { sentColumns: titles } = exchangeText;

function columnsOf(parties: readonly Party[]): Column<SentBundle>[] {
  return [
    {
      id: 'sequence',
      title: titles.sequence,
      width: 44,
      align: 'number',
      cell: ({ sequence }) => <b>{sequence}</b>,
    },
    { id: 'on', title: titles.on, width: 84, cell: ({ createdAt }) => dayOf(createdAt.slice(0, 10)) },
    { id: 'to', title: titles.to, cell: ({ recipient }) => nameOf(parties, recipient) },
    {
      id: 'range',
      title: titles.rows,
      width: 130,
      wideOnly: true,
      cell: ({ baseRev, headRev }) => exchangeText.revs(baseRev, headRev),
    },
    { id: 'has', title: titles.has, width: 150, cell: receipt },
  ];
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
