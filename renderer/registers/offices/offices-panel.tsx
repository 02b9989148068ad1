import { figureTexts } from '../../text/figures.ts';
import { officesText } from '../../text/offices-page.ts';
import { Panel } from '../../ui/page.tsx';
import type { Offices } from './offices-queries.ts';
import { OfficesTable, OVERVIEW_FIGURES } from './offices-table.tsx';

/** The figures that everybody asks for first; the sums leave out whoever's data do not reach the day. */
export function OfficesPanel({ data }: { readonly data: Offices }) {
  return (
    <Panel title={officesText.table} note={officesText.note} foot={<Definitions />}>
      <OfficesTable {...data} />
    </Panel>
  );
}

function Definitions() {
  return (
    <>
      <p>{officesText.hatched}</p>
      {OVERVIEW_FIGURES.map((id) => (
        <p key={id} className="wide-only">
          <b>{figureTexts[id].name}</b> {officesText.definition}
          {figureTexts[id].definition}
        </p>
      ))}
    </>
  );
}
