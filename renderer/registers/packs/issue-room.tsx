import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { PACK_KINDS } from '../../../shared/vocabulary/pack-words.ts';
import { packKindWords } from '../../text/packs.ts';
import { packsText } from '../../text/packs-page.ts';
import { useShortcuts } from '../../ui/keyboard.ts';
import { Empty, Key, Page, Panel } from '../../ui/page.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { IssuePanel } from './issue-panel.tsx';
import { IssuedNotice } from './issued-notice.tsx';
import { IssuedPanel } from './issued-panel.tsx';
import { PACK_PAGES } from './pack-pages.tsx';
import type { ChangePacksSearch, PacksSearch } from './packs-search.ts';
import { useIssue } from './use-issue.ts';
import { useMayKeepPacks } from './who-may.ts';

interface IssueRoomProps {
  readonly search: PacksSearch;
  readonly onChange: ChangePacksSearch;
}

/** One file per unit goes out; beside it stands what is out already. */
export function IssueRoom({ search, onChange }: IssueRoomProps) {
  const mayKeep = useMayKeepPacks();
  const navigate = useNavigate();
  const issue = useIssue();
  const take = () => void navigate({ to: '/packs', search: { kind: search.kind, view: 'take' } });
  useShortcuts({ 'ctrl+i': take }, mayKeep);
  return (
    <Page
      title={
        <>
          <Link to={PACK_PAGES[search.kind].room} className="packs-before-title">
            {packsText.rooms[search.kind]}
          </Link>
          {' / '}
          {packsText.title}
        </>
      }
      subtitle={packsText.subtitle}
      actions={
        mayKeep && (
          <Button type="primary" onClick={take}>
            {packsText.take}
            <Key>Ctrl+I</Key>
          </Button>
        )
      }
      strip={
        <Tabs
          label={packsText.kinds}
          tabs={PACK_KINDS.map((id) => ({ id, title: packKindWords[id] }))}
          chosen={search.kind}
          onChoose={(kind) => onChange({ kind, occasion: undefined })}
        />
      }
    >
      <div className="packs-issue-room">
        {mayKeep ? (
          <IssuePanel search={search} onChange={onChange} issue={issue} />
        ) : (
          <Panel className="packs-issue">
            <Empty>{packsText.clerksOnly}</Empty>
          </Panel>
        )}
        <div className="packs-issued-side">
          <IssuedNotice issue={issue} />
          <IssuedPanel
            key={search.kind}
            search={search}
            onChange={onChange}
            mayKeep={mayKeep}
            onTake={take}
          />
        </div>
      </div>
    </Page>
  );
}
