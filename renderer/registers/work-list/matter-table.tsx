import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import { useIdentity } from '../../state/session.ts';
import { matterWords } from '../../text/matters.ts';
import { othersColumn, workListText } from '../../text/work-list-page.ts';
import { WarningSign } from '../../ui/signs.tsx';
import type { MatterColumn, MatterMatrix, MatterPart, MatterRow } from './matter-rows.ts';

const text = workListText.matrix;

/** Every number is a link to the rows that it counts. */
export function MatterTable({ matrix }: { readonly matrix: MatterMatrix }) {
  const titleOf = useColumnTitles();
  const { columns, rows, totals } = matrix;
  return (
    <table className="work-list-matrix" aria-label={text.title}>
      <colgroup>
        <col className="work-list-register" />
        <col className="work-list-kind" />
        {columns.map((column) => (
          <col key={column} className="work-list-count" />
        ))}
        <col />
      </colgroup>
      <thead>
        <tr>
          <th scope="col" colSpan={2}>
            {text.matter}
          </th>
          {columns.map((column) => (
            <th key={column} scope="col" className={column === 'mine' ? 'number mine' : 'number'}>
              {titleOf(column)}
            </th>
          ))}
          <th scope="col">{text.hint}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} row={row} columns={columns} titleOf={titleOf} />
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={2}>
            {text.total}
          </th>
          {columns.map((column, at) => (
            <td key={column} className={column === 'mine' ? 'number mine' : 'number'}>
              {totals[at] || text.none}
            </td>
          ))}
          <td className="secondary" title={text.leftOut}>
            {text.definition}
          </td>
        </tr>
      </tfoot>
    </table>
  );
}

interface RowProps {
  readonly row: MatterRow;
  readonly columns: readonly MatterColumn[];
  readonly titleOf: (column: MatterColumn) => string;
}

function Row({ row, columns, titleOf }: RowProps) {
  const words: { name: string; hint: string; tone?: 'danger' | 'warn' } = workListText.rows[row.id];
  const { name, hint, tone } = words;
  return (
    <tr className={tone}>
      <td className="secondary">{workListText.registers[row.register]}</td>
      <th scope="row">
        {tone && <WarningSign />} {name}
      </th>
      {columns.map((column, at) => (
        <td key={column} className={column === 'mine' ? 'number mine' : 'number'}>
          <Counts parts={row.cells[at]?.parts ?? []} name={name} column={titleOf(column)} />
        </td>
      ))}
      <td className="work-list-hint" title={hint}>
        {hint}
      </td>
    </tr>
  );
}

interface CountsProps {
  readonly parts: readonly MatterPart[];
  readonly name: string;
  readonly column: string;
}

function Counts({ parts, name, column }: CountsProps) {
  if (parts.length === 0) return <span className="work-list-none">{text.none}</span>;
  return (
    <span className={parts.length > 1 ? 'work-list-parts' : undefined}>
      {parts.map(({ kind, round, count, link: { to, search } }, at) => (
        <Fragment key={`${kind} ${round}`}>
          {at > 0 && text.and}
          <Link
            to={to}
            search={search}
            aria-label={text.cell(
              parts.length > 1 ? text.part(name, text.list(matterWords[kind], round)) : name,
              column,
              count,
            )}
            title={text.list(matterWords[kind], round)}
          >
            {count}
          </Link>
        </Fragment>
      ))}
    </span>
  );
}

function useColumnTitles(): (column: MatterColumn) => string {
  const { role, account } = useIdentity();
  const isLeader = account?.roles.includes('leader') ?? false;
  return (column) => (column === 'mine' ? text.mine : othersColumn(column, role, isLeader));
}
