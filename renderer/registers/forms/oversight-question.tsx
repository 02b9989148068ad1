import { useQuery } from '@tanstack/react-query';
import { FIGURE_IDS, type FigureId } from '../../../shared/vocabulary/words.ts';
import { figureTexts } from '../../text/figures.ts';
import { formsText } from '../../text/forms-page.ts';
import { Day, Narrowing, Tick } from './form-fields.tsx';
import { type ChangeSearch, COMPARED_UNASKED, type FormSearch, figuresOf } from './form-search.ts';
import { formsQueries } from './forms-queries.ts';
import { LetterQuestion } from './letter-question.tsx';

interface OversightQuestionProps {
  readonly search: FormSearch;
  readonly onChange: ChangeSearch;
}

/** Of which periods, and to whom. */
export function ReminderQuestion({ search, onChange }: OversightQuestionProps) {
  const parties = useQuery(formsQueries.parties());
  const reporters = (parties.data ?? []).filter(({ relation }) => relation === 'child');
  return (
    <>
      <Narrowing
        label={formsText.debtor}
        every={formsText.everyDebtor}
        value={search.office}
        options={reporters.map(({ officeId, name }) => ({ value: officeId, label: name }))}
        onChange={(office) => onChange({ office })}
      />
      <PeriodsQuestion search={search} onChange={onChange} />
      <LetterQuestion search={search} onChange={onChange} />
    </>
  );
}

export function PeriodsQuestion({ search, onChange }: OversightQuestionProps) {
  return (
    <>
      <Day
        label={formsText.periodsFrom}
        value={search.from}
        onClear={() => onChange({ from: undefined })}
        onChange={(from) => onChange({ from })}
      />
      <Day
        label={formsText.periodsUntil}
        value={search.until}
        onClear={() => onChange({ until: undefined })}
        onChange={(until) => onChange({ until })}
      />
    </>
  );
}

/** Figures of one session, and those that do not leave an office, are not compared. */
const COMPARED = FIGURE_IDS.filter((id) => id !== 'attendanceRate' && id !== 'talkCoverage');

export function ComparisonQuestion({ search, onChange }: OversightQuestionProps) {
  const asked = figuresOf(search);
  const chosen = asked.length > 0 ? asked : COMPARED_UNASKED;
  const change = (id: FigureId, isChosen: boolean) => {
    const next = COMPARED.filter((one) => (one === id ? isChosen : chosen.includes(one)));
    onChange({ figures: next.join(',') || undefined });
  };
  return (
    <fieldset className="forms-figures">
      <legend className="label">{formsText.comparedFigures}</legend>
      {COMPARED.map((id) => (
        <Tick
          key={id}
          label={figureTexts[id].name}
          checked={chosen.includes(id)}
          onChange={(isChosen) => change(id, isChosen)}
        />
      ))}
    </fieldset>
  );
}
