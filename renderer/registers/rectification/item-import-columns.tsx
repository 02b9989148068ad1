import { Select } from 'antd';
import { ITEM_FIELDS, type ItemField } from '../../../shared/vocabulary/item-import.ts';
import { itemFieldWords } from '../../text/item-import.ts';
import { itemImportText as text } from '../../text/rectification-import.ts';
import type { ItemImport, ItemReport } from './item-import.ts';

interface ImportColumnsProps {
  readonly report: ItemReport;
  readonly sheet: ItemImport;
}

const NOT_READ = 'none';
const choices = [
  { value: NOT_READ, label: text.notRead },
  ...ITEM_FIELDS.map((value) => ({ value, label: itemFieldWords[value] })),
];

/** What each column of the list was taken for; open where nobody knows which one tells the problem. */
export function ImportColumns({ report, sheet }: ImportColumnsProps) {
  const { columns } = report.header;
  if (columns.length === 0) return null;
  return (
    <details className="rectification-import-columns" open={report.needsMapping}>
      <summary>
        {text.columnsTitle} <span className="secondary">{text.columnsHint}</span>
      </summary>
      {report.needsMapping && <p className="notice warn">{text.needsMapping}</p>}
      <ul>
        {columns.map(({ column, title, field, samples }) => {
          const named = title || text.untitled(column + 1);
          return (
            <li key={column} title={samples.join('；')}>
              <span>{named}</span>
              <Select<ItemField | typeof NOT_READ>
                size="small"
                aria-label={text.columnOf(named)}
                value={field ?? NOT_READ}
                onChange={(chosen) => sheet.mapColumn(column, chosen === NOT_READ ? null : chosen)}
                options={choices}
                popupMatchSelectWidth={false}
              />
            </li>
          );
        })}
      </ul>
    </details>
  );
}
