import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { refusalOf } from '../../state/refusals.ts';
import { missingOffice } from '../../text/figures.ts';
import { figuresPageText as text } from '../../text/figures-page.ts';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Empty, Page, Panel } from '../../ui/page.tsx';
import type { FiguresAddress } from './figure-question.ts';
import { figuresQueries } from './figures-queries.ts';
import { FiguresTable } from './figures-table.tsx';
import { DayField } from './filter-strip.tsx';
import { OfficesMatrix } from './offices-matrix.tsx';
import { UnderCorrection } from './under-correction.tsx';

/** The sums over a group's offices, and the offices beside each other. */
export function GroupFigures({ question: { asOf }, change }: FiguresAddress) {
  const sums = useQuery({ ...figuresQueries.asOf({ asOf }), placeholderData: keepPreviousData });
  const offices = useQuery({ ...figuresQueries.byOffice(asOf), placeholderData: keepPreviousData });
  const error = sums.error ?? offices.error;
  const count = offices.data ? offices.data.offices.length + offices.data.groups.length : 0;
  return (
    <Page
      title={text.title}
      subtitle={text.groupAsOf(asOf)}
      strip={
        <div className="toolbar">
          <label htmlFor="figures-day">{text.day}</label>
          <DayField id="figures-day" day={asOf} required onDay={(day) => change({ asOf: day })} />
          <UnderCorrection sessions={sums.data?.sessionsUnderCorrection ?? 0} />
        </div>
      }
    >
      {error && <ErrorNotice refusal={refusalOf(error)} />}
      {offices.data && count === 0 && (
        <Empty action={<Link to="/offices">{text.toOffices}</Link>}>{text.noOffices}</Empty>
      )}
      {sums.data && offices.data && count > 0 && (
        <div className="figures-group-page">
          <Panel
            title={text.all}
            note={text.allNote}
            foot={sums.data.missingOffices.map((missing) => (
              <p key={missing.code}>{missingOffice(missing)}</p>
            ))}
          >
            <FiguresTable figures={sums.data.figures} />
          </Panel>
          <OfficesMatrix {...offices.data} />
        </div>
      )}
    </Page>
  );
}
