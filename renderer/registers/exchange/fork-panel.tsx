import { Button } from 'antd';
import { useState } from 'react';
import type { ErrorCode } from '../../../shared/vocabulary/error-codes.ts';
import { useIdentity, useMay } from '../../state/session.ts';
import { errorSentence } from '../../text/errors.ts';
import { exchangeText } from '../../text/exchange-page.ts';
import { dayOf } from '../../text/frame.ts';
import { quarantineText as text } from '../../text/import-desk.ts';
import type { Column } from '../../ui/data-table.tsx';
import { Panel } from '../../ui/page.tsx';
import { StateSign } from '../../ui/signs.tsx';
import { SimpleTable } from '../../ui/simple-table.tsx';
import { ChooseBranchDialog } from './choose-branch-dialog.tsx';
import type { Fork, KeptBundle } from './desk-queries.ts';
import { SettleForkDialog } from './settle-fork-dialog.tsx';

/** Two histories of one office side by side: what happened, what is safe, what to do next. */
export function ForkPanel({ fork }: { readonly fork: Fork }) {
  const { role } = useIdentity();
  const isAdministrator = useMay('administrator');
  const [open, setOpen] = useState<'settle' | 'choose' | null>(null);
  const { sender, name, ancestor, standing, other, why } = fork;
  const canChoose = isAdministrator && role === 'group' && why === null;
  return (
    <Panel
      className="quarantine-fork"
      title={
        <StateSign shape="crossed" tone="danger">
          {text.forkTitle(name, span(other))}
        </StateSign>
      }
    >
      <div className="quarantine-says">
        <dl>
          <dt>{text.situation}</dt>
          <dd>{text.forkSays(ancestor?.sequence ?? null)}</dd>
          <dt>{text.safe}</dt>
          <dd>{text.forkSafe}</dd>
          <dt>{text.next}</dt>
          <dd>{why === null ? text.forkNext : errorSentence(why as ErrorCode)}</dd>
        </dl>
        <div className="quarantine-acts">
          <Button disabled={!isAdministrator} onClick={() => setOpen('settle')}>
            {text.settle}
          </Button>
          {role === 'group' && (
            <Button
              disabled={!canChoose}
              title={why === null ? undefined : errorSentence(why as ErrorCode)}
              onClick={() => setOpen('choose')}
            >
              {text.choose}
            </Button>
          )}
          {!isAdministrator && <span className="secondary">{text.needsAdministrator}</span>}
        </div>
      </div>
      <div className="quarantine-branches">
        <Branch title={text.standing} bundles={standing} />
        <Branch title={text.other} bundles={other} />
      </div>
      {open === 'settle' && <SettleForkDialog office={sender} name={name} onClose={() => setOpen(null)} />}
      {open === 'choose' && <ChooseBranchDialog fork={fork} onClose={() => setOpen(null)} />}
    </Panel>
  );
}

function Branch({ title, bundles }: { readonly title: string; readonly bundles: readonly KeptBundle[] }) {
  return (
    <section>
      <h3>{title}</h3>
      <SimpleTable<KeptBundle> label={title} rows={bundles} rowKey={({ hash }) => hash} columns={COLUMNS} />
    </section>
  );
}

function span(bundles: readonly KeptBundle[]): string {
  return text.numbers(bundles[0]?.sequence ?? 0, bundles.at(-1)?.sequence ?? 0);
}

const titles = text.bundleColumns;
const COLUMNS: Column<KeptBundle>[] = [
  {
    id: 'sequence',
    title: titles.sequence,
    width: 44,
    align: 'number',
    cell: ({ sequence }) => <b>{sequence}</b>,
  },
  { id: 'asOf', title: titles.asOf, width: 80, cell: ({ asOf }) => dayOf(asOf) },
  {
    id: 'rows',
    title: titles.rows,
    width: 90,
    align: 'number',
    cell: ({ rows, full }) => (rows === null ? text.unreadable : `${full ? `${text.full} ` : ''}${rows}`),
  },
  {
    id: 'head',
    title: titles.head,
    width: 84,
    align: 'number',
    wideOnly: true,
    cell: ({ headRev }) => headRev,
  },
  { id: 'on', title: titles.on, width: 76, cell: ({ receivedAt }) => dayOf(receivedAt.slice(0, 10)) },
  { id: 'state', title: titles.state, wideOnly: true, cell: ({ state }) => exchangeText.kept(state) },
];
