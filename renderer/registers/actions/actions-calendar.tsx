import { useQuery } from '@tanstack/react-query';
import { monthOf } from '../../../shared/rules/months.ts';
import { refusalOf } from '../../state/refusals.ts';
import { useIdentity } from '../../state/session.ts';
import { actionsText as text } from '../../text/actions-page.ts';
import { signText } from '../../text/frame.ts';
import { actionStateWords } from '../../text/words.ts';
import { MonthCalendar } from '../../ui/month-calendar.tsx';
import { ErrorNotice } from '../../ui/notices.tsx';
import { ActionSign } from './action-sign.tsx';
import { type ActionRow, actionsQueries, type Office } from './actions-queries.ts';
import type { ActionsSearch } from './actions-search.ts';

interface ActionsCalendarProps {
  readonly office: Office;
  readonly search: ActionsSearch;
  readonly change: (part: Partial<ActionsSearch>) => void;
  readonly onOpen: (action: string) => void;
}

/** A month of actions: what is done on the day it was done, what is not on the day it is due. */
export function ActionsCalendar({ office, search, change, onOpen }: ActionsCalendarProps) {
  const { today } = useIdentity();
  const month = search.month ?? monthOf(today);
  const actions = useQuery(actionsQueries.month(office, month));
  const shown = (actions.data ?? []).filter(({ phase }) => !search.phase || phase === search.phase);
  const byDay = Map.groupBy(shown, dayShown);
  return (
    <MonthCalendar
      month={month}
      today={today}
      onMonth={(next) => change({ month: next })}
      notice={actions.error && <ErrorNotice refusal={refusalOf(actions.error)} />}
    >
      {(day) => byDay.get(day)?.map((one) => <DayLine key={one.id} action={one} onOpen={onOpen} />)}
    </MonthCalendar>
  );
}

function dayShown({ doneOn, dueOn }: ActionRow): string {
  return doneOn ?? dueOn;
}

function DayLine({ action, onOpen }: { readonly action: ActionRow; readonly onOpen: (id: string) => void }) {
  const { id, name, month, state, daysLeft, doneOn } = action;
  const isOverdue = daysLeft !== null && daysLeft < 0;
  const what = doneOn === null ? text.dueThen : text.doneThen;
  return (
    <li>
      <button
        type="button"
        className="link-button actions-day"
        title={`${text.name(name, month)} · ${actionStateWords[state]} · ${what}`}
        onClick={() => onOpen(id)}
      >
        <ActionSign state={state}>{''}</ActionSign>
        <span>{text.name(name, month)}</span>
      </button>
      {isOverdue && <span className="chip danger">{signText.overdue(-daysLeft)}</span>}
    </li>
  );
}
