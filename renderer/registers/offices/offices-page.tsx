import './offices.css';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { refusalOf } from '../../state/refusals.ts';
import { useIdentity } from '../../state/session.ts';
import { figureTexts } from '../../text/figures.ts';
import { officesText } from '../../text/offices-page.ts';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Empty, Page, Panel } from '../../ui/page.tsx';
import { officesQueries } from './offices-queries.ts';
import { OfficesTable, OVERVIEW_FIGURES } from './offices-table.tsx';

/** Every office beside the others, in their own order; the sums leave out whoever's data do not reach today. */
export function OfficesPage() {
  const { today } = useIdentity();
  const { data, error } = useQuery(officesQueries.byOffice(today));
  return (
    <Page title={officesText.title} subtitle={data && officesText.subtitle(data.offices.length, data.asOf)}>
      {error && <ErrorNotice refusal={refusalOf(error)} />}
      {data?.offices.length === 0 && (
        <Empty action={<Link to="/exchange">{officesText.toExchange}</Link>}>{officesText.empty}</Empty>
      )}
      {data && data.offices.length > 0 && (
        <Panel title={officesText.table} note={officesText.note} foot={<Definitions />}>
          <OfficesTable {...data} />
        </Panel>
      )}
    </Page>
  );
}

function Definitions() {
  return (
    <>
      <p>{officesText.hatched}</p>
      {OVERVIEW_FIGURES.map((id) => (
        <p key={id} className="wide-only">
          <b>{figureTexts[id].name}</b> {officesText.definition}
          {figureTexts[id].definition}
        </p>
      ))}
    </>
  );
}
