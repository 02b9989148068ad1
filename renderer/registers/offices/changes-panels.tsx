import type { RowChange } from '../../../shared/vocabulary/oversight-words.ts';
import { exchangeText } from '../../text/exchange-page.ts';
import { figureTexts } from '../../text/figures.ts';
import { dayOf } from '../../text/frame.ts';
import { changesText as text } from '../../text/oversight-page.ts';
import { itemStateWords, sessionStateWords } from '../../text/words.ts';
import { Empty, Panel } from '../../ui/page.tsx';
import { SimpleTable } from '../../ui/simple-table.tsx';
import { pointsBetween } from '../figures/index.ts';
import type { Changes } from './offices-queries.ts';

type Register = Changes['registers'][number];
type Item = Changes['items']['rows'][number];
type Session = Changes['sessions']['rows'][number];
type ChangedFigure = Changes['figures'][number];

const isTouched = ({ added, changed, deleted }: Register) => added + changed + deleted > 0;

/** 现有＝原有＋新增－删除, for each register that has changed. */
export function ChangedRegisters({ registers }: { readonly registers: readonly Register[] }) {
  const touched = registers.filter(isTouched);
  const { columns } = text;
  const count = (id: 'before' | 'added' | 'changed' | 'deleted' | 'after') => ({
    ...{ id, title: columns[id], width: 64, align: 'number' as const },
    cell: (row: Register) => (row[id] === 0 ? '—' : row[id]),
  });
  return (
    <Panel
      title={text.registers}
      note={text.registersNote}
      foot={touched.length === 0 ? text.nothing : text.onlyChanged(registers.length - touched.length)}
    >
      <SimpleTable<Register>
        label={text.registers}
        columns={[
          {
            id: 'register',
            title: columns.register,
            cell: ({ register }) => exchangeText.register(register),
          },
          ...(['before', 'added', 'changed', 'deleted', 'after'] as const).map(count),
        ]}
        rows={touched}
        rowKey={({ register }) => register}
      />
    </Panel>
  );
}

/** Numerator and denominator on both sides; points of a per cent between them. */
export function ChangedFigures({ figures }: { readonly figures: readonly ChangedFigure[] }) {
  const { figureColumns: columns } = text;
  const side = (id: 'before' | 'after') => ({
    ...{ id, title: columns[id], width: 128, align: 'number' as const },
    cell: (row: ChangedFigure) => <Rate figure={row[id]} />,
  });
  return (
    <Panel title={text.figures} note={text.figuresNote} foot={figures.length === 0 && text.figuresNone}>
      <SimpleTable<ChangedFigure>
        label={text.figures}
        columns={[
          { id: 'figure', title: columns.figure, cell: ({ figure }) => figureTexts[figure].name },
          side('before'),
          side('after'),
          {
            ...{ id: 'change', title: columns.change, width: 80, align: 'number' },
            cell: ({ before, after }) => {
              const tenths = pointsBetween(after, before);
              return tenths === null ? '—' : text.points(tenths);
            },
          },
        ]}
        rows={figures}
        rowKey={({ figure }) => figure}
      />
    </Panel>
  );
}

function Rate({ figure }: { readonly figure: ChangedFigure['before'] }) {
  if (!figure) return '—';
  return (
    <>
      {figure.text} <span className="secondary">{text.parts(figure.numerator, figure.denominator)}</span>
    </>
  );
}

export function ChangedItems({ total, rows }: { readonly total: number; readonly rows: readonly Item[] }) {
  const { itemColumns: columns } = text;
  return (
    <Panel title={text.items} foot={total > 0 && text.shown(rows.length, total)}>
      {total === 0 ? (
        <Empty>{text.none}</Empty>
      ) : (
        <SimpleTable<Item>
          label={text.items}
          columns={[
            {
              id: 'change',
              title: columns.change,
              width: 56,
              cell: ({ change }) => <Change change={change} />,
            },
            { id: 'number', title: columns.number, width: 80, cell: ({ number }) => number },
            {
              ...{ id: 'problem', title: columns.problem },
              cell: ({ problem }) => <span title={problem}>{problem}</span>,
            },
            {
              ...{ id: 'state', title: columns.state, width: 168 },
              cell: ({ before, after }) =>
                sides(before && itemStateWords[before.state], after && itemStateWords[after.state]),
            },
            {
              ...{ id: 'due', title: columns.due, width: 144, wideOnly: true },
              cell: ({ before, after }) =>
                sides(before?.dueOn && dayOf(before.dueOn), after?.dueOn && dayOf(after.dueOn)),
            },
          ]}
          rows={rows}
          rowKey={({ id }) => id}
        />
      )}
    </Panel>
  );
}

export function ChangedSessions({
  total,
  rows,
}: {
  readonly total: number;
  readonly rows: readonly Session[];
}) {
  const { sessionColumns: columns } = text;
  return (
    <Panel title={text.sessions} foot={total > 0 && text.shown(rows.length, total)}>
      {total === 0 ? (
        <Empty>{text.none}</Empty>
      ) : (
        <SimpleTable<Session>
          label={text.sessions}
          columns={[
            {
              id: 'change',
              title: columns.change,
              width: 56,
              cell: ({ change }) => <Change change={change} />,
            },
            { id: 'day', title: columns.day, width: 80, cell: ({ day }) => (day ? dayOf(day) : '—') },
            {
              ...{ id: 'title', title: columns.title },
              cell: ({ title }) => <span title={title}>{title}</span>,
            },
            {
              ...{ id: 'state', title: columns.state, width: 168 },
              cell: ({ before, after }) =>
                sides(before && sessionStateWords[before.state], after && sessionStateWords[after.state]),
            },
          ]}
          rows={rows}
          rowKey={({ id }) => id}
        />
      )}
    </Panel>
  );
}

function Change({ change }: { readonly change: RowChange }) {
  return <span className={`offices-change ${change}`}>{text.change[change]}</span>;
}

/** Both where they differ. */
function sides(before: string | null | undefined, after: string | null | undefined): string {
  if (!before || !after || before === after) return after || before || '—';
  return text.arrow(before, after);
}
