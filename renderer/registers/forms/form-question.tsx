import { useQuery } from '@tanstack/react-query';
import { DatePicker, Select } from 'antd';
import dayjs from 'dayjs';
import type { FormId } from '../../../shared/vocabulary/words.ts';
import { formText } from '../../text/form.ts';
import { formsText } from '../../text/forms-page.ts';
import type { FormSearch } from './forms-page.tsx';
import { formsQueries } from './forms-queries.ts';

interface FormQuestionProps {
  readonly form: FormId;
  readonly search: FormSearch;
  readonly today: string;
  readonly onChange: (more: FormSearch) => void;
}

/** What a form is asked about. */
export function FormQuestion({ form, search, today, onChange }: FormQuestionProps) {
  return (
    <div className="forms-question">
      {form === 'signInSheet' ? (
        <SessionChoice session={search.session} onChange={onChange} />
      ) : (
        <div className="field">
          <label htmlFor="form-day">{formsText.asOf}</label>
          <DatePicker
            id="form-day"
            value={dayjs(search.asOf ?? today)}
            allowClear={false}
            onChange={(day) => day && onChange({ asOf: day.format('YYYY-MM-DD') })}
            format={['YYYY-MM-DD', 'YYYY-M-D', 'YYYYMMDD', 'YYYY.M.D']}
            placeholder={formText.datePlaceholder}
          />
        </div>
      )}
      {form === 'attendanceSummary' && <PhaseChoice phase={search.phase} onChange={onChange} />}
      {form === 'makeupRegister' && (
        <Choice
          label={formsText.makeups}
          value={search.state ?? 'all'}
          options={Object.entries(formsText.makeupStates).map(([value, label]) => ({ value, label }))}
          onChange={(state) => onChange({ state })}
        />
      )}
      <p className="secondary">{formsText.notes[form]}</p>
    </div>
  );
}

function SessionChoice({
  session,
  onChange,
}: {
  readonly session: string | undefined;
  readonly onChange: FormQuestionProps['onChange'];
}) {
  const sessions = useQuery(formsQueries.sessions());
  const options = (sessions.data ?? []).map(({ id, day, title }) => ({
    value: id,
    label: formsText.session(day, title),
  }));
  return (
    <Choice
      label={formsText.sessionLabel}
      value={session ?? null}
      options={options}
      onChange={(id) => onChange({ session: id })}
    />
  );
}

function PhaseChoice({
  phase,
  onChange,
}: {
  readonly phase: string | undefined;
  readonly onChange: FormQuestionProps['onChange'];
}) {
  const campaign = useQuery(formsQueries.phases());
  const phases = (campaign.data?.phases ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Choice
      label={formsText.phase}
      value={phase ?? ''}
      options={[{ value: '', label: formsText.everyPhase }, ...phases]}
      onChange={(id) => onChange({ phase: id || undefined })}
    />
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string | null;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
}

function Choice({ label, value, options, onChange }: ChoiceProps) {
  return (
    <div className="field">
      <span className="label">{label}</span>
      <Select<string | null>
        aria-label={label}
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={label}
        value={value}
        onChange={(next) => next !== null && onChange(next)}
        options={[...options]}
      />
    </div>
  );
}
