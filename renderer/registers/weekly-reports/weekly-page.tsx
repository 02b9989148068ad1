import './weekly-reports.css';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { weekOf } from '../../../shared/rules/weeks.ts';
import {
  addDays,
  type CalendarDate,
  calendarDate,
  isCalendarDate,
} from '../../../shared/vocabulary/dates.ts';
import { core } from '../../state/core.ts';
import { refusalOf } from '../../state/refusals.ts';
import { useIdentity, useMay } from '../../state/session.ts';
import { useWrite } from '../../state/writes.ts';
import { timeOf } from '../../text/frame.ts';
import { weeklyText as text } from '../../text/weekly-page.ts';
import { useShortcuts } from '../../ui/keyboard.ts';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Empty, Key, Page } from '../../ui/page.tsx';
import { CorrectDialog } from './correct-dialog.tsx';
import { countDifferences } from './weekly-lines.ts';
import { type FrozenWeek, type WeeklySheet, weeklyQueries } from './weekly-queries.ts';
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

interface WeekStripProps {
  readonly week: CalendarDate;
  readonly sheet: WeeklySheet | undefined;
  readonly version: string | undefined;
  readonly onChange: (part: Search) => void;
}

function WeekStrip({ week, sheet, version, onChange }: WeekStripProps) {
  const to = (days: number) => onChange({ week: addDays(week, days), version: undefined });
  return (
    <div className="toolbar">
      <Button onClick={() => to(-7)}>{text.earlier}</Button>
      <b className="weekly-week">{text.week(week, addDays(week, 6))}</b>
      <Button onClick={() => to(7)}>{text.later}</Button>
      {sheet && sheet.versions.length > 0 && (
        <fieldset className="weekly-versions" aria-label={text.versions}>
          {sheet.versions.map((one) => (
            <button
              key={one.version}
              type="button"
              aria-pressed={version === String(one.version)}
              onClick={() => onChange({ version: String(one.version) })}
            >
              {text.version(one.version)}
            </button>
          ))}
          <button
            type="button"
            aria-pressed={version === undefined}
            onClick={() => onChange({ version: undefined })}
          >
            {text.now}
          </button>
        </fieldset>
      )}
    </div>
  );
}

interface SaidProps {
  readonly sheet: WeeklySheet;
  readonly chosen: FrozenWeek | null;
  readonly differences: number;
}

/** Which numbers are shown, and whether they are still those that were reported. */
function Said({ sheet, chosen, differences }: SaidProps) {
  if (chosen) {
    const { version, frozenBy, frozenAt, reason } = chosen;
    return (
      <p className="weekly-said">
        {text.shownVersion(version, frozenBy, timeOf(frozenAt))}
        {reason && <span className="secondary"> {text.reasonOf(reason)}</span>}
      </p>
    );
  }
  if (!sheet.live) return null;
  if (sheet.versions.length === 0) return <p className="weekly-said">{text.notFrozen}</p>;
  return <p className="weekly-said">{differences > 0 ? text.differs(differences) : text.same}</p>;
}

function versionBefore(versions: readonly FrozenWeek[], chosen: FrozenWeek): FrozenWeek | null {
  return versions.find(({ version }) => version === chosen.version - 1) ?? null;
}

interface Search {
  readonly week?: string | undefined;
  readonly version?: string | undefined;
}

/** The week stands in the address; without one it is today's. */
function useWeeklySearch(today: CalendarDate) {
  const params: Search = useSearch({ strict: false });
  const navigate = useNavigate();
  const asked = params.week && isCalendarDate(params.week) ? params.week : today;
  return { week: weekOf(asked), version: params.version, change };

  function change(part: Search): void {
    const next = Object.entries({ ...params, ...part }).filter(([, value]) => value !== undefined);
    void navigate({ to: '.', search: Object.fromEntries(next), replace: true });
  }
}
