import { Checkbox, DatePicker, Radio } from 'antd';
import dayjs from 'dayjs';
import { formText } from '../../text/form.ts';
import { importText } from '../../text/personnel-page.ts';
import { type RosterChoices, type RosterReport, rowsHeldFor } from './roster-import.ts';

interface RosterOptionsProps {
  readonly choices: RosterChoices;
  readonly report: RosterReport | null;
  readonly isBusy: boolean;
  readonly onDecide: (change: Partial<RosterChoices>) => void;
}

/** What the file leaves open and one answer settles for all its rows. */
export function RosterOptions({ choices, report, isBusy, onDecide }: RosterOptionsProps) {
  const unknownUnits = report ? rowsHeldFor(report, 'unknownUnit') : 0;
  const bareSecondments = report ? rowsHeldFor(report, 'ambiguousStatus') : 0;
  return (
    <fieldset className="import-options" disabled={isBusy}>
      <legend>{importText.options}</legend>
      <div className="field">
        <Checkbox
          checked={choices.createUnits}
          disabled={isBusy}
          onChange={(event) => onDecide({ createUnits: event.target.checked })}
        >
          {importText.createUnits}
        </Checkbox>
        {unknownUnits > 0 && <div className="warn-hint">{importText.createUnitsHint(unknownUnits)}</div>}
      </div>
      {(bareSecondments > 0 || choices.secondment !== null) && (
        <div className="field">
          <span className="label" id="import-secondment">
            {importText.secondment}
          </span>
          <Radio.Group
            aria-labelledby="import-secondment"
            value={choices.secondment}
            disabled={isBusy}
            onChange={(event) => onDecide({ secondment: event.target.value })}
            options={[
              { value: 'in', label: importText.secondmentChoices.in },
              { value: 'out', label: importText.secondmentChoices.out },
            ]}
          />
          {bareSecondments > 0 && (
            <div className="warn-hint">{importText.secondmentHint(bareSecondments)}</div>
          )}
        </div>
      )}
      <div className="field">
        <label htmlFor="import-from">{importText.from}</label>
        <DatePicker
          id="import-from"
          value={choices.from === null ? null : dayjs(choices.from)}
          onChange={(day) => onDecide({ from: day ? day.format('YYYY-MM-DD') : null })}
          format={['YYYY-MM-DD', 'YYYY-M-D', 'YYYYMMDD', 'YYYY.M.D']}
          placeholder={formText.datePlaceholder}
          disabled={isBusy}
        />
        <div className="hint">{importText.fromHint}</div>
      </div>
    </fieldset>
  );
}
