import './weekly-reports.css';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { addDays, calendarDate } from '../../../shared/vocabulary/dates.ts';
import { core } from '../../state/core.ts';
import { refusalOf } from '../../state/refusals.ts';
import { useIdentity, useMay } from '../../state/session.ts';
import { useWrite } from '../../state/writes.ts';
import { weeklyText as text } from '../../text/weekly-page.ts';
import { useShortcuts } from '../../ui/keyboard.ts';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Empty, Key, Page } from '../../ui/page.tsx';
import { CorrectDialog } from './correct-dialog.tsx';
import { Said, versionBefore, WeekStrip } from './week-strip.tsx';
import { countDifferences } from './weekly-lines.ts';
import { type WeeklySheet, weeklyQueries } from './weekly-queries.ts';
import { useWeeklySearch } from './weekly-search.ts';
import { WeeklyTables } from './weekly-tables.tsx';
import { WeeksPanel } from './weeks-panel.tsx';

/** One week: as it is now, as it was frozen, next to the week before. */
export function WeeklyPage() {
  const { today } = useIdentity();
  const { week, version, change } = useWeeklySearch(calendarDate(today));
  const { data, error } = useQuery({ ...weeklyQueries.sheet(week), placeholderData: keepPreviousData });
  const last = data?.versions.at(-1) ?? null;
  const chosen = data?.versions.find((one) => String(one.version) === version) ?? null;
  const [correcting, correct] = useState(false);
  const freeze = useWrite(
    (reason?: string) =>
      core.weeklyReports.freeze({ weekBeginsOn: week, after: last?.version ?? 0, ...(reason && { reason }) }),
    {
      done: (answer) => text.done(answer.version),
      onDone: () => {
        correct(false);
        change({ version: undefined });
      },
    },
  );
  const differences = data?.live && last ? countDifferences(data.live, last) : 0;
  const keepsBooks = useMay('clerk', 'reviewer');
  const mayFreeze = keepsBooks && !!data?.live && (last === null || differences > 0);
  const act = () => (last ? correct(true) : freeze.mutate(undefined));
  useShortcuts({ 'ctrl+enter': () => mayFreeze && act() }, mayFreeze && !correcting);
  return (
    <Page
      title={text.title}
      subtitle={text.subtitle}
      actions={
        <>
          <Link to="/figures" className="button-link">
            {text.toFigures}
          </Link>
          {last && keepsBooks && (
            <Link to="/forms" search={{ form: 'weeklyReport', week }} className="button-link">
              {text.print}
            </Link>
          )}
          {keepsBooks && (
            <Button type="primary" disabled={!mayFreeze} loading={freeze.isPending} onClick={act}>
              {last ? text.correct : text.freeze} <Key>Ctrl+Enter</Key>
            </Button>
          )}
        </>
      }
      strip={<WeekStrip week={week} sheet={data} version={version} onChange={change} />}
      flush
    >
      {error && <ErrorNotice refusal={refusalOf(error)} />}
      {data && (
        <div className="weekly-room">
          <div className="weekly-sheet">
            <Said sheet={data} chosen={chosen} differences={differences} />
            {(chosen ?? data.live) ? (
              <WeeklyTables
                week={(chosen ?? data.live) as NonNullable<WeeklySheet['live']>}
                before={data.before}
                was={chosen ? versionBefore(data.versions, chosen) : last}
              />
            ) : (
              <Empty>{text.notBegun}</Empty>
            )}
          </div>
          <WeeksPanel chosen={week} onChoose={(monday) => change({ week: monday, version: undefined })} />
        </div>
      )}
      {correcting && (
        <CorrectDialog
          week={text.week(week, addDays(week, 6))}
          pending={freeze.isPending}
          onSave={(reason) => freeze.mutate(reason)}
          onClose={() => correct(false)}
        />
      )}
    </Page>
  );
}
