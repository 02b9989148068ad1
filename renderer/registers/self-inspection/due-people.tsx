import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useState } from 'react';
import { unitsText } from '../../text/self-inspection-page.ts';
import { type FilingRow, NAMED, selfInspectionQueries } from './self-inspection-queries.ts';

interface DuePeopleProps {
  readonly round: string;
  readonly unit: string | undefined;
  /** Absent: names are only read. */
  readonly onEnter: ((row: FilingRow) => void) | null;
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/**
 * Who has not filed, by unit, as on the paper list; a name begins the entry of the form. Tab reaches one name of
 * all, on its way to the entry line; the arrows go on from there.
 */
export function DuePeople({ round, unit, onEnter }: DuePeopleProps) {
  const { data } = useQuery(selfInspectionQueries.named(round, unit));
  const [reached, setReached] = useState<string | null>(null);
  if (!data) return null;
  const label = unitsText.people(data.total);
  const stop = data.filings.find(({ person }) => person === reached) ?? data.filings[0];
  return (
    <section className="self-inspection-people" aria-label={label} onKeyDown={goOn}>
      <header className="panel-title">
        <h2>{label}</h2>
        <span className="secondary">{onEnter ? unitsText.peopleNote : unitsText.peopleNoteRead}</span>
      </header>
      {/* A part that scrolls must be reachable by keyboard; without buttons in it nothing else is. */}
      <div
        className="self-inspection-names"
        {...(onEnter ? {} : { tabIndex: 0, role: 'group', 'aria-label': label })}
      >
        {byUnit(data.filings).map(([name, people]) => (
          <section key={name} aria-label={name}>
            <h3>
              {name} <span className="secondary">{people.length}</span>
            </h3>
            <ul>
              {people.map((row) => (
                <li key={row.person}>{nameOf(row)}</li>
              ))}
            </ul>
          </section>
        ))}
        {data.total === 0 && <p className="secondary">{unitsText.nobody}</p>}
        {data.total > NAMED && <p className="secondary">{unitsText.peopleMore(NAMED)}</p>}
      </div>
    </section>
  );

  function nameOf(row: FilingRow) {
    const name = row.name ?? unitsText.nameless;
    if (!onEnter) return name;
    return (
      <button
        type="button"
        tabIndex={row === stop ? 0 : -1}
        onFocus={() => setReached(row.person)}
        onClick={() => onEnter(row)}
      >
        {name}
      </button>
    );
  }
}

function goOn(event: KeyboardEvent<HTMLElement>): void {
  const step = STEPS[event.key];
  if (step === undefined || !(event.target instanceof HTMLButtonElement)) return;
  const names = [...event.currentTarget.querySelectorAll('button')];
  event.preventDefault();
  names[names.indexOf(event.target) + step]?.focus();
}

/** The list comes in the order of the units. */
function byUnit(rows: readonly FilingRow[]): [string, FilingRow[]][] {
  const groups = new Map<string, FilingRow[]>();
  for (const row of rows) groups.set(row.unitName, [...(groups.get(row.unitName) ?? []), row]);
  return [...groups];
}
