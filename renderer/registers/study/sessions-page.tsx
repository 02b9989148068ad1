import './study.css';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import { useMemo, useState } from 'react';
import { SESSION_MATTERS, SESSION_VIEWS } from '../../../shared/vocabulary/words.ts';
import { usePagedRows } from '../../state/paged-rows.ts';
import { useIdentity, useMay } from '../../state/session.ts';
import { matterWords } from '../../text/matters.ts';
import { studyText } from '../../text/study-page.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { useShortcuts } from '../../ui/keyboard.ts';
import { OnlyChip } from '../../ui/only-chip.tsx';
import { Empty, Key, Page, Panel } from '../../ui/page.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { MAKEUP_STATES, MakeupsPanel } from './makeups-panel.tsx';
import { sessionColumns } from './session-columns.tsx';
import { SessionDialog } from './session-dialog.tsx';
import { StudyFigures } from './study-figures.tsx';
import { studyQueries } from './study-queries.ts';

export function SessionsPage() {
  const params: Readonly<Record<string, string | undefined>> = useSearch({ strict: false });
  const navigate = useNavigate();
  const mayWrite = useMay('clerk');
  const roles = useIdentity().account?.roles;
  const [isCreating, setCreating] = useState(false);
  const [selected, setSelected] = useState<string | null>(null);
  const view = SESSION_VIEWS.find((one) => one === params.view) ?? 'all';
  const { phase, search } = params;
  const matter = SESSION_MATTERS.find((one) => one === params.matter);
  const makeups = MAKEUP_STATES.find((one) => one === params.makeups);
  const isWhole = view === 'all' && !matter && !phase && !search;
  const filter = { view, phase, search, matter };
  const { key, ask } = studyQueries.sessions(filter);
  const list = usePagedRows(key, ask);
  const counts = useQuery(studyQueries.counts({ phase, search }));
  const campaign = useQuery(studyQueries.campaign());
  const columns = useMemo(() => sessionColumns(roles ?? []), [roles]);
  const create = () => setCreating(true);
  const open = (id: string) => void navigate({ to: '/study/$id', params: { id } });
  const change = (more: Record<string, string | undefined>) =>
    void navigate({ to: '/study', search: { ...params, ...more }, replace: true });
  useShortcuts({ 'ctrl+n': create }, mayWrite && !isCreating);

  return (
    <Page
      title={studyText.title}
      subtitle={studyText.subtitle}
      actions={
        mayWrite && (
          <Button type="primary" onClick={create}>
            {studyText.create}
            <Key>Ctrl+N</Key>
          </Button>
        )
      }
      strip={
        <div className="study-strip">
          <Tabs
            label={studyText.viewsLabel}
            tabs={SESSION_VIEWS.map((id) => ({
              id,
              title: studyText.views[id],
              count: counts.data?.[id],
              tone: id === 'returned' ? ('danger' as const) : undefined,
            }))}
            chosen={view}
            onChoose={(id) => change({ view: id, matter: undefined })}
          />
          <StudyFigures />
        </div>
      }
    >
      <div className="study-grid">
        <Panel
          title={studyText.list}
          note={list.total}
          foot={studyText.foot(list.total, counts.data?.all ?? list.total)}
          extra={
            <>
              {matter && (
                <OnlyChip word={matterWords[matter]} onClear={() => change({ matter: undefined })} />
              )}
              <SearchBox
                label={studyText.search}
                placeholder={studyText.search}
                value={search ?? ''}
                onChange={(text) => change({ search: text || undefined })}
              />
              <Select<string | null>
                className="study-phase"
                aria-label={studyText.phase}
                value={phase ?? null}
                onChange={(id) => change({ phase: id ?? undefined })}
                options={[
                  { value: null, label: studyText.anyPhase },
                  ...(campaign.data?.phases ?? []).map(({ id, name }) => ({ value: id, label: name })),
                ]}
              />
            </>
          }
        >
          <DataTable
            label={studyText.list}
            columns={columns}
            total={list.total}
            row={list.row}
            rowKey={({ id }) => id}
            onShow={list.show}
            onOpen={({ id }) => open(id)}
            onSelect={({ id }) => setSelected(id)}
            selected={selected}
            empty={
              list.isLoading ? undefined : (
                <Empty action={mayWrite && isWhole && <Button onClick={create}>{studyText.create}</Button>}>
                  {isWhole ? studyText.empty : studyText.emptyRead}
                </Empty>
              )
            }
          />
        </Panel>
        <MakeupsPanel only={makeups} onShowAll={() => change({ makeups: undefined })} />
      </div>
      {isCreating && <SessionDialog session={null} onClose={() => setCreating(false)} onSaved={open} />}
    </Page>
  );
}
