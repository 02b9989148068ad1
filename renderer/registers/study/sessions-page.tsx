import './study.css';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useRoomAddress } from '../../state/room-address.ts';
import { useMay } from '../../state/session.ts';
import { studyText } from '../../text/study-page.ts';
import { matrixText, statisticsText } from '../../text/study-tables.ts';
import { useShortcuts } from '../../ui/keyboard.ts';
import { Key, Page } from '../../ui/page.tsx';
import { MakeupsPanel } from './makeups-panel.tsx';
import { SessionDialog } from './session-dialog.tsx';
import { filterOf, type StudySearch } from './session-filter.ts';
import { SessionTabs } from './session-tabs.tsx';
import { SessionsPanel } from './sessions-panel.tsx';
import { StudyFigures } from './study-figures.tsx';

const ROOM = {
  room: 'study',
  remembered: ['view', 'phase', 'as'],
  passing: ['search', 'state', 'matter', 'makeups', 'month'],
} as const;

/** The sessions, and what of them is still to be made good. */
export function SessionsPage() {
  const { params, change } = useRoomAddress(ROOM);
  const search = params as StudySearch;
  const navigate = useNavigate();
  const mayWrite = useMay('clerk');
  const [isCreating, setCreating] = useState(false);
  const create = mayWrite ? () => setCreating(true) : undefined;
  const filter = filterOf(search);
  const open = (id: string) => void navigate({ to: '/study/$id', params: { id } });
  useShortcuts({ 'ctrl+n': () => create?.() }, mayWrite);

  return (
    <Page
      title={studyText.title}
      subtitle={studyText.subtitle}
      actions={
        <>
          <Link to="/study/matrix" className="button-link">
            {matrixText.title}
          </Link>
          <Link to="/study/statistics" className="button-link">
            {statisticsText.title}
          </Link>
          {create && (
            <Button type="primary" onClick={create}>
              {studyText.create}
              <Key>Ctrl+N</Key>
            </Button>
          )}
        </>
      }
      strip={
        <div className="study-strip">
          <SessionTabs filter={filter} onChange={change} />
          <StudyFigures />
        </div>
      }
    >
      <div className="study-grid">
        <SessionsPanel {...{ filter, search }} onChange={change} onOpen={open} onCreate={create} />
        <MakeupsPanel search={search} onChange={change} />
      </div>
      {isCreating && <SessionDialog session={null} onClose={() => setCreating(false)} onSaved={open} />}
    </Page>
  );
}
