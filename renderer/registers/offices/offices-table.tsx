import { Link, useNavigate } from '@tanstack/react-router';
import type { FigureId } from '../../../shared/vocabulary/words.ts';
import { figureTexts } from '../../text/figures.ts';
import { dayOf, timeOf } from '../../text/frame.ts';
import { officesText } from '../../text/offices-page.ts';
import { WarningSign } from '../../ui/signs.tsx';
import type { Figure, Office, Offices } from './offices-queries.ts';

export const OVERVIEW_FIGURES = [
  'participationWithMakeup',
  'coverage',
  'rectificationCompletion',
  'selfInspectionCoverage',
] as const satisfies readonly FigureId[];

type Columns = Pick<Offices, 'offices' | 'groups' | 'total' | 'missingOffices'>;
type Group = Offices['groups'][number];
type Below = Group['below'][number];

/** Rate beside numerator and denominator; whoever stands in no sum is hatched here and named in the last row. */
export function OfficesTable({ offices, groups, total, missingOffices }: Columns) {
  const reported = groups.flatMap(({ below }) => below.filter(({ kind }) => kind === 'office'));
  const all = [...offices, ...reported];
  const counted = all.filter(({ stale }) => !stale).length;
  return (
    <table className="offices-table" aria-label={officesText.table}>
      <thead>
        <tr>
          <th scope="col" rowSpan={2}>
            {officesText.office}
          </th>
          <th scope="col" rowSpan={2}>
            {officesText.dataUntil}
          </th>
          <th scope="col" rowSpan={2}>
            {officesText.lastBundle}
          </th>
          {OVERVIEW_FIGURES.map((id) => (
            <th key={id} scope="colgroup" colSpan={2} className="offices-figure">
              {figureTexts[id].name}
            </th>
          ))}
        </tr>
        <tr>
          {OVERVIEW_FIGURES.map((id) => (
            <FigureHead key={id} />
          ))}
        </tr>
      </thead>
      <tbody>
        {offices.map((office) => (
          <OfficeRow key={office.id} office={office} />
        ))}
      </tbody>
      {groups.map((group) => (
        <tbody key={group.id}>
          <GroupRow group={group} />
          {group.below.map((below) => (
            <BelowRow key={below.id} below={below} depth={depthOf(below, group)} />
          ))}
        </tbody>
      ))}
      <tfoot>
        <tr>
          <th scope="row">{officesText.total}</th>
          <td>{officesText.counted(counted, all.length)}</td>
          <td className="offices-sums">
            {officesText.sums(counted)}
            {missingOffices.length > 0 && <br />}
            {missingOffices.length > 0 && officesText.leftOut(missingOffices.map(nameOfMissing))}
          </td>
          {OVERVIEW_FIGURES.map((id) => (
            <FigureCells key={id} figure={total[id]} />
          ))}
        </tr>
      </tfoot>
    </table>
  );
}

function FigureHead() {
  return (
    <>
      <th scope="col" className="offices-figure number">
        {officesText.rate}
      </th>
      <th scope="col" className="number">
        {officesText.parts}
      </th>
    </>
  );
}

/** The pointer may take the whole row; the keyboard has the link in it. */
function OfficeRow({ office }: { readonly office: Office }) {
  const navigate = useNavigate();
  const { id, code, name, stale } = office;
  const open = () => void navigate({ to: '/offices/$office', params: { office: id } });
  return (
    <tr className={stale ? 'left-out' : undefined} onClick={open}>
      <th scope="row" title={code}>
        <Link to="/offices/$office" params={{ office: id }} onClick={(event) => event.stopPropagation()}>
          {name}
        </Link>
      </th>
      <td>
        <DataUntil office={office} />
      </td>
      <td>
        <LastBundle office={office} />
      </td>
      {OVERVIEW_FIGURES.map((figure) => (
        <FigureCells key={figure} figure={office.figures[figure]} isLeftOut={stale} />
      ))}
    </tr>
  );
}

/** A group with the sums over those of its offices that are of the day. */
function GroupRow({ group }: { readonly group: Group }) {
  const leaves = group.below.filter(({ kind }) => kind === 'office').length;
  return (
    <tr className="offices-group">
      <th scope="row" title={group.code}>
        {group.name} <span className="secondary">{officesText.countedBelow(group.counted, leaves)}</span>
      </th>
      <td>
        <DataUntil office={group} />
      </td>
      <td>
        <LastBundle office={group} />
      </td>
      {OVERVIEW_FIGURES.map((figure) => (
        <FigureCells key={figure} figure={group.figures[figure]} />
      ))}
    </tr>
  );
}

/** Figures alone have come of it: there is nothing to be opened. */
function BelowRow({ below, depth }: { readonly below: Below; readonly depth: number }) {
  const { code, name, lastSequence, stale } = below;
  return (
    <tr className={stale ? 'left-out offices-below' : 'offices-below'}>
      <th scope="row" title={code} style={{ paddingLeft: 10 + depth * INDENT }}>
        {name}
      </th>
      <td>
        <DataUntil office={below} />
      </td>
      <td>{lastSequence === null ? '—' : officesText.bundle(lastSequence)}</td>
      {OVERVIEW_FIGURES.map((figure) => (
        <FigureCells key={figure} figure={below.figures[figure]} isLeftOut={stale} />
      ))}
    </tr>
  );
}

/** px for each group above it. */
const INDENT = 16;

function depthOf({ under }: Below, group: Group): number {
  const above = group.below.find(({ id }) => id === under);
  return above ? depthOf(above, group) + 1 : 1;
}

function DataUntil({
  office: { dataUntil, stale },
}: {
  readonly office: Pick<Office, 'dataUntil' | 'stale'>;
}) {
  if (dataUntil === null) return <span className="offices-stale">{officesText.never}</span>;
  if (!stale) return dayOf(dataUntil);
  return (
    <span className="offices-stale">
      {dayOf(dataUntil)} <span className="wide-only">{officesText.stale}</span>
    </span>
  );
}

function LastBundle({
  office: { lastSequence, lastAt, quarantined },
}: {
  readonly office: Pick<Office, 'lastSequence' | 'lastAt' | 'quarantined'>;
}) {
  return (
    <>
      {lastSequence === null ? '—' : officesText.bundle(lastSequence)}{' '}
      {lastAt && <span className="secondary">{timeOf(lastAt)}</span>}{' '}
      {quarantined && (
        <span className="chip danger" title={officesText.quarantinedNote}>
          <WarningSign /> {officesText.quarantined}
        </span>
      )}
    </>
  );
}

interface FigureCellsProps {
  readonly figure: Figure;
  readonly isLeftOut?: boolean;
}

function FigureCells({ figure, isLeftOut = false }: FigureCellsProps) {
  const hatch = isLeftOut ? ' offices-hatched' : '';
  return (
    <>
      <td className={`offices-figure number${hatch}`}>{figure ? <b>{figure.text}</b> : '—'}</td>
      <td className={`number secondary${hatch}`}>
        {figure ? `${figure.numerator}/${figure.denominator}` : officesText.noData}
      </td>
    </>
  );
}

function nameOfMissing({ name, dataUntil, under }: Offices['missingOffices'][number]): string {
  const why = dataUntil === null ? officesText.never : officesText.stale;
  return under === null ? `${name}（${why}）` : `${name}（${under}，${why}）`;
}
