import { Button } from 'antd';
import { useState } from 'react';
import { usePagedRows } from '../../state/paged-rows.ts';
import { refusalOf } from '../../state/refusals.ts';
import { useMay } from '../../state/session.ts';
import { exchangeText } from '../../text/exchange-page.ts';
import { dayOf } from '../../text/frame.ts';
import { bundlesText } from '../../text/handing-over.ts';
import { namedText } from '../../text/named-bundles.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Empty, Panel } from '../../ui/page.tsx';
import { type StateShape, StateSign } from '../../ui/signs.tsx';
import { exchangeQueries, type Party, type ReceivedLine, type Standing } from './exchange-queries.ts';
import { NamedBundleDialog } from './named-bundle-dialog.tsx';
import { ReceiptSheetDialog } from './receipt-sheet.tsx';
import { nameOf } from './sent-panel.tsx';
import { SettleForkDialog } from './settle-fork-dialog.tsx';

const SHAPES: Readonly<Record<ReceivedLine['state'], [StateShape, 'ok' | 'danger' | undefined]>> = {
  applied: ['full', 'ok'],
  superseded: ['ring', undefined],
  quarantined: ['crossed', 'danger'],
  settled: ['paused', undefined],
  revoked: ['crossed', 'danger'],
  closed: ['paused', undefined],
  undone: ['ring', undefined],
  kept: ['paused', undefined],
  missing: ['dotted', undefined],
};

interface ReceivedPanelProps {
  readonly parties: readonly Party[];
  readonly standings: readonly Standing[];
  /** Of one party alone. */
  readonly party: string | undefined;
}

/** What came, number by number, and what never came. */
export function ReceivedPanel({ parties, standings, party }: ReceivedPanelProps) {
  const { key, ask } = exchangeQueries.received(party);
  const rows = usePagedRows<ReceivedLine>(key, ask);
  const [paper, setPaper] = useState<ReceivedLine | null>(null);
  const [named, setNamed] = useState<ReceivedLine | null>(null);
  const mayRead = useMay('member', 'leader');
  const shown = party === undefined ? undefined : standings.find((one) => one.party === party);
  return (
    <Panel
      title={`↓ ${exchangeText.received}`}
      note={shown && <StandingNote standing={shown} />}
      foot={bundlesText.receivedFoot(rows.total)}
    >
      <ForkNotice parties={parties} standings={shown ? [shown] : standings} />
      {rows.error ? (
        <ErrorNotice refusal={refusalOf(rows.error)} />
      ) : (
        <DataTable
          id="exchange-received"
          label={exchangeText.received}
          columns={columnsOf(parties, party, { onPaper: setPaper, onNames: mayRead ? setNamed : null })}
          total={rows.total}
          row={rows.row}
          rowKey={({ party: from, epoch, sequence, hash }) => hash ?? `${from} ${epoch} ${sequence}`}
          onShow={rows.show}
          isMarked={({ state, covered }) =>
            state === 'quarantined' || state === 'revoked' || (state === 'missing' && !covered)
          }
          empty={rows.isLoading ? null : <Empty>{exchangeText.none.received}</Empty>}
        />
      )}
      {named && (
        <NamedBundleDialog line={named} name={nameOf(parties, named.party)} onClose={() => setNamed(null)} />
      )}
      {paper && <ReceiptSheetDialog line={paper} onClose={() => setPaper(null)} />}
    </Panel>
  );
}

function StandingNote({ standing: { received } }: { readonly standing: Standing }) {
  return (
    <>
      {bundlesText.receivedNote(received.applied)}
      {received.missing > 0 && `，${bundlesText.missingNote(received.gaps)}`}
    </>
  );
}

/** A fork says what it is and how it is settled, above everything that came. */
function ForkNotice({ parties, standings }: Pick<ReceivedPanelProps, 'parties' | 'standings'>) {
  const isAdministrator = useMay('administrator');
  const [settling, setSettling] = useState<string | null>(null);
  const forked = standings.find(({ received }) => received.quarantined > 0);
  return (
    <>
      {forked && (
        <div className="notice danger exchange-fork">
          <h3>{exchangeText.fork.title(nameOf(parties, forked.party))}</h3>
          <p>{exchangeText.fork.explain}</p>
          <div className="choices">
            <Button disabled={!isAdministrator} onClick={() => setSettling(forked.party)}>
              {isAdministrator ? exchangeText.fork.settle : exchangeText.fork.needs}
            </Button>
          </div>
        </div>
      )}
      {settling && (
        <SettleForkDialog
          office={settling}
          name={nameOf(parties, settling)}
          onClose={() => setSettling(null)}
        />
      )}
    </>
  );
}

const { receivedColumns: titles } = bundlesText;

interface LineActs {
  readonly onPaper: (line: ReceivedLine) => void;
  /** Null: the account may not read names. */
  readonly onNames: ((line: ReceivedLine) => void) | null;
}

function columnsOf(
  parties: readonly Party[],
  party: string | undefined,
  { onPaper, onNames }: LineActs,
): Column<ReceivedLine>[] {
  const isOfMany = party === undefined && parties.length > 1;
  const from: Column<ReceivedLine> = {
    id: 'from',
    title: titles.from,
    width: 120,
    cell: (line) => nameOf(parties, line.party),
  };
  const content: Column<ReceivedLine> = {
    id: 'content',
    title: titles.content,
    width: 140,
    wideOnly: true,
    cell: ({ full, asOf, names }) => {
      if (full === null || asOf === null) return bundlesText.missingContent;
      return names ? namedText.content(dayOf(asOf)) : bundlesText.content(full, asOf);
    },
  };
  return [
    {
      id: 'sequence',
      title: titles.sequence,
      width: 52,
      align: 'number',
      cell: ({ sequence, until }) => <b>{bundlesText.stretch(sequence, until)}</b>,
    },
    {
      id: 'on',
      title: titles.on,
      width: 76,
      wideOnly: isOfMany,
      cell: ({ at }) => (at ? dayOf(at.slice(0, 10)) : '—'),
    },
    isOfMany ? from : content,
    {
      id: 'state',
      title: titles.state,
      cell: (line) => (
        <>
          {stateCell(line)}{' '}
          {onNames && line.names && !line.names.erased && (
            <button
              type="button"
              className="link-button"
              aria-label={namedText.openOf(line.sequence)}
              onClick={() => onNames(line)}
            >
              {namedText.open}
            </button>
          )}
        </>
      ),
    },
    {
      id: 'act',
      title: titles.act,
      width: 64,
      cell: (line) =>
        line.hash !== null && line.state !== 'revoked' && !line.names?.erased ? (
          <button
            type="button"
            className="link-button"
            aria-label={bundlesText.of(bundlesText.paper, line.sequence)}
            onClick={() => onPaper(line)}
          >
            {bundlesText.paper}
          </button>
        ) : null,
    },
  ];
}

function stateCell({ state, covered, names }: ReceivedLine) {
  const [shape, tone] = SHAPES[state];
  const kept = state === 'missing' ? bundlesText.missing(covered) : exchangeText.kept(state);
  const said = names?.erased ? namedText.erased : kept;
  return (
    <span title={said}>
      <StateSign shape={shape} tone={state === 'missing' && !covered ? 'danger' : tone}>
        {said}
      </StateSign>
    </span>
  );
}
