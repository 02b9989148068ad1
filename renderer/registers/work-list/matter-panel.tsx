import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { refusalOf } from '../../state/refusals.ts';
import { useIdentity } from '../../state/session.ts';
import { workListText } from '../../text/work-list-page.ts';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Empty, Panel } from '../../ui/page.tsx';
import { matrixOf } from './matter-rows.ts';
import { MatterTable } from './matter-table.tsx';
import { workListQueries } from './work-list-queries.ts';

const text = workListText.matrix;

/** 谁在等谁: kind of work × whose move. */
export function MatterPanel({ readsRegisters }: { readonly readsRegisters: boolean }) {
  const { role } = useIdentity();
  const { data, error } = useQuery(workListQueries.matters());
  const matrix = data && matrixOf(data.matters, role);
  return (
    <Panel title={text.title} note={text.note} className="work-list-matters">
      {error && <ErrorNotice refusal={refusalOf(error)} />}
      {matrix && matrix.rows.length > 0 && <MatterTable matrix={matrix} />}
      {matrix?.rows.length === 0 && <NothingWaits readsRegisters={readsRegisters} />}
    </Panel>
  );
}

function NothingWaits({ readsRegisters }: { readonly readsRegisters: boolean }) {
  const { role } = useIdentity();
  if (!readsRegisters)
    return <Empty action={<Link to="/exchange">{text.toExchange}</Link>}>{text.emptyAdministrator}</Empty>;
  return (
    <Empty action={<Link to="/figures">{text.toFigures}</Link>}>
      {role === 'group' ? text.emptyGroup : text.empty}
    </Empty>
  );
}
