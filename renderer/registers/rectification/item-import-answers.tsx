import { Button, DatePicker, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { calendarDate } from '../../../shared/vocabulary/dates.ts';
import type { ItemRowReason } from '../../../shared/vocabulary/item-import.ts';
import { ITEM_SOURCES } from '../../../shared/vocabulary/words.ts';
import { formText } from '../../text/form.ts';
import { itemImportText as text } from '../../text/rectification-import.ts';
import { itemSourceWords } from '../../text/words.ts';
import { useItemChoices } from './item-choices.ts';
import type { ImportRow, ItemImport } from './item-import.ts';

interface ImportAnswersProps {
  readonly row: ImportRow;
  readonly sheet: ItemImport;
}

const sources = ITEM_SOURCES.map((value) => ({ value, label: itemSourceWords[value] }));
const OF_UNITS: readonly (ItemRowReason | null)[] = ['unknownUnit', 'ambiguousUnit'];
const OF_DATES: readonly (ItemRowReason | null)[] = ['invalidDate', 'dueBeforeToday'];

/** What can be said about a row that is in doubt, or was put aside: nothing is guessed. */
export function ImportAnswers({ row, sheet }: ImportAnswersProps) {
  const { units, categories } = useItemChoices();
  const { line, reason, field } = row;
  if (reason === 'skippedByUser')
    return (
      <Button size="small" onClick={() => sheet.decide({ line })}>
        {text.undecide}
      </Button>
    );
  if (row.outcome !== 'held') return null;
  const isOfSource = reason === 'unknownSource' || (reason === 'missingField' && field === 'source');
  return (
    <span className="rectification-import-answers">
      {OF_UNITS.includes(reason) &&
        choice(text.whichUnit(line), units, (unit) => sheet.decide({ line, unit }))}
      {reason === 'unknownCategory' &&
        choice(text.whichCategory(line), categories, (category) => sheet.decide({ line, category }))}
      {isOfSource &&
        choice(text.whichSource(line), sources, (source) => {
          const known = ITEM_SOURCES.find((one) => one === source);
          if (known) sheet.decide({ line, source: known });
        })}
      {OF_DATES.includes(reason) && (
        <DatePicker
          size="small"
          aria-label={text.whichDue(line)}
          placeholder={formText.datePlaceholder}
          value={null}
          onChange={(day: Dayjs | null) =>
            day && sheet.decide({ line, dueOn: calendarDate(day.format('YYYY-MM-DD')) })
          }
        />
      )}
      {(row.candidates ?? []).map(({ id, number }) => (
        <Button key={id} size="small" onClick={() => sheet.decide({ line, item: id })}>
          {text.same(number ?? text.numberless)}
        </Button>
      ))}
      {(reason === 'possibleRepeat' || reason === 'unknownNumber') && (
        <Button size="small" onClick={() => sheet.decide({ line, item: 'new' })}>
          {reason === 'possibleRepeat' ? text.other : text.asNew}
        </Button>
      )}
      <Button size="small" onClick={() => sheet.decide({ line, skip: true })}>
        {text.skip}
      </Button>
    </span>
  );
}

function choice(
  label: string,
  options: readonly { readonly value: string; readonly label: string }[],
  onChoose: (value: string) => void,
) {
  return (
    <Select<string | null>
      size="small"
      aria-label={label}
      placeholder={text.means}
      value={null}
      onChange={(value) => value && onChoose(value)}
      options={[...options]}
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
    />
  );
}
