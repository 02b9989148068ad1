import { exportPreviewText as text } from '../../text/export-preview.ts';
import { dayOf } from '../../text/frame.ts';
import type { Column } from '../../ui/data-table.tsx';
import { SimpleTable } from '../../ui/simple-table.tsx';
import type { ExportPreview } from './exchange-queries.ts';
import { type LeavingGroup, leavingGroups, sumOf } from './export-groups.ts';

interface PreviewProps {
  readonly preview: ExportPreview;
  /** Name of the recipient. */
  readonly recipient: string;
}

/** What the bundle will hold: a row for each ledger, with what of it never leaves. */
export function PreviewTable({ preview, recipient }: PreviewProps) {
  const { sequence, why, since, bytes, period } = preview;
  const groups = leavingGroups(preview.tables);
  return (
    <div className="export-preview">
      <header className="export-preview-head">
        <h3>{text.title(sequence)}</h3>
        <span>{text.why(why)}</span>
        {since && (
          <span className="secondary">{text.since(since.sequence, dayOf(since.on.slice(0, 10)))}</span>
        )}
      </header>
      <SimpleTable<LeavingGroup>
        label={text.title(sequence)}
        rows={groups}
        rowKey={({ group }) => group}
        columns={columns}
        foot={<Sum groups={groups} />}
      />
      <p className="secondary">
        {[
          text.size(bytes),
          text.only(recipient),
          period && text.period(period.from && dayOf(period.from), dayOf(period.until), period.closed),
          period?.nil && text.periodNil,
          preview.tables.some(({ added }) => added === null) && text.changedToo,
        ]
          .filter(Boolean)
          .join('；')}
      </p>
    </div>
  );
}

const shown = (count: number | null) => (count === null || count === 0 ? '—' : count.toLocaleString('zh-CN'));

const columns: readonly Column<LeavingGroup>[] = [
  { id: 'group', title: text.columns.group, width: 130, cell: ({ group }) => text.group(group).title },
  { id: 'added', title: text.columns.added, width: 76, align: 'number', cell: ({ added }) => shown(added) },
  {
    id: 'changed',
    title: text.columns.changed,
    width: 76,
    align: 'number',
    cell: ({ changed }) => shown(changed),
  },
  {
    id: 'deleted',
    title: text.columns.deleted,
    width: 76,
    align: 'number',
    cell: ({ deleted }) => shown(deleted),
  },
  { id: 'names', title: text.columns.names, width: 90, cell: ({ group }) => text.group(group).names },
  { id: 'scope', title: text.columns.scope, cell: ({ group }) => text.group(group).scope },
];

function Sum({ groups }: { readonly groups: readonly LeavingGroup[] }) {
  const { rows, added, changed, deleted } = sumOf(groups);
  return (
    <tfoot>
      <tr>
        <th scope="row">{text.sum(rows)}</th>
        {[added, changed, deleted].map((count, at) => (
          <td key={columns[at + 1]?.id} className="number">
            <b>{shown(count)}</b>
          </td>
        ))}
        <td colSpan={2}>{rows === 0 ? text.nothing : ''}</td>
      </tr>
    </tfoot>
  );
}
