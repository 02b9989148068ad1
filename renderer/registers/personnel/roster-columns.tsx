import { Select } from 'antd';
import { ROSTER_FIELDS, type RosterField } from '../../../shared/vocabulary/import-outcomes.ts';
import { rosterFieldWords } from '../../text/outcomes.ts';
import { rosterFileText as text } from '../../text/roster-import-page.ts';
import type { RosterReport } from './roster-choices.ts';

interface RosterColumnsProps {
  readonly columns: RosterReport['header']['columns'];
  readonly isDisabled: boolean;
  readonly onMap: (column: number, field: RosterField | null) => void;
}

/** Each column of the file and what it is stored as; personal ones are not even read. */
export function RosterColumns({ columns, isDisabled, onMap }: RosterColumnsProps) {
  return (
    <table className="import-columns" aria-label={text.columnsLabel}>
      <thead>
        <tr>
          <th scope="col">{text.columns.title}</th>
          <th scope="col">{text.columns.field}</th>
          <th scope="col" className="wide-only">
            {text.columns.samples}
          </th>
        </tr>
      </thead>
      <tbody>
        {columns.map((column) => (
          <tr key={column.column} className={column.personal ? 'personal' : undefined}>
            <td title={titleOf(column)}>{column.personal ? <s>{titleOf(column)}</s> : titleOf(column)}</td>
            <td>
              {column.personal ? (
                <span className="secondary">{text.notTaken}</span>
              ) : (
                <FieldChoice {...{ column, isDisabled, onMap }} />
              )}
            </td>
            <td className="secondary wide-only" title={samplesOf(column)}>
              {samplesOf(column)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type HeaderColumn = RosterColumnsProps['columns'][number];

interface FieldChoiceProps extends Omit<RosterColumnsProps, 'columns'> {
  readonly column: HeaderColumn;
}

function FieldChoice({ column, isDisabled, onMap }: FieldChoiceProps) {
  return (
    <Select
      size="small"
      className={column.field ? 'import-field' : 'import-field not-taken'}
      aria-label={text.fieldOf(titleOf(column))}
      value={column.field ?? NOT_TAKEN}
      disabled={isDisabled}
      options={CHOICES}
      popupMatchSelectWidth={false}
      onChange={(field: RosterField | typeof NOT_TAKEN) =>
        onMap(column.column, field === NOT_TAKEN ? null : field)
      }
    />
  );
}

const NOT_TAKEN = 'none';

const CHOICES = [
  ...ROSTER_FIELDS.map((field) => ({ value: field, label: rosterFieldWords[field] })),
  { value: NOT_TAKEN, label: text.notTaken },
];

function titleOf({ title, column }: HeaderColumn): string {
  return title || text.column(column + 1);
}

function samplesOf({ personal, samples }: HeaderColumn): string {
  return personal ? text.unread : samples.join('、');
}
