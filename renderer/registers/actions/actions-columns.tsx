import { actionsText as text } from '../../text/actions-page.ts';
import { dayOf } from '../../text/frame.ts';
import { actionOriginWords } from '../../text/words.ts';
import type { Column } from '../../ui/data-table.tsx';
import { Due } from '../../ui/signs.tsx';
import { ActionSign } from './action-sign.tsx';
import type { ActionRow } from './actions-queries.ts';

const { columns: titles } = text;

interface ActionsColumns {
  readonly isWide: boolean;
  readonly phaseName: (id: string) => string;
  /** The row above, so that a phase is named once. */
  readonly above: (index: number) => ActionRow | undefined;
}

/** Name and phase stay in sight; state and due come next. */
export function actionsColumns({ isWide, phaseName, above }: ActionsColumns): Column<ActionRow>[] {
  return [
    {
      id: 'phase',
      title: titles.phase,
      width: isWide ? 96 : 80,
      frozen: true,
      cell: ({ phase }, index) =>
        above(index)?.phase === phase ? (
          <span className="visually-hidden">{phaseName(phase)}</span>
        ) : (
          <b>{phaseName(phase)}</b>
        ),
    },
    {
      id: 'name',
      title: titles.name,
      width: isWide ? 260 : 200,
      frozen: true,
      cell: ({ name, month }) => <span title={text.name(name, month)}>{text.name(name, month)}</span>,
    },
    { id: 'state', title: titles.state, width: 92, cell: ({ state }) => <ActionSign state={state} /> },
    { id: 'due', title: titles.due, width: 152, cell: dueCell },
    {
      id: 'unit',
      title: titles.unit,
      width: 128,
      cell: ({ unitName }) => unitName ?? <span className="secondary">{text.office}</span>,
    },
    {
      id: 'evidence',
      title: titles.evidence,
      width: 160,
      cell: ({ evidenceNumber }) => given(evidenceNumber),
    },
    {
      id: 'sessions',
      title: titles.sessions,
      width: 64,
      cell: ({ sessions }) => given(sessions.length > 0 ? text.sessionCount(sessions.length) : null),
    },
    { id: 'origin', title: titles.origin, width: 80, cell: ({ origin }) => actionOriginWords[origin] },
    { id: 'note', title: titles.note, wideOnly: true, cell: ({ note }) => given(note) },
  ];
}

/** Before each row that a clerk could finish; the keyboard has the space bar for it. */
export function choosingColumn(
  ids: ReadonlySet<string>,
  onToggle: (row: ActionRow) => void,
): Column<ActionRow> {
  return {
    id: 'chosen',
    title: titles.chosen,
    head: '',
    width: 40,
    frozen: true,
    cell: (row) =>
      row.daysLeft !== null && (
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={text.choose(text.name(row.name, row.month))}
          checked={ids.has(row.id)}
          onChange={() => {}}
          onClick={(event) => {
            event.stopPropagation();
            onToggle(row);
          }}
        />
      ),
  };
}

function dueCell({ dueOn, daysLeft, doneOn }: ActionRow) {
  if (doneOn !== null)
    return (
      <span className="secondary">
        {dayOf(dueOn)} · {text.doneThen}
        {dayOf(doneOn)}
      </span>
    );
  return <Due dueOn={dueOn} daysLeft={daysLeft} />;
}

function given(value: string | null) {
  return value === null ? <span className="secondary">—</span> : <span title={value}>{value}</span>;
}
