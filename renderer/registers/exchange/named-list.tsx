import type { Core } from '../../state/core.ts';
import { dayOf } from '../../text/frame.ts';
import { namedText as text } from '../../text/named-bundles.ts';
import { makeupWords } from '../../text/words.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { SimpleTable } from '../../ui/simple-table.tsx';

export type NamedList = Awaited<ReturnType<Core['exchange']['namedBundle']>>;
type Person = NamedList['people'][number];
type Attended = NamedList['attendance'][number];

interface NamedListProps {
  readonly list: NamedList;
  /** The person asked for, with every session; null: nobody. */
  readonly one: NamedList | null;
  readonly onPerson: (id: string) => void;
}

/** Read-only, by unit and name; those in no unit any more at the end. */
export function NamedListTable({ list, one, onPerson }: NamedListProps) {
  const people = list.people.toSorted(byUnitAndName);
  const [shown] = one?.people ?? [];
  return (
    <div className={shown ? 'named-list with-one' : 'named-list'}>
      <DataTable<Person>
        label={text.title(list.sender.name, list.sequence)}
        columns={columns}
        total={people.length}
        row={(index) => people[index]}
        rowKey={({ id }) => id}
        selected={shown?.id ?? null}
        onOpen={({ id }) => onPerson(id)}
        opensOnClick
      />
      <p className="secondary">{text.foot(people.length, list.sessions, dayOf(list.asOf))}</p>
      {one && shown && (
        <>
          <h3>{text.of(nameOf(shown))}</h3>
          <div className="named-sessions">
            <SimpleTable<Attended>
              label={text.of(nameOf(shown))}
              rows={one.attendance}
              rowKey={({ title, on }, index) => `${on} ${title} ${index}`}
              columns={sessionColumns}
            />
          </div>
        </>
      )}
    </div>
  );
}

function byUnitAndName(one: Person, other: Person): number {
  if (one.unit === null || other.unit === null)
    return Number(one.unit === null) - Number(other.unit === null);
  const units = one.unit.localeCompare(other.unit, 'zh-CN');
  return units === 0 ? one.name.localeCompare(other.name, 'zh-CN') : units;
}

function nameOf({ name, disambiguator }: Person): string {
  return disambiguator === null ? name : `${name}（${disambiguator}）`;
}

const ABSENCES = Object.keys(text.absences) as (keyof typeof text.absences)[];
const told = (count: number) => count || '—';

const columns: readonly Column<Person>[] = [
  { id: 'name', title: text.columns.name, width: 110, cell: (person) => <b>{nameOf(person)}</b> },
  { id: 'unit', title: text.columns.unit, cell: ({ unit }) => unit ?? '—' },
  {
    id: 'present',
    title: text.columns.present,
    width: 50,
    align: 'number',
    cell: ({ marks }) => told((marks.present ?? 0) + (marks.video ?? 0) + (marks.late ?? 0)),
  },
  ...ABSENCES.map(
    (mark): Column<Person> => ({
      id: mark,
      title: text.absences[mark],
      width: 50,
      align: 'number',
      cell: ({ marks }) => told(marks[mark] ?? 0),
    }),
  ),
  {
    id: 'owed',
    title: text.columns.owed,
    width: 50,
    align: 'number',
    cell: ({ makeupsOwed }) => told(makeupsOwed),
  },
  {
    id: 'filings',
    title: text.columns.filings,
    width: 200,
    cell: ({ filings }) =>
      filings.map(({ round, declared, state }) => text.filing(round, declared, state)).join('；') || '—',
  },
];

const titles = text.sessionColumns;
const sessionColumns: readonly Column<Attended>[] = [
  { id: 'on', title: titles.on, width: 80, cell: ({ on }) => (on === null ? '—' : dayOf(on)) },
  { id: 'title', title: titles.title, cell: ({ title }) => title },
  { id: 'unit', title: titles.unit, width: 160, cell: ({ unit }) => unit },
  { id: 'mark', title: titles.mark, width: 90, cell: ({ mark }) => text.mark(mark) },
  {
    id: 'makeup',
    title: titles.makeup,
    width: 140,
    cell: ({ makeup, makeupOn }) =>
      makeup === 'none' ? '—' : `${makeupWords[makeup]}${makeupOn === null ? '' : ` ${dayOf(makeupOn)}`}`,
  },
];
