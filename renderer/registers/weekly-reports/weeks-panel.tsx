import { useQuery } from '@tanstack/react-query';
import { addDays, calendarDate } from '../../../shared/vocabulary/dates.ts';
import { weeklyText as text } from '../../text/weekly-page.ts';
import { Panel } from '../../ui/page.tsx';
import { WarningSign } from '../../ui/signs.tsx';
import { weeklyQueries } from './weekly-queries.ts';

interface WeeksPanelProps {
  /** The own one when absent. */
  readonly office?: string;
  readonly chosen: string;
  readonly onChoose: (monday: string) => void;
}

/** The weeks that were frozen, the latest first, and between them those that were left out. */
export function WeeksPanel({ office, chosen, onChoose }: WeeksPanelProps) {
  const { data } = useQuery(weeklyQueries.list(office));
  const frozen = data?.weeks.map(({ weekBeginsOn, version }) => ({ weekBeginsOn, version })) ?? [];
  const left = data?.open.map((weekBeginsOn) => ({ weekBeginsOn, version: 0 })) ?? [];
  const weeks = [...frozen, ...left].sort((one, other) => (one.weekBeginsOn < other.weekBeginsOn ? 1 : -1));
  return (
    <Panel
      title={text.list}
      note={
        left.length > 0 && (
          <>
            <WarningSign /> {text.open(left.length)}
          </>
        )
      }
      className="weekly-weeks"
    >
      {weeks.length === 0 && <p className="weekly-none">{office ? text.listEmptyThere : text.listEmpty}</p>}
      <ul>
        {weeks.map(({ weekBeginsOn, version }) => (
          <li key={weekBeginsOn}>
            <button
              type="button"
              aria-current={weekBeginsOn === chosen}
              onClick={() => onChoose(weekBeginsOn)}
            >
              <span>{text.week(weekBeginsOn, addDays(calendarDate(weekBeginsOn), 6))}</span>
              <span className="secondary">{version > 0 ? text.version(version) : text.openWeek}</span>
            </button>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
