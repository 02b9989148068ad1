import type { FigureId } from '../../../shared/vocabulary/words.ts';
import { figureRowsText } from '../../text/figures-page.ts';
import { dayOf } from '../../text/frame.ts';
import { actionStateWords, itemStateWords, makeupWords, markWords } from '../../text/words.ts';
import type { Column } from '../../ui/data-table.tsx';
import type { FigureRow } from './figures-queries.ts';
import type { RowNames } from './row-names.ts';

const { columns, nameless, noUnit } = figureRowsText;

type Attendance = Extract<FigureRow, { session: string }>;
type Item = Extract<FigureRow, { problem: string }>;
type Action = Extract<FigureRow, { doneOn: string | null }>;
type Person = Exclude<FigureRow, Attendance | Item | Action>;

export function keyOf(row: FigureRow): string {
  if ('session' in row) return `${row.session} ${row.person}`;
  return 'person' in row ? row.person : row.id;
}

/** The page on which a row stands. */
export function placeOf(row: FigureRow) {
  if ('session' in row) return { to: '/study/$id', params: { id: row.session } } as const;
  if ('person' in row) return { to: '/personnel/$id', params: { id: row.person } } as const;
  if ('problem' in row) return { to: '/rectification', search: { item: row.id } } as const;
  return { to: '/actions', search: { action: row.id } } as const;
}

/** What is shown of the rows of a figure: no rate of a person, and no order but that of the lists. */
export function columnsOf(figure: FigureId, names: RowNames): Column<FigureRow>[] {
  switch (figure) {
    case 'coverage':
    case 'selfInspectionCoverage':
    case 'talkCoverage':
      return people(figure) as Column<FigureRow>[];
    case 'actionCompletion':
      return actions(names) as Column<FigureRow>[];
    case 'rectificationCompletion':
    case 'closureRate':
    case 'onTimeRate':
    case 'onTimeRateExtended':
    case 'reworkRate':
      return ITEMS as Column<FigureRow>[];
    default:
      return ATTENDANCES as Column<FigureRow>[];
  }
}

const dated = (day: string | null) => (day ? dayOf(day) : noUnit);

const ATTENDANCES: Column<Attendance>[] = [
  { id: 'day', title: columns.day, width: 80, cell: ({ sessionDay }) => dayOf(sessionDay) },
  { id: 'session', title: columns.session, cell: ({ sessionTitle }) => sessionTitle },
  { id: 'unit', title: columns.unit, width: 160, cell: ({ unitName }) => unitName },
  { id: 'name', title: columns.name, width: 110, cell: ({ name }) => name ?? nameless },
  { id: 'mark', title: columns.mark, width: 90, cell: ({ mark }) => markWords[mark] },
  {
    id: 'makeup',
    title: columns.makeup,
    width: 160,
    cell: ({ makeup, makeupOn }) =>
      makeup === 'none'
        ? noUnit
        : [makeupWords[makeup], makeupOn && dayOf(makeupOn)].filter(Boolean).join(' '),
  },
];

function people(figure: keyof typeof columns.on): Column<Person>[] {
  const common: Column<Person>[] = [
    { id: 'unit', title: columns.unit, cell: ({ unitName }) => unitName },
    { id: 'name', title: columns.name, width: 160, cell: ({ name }) => name ?? nameless },
  ];
  const title = columns.on[figure];
  return title ? [...common, { id: 'on', title, width: 120, cell: ({ on }) => dated(on) }] : common;
}

const ITEMS: Column<Item>[] = [
  {
    id: 'number',
    title: columns.number,
    width: 90,
    cell: ({ numberYear, number }) => `${numberYear}-${number}`,
  },
  { id: 'problem', title: columns.problem, cell: ({ problem }) => problem },
  { id: 'unit', title: columns.unit, width: 160, cell: ({ unitName }) => unitName ?? noUnit },
  { id: 'state', title: columns.state, width: 100, cell: ({ state }) => itemStateWords[state] },
  { id: 'due', title: columns.due, width: 90, cell: ({ due }) => dated(due) },
  { id: 'applied', title: columns.applied, width: 90, cell: ({ appliedOn }) => dated(appliedOn) },
];

function actions({ phases }: RowNames): Column<Action>[] {
  const phaseName = (id: string) => phases.find(({ value }) => value === id)?.label ?? id;
  return [
    { id: 'action', title: columns.action, cell: ({ name }) => name },
    { id: 'phase', title: columns.phase, width: 120, cell: ({ phase }) => phaseName(phase) },
    { id: 'unit', title: columns.unit, width: 160, cell: ({ unitName }) => unitName ?? noUnit },
    { id: 'due', title: columns.due, width: 90, cell: ({ dueOn }) => dayOf(dueOn) },
    { id: 'state', title: columns.state, width: 90, cell: ({ state }) => actionStateWords[state] },
    { id: 'done', title: columns.done, width: 90, cell: ({ doneOn }) => dated(doneOn) },
  ];
}
