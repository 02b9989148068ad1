import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { InstallationRole } from '../../../shared/vocabulary/words.ts';
import { useIdentity, useMay } from '../../state/session.ts';
import { keyText } from '../../text/exchange-keys.ts';
import { exchangeText } from '../../text/exchange-page.ts';
import { dayOf } from '../../text/frame.ts';
import { placeText } from '../../text/handing-over.ts';
import { download } from '../../ui/file-content.ts';
import { Panel } from '../../ui/page.tsx';
import { StateSign } from '../../ui/signs.tsx';
import { SimpleTable } from '../../ui/simple-table.tsx';
import { exchangeQueries, type OwnKeys, type Party } from './exchange-queries.ts';
import { KeySheetDialog } from './key-sheet.tsx';
import { OwnKeysDialog } from './own-keys-dialog.tsx';
import { RevokePartyDialog } from './revoke-party-dialog.tsx';
import { TrustDialog } from './trust-dialog.tsx';
import { WriteKeysDialog } from './write-dialogs.tsx';

type Open = 'sheet' | 'carry' | 'own' | 'trust' | Party | null;

/** Our own keys to hand over, and whose keys were compared on paper. */
export function PartiesPanel({ parties }: { readonly parties: readonly Party[] }) {
  const { id, code, name, role } = useIdentity();
  const isAdministrator = useMay('administrator');
  const own = useQuery(exchangeQueries.ownKeys());
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  return (
    <Panel
      title={exchangeText.parties}
      className="exchange-parties"
      foot={
        parties.length === 0 ? exchangeText.none.parties : isAdministrator ? null : exchangeText.trustNeeds
      }
      extra={
        <>
          <Button size="small" onClick={() => setOpen('sheet')}>
            {keyText.sheet}
          </Button>
          <Button
            size="small"
            disabled={!own.data}
            onClick={() => own.data && download(own.data.fileName, own.data.content)}
          >
            {exchangeText.ownKeys}
          </Button>
          <Button size="small" disabled={!own.data} onClick={() => setOpen('carry')}>
            {placeText.keysButton}
          </Button>
          {isAdministrator && (
            <Button size="small" onClick={() => setOpen('own')}>
              {keyText.own}
            </Button>
          )}
          {isAdministrator && (
            <Button size="small" type="primary" onClick={() => setOpen('trust')}>
              {exchangeText.trust}
            </Button>
          )}
        </>
      }
    >
      <SimpleTable<Row>
        label={exchangeText.parties}
        rows={[...(own.data ? [{ id, code, name, own: own.data }] : []), ...parties.map(rowOf)]}
        rowKey={(row) => row.id}
        isMarked={({ party }) => party?.revoked != null}
        columns={[
          { id: 'name', title: exchangeText.partyColumns.name, cell: (row) => nameCell(row, role) },
          {
            id: 'code',
            title: exchangeText.partyColumns.code,
            width: 76,
            wideOnly: true,
            cell: (row) => <span className="mono">{row.code}</span>,
          },
          { id: 'fingerprint', title: keyText.columns.print, width: 128, wideOnly: true, cell: printCell },
          { id: 'state', title: keyText.columns.state, width: 212, cell: stateCell },
          ...(isAdministrator
            ? [{ id: 'revoke', title: keyText.columns.act, width: 72, cell: revokeCell }]
            : []),
        ]}
      />
      {open === 'sheet' && <KeySheetDialog onClose={close} />}
      {open === 'carry' && <WriteKeysDialog onClose={close} />}
      {open === 'own' && <OwnKeysDialog onClose={close} />}
      {open === 'trust' && <TrustDialog parties={parties} onClose={close} />}
      {open !== null && typeof open === 'object' && <RevokePartyDialog party={open} onClose={close} />}
    </Panel>
  );

  function revokeCell({ party }: Row) {
    if (!party || party.revoked) return null;
    return (
      <Button size="small" danger onClick={() => setOpen(party)}>
        {keyText.revoke}
      </Button>
    );
  }
}

interface Row {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  /** This office itself has its own, every other one is a party. */
  readonly own?: OwnKeys;
  readonly party?: Party;
}

function rowOf(party: Party): Row {
  return { id: party.officeId, code: party.code, name: party.name, party };
}

/** Between an office and a group nobody asks which is above. */
function nameCell({ name, code, own, party }: Row, ownRole: InstallationRole) {
  const shown = own ? exchangeText.ownName(name) : name;
  const isTold = ownRole === 'group' && party?.kind === 'group';
  const relation = isTold && party.relation && keyText.relations[party.relation];
  return (
    <span title={[shown, code, relation].filter(Boolean).join(' ')}>
      {shown}
      {relation && <span className="secondary"> {relation}</span>}
    </span>
  );
}

function printCell({ own, party }: Row) {
  const fingerprint = own?.fingerprint ?? party?.fingerprint ?? '';
  return (
    <span className="mono exchange-print" title={fingerprint}>
      {keyText.firstGroups(fingerprint)}
    </span>
  );
}

function stateCell({ own, party }: Row) {
  if (own) return keyText.ownState(own.number, dayOf(own.createdAt.slice(0, 10)));
  if (!party) return null;
  if (party.revoked)
    return (
      <span title={party.revoked.reason}>
        <StateSign shape="crossed" tone="danger">
          {keyText.revoked(party.revoked.sequence)}
        </StateSign>
      </span>
    );
  if (party.relation === null)
    return (
      <span title={keyText.relationUnsaidNote}>
        <StateSign shape="dotted" tone="danger">
          {keyText.relationUnsaid}
        </StateSign>
      </span>
    );
  const pinned = keyText.pinned(party.how, dayOf(party.pinnedAt.slice(0, 10)), party.pinnedBy);
  return (
    <span title={pinned}>
      <StateSign shape="full" tone="ok">
        {pinned}
      </StateSign>
    </span>
  );
}
