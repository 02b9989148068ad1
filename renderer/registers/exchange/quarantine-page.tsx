import './exchange.css';
import './import-desk.css';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { refusalOf } from '../../state/refusals.ts';
import { useMay } from '../../state/session.ts';
import { errorSentence } from '../../text/errors.ts';
import { dayOf } from '../../text/frame.ts';
import { doneWords, quarantineText as text, turnedAwayWords } from '../../text/import-desk.ts';
import type { Column } from '../../ui/data-table.tsx';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Empty, Page, Panel } from '../../ui/page.tsx';
import { SimpleTable } from '../../ui/simple-table.tsx';
import { type DoneWith, deskQueries, type FallenBundle, type TurnedAway } from './desk-queries.ts';
import { ForkPanel } from './fork-panel.tsx';
import { LayAsideDialog } from './lay-aside-dialog.tsx';

interface Waiting {
  readonly hash: string;
  readonly fileName: string;
}

/** What was put aside or sent away: what it says of itself, what is safe, and the way on for the administrator. */
export function QuarantinePage() {
  const { data, error } = useQuery(deskQueries.quarantine());
  const isAdministrator = useMay('administrator');
  const [aside, setAside] = useState<Waiting | null>(null);
  const { forks = [], fallen = [], turnedAway = [], doneWith = [] } = data ?? {};
  const isEmpty = data && forks.length + fallen.length + turnedAway.length === 0;
  const act = (waiting: Waiting) => (
    <Button
      size="small"
      disabled={!isAdministrator}
      title={isAdministrator ? undefined : text.needsAdministrator}
      onClick={() => setAside(waiting)}
    >
      {isAdministrator ? text.layAside : text.needsAdministrator}
    </Button>
  );
  return (
    <Page
      title={
        <>
          <Link to="/exchange" className="desk-back">
            {text.back}
          </Link>{' '}
          / {text.title}
        </>
      }
    >
      <div className="quarantine">
        <ErrorNotice refusal={error ? refusalOf(error) : null} />
        {isEmpty && <Empty action={<Link to="/exchange">{text.back}</Link>}>{text.nothing}</Empty>}
        {forks.map((fork) => (
          <ForkPanel key={fork.sender} fork={fork} />
        ))}
        {fallen.length > 0 && (
          <Panel title={text.fallenTitle} foot={text.fallenSays}>
            <SimpleTable<FallenBundle>
              label={text.fallenTitle}
              rows={fallen}
              rowKey={({ hash }) => hash}
              columns={fallenColumns(act)}
            />
          </Panel>
        )}
        {turnedAway.length > 0 && (
          <Panel title={text.turnedTitle} foot={text.turnedSays}>
            <SimpleTable<TurnedAway>
              label={text.turnedTitle}
              rows={turnedAway}
              rowKey={({ hash }) => hash}
              columns={turnedColumns(act)}
            />
          </Panel>
        )}
        {doneWith.length > 0 && (
          <Panel title={text.doneTitle}>
            <SimpleTable<DoneWith>
              label={text.doneTitle}
              rows={doneWith}
              rowKey={({ hash }) => hash}
              columns={DONE}
            />
          </Panel>
        )}
      </div>
      {aside && <LayAsideDialog {...aside} onClose={() => setAside(null)} />}
    </Page>
  );
}

const { turnedColumns: turned, doneColumns: done, bundleColumns: kept } = text;
const day = (at: string) => dayOf(at.slice(0, 10));

function turnedColumns(act: (waiting: Waiting) => React.ReactNode): Column<TurnedAway>[] {
  return [
    {
      id: 'file',
      title: turned.file,
      width: 190,
      cell: ({ fileName }) => <span className="mono">{fileName}</span>,
    },
    {
      id: 'claims',
      title: turned.claims,
      width: 190,
      wideOnly: true,
      cell: ({ claims }) => (claims ? text.claims(claims.code, claims.name, claims.sequence) : text.noClaims),
    },
    {
      id: 'why',
      title: turned.why,
      cell: ({ code }) => <span title={errorSentence(code)}>{turnedAwayWords[code]}</span>,
    },
    { id: 'on', title: turned.on, width: 84, cell: ({ at }) => day(at) },
    {
      id: 'act',
      title: turned.act,
      width: 190,
      cell: (row) => (
        <span className="choices">
          {row.code === 'bundle_sender_unknown' && <Link to="/exchange">{text.toTrust}</Link>} {act(row)}
        </span>
      ),
    },
  ];
}

function fallenColumns(act: (waiting: Waiting) => React.ReactNode): Column<FallenBundle>[] {
  return [
    { id: 'office', title: text.turnedColumns.claims, width: 160, cell: ({ name }) => name },
    {
      id: 'sequence',
      title: kept.sequence,
      width: 48,
      align: 'number',
      cell: ({ sequence }) => <b>{sequence}</b>,
    },
    { id: 'asOf', title: kept.asOf, width: 96, cell: ({ asOf }) => dayOf(asOf) },
    { id: 'because', title: text.fallenReason, cell: ({ because }) => because ?? '—' },
    { id: 'on', title: kept.on, width: 96, cell: ({ receivedAt }) => day(receivedAt) },
    {
      id: 'act',
      title: turned.act,
      width: 110,
      cell: ({ hash, name, sequence }) =>
        act({ hash, fileName: `${name} ${text.numbers(sequence, sequence)}` }),
    },
  ];
}

const DONE: Column<DoneWith>[] = [
  {
    id: 'file',
    title: done.file,
    width: 220,
    cell: ({ fileName, sender, sequence }) =>
      fileName ? (
        <span className="mono">{fileName}</span>
      ) : (
        `${sender ?? ''} ${text.numbers(sequence ?? 0, sequence ?? 0)}`
      ),
  },
  { id: 'what', title: done.what, width: 150, cell: ({ what }) => doneWords[what] ?? what },
  { id: 'reason', title: done.reason, cell: ({ reason }) => reason },
  { id: 'by', title: done.by, width: 110, cell: ({ by }) => by ?? '—' },
  { id: 'on', title: done.on, width: 96, cell: ({ at }) => day(at) },
];
