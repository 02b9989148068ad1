import { useQuery } from '@tanstack/react-query';
import { Radio } from 'antd';
import { useState } from 'react';
import { workingCalendar } from '../../../shared/rules/working-days.ts';
import { calendarDate, isCalendarDate } from '../../../shared/vocabulary/dates.ts';
import { core } from '../../state/core.ts';
import { bulkText } from '../../text/rectification-bulk.ts';
import { moveFormText } from '../../text/rectification-page.ts';
import { DateField, LongTextField, NumberField } from '../../ui/fields.tsx';
import { BulkDialog } from './bulk-dialog.tsx';
import { type Extension, planExtension } from './bulk-plan.ts';
import { type BulkTask, useBulkForm } from './bulk-task.ts';
import { type HolidayYears, rectificationQueries } from './rectification-queries.ts';

interface Values {
  readonly dueOn: string | null;
  readonly workingDays: number | null;
  readonly reason: string | null;
  readonly on: string | null;
}

type By = 'day' | 'workingDays';

/** 延期 of all chosen rows: to one day, or each by working days from its own date. */
export function BulkExtension({ rows, mover, onClose, onDone }: BulkTask) {
  const [by, setBy] = useState<By>('workingDays');
  const form = useBulkForm<Values>({ dueOn: null, workingDays: 5, reason: null, on: mover.on });
  const years = useQuery(rectificationQueries.holidays()).data?.years;
  const values = form.watch();
  const on = values.on ?? mover.on;
  const extension = extensionOf(by, values, years);
  const reason = values.reason?.trim() ?? '';
  const plan = extension && reason !== '' ? planExtension(rows, extension, { ...mover, on }) : null;
  const { control } = form;
  return (
    <BulkDialog
      title={bulkText.extendTitle(rows.length)}
      note={bulkText.extendNote}
      plan={plan}
      confirm={bulkText.confirm}
      write={(items) =>
        core.rectification.extendItems({
          items,
          reason,
          on: calendarDate(on),
          ...(by === 'day'
            ? { dueOn: calendarDate(values.dueOn ?? '') }
            : { workingDays: values.workingDays ?? 0 }),
        })
      }
      done={({ count }) => bulkText.extended(count)}
      onDone={onDone}
      onClose={onClose}
    >
      <div className="form-grid">
        <div className="field">
          <span className="label">{bulkText.to}</span>
          <Radio.Group
            aria-label={bulkText.to}
            value={by}
            onChange={({ target }) => setBy(target.value)}
            options={[
              { value: 'workingDays', label: bulkText.byWorkingDays },
              { value: 'day', label: bulkText.byDay },
            ]}
          />
        </div>
        {by === 'day' ? (
          <DateField control={control} name="dueOn" label={moveFormText.newDueOn} required />
        ) : (
          <NumberField
            control={control}
            name="workingDays"
            label={bulkText.workingDays}
            hint={bulkText.workingDaysHint}
            required
          />
        )}
        <LongTextField control={control} name="reason" label={moveFormText.reason} required rows={2} />
        <DateField control={control} name="on" label={moveFormText.on} hint={moveFormText.onHint} required />
      </div>
    </BulkDialog>
  );
}

function extensionOf(
  by: By,
  { dueOn, workingDays }: Values,
  years: HolidayYears | undefined,
): Extension | null {
  if (by === 'day') return dueOn && isCalendarDate(dueOn) ? { dueOn } : null;
  if (!workingDays || workingDays < 1 || workingDays > 1000 || !years) return null;
  return { workingDays, calendar: calendarOf(years) };
}

function calendarOf(years: HolidayYears) {
  return workingCalendar(
    years.map(({ year, daysOff, workdays }) => ({
      year,
      daysOff: daysOff.map(calendarDate),
      workdays: workdays.map(calendarDate),
    })),
  );
}
