import { Button } from 'antd';
import { useState } from 'react';
import type { ErrorCode } from '../../../shared/vocabulary/error-codes.ts';
import type { Core } from '../../state/core.ts';
import { errorSentence } from '../../text/errors.ts';
import { exportAllText as text } from '../../text/export-all.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { download } from '../../ui/file-content.ts';
import { SimpleTable } from '../../ui/simple-table.tsx';
import { PlaceWriting } from './place-writing.tsx';

type Answer = Awaited<ReturnType<Core['exchange']['exportAll']>>;

/** The bundles that were made in one step, and the way onto the stick: together, or a folder for each office. */
export function SealedForAll({
  answer: { bundles, failed },
  onClose,
}: {
  readonly answer: Answer;
  readonly onClose: () => void;
}) {
  const [isWritten, setWritten] = useState(false);
  return (
    <Dialog
      wide
      title={text.madeTitle(bundles.length)}
      onClose={onClose}
      foot={
        <>
          <Button onClick={save} disabled={bundles.length === 0}>
            {text.save}
          </Button>
          <Button onClick={onClose}>{isWritten ? text.done : text.later}</Button>
        </>
      }
    >
      {failed.map(({ recipient, name, problem }) => (
        <p key={recipient} className="notice danger" role="alert">
          {text.failed(name)}
          {errorSentence(problem as ErrorCode)} {text.failedSafe}
        </p>
      ))}
      {bundles.length > 0 && <PlaceWriting bundles={bundles} onWritten={() => setWritten(true)} />}
      <SimpleTable
        label={text.madeTitle(bundles.length)}
        rows={bundles}
        rowKey={({ recipient }) => recipient}
        columns={[
          { id: 'office', title: text.madeColumns.office, cell: ({ name }) => name },
          {
            id: 'sequence',
            title: text.madeColumns.sequence,
            width: 64,
            align: 'number',
            cell: ({ sequence }) => sequence,
          },
          { id: 'rows', title: text.madeColumns.rows, width: 72, align: 'number', cell: ({ rows }) => rows },
          {
            id: 'file',
            title: text.madeColumns.file,
            width: 260,
            cell: ({ fileName }) => <span className="mono">{fileName}</span>,
          },
        ]}
      />
    </Dialog>
  );

  function save(): void {
    for (const { fileName, content } of bundles) download(fileName, content);
    setWritten(true);
  }
}
