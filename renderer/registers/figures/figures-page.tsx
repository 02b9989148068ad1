import './figures.css';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { isCalendarDate } from '../../../shared/vocabulary/dates.ts';
import { refusalOf } from '../../state/refusals.ts';
import { useIdentity, useMay } from '../../state/session.ts';
import { missingOffice, underCorrection } from '../../text/figures.ts';
import { figuresPageText } from '../../text/figures-page.ts';
import { formText } from '../../text/form.ts';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Empty, Page, Panel } from '../../ui/page.tsx';
import { WarningSign } from '../../ui/signs.tsx';
import { figuresQueries } from './figures-queries.ts';
import { FiguresTable } from './figures-table.tsx';
import { OfficesMatrix } from './offices-matrix.tsx';
import { SessionChooser, useChosenSession } from './session-chooser.tsx';

const text = figuresPageText;

/** Every figure as of one day, under today's knowledge. */
export function FiguresPage() {
  const { role } = useIdentity();
  const { asOf, session, change } = useFiguresSearch();
  return role === 'group' ? (
    <GroupFigures asOf={asOf} onDay={(day) => change({ asOf: day })} />
  ) : (
    <OfficeFigures asOf={asOf} session={session} change={change} />
  );
}

interface OfficeFiguresProps {
  readonly asOf: string;
  readonly session: string | undefined;
  readonly change: (part: Search) => void;
}

function OfficeFigures({ asOf, session, change }: OfficeFiguresProps) {
  const readsRegisters = useMay('clerk', 'reviewer');
  const chosen = useChosenSession(asOf, session, readsRegisters);
  const { data, error } = useQuery({
    ...figuresQueries.asOf(asOf, undefined, chosen?.id),
    placeholderData: keepPreviousData,
  });
  return (
    <Page
      title={text.title}
      subtitle={text.asOf(asOf)}
      actions={
        readsRegisters && (
          <Link to="/forms" className="button-link">
            {text.toForms}
          </Link>
        )
      }
      strip={
        <div className="toolbar">
          <DayChoice asOf={asOf} onDay={(day) => change({ asOf: day, session: undefined })} />
          {readsRegisters && (
            <SessionChooser asOf={asOf} chosen={chosen} onChoose={(id) => change({ session: id })} />
          )}
          <UnderCorrection sessions={data?.sessionsUnderCorrection ?? 0} />
        </div>
      }
    >
      {error && <ErrorNotice refusal={refusalOf(error)} />}
      {data && (
        <Panel title={text.all} note={text.allNote}>
          <FiguresTable
            figures={data.figures}
            session={chosen && text.sessionNumbered(chosen.day ?? asOf, chosen.title)}
            withDefinitions
          />
        </Panel>
      )}
    </Page>
  );
}

function GroupFigures({ asOf, onDay }: { readonly asOf: string; readonly onDay: (day: string) => void }) {
  const sums = useQuery({
    ...figuresQueries.asOf(asOf, undefined, undefined),
    placeholderData: keepPreviousData,
  });
  const offices = useQuery({ ...figuresQueries.byOffice(asOf), placeholderData: keepPreviousData });
  const error = sums.error ?? offices.error;
  return (
    <Page
      title={text.title}
      subtitle={text.asOf(asOf)}
      strip={
        <div className="toolbar">
          <DayChoice asOf={asOf} onDay={onDay} />
          <UnderCorrection sessions={sums.data?.sessionsUnderCorrection ?? 0} />
        </div>
      }
    >
      {error && <ErrorNotice refusal={refusalOf(error)} />}
      {offices.data?.offices.length === 0 && (
        <Empty action={<Link to="/offices">{text.toOffices}</Link>}>{text.noOffices}</Empty>
      )}
      {sums.data && offices.data && offices.data.offices.length > 0 && (
        <div className="figures-group-page">
          <Panel
            title={text.all}
            note={text.allNote}
            foot={sums.data.missingOffices.map(({ code, name, dataUntil }) => (
              <p key={code}>{missingOffice(code, name, dataUntil)}</p>
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

function DayChoice({ asOf, onDay }: { readonly asOf: string; readonly onDay: (day: string) => void }) {
  return (
    <>
      <label htmlFor="figures-day">{text.day}</label>
      <DatePicker
        id="figures-day"
        value={dayjs(asOf)}
        allowClear={false}
        onChange={(day) => day && onDay(day.format('YYYY-MM-DD'))}
        format={['YYYY-MM-DD', 'YYYY-M-D', 'YYYYMMDD', 'YYYY.M.D']}
        placeholder={formText.datePlaceholder}
      />
    </>
  );
}

function UnderCorrection({ sessions }: { readonly sessions: number }) {
  if (sessions === 0) return null;
  return (
    <span className="figures-correction">
      <WarningSign /> {underCorrection(sessions)}
    </span>
  );
}

interface Search {
  readonly asOf?: string | undefined;
  readonly session?: string | undefined;
}

/** The day and the session stand in the address; without a day it is today. */
function useFiguresSearch() {
  const { today } = useIdentity();
  const params: Search = useSearch({ strict: false });
  const navigate = useNavigate();
  const asOf = params.asOf && isCalendarDate(params.asOf) ? params.asOf : today;
  return { asOf, session: params.session, change };

  function change(part: Search): void {
    const next = Object.entries({ ...params, ...part }).filter(([, value]) => value !== undefined);
    void navigate({ to: '.', search: Object.fromEntries(next), replace: true });
  }
}
