import { reviewManyText as text } from '../../text/self-inspection-batches.ts';
import { unitsText } from '../../text/self-inspection-page.ts';
import type { Column } from '../../ui/data-table.tsx';
import { type ChosenFilings, isChoosable } from './chosen-filings.ts';
import type { FilingRow } from './self-inspection-queries.ts';

/** A tick before each filing that a reviewer can deal with; in the head, all of them. */
export function choosingColumn(chosen: ChosenFilings): Column<FilingRow> {
  return {
    id: 'chosen',
    title: text.chooseAll,
    width: 40,
    head: (
      <input
        type="checkbox"
        aria-label={text.chooseAll}
        title={text.chooseAll}
        checked={chosen.rows.length > 0}
        onChange={({ target }) => (target.checked ? void chosen.chooseAll() : chosen.clear())}
      />
    ),
    cell: (row) =>
      isChoosable(row) && (
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={text.choose(row.name ?? unitsText.nameless)}
          checked={chosen.isChosen(row)}
          onChange={() => chosen.toggle(row)}
          onClick={(event) => event.stopPropagation()}
          onDoubleClick={(event) => event.stopPropagation()}
        />
      ),
  };
}
