import './rectification.css';
import './progress.css';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import {
  addDays,
  type CalendarDate,
  calendarDate,
  daysBetween,
  isCalendarDate,
} from '../../../shared/vocabulary/dates.ts';
import { ITEM_FIGURES_BY } from '../../../shared/vocabulary/words.ts';
import { refusalOf } from '../../state/refusals.ts';
import { useIdentity } from '../../state/session.ts';
import { formText } from '../../text/form.ts';
import { progressText as text } from '../../text/rectification-progress.ts';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Page } from '../../ui/page.tsx';
import { BurnDownPanels } from './burn-down-panels.tsx';
import { ItemFigures } from './item-figures.tsx';
import { rectificationQueries } from './rectification-queries.ts';

type Search = Readonly<Partial<Record<'office' | 'from' | 'until' | 'by', string>>>;

/** Where no campaign tells a beginning. */
const USUAL_DAYS = 60;
/** Day by day as long as the table can be read, then week by week. */
const MOST_DAYS = 100;
const FORMATS = ['YYYY-MM-DD', 'YYYY-M-D', 'YYYYMMDD', 'YYYY.M.D'];

/** The burn-down chart with its table, and below it the figures by row. */
export function ItemProgressPage() {
  const search: Search = useSearch({ strict: false });
  const navigate = useNavigate();
  const { from, until } = useSpan(search);
  const by = ITEM_FIGURES_BY.find((one) => one === search.by) ?? 'unit';
  const step = daysBetween(from, until) > MOST_DAYS ? ('week' as const) : ('day' as const);
  const office = search.office;
  const isSpan = from < until;
  const burnDown = useQuery({
    ...rectificationQueries.burnDown({ office, from, until, step }),
    enabled: isSpan,
    placeholderData: keepPreviousData,
  });
  return (
    <Page
      title={
        <>
          <Link to="/rectification" search={office ? { office } : {}} className="rectification-title-before">
            {text.back}
          </Link>{' '}
          / {text.title}
        </>
      }
      subtitle={text.subtitle}
      actions={
        <>
          {day('from', from)}
          {day('until', until)}
        </>
      }
    >
      {!isSpan && <p className="notice warn">{text.wrongSpan}</p>}
      {burnDown.error && <ErrorNotice refusal={refusalOf(burnDown.error)} />}
      {isSpan && burnDown.data && <BurnDownPanels points={burnDown.data.points} step={step} />}
      <ItemFigures office={office} asOf={until} by={by} onBy={(one) => change({ by: one })} />
    </Page>
  );

  function day(name: 'from' | 'until', value: string) {
    const id = `progress-${name}`;
    return (
      <>
        <label htmlFor={id}>{text[name]}</label>
        <DatePicker
          id={id}
          value={dayjs(value)}
          allowClear={false}
          onChange={(chosen) => chosen && change({ [name]: chosen.format('YYYY-MM-DD') })}
          format={FORMATS}
          placeholder={formText.datePlaceholder}
        />
      </>
    );
  }

  function change(part: Search): void {
    void navigate({ to: '.', search: { ...search, ...part }, replace: true });
  }
}

/** From the campaign's first day to today, unless the address says otherwise. */
function useSpan({ from, until }: Search): { readonly from: CalendarDate; readonly until: CalendarDate } {
  const { today } = useIdentity();
  const phases = useQuery(rectificationQueries.campaign()).data?.phases ?? [];
  const begun = phases
    .map(({ beginsOn }) => beginsOn)
    .filter((day) => day < today)
    .sort()[0];
  const last = until && isCalendarDate(until) ? until : calendarDate(today);
  const first =
    from && isCalendarDate(from) ? from : begun ? calendarDate(begun) : addDays(last, -USUAL_DAYS);
  return { from: first, until: last };
}
