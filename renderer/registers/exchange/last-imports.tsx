import { useQuery } from '@tanstack/react-query';
import { dayOf } from '../../text/frame.ts';
import { importDeskText as text, undoObstacleWords } from '../../text/import-desk.ts';
import { Empty, Panel } from '../../ui/page.tsx';
import { SimpleTable } from '../../ui/simple-table.tsx';
import { deskQueries, type LastImport } from './desk-queries.ts';
import { UndoImportButton } from './undo-import-button.tsx';

/** Of each office the bundle that its books stand on, with the way back. */
export function LastImports() {
  const imports = useQuery(deskQueries.undoable());
  const rows = imports.data ?? [];
  return (
    <Panel title={text.last} foot={text.lastFoot}>
      {rows.length === 0 ? (
        !imports.isPending && <Empty>{text.noneTaken}</Empty>
      ) : (
        <SimpleTable<LastImport>
          label={text.last}
          rows={rows}
          rowKey={({ sender }) => sender}
          columns={COLUMNS}
        />
      )}
    </Panel>
  );
}

const titles = text.lastColumns;
const COLUMNS = [
  { id: 'office', title: titles.office, cell: ({ name }: LastImport) => name },
  {
    id: 'sequence',
    title: titles.sequence,
    width: 48,
    align: 'number' as const,
    cell: ({ sequence }: LastImport) => <b>{sequence}</b>,
  },
  { id: 'asOf', title: titles.asOf, width: 96, cell: ({ asOf }: LastImport) => dayOf(asOf) },
  {
    id: 'on',
    title: titles.on,
    width: 96,
    wideOnly: true,
    cell: ({ receivedAt }: LastImport) => dayOf(receivedAt.slice(0, 10)),
  },
  {
    id: 'undo',
    title: titles.undo,
    width: 280,
    cell: ({ why, ...last }: LastImport) =>
      why ? <span className="secondary">{undoObstacleWords[why]}</span> : <UndoImportButton {...last} />,
  },
];
