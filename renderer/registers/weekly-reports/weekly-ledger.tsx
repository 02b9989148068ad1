import './weekly-reports.css';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { calendarDate } from '../../../shared/vocabulary/dates.ts';
import { refusalOf } from '../../state/refusals.ts';
import { useIdentity } from '../../state/session.ts';
import { weeklyText as text } from '../../text/weekly-page.ts';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Empty } from '../../ui/page.tsx';
import { Said, versionBefore, WeekStrip } from './week-strip.tsx';
import { weeklyQueries } from './weekly-queries.ts';
import { useWeeklySearch } from './weekly-search.ts';
import { WeeklyTables } from './weekly-tables.tsx';
import { WeeksPanel } from './weeks-panel.tsx';

/** The weeks that another office froze and reported, as they were frozen. */
export function WeeklyLedger({ office }: { readonly office: string }) {
  const { today } = useIdentity();
  const latest = useQuery(weeklyQueries.list(office)).data?.weeks[0]?.weekBeginsOn;
  const { week, version, change } = useWeeklySearch(calendarDate(latest ?? today));
  const { data, error } = useQuery({
    ...weeklyQueries.sheet(week, office),
    placeholderData: keepPreviousData,
  });
  const shown = data?.versions.find((one) => String(one.version) === version) ?? data?.versions.at(-1);
  return (
    <>
      <WeekStrip week={week} sheet={data} version={shown && String(shown.version)} onChange={change} />
      {error && <ErrorNotice refusal={refusalOf(error)} />}
      {data && (
        <div className="weekly-room">
          <div className="weekly-sheet">
            {shown ? (
              <>
                <Said sheet={data} chosen={shown} differences={0} />
                <WeeklyTables week={shown} before={data.before} was={versionBefore(data.versions, shown)} />
              </>
            ) : (
              <Empty>{text.notReported}</Empty>
            )}
          </div>
          <WeeksPanel
            office={office}
            chosen={week}
            onChoose={(monday) => change({ week: monday, version: undefined })}
          />
        </div>
      )}
    </>
  );
}
