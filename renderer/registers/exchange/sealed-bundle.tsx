import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useMay } from '../../state/session.ts';
import { exchangeText } from '../../text/exchange-page.ts';
import { bundlesText, placeText } from '../../text/handing-over.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { download } from '../../ui/file-content.ts';
import { SimpleTable } from '../../ui/simple-table.tsx';
import type { SealedBundle } from './exchange-queries.ts';
import { PlaceWriting } from './place-writing.tsx';

/** Digests that the lists are compared by; they stand in no sum of a bundle ([X16]), so that all say the same. */
const UNCOUNTED = 'rankCheck';

/** What is in the bundle that was just made, and how it gets onto the stick. */
export function SealedBundleReport({
  bundle,
  onClose,
}: {
  readonly bundle: SealedBundle;
  readonly onClose: () => void;
}) {
  const reads = useMay('clerk', 'reviewer', 'member', 'leader');
  const [handed, setHanded] = useState<'written' | 'saved' | null>(null);
  const { fileName, content, sequence, counts, bytes, hash } = bundle;
  const rows = Object.entries(counts).filter(([name, count]) => count > 0 && name !== UNCOUNTED);
  const total = rows.reduce((sum, [, count]) => sum + count, 0);
  return (
    <Dialog
      wide
      title={exchangeText.made(sequence)}
      onClose={onClose}
      foot={
        <>
          {handed !== null && reads && (
            <Link
              to="/forms"
              search={{ form: 'exchangeRegister', party: bundle.recipient, sequence: String(sequence) }}
              className="button-link"
            >
              {bundlesText.printRegister}
            </Link>
          )}
          <Button onClick={save}>{exchangeText.save}</Button>
          <Button onClick={onClose}>{handed === null ? placeText.later : exchangeText.done}</Button>
        </>
      }
    >
      <PlaceWriting bundles={[bundle]} onWritten={() => setHanded('written')} />
      {handed === 'saved' && (
        <p className="notice ok" role="status">
          {exchangeText.saved}
        </p>
      )}
      <dl className="pairs">
        <dt>{exchangeText.fileName}</dt>
        <dd className="mono">{fileName}</dd>
        <dt>{exchangeText.hash}</dt>
        <dd className="mono">{hash.slice(0, 32)}</dd>
        <dt>{exchangeText.total}</dt>
        <dd>
          <b>{total}</b> · {exchangeText.size(bytes)}
        </dd>
      </dl>
      <SimpleTable
        label={exchangeText.made(sequence)}
        rows={rows}
        rowKey={([register]) => register}
        columns={[
          {
            id: 'register',
            title: exchangeText.madeColumns.register,
            cell: ([name]) => exchangeText.register(name),
          },
          {
            id: 'rows',
            title: exchangeText.madeColumns.rows,
            width: 120,
            align: 'number',
            cell: ([, count]) => count,
          },
        ]}
      />
    </Dialog>
  );

  function save(): void {
    download(fileName, content);
    setHanded('saved');
  }
}
