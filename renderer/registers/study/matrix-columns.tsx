import { Link } from '@tanstack/react-router';
import { nameOf } from '../../text/study-page.ts';
import { matrixText } from '../../text/study-tables.ts';
import { sessionStateWords } from '../../text/words.ts';
import type { Column } from '../../ui/data-table.tsx';
import { MatrixCell } from './matrix-cell.tsx';
import type { Matrix } from './study-queries.ts';

type Person = Matrix['people'][number];

/** Name and unit stay in sight; a column to each session, headed by its day, which leads there. */
export function matrixColumns(sessions: Matrix['sessions']): readonly Column<Person>[] {
  return [
    { id: 'name', title: matrixText.name, width: 84, frozen: true, cell: nameOf },
    {
      id: 'unit',
      title: matrixText.unit,
      width: 150,
      frozen: true,
      cell: ({ unitName }) => <span title={unitName}>{unitName}</span>,
    },
    ...sessions.map(({ id, day, title, state, counted }, at) => ({
      id,
      title: [matrixText.day(day), title].join(' '),
      head: (
        <Link
          to="/study/$id"
          params={{ id }}
          className={counted ? 'matrix-day' : 'matrix-day uncounted'}
          title={[title, sessionStateWords[state], counted ? '' : matrixText.uncounted]
            .filter(Boolean)
            .join(' · ')}
        >
          {matrixText.day(day)}
        </Link>
      ),
      width: 48,
      cell: ({ marks }: Person) => <MatrixCell code={marks[at] ?? '-'} />,
    })),
    { id: 'owed', title: matrixText.owed, cell: ({ marks }) => matrixText.owes(owedIn(marks)) },
  ];
}

/** Sessions whose absence is not made good yet, confirmed make-ups and waivers apart. */
function owedIn(marks: string): number {
  return [...marks].filter((code) => OWED.has(code)).length;
}

const OWED = new Set(['l', 'a', 'm', 'b']);
