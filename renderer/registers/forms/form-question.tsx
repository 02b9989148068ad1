import { useQuery } from '@tanstack/react-query';
import { type FormId, INSTITUTION_KINDS } from '../../../shared/vocabulary/words.ts';
import { formsText } from '../../text/forms-page.ts';
import { institutionKindWords } from '../../text/words.ts';
import { ExchangeQuestion } from './exchange-question.tsx';
import { Choice, Day, Narrowing } from './form-fields.tsx';
import type { ChangeSearch, FormSearch } from './form-search.ts';
import { formsQueries } from './forms-queries.ts';
import { ItemChoice } from './item-choice.tsx';
import { LedgerQuestion } from './ledger-question.tsx';
import { LetterQuestion, ReworkQuestion } from './letter-question.tsx';
import { ComparisonQuestion, PeriodsQuestion, ReminderQuestion } from './oversight-question.tsx';
import { RoundQuestion } from './round-question.tsx';
import { SessionChoice } from './session-choice.tsx';

interface FormQuestionProps {
  readonly form: FormId;
  readonly search: FormSearch;
  readonly today: string;
  readonly onChange: ChangeSearch;
}

/** Forms of a register as of a day; the others are asked about one record, as it stands today. */
const AS_OF: readonly FormId[] = [
  'attendanceSummary',
  'makeupRegister',
  'selfInspectionSummary',
  'rectificationLedger',
  'actionList',
  'institutionList',
  'officeComparison',
];

/** What a form is asked about. */
export function FormQuestion({ form, search, today, onChange }: FormQuestionProps) {
  return (
    <div className="forms-question">
      {AS_OF.includes(form) && (
        <Day label={formsText.asOf} value={search.asOf ?? today} onChange={(asOf) => onChange({ asOf })} />
      )}
      {form === 'signInSheet' && <SessionChoice session={search.session} onChange={onChange} />}
      {(form === 'attendanceSummary' || form === 'actionList') && (
        <PhaseChoice office={search.office} phase={search.phase} onChange={onChange} />
      )}
      {form === 'makeupRegister' && (
        <Choice
          label={formsText.makeups}
          value={search.state === 'open' ? 'open' : 'all'}
          options={Object.entries(formsText.makeupStates).map(([value, label]) => ({ value, label }))}
          onChange={(state) => onChange({ state })}
        />
      )}
      {form === 'selfInspectionSummary' && <RoundQuestion search={search} onChange={onChange} />}
      {form === 'rectificationLedger' && <LedgerQuestion search={search} onChange={onChange} />}
      {form === 'closureApplication' && <ItemChoice search={search} open={false} onChange={onChange} />}
      {form === 'supervisionNotice' && (
        <>
          <ItemChoice search={search} open onChange={onChange} />
          <LetterQuestion search={search} onChange={onChange} />
        </>
      )}
      {form === 'reworkNotice' && <ReworkQuestion search={search} onChange={onChange} />}
      {form === 'institutionList' && (
        <Narrowing
          label={formsText.institutionKind}
          every={formsText.every}
          value={search.kind}
          options={INSTITUTION_KINDS.map((kind) => ({ value: kind, label: institutionKindWords[kind] }))}
          onChange={(kind) => onChange({ kind })}
        />
      )}
      {form === 'evaluationSheet' && (
        <OnePhase office={search.office} phase={search.phase} onChange={onChange} />
      )}
      {form === 'weeklyReport' && (
        <WeekChoice office={search.office} week={search.week} onChange={onChange} />
      )}
      {form === 'exchangeRegister' && <ExchangeQuestion search={search} onChange={onChange} />}
      {form === 'reminderLetter' && <ReminderQuestion search={search} onChange={onChange} />}
      {form === 'reportingGrid' && <PeriodsQuestion search={search} onChange={onChange} />}
      {form === 'officeComparison' && <ComparisonQuestion search={search} onChange={onChange} />}
      <p className="secondary">{formsText.notes[form]}</p>
    </div>
  );
}

function PhaseChoice({
  office,
  phase,
  onChange,
}: {
  readonly office: string | undefined;
  readonly phase: string | undefined;
  readonly onChange: ChangeSearch;
}) {
  const campaign = useQuery(formsQueries.phases(office));
  return (
    <Narrowing
      label={formsText.phase}
      every={formsText.everyPhase}
      value={phase}
      options={(campaign.data?.phases ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      onChange={(id) => onChange({ phase: id })}
    />
  );
}

/** An evaluation is of one phase. */
function OnePhase({
  office,
  phase,
  onChange,
}: {
  readonly office: string | undefined;
  readonly phase: string | undefined;
  readonly onChange: ChangeSearch;
}) {
  const campaign = useQuery(formsQueries.phases(office));
  return (
    <Choice
      label={formsText.phase}
      value={phase ?? null}
      options={(campaign.data?.phases ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      onChange={(id) => onChange({ phase: id })}
    />
  );
}

function WeekChoice({
  office,
  week,
  onChange,
}: {
  readonly office: string | undefined;
  readonly week: string | undefined;
  readonly onChange: ChangeSearch;
}) {
  const { data } = useQuery(formsQueries.weeks(office));
  const weeks = data?.weeks ?? [];
  return (
    <Choice
      label={weeks.length > 0 ? formsText.week : formsText.noWeek}
      value={week ?? null}
      options={weeks.map(({ weekBeginsOn, version }) => ({
        value: weekBeginsOn,
        label: formsText.weekOf(weekBeginsOn, version),
      }))}
      onChange={(monday) => onChange({ week: monday })}
    />
  );
}
