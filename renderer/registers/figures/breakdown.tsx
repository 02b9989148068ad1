import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { refusalOf } from '../../state/refusals.ts';
import { figureTexts } from '../../text/figures.ts';
import { figuresPageText, figuresTableText as text } from '../../text/figures-page.ts';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Empty, Panel } from '../../ui/page.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { type Figures, membersOf } from './figure-groups.ts';
import { FigureNumbers } from './figure-numbers.tsx';
import { type FiguresAddress, type Question, TABLES } from './figure-question.ts';
import { figuresQueries, type TableRow } from './figures-queries.ts';
import { GroupChoice, scrolling } from './group-choice.tsx';
import type { RowNames } from './row-names.ts';
import type { Opened } from './rows-dialog.tsx';

interface BreakdownProps extends FiguresAddress {
  readonly names: RowNames;
  readonly onOpen?: ((opened: Opened) => void) | undefined;
}

/** The same figures by unit, kind of organ, phase or type, in the order of lists, and the sum over sums below. */
export function Breakdown({ question, by, group, change, names, onOpen }: BreakdownProps) {
  const { data, error } = useQuery({
    ...figuresQueries.table(question, by),
    placeholderData: keepPreviousData,
  });
  const ids = data ? membersOf(group, data.total) : [];
  return (
    <Panel
      className="figures-breakdown"
      title={
        <Tabs
          label={text.by}
          tabs={TABLES.map((id) => ({ id, title: text.tabs[id] }))}
          chosen={by}
          onChoose={(id) => change({ by: id })}
        />
      }
      extra={<GroupChoice chosen={group} onChoose={(id) => change({ group: id })} />}
      foot={
        <>
          <p>{text.foot[by]}</p>
          <details>
            <summary>{figuresPageText.definitions}</summary>
            {ids.map((id) => (
              <p key={id}>
                <b>{figureTexts[id].name}</b> {figureTexts[id].definition}
              </p>
            ))}
          </details>
        </>
      }
    >
      {error && <ErrorNotice refusal={refusalOf(error)} />}
      {data && ids.every((id) => data.total[id] === null) && <Empty>{text.figureNone}</Empty>}
      {data && !ids.every((id) => data.total[id] === null) && (
        <div className="figures-frame" {...scrolling(text.tabs[by])}>
          <table className="figures-matrix" aria-label={text.tabs[by]}>
            <thead>
              <tr>
                <th scope="col">{text.heads[by]}</th>
                {ids.map((id) => (
                  <th key={id} scope="col" className="number">
                    {figureTexts[id].name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>{data.rows.map((row) => bodyRow(row))}</tbody>
            <tfoot>
              <tr>
                <th scope="row">{figuresPageText.total}</th>
                {cells(data.total, figuresPageText.total, withoutRow(question))}
              </tr>
            </tfoot>
          </table>
        </div>
      )}
    </Panel>
  );

  function bodyRow(row: TableRow) {
    const name = names.nameOf(by, row);
    return (
      <tr key={JSON.stringify(row.narrowed)}>
        <th scope="row">
          {row.opens ? (
            <button
              type="button"
              className="link-button"
              title={text.into(name)}
              onClick={() => change({ unit: row.narrowed?.unit ?? undefined })}
            >
              {name}
            </button>
          ) : (
            name
          )}
          {row.isOptional && <span className="secondary"> {text.optional}</span>}
        </th>
        {cells(row.figures, name, row.narrowed && { ...question, ...row.narrowed })}
      </tr>
    );
  }

  function cells(figures: Figures, name: string, asked: Question | null) {
    return ids.map((id) => {
      const figure = figures[id];
      const open = asked && onOpen ? onOpen : undefined;
      return (
        <td key={id}>
          {figure ? (
            <span className="figures-cell">
              <b className="figures-rate">{figure.text}</b>
              <FigureNumbers
                id={id}
                figure={figure}
                of={name}
                onOpen={
                  open && asked ? (one, part) => open({ question: asked, figure: one, part }) : undefined
                }
              />
            </span>
          ) : (
            '—'
          )}
        </td>
      );
    });
  }

  /** What the total is of: a table by phase or type has its own rows for that filter. */
  function withoutRow({ phase, type, ...rest }: Question): Question {
    return { ...rest, ...(by !== 'phase' && { phase }), ...(by !== 'type' && { type }) };
  }
}
