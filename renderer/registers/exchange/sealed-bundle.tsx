import { Button } from 'antd';
import { useState } from 'react';
import { exchangeText } from '../../text/exchange-page.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { canWriteAndReadBack, download, writeAndReadBack } from '../../ui/file-content.ts';
import { SimpleTable } from '../../ui/simple-table.tsx';
import type { SealedBundle } from './exchange-queries.ts';

type Written = 'proved' | 'differs' | 'saved';

/** What is in the bundle that was just made, and how it gets onto the stick. */
export function SealedBundleReport({
  bundle,
  onClose,
}: {
  readonly bundle: SealedBundle;
  readonly onClose: () => void;
}) {
  const [written, setWritten] = useState<Written | null>(null);
  const { fileName, content, sequence, counts, bytes, hash } = bundle;
  const rows = Object.entries(counts).filter(([, count]) => count > 0);
  const total = rows.reduce((sum, [, count]) => sum + count, 0);
  return (
    <Dialog
      title={exchangeText.made(sequence)}
      onClose={onClose}
      foot={
        <>
          <Button onClick={save}>{exchangeText.save}</Button>
          {canWriteAndReadBack() && (
            <Button type="primary" onClick={() => void write()}>
              {exchangeText.write}
            </Button>
          )}
          <Button onClick={onClose} disabled={written === null || written === 'differs'}>
            {exchangeText.done}
          </Button>
        </>
      }
    >
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
      {written && (
        <p className={written === 'differs' ? 'notice danger' : 'notice ok'} role="status">
          {exchangeText[written]}
        </p>
      )}
    </Dialog>
  );

  function save(): void {
    download(fileName, content);
    setWritten('saved');
  }

  async function write(): Promise<void> {
    const isSame = await writeAndReadBack(fileName, content).catch(() => false);
    if (isSame !== null) setWritten(isSame ? 'proved' : 'differs');
  }
}
