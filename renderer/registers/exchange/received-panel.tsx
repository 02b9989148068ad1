import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useMay } from '../../state/session.ts';
import { exchangeText } from '../../text/exchange-page.ts';
import { dayOf } from '../../text/frame.ts';
import { Empty, Panel } from '../../ui/page.tsx';
import { type StateShape, StateSign } from '../../ui/signs.tsx';
import { SimpleTable } from '../../ui/simple-table.tsx';
import { exchangeQueries, type Party, type ReceivedBundle } from './exchange-queries.ts';
import { nameOf } from './sent-panel.tsx';
import { SettleForkDialog } from './settle-fork-dialog.tsx';

const SHAPES: Readonly<Record<ReceivedBundle['state'], [StateShape, 'ok' | 'danger' | undefined]>> = {
  applied: ['full', 'ok'],
  superseded: ['ring', undefined],
  quarantined: ['crossed', 'danger'],
  settled: ['paused', undefined],
  revoked: ['crossed', 'danger'],
  closed: ['paused', undefined],
};

export function ReceivedPanel({ parties }: { readonly parties: readonly Party[] }) {
  const received = useQuery(exchangeQueries.received());
  const isAdministrator = useMay('administrator');
  const [settling, setSettling] = useState<string | null>(null);
  const rows = received.data ?? [];
  const quarantined = rows.find(({ state }) => state === 'quarantined');
  const { sequence, on, from, kind, has } = exchangeText.receivedColumns;
  return (
    <Panel title={`↓ ${exchangeText.received}`} foot={exchangeText.receivedFoot(rows.length)}>
      {quarantined && (
        <div className="notice danger exchange-fork">
          <h3>{exchangeText.fork.title(nameOf(parties, quarantined.sender))}</h3>
          <p>{exchangeText.fork.explain}</p>
          <div className="choices">
            <Button disabled={!isAdministrator} onClick={() => setSettling(quarantined.sender)}>
              {isAdministrator ? exchangeText.fork.settle : exchangeText.fork.needs}
            </Button>
          </div>
        </div>
      )}
      {rows.length === 0 ? (
        <Empty>{exchangeText.none.received}</Empty>
      ) : (
        <SimpleTable<ReceivedBundle>
          label={exchangeText.received}
          rows={rows}
          rowKey={(row) => row.hash}
          isMarked={({ state }) => state === 'quarantined' || state === 'revoked'}
          columns={[
            {
              id: 'sequence',
              title: sequence,
              width: 44,
              align: 'number',
              cell: (row) => <b>{row.sequence}</b>,
            },
            { id: 'on', title: on, width: 84, cell: (row) => dayOf(row.at.slice(0, 10)) },
            { id: 'from', title: from, cell: (row) => nameOf(parties, row.sender) },
            {
              id: 'kind',
              title: kind,
              width: 90,
              wideOnly: true,
              cell: (row) => exchangeText.kind(row.kind),
            },
            { id: 'has', title: has, width: 150, cell: ({ state }) => stateSign(state) },
          ]}
        />
      )}
      {settling && (
        <SettleForkDialog
          office={settling}
          name={nameOf(parties, settling)}
          onClose={() => setSettling(null)}
        />
      )}
    </Panel>
  );
}

function stateSign(state: ReceivedBundle['state']) {
  const [shape, tone] = SHAPES[state];
  return (
    <StateSign shape={shape} tone={tone}>
      {exchangeText.kept(state)}
    </StateSign>
  );
}
