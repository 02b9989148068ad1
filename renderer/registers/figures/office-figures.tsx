import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { FigureId, FigurePart } from '../../../shared/vocabulary/words.ts';
import { refusalOf } from '../../state/refusals.ts';
import { useIdentity, useMay } from '../../state/session.ts';
import { figuresFilterText, figuresPageText as text } from '../../text/figures-page.ts';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Page, Panel } from '../../ui/page.tsx';
import { Breakdown } from './breakdown.tsx';
import { Charts } from './charts.tsx';
import type { FiguresAddress, Question } from './figure-question.ts';
import { figuresQueries } from './figures-queries.ts';
import { FiguresTable } from './figures-table.tsx';
import { DayField, FilterStrip } from './filter-strip.tsx';
import { useRowNames } from './row-names.ts';
import { type Opened, RowsDialog } from './rows-dialog.tsx';
import { SessionChooser, useChosenSession } from './session-chooser.tsx';
import { UnderCorrection } from './under-correction.tsx';

/** Every figure of an office as of a day: narrowed, compared, taken apart and drawn; each number opens its rows. */
export function OfficeFigures(address: FiguresAddress) {
  const { question, compared, change } = address;
  const { asOf, office } = question;
  const readsRegisters = useMay('clerk', 'reviewer', 'member', 'leader');
  const isOwn = useIdentity().role === 'office';
  const names = useRowNames(office);
  const [opened, setOpened] = useState<Opened | null>(null);
  const { chosen, isKnown } = useChosenSession(asOf, office, question.session, readsRegisters);
  const withSession = useMemo(() => ({ ...question, session: chosen?.id }), [question, chosen?.id]);
  // the table by unit brings the sums along, and is mostly shown beside them
  const { data, error } = useQuery({
    ...figuresQueries.table(withSession, 'unit'),
    placeholderData: keepPreviousData,
    enabled: isKnown,
  });
  const beside = useMemo(() => compared && { ...compared, session: chosen?.id }, [compared, chosen?.id]);
  const other = useQuery({
    ...figuresQueries.asOf(beside ?? withSession),
    placeholderData: keepPreviousData,
    enabled: beside !== null,
  });
  const onOpen = readsRegisters ? setOpened : undefined;
  const parts = { ...address, question: withSession, names, onOpen };
  const openerOf = (of: Question) =>
    onOpen && ((figure: FigureId, part: FigurePart) => onOpen({ question: of, figure, part }));
  return (
    <Page
      title={text.title}
      subtitle={text.asOf(asOf)}
      actions={readsRegisters && isOwn && <PageLinks />}
      strip={
        <div className="toolbar figures-strip">
          <label htmlFor="figures-day">{text.day}</label>
          <DayField
            id="figures-day"
            day={asOf}
            required
            onDay={(day) => change({ asOf: day, session: undefined })}
          />
          <FilterStrip {...address} names={names} />
          {readsRegisters && (
            <SessionChooser
              asOf={asOf}
              office={office}
              chosen={chosen}
              onChoose={(id) => change({ session: id })}
            />
          )}
          <UnderCorrection sessions={data?.sessionsUnderCorrection ?? 0} />
        </div>
      }
    >
      {error && <ErrorNotice refusal={refusalOf(error)} />}
      {data && (
        <div className={beside ? 'figures-office-page comparing' : 'figures-office-page'}>
          <Panel title={text.all} note={readsRegisters ? text.rowsNote : text.allNote}>
            <FiguresTable
              figures={data.total}
              session={chosen && text.sessionNumbered(chosen.day ?? asOf, chosen.title)}
              name={nameOf(question)}
              onOpen={openerOf(withSession)}
              compared={
                beside && other.data
                  ? { name: nameOf(beside), figures: other.data.figures, onOpen: openerOf(beside) }
                  : undefined
              }
            />
          </Panel>
          <div className="figures-parts-page">
            <Breakdown {...parts} />
            <Charts {...parts} />
          </div>
        </div>
      )}
      {opened && <RowsDialog {...opened} names={names} onClose={() => setOpened(null)} />}
    </Page>
  );

  function nameOf({ asOf: day, unit }: Question): string {
    return figuresFilterText.compared(day, unit ? names.unitName(unit) : null);
  }
}

function PageLinks() {
  return (
    <>
      <Link to="/figures/weekly" className="button-link">
        {text.toWeekly}
      </Link>
      <Link to="/forms" className="button-link">
        {text.toForms}
      </Link>
    </>
  );
}
