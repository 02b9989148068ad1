import './self-inspection.css';
import './filing-units.css';
import './filing-entry.css';
import './filing-panel.css';
import './filing-batches.css';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { calendarDate, daysBetween } from '../../../shared/vocabulary/dates.ts';
import { refusalOf } from '../../state/refusals.ts';
import { useIdentity, useMay } from '../../state/session.ts';
import { frameText } from '../../text/frame.ts';
import { packsText } from '../../text/packs-page.ts';
import { filingImportText } from '../../text/self-inspection-import.ts';
import { filingsText, roundText } from '../../text/self-inspection-page.ts';
import { useShortcuts } from '../../ui/keyboard.ts';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Empty, Key, Page } from '../../ui/page.tsx';
import { CoverageStrip } from './coverage-strip.tsx';
import { EditRoundDialog } from './edit-round-dialog.tsx';
import { FilingImportDialog } from './filing-import-dialog.tsx';
import { FilingsRoom } from './filings-room.tsx';
import { RemindersDialog } from './reminders-dialog.tsx';
import { NO_FILTER, useRoomSearch } from './room-search.ts';
import { chosenRound } from './round-choice.ts';
import { RoundDialog } from './round-dialog.tsx';
import { RoundSelect } from './round-select.tsx';
import { type Round, selfInspectionQueries } from './self-inspection-queries.ts';

/** One round: who has filed, the entry of paper forms, the reviewer's queue. */
export function FilingsPage() {
  const { role, today } = useIdentity();
  const isOffice = role === 'office';
  const rounds = useQuery({ ...selfInspectionQueries.rounds(undefined), enabled: isOffice });
  const mayCreate = useMay('reviewer');
  const mayEnter = useMay('clerk');
  const [opened, open] = useState<'create' | 'edit' | 'remind' | 'import' | null>(null);
  const close = () => open(null);
  const { search, change } = useRoomSearch();
  const round = rounds.data && chosenRound(rounds.data, search.round, today);
  useShortcuts({ 'ctrl+i': () => open('import') }, mayEnter && round !== undefined);
  if (!isOffice) return <AtGroup />;
  const create = mayCreate && <Button onClick={() => open('create')}>{filingsText.newRound}</Button>;
  return (
    <Page
      title={filingsText.title}
      subtitle={round && <RoundDates round={round} today={today} />}
      actions={
        round && (
          <>
            {mayCreate && (
              <ReviewButton round={round.id} onOpen={() => change({ ...NO_FILTER, state: 'filed' })} />
            )}
            {mayEnter && (
              <>
                <Link
                  to="/packs"
                  search={{ kind: 'selfInspection', round: round.id }}
                  className="button-link wide-only"
                >
                  {packsText.title}
                </Link>
                <Button onClick={() => open('import')}>
                  {filingImportText.open}
                  <Key>Ctrl+I</Key>
                </Button>
              </>
            )}
            <RoundSelect rounds={rounds.data ?? []} chosen={round} change={change} />
            {mayCreate && <Button onClick={() => open('edit')}>{roundText.edit}</Button>}
            {create}
          </>
        )
      }
      strip={
        round && (
          <CoverageStrip
            round={round.id}
            state={search.state}
            change={change}
            onRemind={() => open('remind')}
          />
        )
      }
      flush
    >
      {rounds.error && <ErrorNotice refusal={refusalOf(rounds.error)} />}
      {rounds.data?.length === 0 && (
        <Empty action={create}>{mayCreate ? filingsText.noRound : filingsText.noRoundYet}</Empty>
      )}
      {round && <FilingsRoom key={round.id} round={round} search={search} change={change} />}
      {round && opened === 'remind' && <RemindersDialog round={round} unit={search.unit} onClose={close} />}
      {round && opened === 'import' && <FilingImportDialog round={round} onClose={close} />}
      {round && opened === 'edit' && <EditRoundDialog key={round.id} round={round} onClose={close} />}
      {opened === 'create' && (
        <RoundDialog
          rounds={rounds.data ?? []}
          onClose={close}
          onCreated={(id) => {
            close();
            change({ round: id, ...NO_FILTER, filing: undefined });
          }}
        />
      )}
    </Page>
  );
}

/** What waits for the reviewer, as a way to exactly those rows. */
function ReviewButton({ round, onOpen }: { readonly round: string; readonly onOpen: () => void }) {
  const { data } = useQuery(selfInspectionQueries.coverage(round));
  if (!data || data.whole.filed === 0) return null;
  return (
    <Button type="primary" onClick={onOpen}>
      {filingsText.review(data.whole.filed)}
    </Button>
  );
}

function RoundDates({ round, today }: { readonly round: Round; readonly today: string }) {
  const { number, name, beginsOn, endsOn } = round;
  return (
    <>
      <b>{filingsText.roundNamed(number, name)}</b> {filingsText.roundDates(beginsOn, endsOn)}，
      {beginsOn > today
        ? filingsText.roundBegins(days(today, beginsOn))
        : filingsText.roundLeft(days(today, endsOn))}
    </>
  );
}

function days(from: string, to: string): number {
  return daysBetween(calendarDate(from), calendarDate(to));
}

/** A group reads rounds office by office. */
function AtGroup() {
  return (
    <Empty action={<Link to="/offices">{frameText.pages.offices}</Link>}>{filingsText.noRoundThere}</Empty>
  );
}
