import 'virtual:form.css';
import { placed, stripsOf } from '../../../shared/contract/form-strips.ts';
import type {
  FormCell,
  FormDocument,
  FormPicture,
  FormRow,
  FormTable,
} from '../../../shared/contract/forms.ts';
import { formsText } from '../../text/forms-page.ts';

type Part = FormDocument['parts'][number];

/** A form as it will be printed: the same model, and the same classes, as the file that is saved. */
export function FormView({ form }: { readonly form: FormDocument }) {
  const { title, origin, warning, block, parts, foot, orientation, manner } = form;
  const isNamed = parts.filter((part) => part.kind === 'table' && part.head.length > 0).length > 1;
  return (
    <article className={`form form-${orientation} form-${manner}-manner`} aria-label={title}>
      <div className="form-line form-origin">
        <span>{origin}</span>
        {warning && <span className="form-warning">{warning}</span>}
      </div>
      <h2 className="form-title">{title}</h2>
      <div className="form-line">
        {block.map(({ label, value }) => (
          <span key={label}>{formsText.pair(label, value)}</span>
        ))}
      </div>
      {[...parts.entries()].map(([place, part]) => (
        <PartView key={place} part={part} isNamed={isNamed} />
      ))}
      <div className="form-line form-foot">
        {foot.map((label) => (
          <span key={label}>{formsText.pair(label, '')}</span>
        ))}
      </div>
    </article>
  );
}

function PartView({ part, isNamed }: { readonly part: Part; readonly isNamed: boolean }) {
  if (part.kind === 'paragraph') {
    const keeps = part.keeps ? ' form-keeps' : '';
    return <p className={`form-paragraph form-${part.manner} form-${part.align}${keeps}`}>{part.text}</p>;
  }
  if (part.kind === 'notes')
    return (
      <div className="form-notes">
        {part.lines.map((line, at) => (
          <p key={line}>
            {formsText.pair(part.lines.length > 1 ? `${part.title}${at + 1}` : part.title, line)}
          </p>
        ))}
      </div>
    );
  const strips = stripsOf(part);
  return strips.map((strip, at) => {
    const name = strips.length > 1 ? formsText.strip(part.name, at + 1, strips.length) : part.name;
    return (
      <div key={name}>
        {isNamed && <p className="form-caption">{name}</p>}
        <TableView table={strip} name={name} />
        {part.rowsLeftOut > 0 && at === strips.length - 1 && (
          <p className="form-left-out screen-only">{formsText.leftOut(part.rowsLeftOut)}</p>
        )}
      </div>
    );
  });
}

function TableView({ table, name }: { readonly table: FormTable; readonly name: string }) {
  const width = table.columns.reduce((sum, one) => sum + one.width, 0);
  return (
    <table
      className={table.together ? 'form-table form-together' : 'form-table'}
      style={{ width: `${width}mm` }}
      aria-label={name}
    >
      <colgroup>
        {[...table.columns.entries()].map(([place, column]) => (
          <col key={place} style={{ width: `${column.width}mm` }} />
        ))}
      </colgroup>
      {table.head.length > 0 && <thead>{rowsOf(table.head, table, true)}</thead>}
      <tbody>{rowsOf(table.rows, table, false)}</tbody>
    </table>
  );
}

function rowsOf(rows: readonly FormRow[], { columns }: FormTable, isHead: boolean) {
  return [...placed(rows).entries()].map(([place, cells]) => {
    const { kind = 'plain', height } = rows[place] ?? {};
    return (
      <tr
        key={place}
        className={`form-${kind}`}
        style={height === undefined ? undefined : { height: `${height}mm` }}
      >
        {cells.map(({ cell, column }) => {
          const Tag = isHead ? 'th' : 'td';
          return (
            <Tag
              key={column}
              className={classesOf(cell, columns[column]?.align ?? 'left')}
              colSpan={cell.across}
              rowSpan={cell.down}
            >
              {cell.picture ? <PictureView picture={cell.picture} /> : cell.value}
            </Tag>
          );
        })}
      </tr>
    );
  });
}

function classesOf(cell: FormCell, ofColumn: FormTable['columns'][number]['align']): string {
  const align = cell.align ?? (cell.manner === 'label' ? 'center' : ofColumn);
  const names = [`form-${align}`, cell.manner && `form-${cell.manner}`, cell.small && 'form-small'];
  return [...names, cell.valign && `form-${cell.valign}`].filter(Boolean).join(' ');
}

/** Runs of dark squares as one path. */
function PictureView({ picture: { modules, side, alt } }: { readonly picture: FormPicture }) {
  const runs = modules.flatMap((line, y) =>
    [...line.matchAll(/1+/g)].map(({ index, 0: run }) => `M${index} ${y}h${run.length}v1h-${run.length}z`),
  );
  return (
    <svg
      className="form-picture"
      role="img"
      aria-label={alt}
      width={`${side}mm`}
      height={`${side}mm`}
      viewBox={`0 0 ${modules.length} ${modules.length}`}
      shapeRendering="crispEdges"
    >
      <path d={runs.join('')} />
    </svg>
  );
}
