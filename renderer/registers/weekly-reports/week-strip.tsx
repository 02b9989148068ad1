import { Button } from 'antd';
import { addDays, type CalendarDate } from '../../../shared/vocabulary/dates.ts';
import { timeOf } from '../../text/frame.ts';
import { weeklyText as text } from '../../text/weekly-page.ts';
import type { FrozenWeek, WeeklySheet } from './weekly-queries.ts';
import type { WeeklySearch } from './weekly-search.ts';

interface WeekStripProps {
  readonly week: CalendarDate;
  readonly sheet: WeeklySheet | undefined;
  readonly version: string | undefined;
  readonly onChange: (part: WeeklySearch) => void;
}

/** Which week, and which of its versions. */
export function WeekStrip({ week, sheet, version, onChange }: WeekStripProps) {
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
          {sheet.live && (
            <button
              type="button"
              aria-pressed={version === undefined}
              onClick={() => onChange({ version: undefined })}
            >
              {text.now}
            </button>
          )}
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
export function Said({ sheet, chosen, differences }: SaidProps) {
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

/** What the version replaced. */
export function versionBefore(versions: readonly FrozenWeek[], chosen: FrozenWeek): FrozenWeek | null {
  return versions.find(({ version }) => version === chosen.version - 1) ?? null;
}
