import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { type Core, core } from '../../state/core.ts';
import { useLongWork } from '../../state/long-work.ts';
import { refusalOf } from '../../state/refusals.ts';
import { exportAllText as text } from '../../text/export-all.ts';
import { formText } from '../../text/form.ts';
import { frameText } from '../../text/frame.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { LongWorkNotice } from '../../ui/long-work-notice.tsx';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Empty, Key } from '../../ui/page.tsx';
import { SimpleTable } from '../../ui/simple-table.tsx';
import { exchangeQueries } from './exchange-queries.ts';
import { SealedForAll } from './sealed-for-all.tsx';

type Waiting = Awaited<ReturnType<Core['exchange']['outbox']>>[number];

/** Which offices get a bundle now; then they are sealed one after another, and written together. */
export function ExportAllDialog({ onClose }: { readonly onClose: () => void }) {
  const { data, error } = useQuery(exchangeQueries.outbox());
  const [changed, setChanged] = useState<ReadonlyMap<string, boolean>>(new Map());
  const seal = useLongWork((offices: readonly string[], signal) =>
    core.exchange.exportAll({ offices: [...offices] }, { signal }),
  );
  if (seal.answer) return <SealedForAll answer={seal.answer} onClose={onClose} />;
  const all = data ?? [];
  const isChosen = (one: Waiting) => changed.get(one.office) ?? isWaiting(one);
  const chosen = all.filter(isChosen).map(({ office }) => office);
  return (
    <Dialog
      wide
      title={text.title}
      onClose={onClose}
      onSubmit={() => chosen.length > 0 && seal.run(chosen)}
      foot={
        <>
          <Button onClick={onClose}>{formText.cancel}</Button>
          <Button type="primary" htmlType="submit" disabled={seal.isRunning || chosen.length === 0}>
            {chosen.length === 0 ? text.nothing : text.seal(chosen.length)}
            <Key>Ctrl+Enter</Key>
          </Button>
        </>
      }
    >
      <p className="secondary">{text.explain}</p>
      {error && <ErrorNotice refusal={refusalOf(error)} />}
      {!data && !error && <p>{frameText.loading}</p>}
      {data?.length === 0 && <Empty>{text.none}</Empty>}
      {all.length > 0 && (
        <SimpleTable<Waiting>
          label={text.title}
          rows={all}
          rowKey={({ office }) => office}
          columns={[
            { id: 'choose', title: text.columns.choose, width: 40, cell: choice },
            { id: 'office', title: text.columns.office, cell: ({ name }) => name },
            {
              id: 'fresh',
              title: text.columns.fresh,
              width: 72,
              align: 'number',
              cell: ({ fresh }) => fresh || '—',
            },
            {
              id: 'acknowledges',
              title: text.columns.acknowledges,
              width: 80,
              cell: ({ acknowledges }) => (acknowledges ? text.owed : '—'),
            },
            {
              id: 'drafts',
              title: text.columns.drafts,
              width: 64,
              align: 'number',
              cell: ({ drafts }) => drafts || '—',
            },
            {
              id: 'last',
              title: text.columns.last,
              width: 72,
              align: 'number',
              cell: ({ lastSequence }) => lastSequence ?? '—',
            },
          ]}
        />
      )}
      {all.length > 0 && <p className="secondary">{text.foot(all.filter(isWaiting).length, all.length)}</p>}
      <LongWorkNotice work={seal} />
    </Dialog>
  );

  function choice(one: Waiting) {
    return (
      <Checkbox
        aria-label={text.choose(one.name)}
        checked={isChosen(one)}
        onChange={({ target }) => setChanged(new Map(changed).set(one.office, target.checked))}
      />
    );
  }
}

function isWaiting({ fresh, acknowledges }: Waiting): boolean {
  return fresh > 0 || acknowledges;
}
