import './study.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { hasFrozenList, takesEdits, takesMarks } from '../../../shared/rules/session-moves.ts';
import { refusalOf } from '../../state/refusals.ts';
import { useMay } from '../../state/session.ts';
import { dayOf, frameText } from '../../text/frame.ts';
import { sessionText, studyText } from '../../text/study-page.ts';
import { sessionFormWords } from '../../text/words.ts';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Page } from '../../ui/page.tsx';
import { RecordRemarks, useRemarks } from '../../ui/remarks.tsx';
import { ActionLink } from './action-link.tsx';
import { AttendanceRoom } from './attendance-room.tsx';
import { DifferencesNotice } from './differences-notice.tsx';
import { NoticeLink } from './notice-link.tsx';
import { SessionDialog } from './session-dialog.tsx';
import { SessionFacts } from './session-facts.tsx';
import { SessionMoves } from './session-moves.tsx';
import { SessionSign } from './session-sign.tsx';
import { type SessionCard, studyQueries } from './study-queries.ts';

/** One session: what it is, where it stands, who was there. */
export function AttendancePage() {
  const { id = '' } = useParams({ strict: false });
  const session = useQuery(studyQueries.session(id));
  const list = useQuery(studyQueries.attendance(id));
  const [isEditing, setEditing] = useState(false);
  const mayEdit = useMay('clerk');
  const error = session.error ?? list.error;
  if (error) return <ErrorNotice refusal={refusalOf(error)} />;
  if (!session.data || !list.data) return <output className="startup">{frameText.loading}</output>;
  const card = session.data;

  return (
    <Page
      title={
        <span className="session-title" title={card.title}>
          <Link to="/study">{studyText.title}</Link> / {card.title}
        </span>
      }
      subtitle={
        <>
          {whenAndWhere(card)}
          <span className="wide-only">{whatKind(card)}</span> <SessionSign state={card.state} />
        </>
      }
      actions={
        <>
          <ActionLink session={card} />
          <Link to="/forms" search={{ form: 'signInSheet', session: card.id }} className="button-link">
            {sessionText.signInSheet}
          </Link>
          <NoticeLink session={card} />
          {mayEdit && takesMarks(card.state) && (
            <Link to="/packs" search={{ kind: 'signIn', session: card.id }} className="button-link wide-only">
              {sessionText.packs}
            </Link>
          )}
          {mayEdit && takesEdits(card.state) && (
            <Button onClick={() => setEditing(true)}>{sessionText.change}</Button>
          )}
          <SessionMoves session={card} />
        </>
      }
      flush
    >
      {card.differences > 0 && <DifferencesNotice session={card} />}
      <SessionRemarks session={card.id} />
      {hasFrozenList(card.state) && list.data.total > 0 ? (
        <AttendanceRoom key={id} session={card} list={list.data} />
      ) : (
        <SessionFacts session={card} />
      )}
      {isEditing && <SessionDialog session={card} onClose={() => setEditing(false)} onSaved={() => {}} />}
    </Page>
  );
}

/** By the session's id: its own state must not wait for them. */
function SessionRemarks({ session }: { readonly session: string }) {
  return <RecordRemarks remarks={useRemarks(session)} />;
}

function whenAndWhere({ day, startsAt, venues }: SessionCard): string {
  const when = day ? `${dayOf(day)} ${studyText.weekday(day)} ${startsAt ?? ''}`.trim() : sessionText.noDay;
  return [when, sessionText.venues(venues ?? [])].filter(Boolean).join(' · ');
}

function whatKind({ form, mandatory }: SessionCard): string {
  const kind = mandatory === false ? sessionText.voluntary : sessionText.mandatory;
  return ['', form && sessionFormWords[form], kind].filter((word) => word !== null).join(' · ');
}
