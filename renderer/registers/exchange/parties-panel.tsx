import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useIdentity, useMay } from '../../state/session.ts';
import { exchangeText } from '../../text/exchange-page.ts';
import { download } from '../../ui/file-content.ts';
import { Panel } from '../../ui/page.tsx';
import { SimpleTable } from '../../ui/simple-table.tsx';
import { exchangeQueries, type Party } from './exchange-queries.ts';
import { TrustDialog } from './trust-dialog.tsx';

/** Our own keys to hand over, and whose keys were compared on paper. */
export function PartiesPanel({ parties }: { readonly parties: readonly Party[] }) {
  const identity = useIdentity();
  const isAdministrator = useMay('administrator');
  const own = useQuery(exchangeQueries.ownKeys());
  const [isTrusting, setTrusting] = useState(false);
  const { id, code, name, role, demo, fingerprint } = identity;
  const ourselves: Party = { officeId: id, code, name, kind: role, demo, fingerprint };
  return (
    <Panel
      title={exchangeText.parties}
      className="exchange-parties"
      foot={
        parties.length === 0 ? exchangeText.none.parties : isAdministrator ? null : exchangeText.trustNeeds
      }
      extra={
        <>
          <Button
            size="small"
            disabled={!own.data}
            onClick={() => own.data && download(own.data.fileName, own.data.content)}
          >
            {exchangeText.ownKeys}
          </Button>
          {isAdministrator && (
            <Button size="small" type="primary" onClick={() => setTrusting(true)}>
              {exchangeText.trust}
            </Button>
          )}
        </>
      }
    >
      <SimpleTable<Party>
        label={exchangeText.parties}
        rows={[ourselves, ...parties]}
        rowKey={(party) => party.officeId}
        columns={[
          { id: 'name', title: exchangeText.partyColumns.name, cell: (party) => nameCell(party, id) },
          {
            id: 'code',
            title: exchangeText.partyColumns.code,
            width: 76,
            wideOnly: true,
            cell: (party) => <span className="mono">{party.code}</span>,
          },
          {
            id: 'fingerprint',
            title: exchangeText.partyColumns.fingerprint,
            width: 364,
            cell: (party) => <span className="mono exchange-print">{party.fingerprint}</span>,
          },
        ]}
      />
      {isTrusting && <TrustDialog onClose={() => setTrusting(false)} />}
    </Panel>
  );
}

function nameCell(party: Party, own: string) {
  const name = party.officeId === own ? exchangeText.ownName(party.name) : party.name;
  return <span title={`${name} ${party.code}`}>{name}</span>;
}
