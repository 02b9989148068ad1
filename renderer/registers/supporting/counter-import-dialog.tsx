import { useQuery } from '@tanstack/react-query';
import { Button, DatePicker } from 'antd';
import dayjs from 'dayjs';
import type { CounterField, CounterTextDoubt } from '../../../shared/vocabulary/supporting-import.ts';
import { COUNTER_KINDS } from '../../../shared/vocabulary/words.ts';
import { type Core, core } from '../../state/core.ts';
import {
  counterFieldWords,
  counterRowReasonSentences,
  supportingImportText as text,
} from '../../text/supporting-import.ts';
import { counterKindWords } from '../../text/words.ts';
import { type SheetImport, useSheetImport } from './sheet-import.ts';
import { SheetImportDialog } from './sheet-import-dialog.tsx';
import { supportingQueries } from './supporting-queries.ts';

type Report = Awaited<ReturnType<Core['supporting']['importCounters']>>;
type Row = Report['rows'][number];

const kinds = COUNTER_KINDS.map((value) => ({ value: value as string, label: counterKindWords[value] }));
const counts = [
  { value: 'blank', label: text.asBlank },
  { value: '0', label: text.asZero },
];

interface CounterImportDialogProps {
  /** Of the sheet on the screen: taken for rows that name none, unless the file does. */
  readonly month: string;
  readonly onClose: () => void;
}

/** Monthly counters out of a file. */
export function CounterImportDialog({ month, onClose }: CounterImportDialogProps) {
  const sheet = useSheetImport<CounterField, CounterTextDoubt, Report>(
    (input, signal) => core.supporting.importCounters(input, { signal }),
    {},
    onClose,
  );
  const units = useUnitChoices();
  const { report } = sheet;
  return (
    <SheetImportDialog
      register="counters"
      sheet={sheet}
      rows={report?.rows ?? []}
      fields={counterFieldWords}
      meanings={(field) => ({ unit: units, kind: kinds, count: counts })[field]}
      units={units}
      whatOf={whatOf}
      whyOf={whyOf}
      onClose={onClose}
    >
      {report && <Month report={report} sheet={sheet} shown={month} />}
      {report && report.declared.length > 0 && <Declared declared={report.declared} />}
    </SheetImportDialog>
  );
}

export function useUnitChoices(office?: string) {
  const { data = [] } = useQuery(supportingQueries.units(office));
  return data.map(({ id, name }) => ({ value: id, label: name }));
}

interface MonthProps {
  readonly report: Report;
  readonly sheet: SheetImport<CounterField, CounterTextDoubt, Report>;
  readonly shown: string;
}

function Month({ report, sheet, shown }: MonthProps) {
  const { added, changed, unchanged } = report.cells;
  return (
    <div className="sheet-import-file">
      <span className="sheet-import-month">
        {text.month}
        <DatePicker
          picker="month"
          size="small"
          aria-label={text.month}
          placeholder={text.monthNone}
          value={report.month ? dayjs(`${report.month}-01`) : null}
          defaultPickerValue={dayjs(`${shown}-01`)}
          onChange={(month) => month && sheet.setMonth(month.format('YYYY-MM'))}
          allowClear={false}
        />
        {report.month === null && (
          <Button size="small" onClick={() => sheet.setMonth(shown)}>
            {text.monthShown(shown)}
          </Button>
        )}
      </span>
      <span className="secondary">{text.cells(added, changed, unchanged)}</span>
    </div>
  );
}

function Declared({ declared }: Pick<Report, 'declared'>) {
  return (
    <section className="sheet-import-texts" aria-label={text.declared}>
      <h3>{text.declared}</h3>
      <ul>
        {declared.map(({ line, kind, stated, counted }) => (
          <li key={`${line} ${kind}`}>
            {text.declaredOf(line, kind ? counterKindWords[kind] : text.allKinds, stated, counted)}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The cells as the sheet has them. */
function whatOf({ cells }: Row): string {
  const { unit, month, total: _, ...said } = cells;
  const counted = Object.entries(said).map(
    ([field, value]) => `${counterFieldWords[field as CounterField]} ${value}`,
  );
  return [unit, month, ...counted].filter(Boolean).join('，');
}

function whyOf({ reason, changes }: Row): string {
  if (reason) return counterRowReasonSentences[reason];
  return changes
    .map(({ kind, before, after }) => text.change(counterKindWords[kind], before ?? text.blank, after))
    .join('；');
}
