import './study.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { takesEdits } from '../../../shared/rules/session-moves.ts';
import { refusalOf } from '../../state/refusals.ts';
import { useMay } from '../../state/session.ts';
import { frameText } from '../../text/frame.ts';
import { attendanceText, sessionText, studyText } from '../../text/study-page.ts';
import { sessionFormWords } from '../../text/words.ts';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Empty, Page } from '../../ui/page.tsx';
import { AttendanceRoom } from './attendance-room.tsx';
import { SessionDialog } from './session-dialog.tsx';
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
        <>
          <Link to="/study">{studyText.title}</Link> / {card.title}
        </>
      }
      subtitle={
        <>
          {factsOf(card)} <SessionSign state={card.state} />
        </>
      }
      actions={
        <>
          {mayEdit && takesEdits(card.state) && (
            <Button onClick={() => setEditing(true)}>{sessionText.change}</Button>
          )}
          <SessionMoves session={card} />
        </>
      }
      flush
    >
      {list.data.total > 0 ? (
        <AttendanceRoom session={card} list={list.data} />
      ) : (
        <Empty>{attendanceText.noList}</Empty>
      )}
      {isEditing && <SessionDialog session={card} onClose={() => setEditing(false)} onSaved={() => {}} />}
    </Page>
  );
}

function factsOf({ day, startsAt, venues, form, mandatory }: SessionCard): string {
  return [
    attendanceText.facts(day),
    startsAt,
    venues?.[0],
    form && sessionFormWords[form],
    mandatory ? attendanceText.mandatory : attendanceText.voluntary,
  ]
    .filter(Boolean)
    .join(' · ');
}
