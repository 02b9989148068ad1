import { importText } from '../../text/personnel-page.ts';
import { Panel } from '../../ui/page.tsx';
import type { RosterFile, RosterImport, RosterReport } from './roster-import.ts';
import { RosterOptions } from './roster-options.tsx';

interface RosterFilePanelProps {
  readonly roster: RosterImport;
  readonly file: RosterFile;
  readonly onAnother: () => void;
}

/** The file, what it leaves open, and what of it is not taken. */
export function RosterFilePanel({ roster, file, onAnother }: RosterFilePanelProps) {
  const { report, choices, work, decide } = roster;
  return (
    <Panel
      title={importText.fileTitle}
      extra={
        <button type="button" className="link-button" onClick={onAnother} disabled={work.isRunning}>
          {importText.another}
        </button>
      }
    >
      <dl className="pairs import-file">
        <dt>{importText.file}</dt>
        <dd title={file.name}>{file.name}</dd>
        <dt>{importText.size}</dt>
        <dd>{importText.kilobytes(Math.ceil(file.bytes / 1024))}</dd>
        {report && (
          <>
            <dt>{importText.read}</dt>
            <dd>{importText.rows(report.read)}</dd>
          </>
        )}
      </dl>
      <RosterOptions choices={choices} report={report} isBusy={work.isRunning} onDecide={decide} />
      {report && <DroppedColumns columns={report.droppedColumns} />}
    </Panel>
  );
}

function DroppedColumns({ columns }: { readonly columns: RosterReport['droppedColumns'] }) {
  if (columns.length === 0) return <p className="import-dropped secondary">{importText.noDropped}</p>;
  return (
    <section className="import-dropped" aria-label={importText.dropped(columns.length)}>
      <h3>{importText.dropped(columns.length)}</h3>
      <ul>
        {columns.map((column) => (
          <li key={column}>
            <s>{column}</s>
            <span className="secondary">{importText.droppedNote}</span>
          </li>
        ))}
      </ul>
      <p className="secondary">{importText.droppedFoot}</p>
    </section>
  );
}
