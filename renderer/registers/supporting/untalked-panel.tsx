import { calendarDate } from '../../../shared/vocabulary/dates.ts';
import { usePagedRows } from '../../state/paged-rows.ts';
import { refusalOf } from '../../state/refusals.ts';
import { useIdentity } from '../../state/session.ts';
import { talksText as text } from '../../text/talks-page.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Empty, Panel } from '../../ui/page.tsx';
import { supportingQueries, type Untalked } from './supporting-queries.ts';

const titles = text.untalkedColumns;

/** Who of those on duty was not talked with by today. */
export function UntalkedPanel({ onPick }: { readonly onPick: (person: string) => void }) {
  const { today } = useIdentity();
  const { key, ask } = supportingQueries.untalked(calendarDate(today));
  const rows = usePagedRows<Untalked>(key, ask);
  return (
    <Panel title={text.untalked} className="supporting-untalked" foot={text.untalkedFoot(rows.total)}>
      {rows.error ? (
        <ErrorNotice refusal={refusalOf(rows.error)} />
      ) : (
        <DataTable
          label={text.untalked}
          columns={columnsOf(onPick)}
          total={rows.total}
          row={rows.row}
          rowKey={({ person }) => person}
          onShow={rows.show}
          empty={rows.isLoading ? null : <Empty>{text.untalkedNone}</Empty>}
        />
      )}
    </Panel>
  );
}

function columnsOf(onPick: (person: string) => void): readonly Column<Untalked>[] {
  return [
    { id: 'name', title: titles.name, width: 84, cell: ({ name }) => name },
    { id: 'unit', title: titles.unit, cell: ({ unitName }) => <span title={unitName}>{unitName}</span> },
    {
      id: 'act',
      title: titles.act,
      width: 64,
      cell: ({ person, name }) => (
        <button
          type="button"
          className="link-button"
          aria-label={text.pickNamed(name)}
          onClick={() => onPick(person)}
        >
          {text.pick}
        </button>
      ),
    },
  ];
}
