import { Button, DatePicker, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import type { ReactNode } from 'react';
import { calendarDate } from '../../../shared/vocabulary/dates.ts';
import { DECLARATIONS } from '../../../shared/vocabulary/words.ts';
import { formText } from '../../text/form.ts';
import { filingImportText as text } from '../../text/self-inspection-import.ts';
import { declarationWords } from '../../text/words.ts';
import type { FilingImport, ImportedRow } from './filing-import.ts';
import { type Asked, answersTo } from './import-decisions.ts';
import { PersonAnswer } from './person-answer.tsx';
import { useCategoryChoices } from './use-categories.ts';

interface ImportAnswersProps {
  readonly row: ImportedRow;
  readonly decide: FilingImport['decide'];
}

/** In the line of a row in doubt: what it is, or that it stays out. */
export function ImportAnswers({ row, decide }: ImportAnswersProps) {
  const categories = useCategoryChoices();
  const { line } = row;
  const controls: Readonly<Record<Asked, () => ReactNode>> = {
    person: () => <PersonAnswer row={row} onChoose={(person) => decide({ line, person })} />,
    filedOn: () => (
      <DatePicker
        size="small"
        aria-label={text.day(line)}
        placeholder={formText.datePlaceholder}
        value={null}
        onChange={(day: Dayjs | null) =>
          day && decide({ line, filedOn: calendarDate(day.format('YYYY-MM-DD')) })
        }
      />
    ),
    declared: () => choice(text.whatDeclared(line), text.declared, DECLARED, declare),
    category: () =>
      choice(text.whichCategory(line), text.category, categories, (category) => decide({ line, category })),
    paperNumber: () => (
      <Button size="small" onClick={() => decide({ line, paperNumber: null })}>
        {text.noNumber}
      </Button>
    ),
    skip: () => (
      <Button size="small" onClick={() => decide({ line, skip: true })}>
        {text.skip}
      </Button>
    ),
    undecide: () => (
      <Button size="small" onClick={() => decide({ line })}>
        {text.undecide}
      </Button>
    ),
  };
  return (
    <span className="self-inspection-import-answers">
      {answersTo(row).map((asked) => (
        <span key={asked}>{controls[asked]()}</span>
      ))}
    </span>
  );

  function declare(value: string): void {
    const declared = DECLARATIONS.find((one) => one === value);
    if (declared) decide({ line, declared });
  }
}

const DECLARED = DECLARATIONS.map((value) => ({ value, label: declarationWords[value] }));

function choice(
  label: string,
  placeholder: string,
  options: readonly { readonly value: string; readonly label: string }[],
  onChoose: (value: string) => void,
) {
  return (
    <Select<string | null>
      size="small"
      aria-label={label}
      placeholder={placeholder}
      value={null}
      onChange={(value) => value && onChoose(value)}
      options={[...options]}
      popupMatchSelectWidth={false}
    />
  );
}
