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
type Matrix = Pick<OfficesFigures, 'offices' | 'groups' | 'total'>;
type Left = Pick<OfficesFigures['offices'][number], 'dataUntil' | 'quarantined'>;

const text = figuresPageText;

/** Offices in their own order, never a ranking; who is in neither sum is named and hatched. */
export function OfficesMatrix({ offices, groups, total }: Matrix) {
  const [group, setGroup] = useState<FigureGroup>('study');
  const ids = membersOf(group, total);
  const rows = rowsOf({ offices, groups });
  const leaves = rows.filter(({ kind }) => kind === 'office');
  const counted = leaves.filter(({ stale }) => !stale).length;
  return (
    <Panel
      className="figures-offices"
      title={text.offices}
      note={text.counted(counted, leaves.length)}
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
          {rows.map((row) => (
            <tr key={row.key} className={row.stale ? 'left-out' : undefined}>
              <th scope="row" title={row.code}>
                {row.isOpenable ? (
                  <Link to="/figures" search={{ office: row.code }} title={text.ofOffice(row.name)}>
                    {row.name}
                  </Link>
                ) : (
                  row.name
                )}
              </th>
              {row.stale ? (
                <td colSpan={ids.length} className="figures-hatched">
                  <WarningSign /> {reasonOf(row)}
                </td>
              ) : (
                ids.map((id) => <FigureCell key={id} id={id} figures={row.figures} />)
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

/** Those below a group after it, without rows that could be opened. */
function rowsOf({ offices, groups }: Pick<Matrix, 'offices' | 'groups'>) {
  return [
    ...offices.map((row) => ({ ...row, key: row.id, kind: 'office', isOpenable: true })),
    ...groups.flatMap(({ below, ...group }) => [
      { ...group, key: group.id, kind: 'group', isOpenable: false },
      ...below.map((row) => ({
        ...row,
        key: `${group.id} ${row.id}`,
        name: text.below(row.name),
        isOpenable: false,
        quarantined: false,
      })),
    ]),
  ];
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

function reasonOf({ dataUntil, quarantined }: Left): string {
  const { never, until, quarantined: held } = text.leftOut;
  const reason = dataUntil === null ? never : until(dataUntil);
  return quarantined ? `${reason} · ${held}` : reason;
}
