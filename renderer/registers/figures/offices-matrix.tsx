import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { FigureId } from '../../../shared/vocabulary/words.ts';
import type { core } from '../../state/core.ts';
import { figureTexts } from '../../text/figures.ts';
import { figuresPageText } from '../../text/figures-page.ts';
import { Panel } from '../../ui/page.tsx';
import { WarningSign } from '../../ui/signs.tsx';
import { type FigureGroup, type Figures, membersOf } from './figure-groups.ts';
import { GroupChoice } from './group-choice.tsx';

type OfficesFigures = Awaited<ReturnType<typeof core.figures.byOffice>>;
type Office = OfficesFigures['offices'][number];

const text = figuresPageText;

/** Offices in their own order, never a ranking; who is in neither sum is named and hatched. */
export function OfficesMatrix({ offices, total }: Pick<OfficesFigures, 'offices' | 'total'>) {
  const [group, setGroup] = useState<FigureGroup>('study');
  const ids = membersOf(group, total);
  const counted = offices.filter(({ stale }) => !stale).length;
  return (
    <Panel
      className="figures-offices"
      title={text.offices}
      note={text.counted(counted, offices.length)}
      extra={<GroupChoice chosen={group} onChoose={setGroup} />}
      foot={text.officesFoot}
    >
      <table className="figures-matrix" aria-label={text.offices}>
        <thead>
          <tr>
            <th scope="col">{text.office}</th>
            {ids.map((id) => (
              <th key={id} scope="col" className="number">
                {figureTexts[id].name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {offices.map((office) => (
            <tr key={office.id} className={office.stale ? 'left-out' : undefined}>
              <th scope="row" title={office.code}>
                <Link to="/figures" search={{ office: office.code }} title={text.ofOffice(office.name)}>
                  {office.name}
                </Link>
              </th>
              {office.stale ? (
                <td colSpan={ids.length} className="figures-hatched">
                  <WarningSign /> {reasonOf(office)}
                </td>
              ) : (
                ids.map((id) => <FigureCell key={id} id={id} figures={office.figures} />)
              )}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{text.total}</th>
            {ids.map((id) => (
              <FigureCell key={id} id={id} figures={total} />
            ))}
          </tr>
        </tfoot>
      </table>
    </Panel>
  );
}

function FigureCell({ id, figures }: { readonly id: FigureId; readonly figures: Figures }) {
  const figure = figures[id];
  return (
    <td>
      <span className="figures-cell">
        <b className="figures-rate">{figure?.text ?? '—'}</b>
        <span className="secondary">{figure && `${figure.numerator}/${figure.denominator}`}</span>
      </span>
    </td>
  );
}

function reasonOf({ dataUntil, quarantined }: Office): string {
  const { never, until, quarantined: held } = text.leftOut;
  const reason = dataUntil === null ? never : until(dataUntil);
  return quarantined ? `${reason} · ${held}` : reason;
}
