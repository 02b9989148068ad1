import { Checkbox, DatePicker, Radio } from 'antd';
import dayjs from 'dayjs';
import { formText } from '../../text/form.ts';
import { rosterFileText as text } from '../../text/roster-import-page.ts';
import { type FileChoices, type RosterReport, rowsHeldFor } from './roster-choices.ts';

interface RosterOptionsProps {
  readonly choices: FileChoices;
  readonly report: RosterReport;
  readonly isBusy: boolean;
  readonly onAnswer: (change: Partial<FileChoices>) => void;
}

/** What the file leaves open and one answer settles for all its rows. */
export function RosterOptions({ choices, report, isBusy, onAnswer }: RosterOptionsProps) {
  const unknownUnits = rowsHeldFor(report, 'unknownUnit');
  const bareSecondments = rowsHeldFor(report, 'ambiguousStatus');
  return (
    <fieldset className="import-options" disabled={isBusy} aria-label={text.options}>
      <div className="import-option">
        <Checkbox
          checked={choices.createUnits}
          disabled={isBusy}
          onChange={(event) => onAnswer({ createUnits: event.target.checked })}
        >
          {text.createUnits}
        </Checkbox>
        {unknownUnits > 0 && <div className="warn-hint">{text.createUnitsHint(unknownUnits)}</div>}
      </div>
      {(bareSecondments > 0 || choices.secondment !== null) && (
        <div className="import-option">
          <span className="label" id="import-secondment">
            {text.secondment}
          </span>
          <Radio.Group
            aria-labelledby="import-secondment"
            value={choices.secondment}
            disabled={isBusy}
            onChange={(event) => onAnswer({ secondment: event.target.value })}
            options={[
              { value: 'in', label: text.secondmentChoices.in },
              { value: 'out', label: text.secondmentChoices.out },
            ]}
          />
          {bareSecondments > 0 && <span className="warn-hint">{text.secondmentHint(bareSecondments)}</span>}
        </div>
      )}
      <div className="import-option">
        <label htmlFor="import-from">{text.from}</label>
        <DatePicker
          id="import-from"
          size="small"
          value={choices.from === null ? null : dayjs(choices.from)}
          onChange={(day) => onAnswer({ from: day ? day.format('YYYY-MM-DD') : null })}
          format={['YYYY-MM-DD', 'YYYY-M-D', 'YYYYMMDD', 'YYYY.M.D']}
          placeholder={formText.datePlaceholder}
          disabled={isBusy}
        />
        <span className="hint wide-only">{text.fromHint}</span>
      </div>
    </fieldset>
  );
}
