import { Select } from 'antd';
import { ITEM_SOURCES } from '../../../shared/vocabulary/words.ts';
import { itemImportText as text } from '../../text/rectification-import.ts';
import { itemSourceWords } from '../../text/words.ts';
import { useItemChoices } from './item-choices.ts';
import type { ItemImport, ItemReport } from './item-import.ts';

interface ImportTextsProps {
  readonly report: ItemReport;
  readonly sheet: ItemImport;
}

const sources = ITEM_SOURCES.map((value) => ({ value: value as string, label: itemSourceWords[value] }));

/** Words that the ledger does not know: told once, for all rows that have them. */
export function ImportTexts({ report, sheet }: ImportTextsProps) {
  const { units, categories } = useItemChoices();
  const choices = { source: sources, category: categories, unit: units };
  if (report.unknown.length === 0) return null;
  return (
    <section className="rectification-import-texts" aria-label={text.unknownTitle}>
      <h3>{text.unknownTitle}</h3>
      <ul>
        {report.unknown.map(({ field, text: written, rows }) => (
          <li key={`${field} ${written}`}>
            <b>{text.unknownOf(field, written)}</b>
            <span className="secondary">{text.unknownRows(rows)}</span>
            <Select<string | null>
              size="small"
              aria-label={text.unknownOf(field, written)}
              placeholder={text.means}
              value={null}
              onChange={(means) => means && sheet.explain({ field, text: written, means })}
              options={choices[field]}
              showSearch={{ optionFilterProp: 'label' }}
              popupMatchSelectWidth={false}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
