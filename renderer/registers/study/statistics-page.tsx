import './study.css';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { DatePicker, Select } from 'antd';
import dayjs from 'dayjs';
import { isCalendarDate } from '../../../shared/vocabulary/dates.ts';
import { EDUCATION_TYPES, FIGURES_BY, ORGAN_KINDS } from '../../../shared/vocabulary/words.ts';
import { useEducationTypes } from '../../state/education-types.ts';
import { refusalOf } from '../../state/refusals.ts';
import { useIdentity } from '../../state/session.ts';
import { figureTexts } from '../../text/figures.ts';
import { formText } from '../../text/form.ts';
import { studyText } from '../../text/study-page.ts';
import { statisticsText } from '../../text/study-tables.ts';
import { organKindWords } from '../../text/words.ts';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Empty, Page, Panel } from '../../ui/page.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import type { StudySearch } from './session-filter.ts';
import { StatisticsTable } from './statistics-table.tsx';
import { studyQueries } from './study-queries.ts';

/** Participation by session, unit, phase, type and in all, with the definition under the table. */
export function StatisticsPage() {
  const search: StudySearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const { today } = useIdentity();
  const campaign = useQuery(studyQueries.campaign());
  const asOf = search.asOf && isCalendarDate(search.asOf) ? search.asOf : today;
  const by = FIGURES_BY.find((one) => one === search.by) ?? 'unit';
  const filter = {
    phase: search.phase,
    type: EDUCATION_TYPES.find((one) => one === search.type),
    organKind: ORGAN_KINDS.find((one) => one === search.kind),
  };
  const { data, error } = useQuery({
    ...studyQueries.statistics(asOf, by, filter),
    placeholderData: keepPreviousData,
  });
  const { choices: typeChoices, nameOf: typeNameOf } = useEducationTypes();
  const phases = (campaign.data?.phases ?? []).map(({ id, name }) => ({ value: id, label: name }));

  return (
    <Page
      title={
        <>
          <Link to="/study" className="session-title-before">
            {studyText.title}
          </Link>{' '}
          / {statisticsText.title}
        </>
      }
      subtitle={statisticsText.subtitle}
      strip={
        <div className="toolbar">
          <Tabs
            label={statisticsText.by}
            tabs={FIGURES_BY.map((id) => ({ id, title: statisticsText.tabs[id] }))}
            chosen={by}
            onChoose={(id) => change({ by: id })}
          />
          <label htmlFor="statistics-day">{statisticsText.day}</label>
          <DatePicker
            id="statistics-day"
            value={dayjs(asOf)}
            allowClear={false}
            onChange={(day) => day && change({ asOf: day.format('YYYY-MM-DD') })}
            format={['YYYY-MM-DD', 'YYYY-M-D', 'YYYYMMDD', 'YYYY.M.D']}
            placeholder={formText.datePlaceholder}
          />
          {choice('phase', filter.phase, studyText.anyPhase, phases)}
          {choice('type', filter.type, statisticsText.anyType, typeChoices)}
          {choice('kind', filter.organKind, statisticsText.anyKind, kindChoices)}
        </div>
      }
    >
      {error && <ErrorNotice refusal={refusalOf(error)} />}
      {data && (
        <Panel
          title={statisticsText.tableTitle[by]}
          note={
            data.sessionsUnderCorrection > 0 && (
              <span className="chip warn">{studyText.correcting(data.sessionsUnderCorrection)}</span>
            )
          }
          foot={
            <>
              {statisticsText.definition[by]} {statisticsText.identity}{' '}
              {figureTexts.participationFirst.definition} {figureTexts.participationWithMakeup.definition}{' '}
              {figureTexts.makeupCompletion.definition}
            </>
          }
        >
          {data.rows.length === 0 ? (
            <Empty>{statisticsText.empty}</Empty>
          ) : (
            <StatisticsTable by={by} data={data} phases={phases} typeNameOf={typeNameOf} />
          )}
        </Panel>
      )}
    </Page>
  );

  function choice(
    key: 'phase' | 'type' | 'kind',
    value: string | undefined,
    any: string,
    options: readonly { readonly value: string; readonly label: string }[],
  ) {
    return (
      <Select<string | null>
        className="study-phase"
        aria-label={any}
        value={value ?? null}
        onChange={(next) => change({ [key]: next ?? undefined })}
        options={[{ value: null, label: any }, ...options]}
      />
    );
  }

  function change(more: StudySearch): void {
    void navigate({ to: '/study/statistics', search: { ...search, ...more }, replace: true });
  }
}

const kindChoices = ORGAN_KINDS.map((value) => ({ value, label: organKindWords[value] }));
