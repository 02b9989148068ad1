import { workListText } from '../../text/work-list-page.ts';
import type { Column } from '../../ui/data-table.tsx';
import { ItemStateSign } from '../../ui/item-state-sign.tsx';
import { Due } from '../../ui/signs.tsx';
import type { MineRow } from './work-list-queries.ts';

const text = workListText.mine;

export const mineColumns: readonly Column<MineRow>[] = [
  {
    id: 'due',
    title: text.columns.due,
    width: 180,
    sorted: 'ascending',
    cell: (row) => <Due dueOn={row.dueOn} originalDueOn={row.originalDueOn} daysLeft={row.daysLeft} />,
  },
  {
    id: 'subject',
    title: text.columns.subject,
    cell: ({ subject }) => <span title={subject}>{subject || text.subjectBlank}</span>,
  },
  {
    id: 'number',
    title: text.columns.number,
    width: 84,
    cell: ({ number }) => number ?? <span className="secondary">{text.numberless}</span>,
  },
  {
    id: 'unit',
    title: text.columns.unit,
    width: 128,
    wideOnly: true,
    cell: ({ unitName }) => unitName ?? <span className="secondary">{workListText.matrix.none}</span>,
  },
  { id: 'state', title: text.columns.state, width: 112, cell: (row) => <ItemStateSign {...row} /> },
];
