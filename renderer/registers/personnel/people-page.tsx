import './personnel.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { core } from '../../state/core.ts';
import { usePagedRows } from '../../state/paged-rows.ts';
import { refusalOf } from '../../state/refusals.ts';
import { useWrite } from '../../state/writes.ts';
import { peopleText } from '../../text/personnel-page.ts';
import { download } from '../../ui/file-content.ts';
import { useShortcuts } from '../../ui/keyboard.ts';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Empty, Key, Page } from '../../ui/page.tsx';
import { AddPersonForm } from './add-person-form.tsx';
import { usePeopleChoice } from './people-choice.ts';
import { filterOf } from './people-filter.ts';
import { PeopleFoot } from './people-foot.tsx';
import { PeopleTable } from './people-table.tsx';
import { PeopleToolbar } from './people-toolbar.tsx';
import { PersonActions } from './person-actions.tsx';
import { type Person, personnelQueries } from './personnel-queries.ts';
import { UnitsPanel } from './units-panel.tsx';
import { useMayKeepRoster } from './who-may.ts';

/** The roster: units at the left, the people of the chosen one at the right. */
export function PeoplePage() {
  const navigate = useNavigate();
  const mayKeep = useMayKeepRoster();
  const { choice, isNarrowed, narrow } = usePeopleChoice();
  const { key, ask } = personnelQueries.people(filterOf(choice));
  const people = usePagedRows<Person>(key, ask);
  const [chosen, setChosen] = useState<Person | null>(null);
  const [isAdding, setAdding] = useState(false);
  const units = useQuery(personnelQueries.units());
  const total = useQuery(personnelQueries.total(choice.asOf));

  const exported = useWrite(core.packs.exportRoster, {
    done: ({ file }) => peopleText.exported(file.fileName, file.rows),
    onDone: ({ file }) => download(file.fileName, file.content),
  });
  const toImport = () => void navigate({ to: '/personnel/import' });
  const open = ({ id }: Person) => void navigate({ to: '/personnel/$id', params: { id } });
  useShortcuts({ 'ctrl+n': () => setAdding(true), 'ctrl+i': toImport }, mayKeep);
  const unitName = units.data?.find(({ id }) => id === choice.unit)?.name ?? null;

  return (
    <Page
      title={peopleText.title}
      subtitle={peopleText.asOf(choice.asOf, total.data ?? people.total)}
      flush
      actions={
        mayKeep && (
          <>
            <Link to="/packs" className="button-link">
              {peopleText.packs}
            </Link>
            <Button onClick={() => exported.mutate(filterOf(choice))} loading={exported.isPending}>
              {peopleText.exportShown}
            </Button>
            <Button onClick={toImport}>
              {peopleText.import}
              <Key>Ctrl+I</Key>
            </Button>
            <Button type="primary" onClick={() => setAdding(true)}>
              {peopleText.add}
              <Key>Ctrl+N</Key>
            </Button>
          </>
        )
      }
    >
      <div className="personnel-room">
        <UnitsPanel chosen={choice.unit} asOf={choice.asOf} onChoose={(unit) => narrow({ unit })} />
        <section className="personnel-list">
          <div>
            <PeopleToolbar choice={choice} isNarrowed={isNarrowed} onNarrow={narrow} />
            <div className="personnel-chosen">
              {chosen ? (
                <>
                  <span className="personnel-chosen-name">
                    {peopleText.chosen(chosen.name ?? peopleText.nameless, chosen.unitName)}
                  </span>
                  <PersonActions key={chosen.id} person={chosen} size="small" onOpen={() => open(chosen)} />
                </>
              ) : (
                <span className="secondary">{peopleText.noneChosen}</span>
              )}
            </div>
          </div>
          {people.error !== null && <ErrorNotice refusal={refusalOf(people.error)} />}
          <PeopleTable
            label={peopleText.listOf(unitName)}
            people={people}
            chosen={chosen?.id ?? null}
            onChoose={setChosen}
            onOpen={open}
            empty={emptyList()}
          />
          <PeopleFoot shown={people.total} total={total.data ?? people.total} asOf={choice.asOf} />
        </section>
      </div>
      {isAdding && <AddPersonForm unit={choice.unit} onClose={() => setAdding(false)} />}
    </Page>
  );

  function emptyList() {
    if (isNarrowed)
      return (
        <Empty
          action={
            <Button onClick={() => narrow({ unit: null, search: '', status: [] })}>{peopleText.clear}</Button>
          }
        >
          {peopleText.noneFound}
        </Empty>
      );
    if (!mayKeep) return <Empty>{peopleText.emptyForReaders}</Empty>;
    return (
      <Empty
        action={
          <Button type="primary" onClick={toImport}>
            {peopleText.import}
            <Key>Ctrl+I</Key>
          </Button>
        }
      >
        {peopleText.empty}
      </Empty>
    );
  }
}
