import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { usePagedRows } from '../../state/paged-rows.ts';
import { refusalOf } from '../../state/refusals.ts';
import { useMay } from '../../state/session.ts';
import { exchangeText } from '../../text/exchange-page.ts';
import { dayOf } from '../../text/frame.ts';
import { bundlesText, placeText } from '../../text/handing-over.ts';
import { matterWords } from '../../text/matters.ts';
import { namedText } from '../../text/named-bundles.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { ErrorNotice } from '../../ui/notices.tsx';
import { OnlyChip } from '../../ui/only-chip.tsx';
import { Empty, Panel } from '../../ui/page.tsx';
import { type StateShape, StateSign } from '../../ui/signs.tsx';
import { exchangeQueries, type Party, type SentLine, type Standing } from './exchange-queries.ts';
import type { SealedNumber } from './place-writing.tsx';
import { ReceiptDialog } from './receipt-dialog.tsx';
import { WriteBundlesDialog } from './write-dialogs.tsx';

interface SentPanelProps {
  readonly parties: readonly Party[];
  /** Of one party alone. */
  readonly party: string | undefined;
  readonly standing: Standing | undefined;
}

/** What was sealed, number by number, and how far each has come. */
export function SentPanel({ parties, party, standing }: SentPanelProps) {
  const { isNarrowed, showAll } = useNarrowing();
  const { key, ask } = exchangeQueries.sent(party, isNarrowed);
  const rows = usePagedRows<SentLine>(key, ask);
  const unwritten = useQuery(exchangeQueries.unwritten());
  const reads = useMay('clerk', 'reviewer', 'member', 'leader');
  const [writing, setWriting] = useState<readonly SealedNumber[] | null>(null);
  const [receipt, setReceipt] = useState<SentLine | null>(null);
  const acts: Acts = { onWrite: (line) => setWriting([numberOf(line)]), onReceipt: setReceipt, reads };
  return (
    <Panel
      title={`↑ ${exchangeText.sent}`}
      note={standing && bundlesText.sentNote(standing.sent.last, standing.sent.acknowledged)}
      extra={
        <>
          {isNarrowed && <OnlyChip word={matterWords.bundleUnacknowledged} onClear={showAll} />}
          {unwritten.data && unwritten.data.length > 1 && (
            <Button size="small" onClick={() => setWriting(unwritten.data.map(numberOf))}>
              {bundlesText.writeAll(unwritten.data.length)}
            </Button>
          )}
        </>
      }
      foot={bundlesText.sentFoot(rows.total)}
    >
      {rows.error ? (
        <ErrorNotice refusal={refusalOf(rows.error)} />
      ) : (
        <DataTable
          id="exchange-sent"
          label={exchangeText.sent}
          columns={columnsOf(parties, party, acts)}
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
      {writing && <WriteBundlesDialog bundles={writing} onClose={() => setWriting(null)} />}
      {receipt && (
        <ReceiptDialog
          line={receipt}
          name={nameOf(parties, receipt.party)}
          onClose={() => setReceipt(null)}
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

function numberOf({ party: recipient, sequence, epoch, bytes }: SentLine): SealedNumber {
  return { recipient, sequence, epoch, bytes: bytes ?? 0 };
}

interface Acts {
  readonly onWrite: (line: SentLine) => void;
  readonly onReceipt: (line: SentLine) => void;
  /** Prints forms. */
  readonly reads: boolean;
}

const { sentColumns: titles } = bundlesText;

function columnsOf(parties: readonly Party[], party: string | undefined, acts: Acts): Column<SentLine>[] {
  const isOfMany = party === undefined && parties.length > 1;
  const to: Column<SentLine> = {
    id: 'to',
    title: titles.to,
    width: 120,
    cell: (line) => nameOf(parties, line.party),
  };
  const content: Column<SentLine> = {
    id: 'content',
    title: titles.content,
    width: 140,
    wideOnly: true,
    cell: ({ full, asOf, bytes, namesReason }) => (
      <span title={bytes === null ? undefined : placeText.size(bytes)}>
        {namesReason === null ? bundlesText.content(full, asOf) : namedText.content(dayOf(asOf))}
      </span>
    ),
  };
  return [
    {
      id: 'sequence',
      title: titles.sequence,
      width: 40,
      align: 'number',
      cell: ({ sequence }) => <b>{sequence}</b>,
    },
    {
      id: 'on',
      title: titles.on,
      width: 76,
      wideOnly: isOfMany,
      cell: ({ sealedAt }) => dayOf(sealedAt.slice(0, 10)),
    },
    isOfMany ? to : content,
    { id: 'state', title: titles.state, cell: stateCell },
    { id: 'act', title: titles.act, width: 104, cell: (line) => <LineActs line={line} {...acts} /> },
    ...(acts.reads ? [REGISTER] : []),
  ];
}

/** Its line of the register of exchanges, as form 11. */
const REGISTER: Column<SentLine> = {
  id: 'form',
  title: titles.form,
  width: 64,
  cell: ({ party, sequence, epoch }) => (
    <Link
      to="/forms"
      search={{ form: 'exchangeRegister', party, sequence: String(sequence), epoch: String(epoch) }}
      aria-label={bundlesText.of(bundlesText.register, sequence)}
    >
      {bundlesText.register}
    </Link>
  ),
};

function LineActs({ line, onWrite, onReceipt }: Acts & { readonly line: SentLine }) {
  const { sequence, state, kept } = line;
  const isOnItsWay = state === 'sealed' || state === 'written';
  return (
    <span className="exchange-acts">
      {kept && state !== 'acknowledged' && (
        <button
          type="button"
          className="link-button"
          aria-label={bundlesText.of(bundlesText.write, sequence)}
          onClick={() => onWrite(line)}
        >
          {bundlesText.write}
        </button>
      )}
      {isOnItsWay && (
        <button
          type="button"
          className="link-button"
          aria-label={bundlesText.of(bundlesText.receipt, sequence)}
          onClick={() => onReceipt(line)}
        >
          {bundlesText.receipt}
        </button>
      )}
    </span>
  );
}

export function nameOf(parties: readonly Party[], office: string): string {
  return parties.find(({ officeId }) => officeId === office)?.name ?? '—';
}

const SHAPES: Readonly<Record<SentLine['state'], [StateShape, 'ok' | 'group' | undefined]>> = {
  sealed: ['ring', undefined],
  written: ['half', 'group'],
  delivered: ['threeQuarters', 'ok'],
  acknowledged: ['full', 'ok'],
  superseded: ['paused', undefined],
};

function stateCell(line: SentLine) {
  const { state, medium } = line;
  const [shape, tone] = SHAPES[state];
  const said = bundlesText.state(state, dayReached(line));
  return (
    <span title={medium ? `${said} · ${titles.medium} ${medium}` : said}>
      <StateSign shape={shape} tone={tone}>
        {said}
      </StateSign>
    </span>
  );
}

function dayReached({ state, writtenAt, deliveredAt, acknowledgedAt }: SentLine): string | null {
  const at = { written: writtenAt, delivered: deliveredAt, acknowledged: acknowledgedAt };
  const reached = state === 'sealed' || state === 'superseded' ? null : at[state];
  return reached?.slice(0, 10) ?? null;
}
