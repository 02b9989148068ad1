import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { usePagedRows } from '../../state/paged-rows.ts';
import { useRemembered } from '../../state/preferences.ts';
import { refusalOf } from '../../state/refusals.ts';
import { workListText } from '../../text/work-list-page.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Empty, Panel } from '../../ui/page.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { itemLink } from './matter-links.ts';
import { mineColumns } from './mine-columns.tsx';
import { type MineRow, type MineTab, workListQueries } from './work-list-queries.ts';

const text = workListText.mine;
const TABS: readonly MineTab[] = ['all', 'urgent', 'returned'];
const TONES = { all: undefined, urgent: 'warn', returned: 'danger' } as const;

/** 轮到我·按时限: one's own rectification items, the nearest date first; Enter opens one. */
export function MinePanel() {
  const [kept, remember] = useRemembered('workList.mine', {});
  const tab = TABS.find((id) => id === kept.tab) ?? 'all';
  const choose = (chosen: MineTab) => remember({ tab: chosen });
  const [pointedAt, pointAt] = useState<string | null>(null);
  const { key, ask } = workListQueries.mine(tab);
  const rows = usePagedRows<MineRow>(key, ask);
  const navigate = useNavigate();
  return (
    <Panel
      title={text.title}
      note={text.note}
      extra={<MineTabs tab={tab} onChoose={choose} />}
      foot={text.foot(rows.total)}
      className="work-list-mine"
    >
      {rows.error ? (
        <ErrorNotice refusal={refusalOf(rows.error)} />
      ) : (
        <DataTable
          id="mine"
          label={text.label}
          columns={mineColumns}
          total={rows.total}
          row={rows.row}
          rowKey={({ id }) => id}
          onShow={rows.show}
          selected={pointedAt}
          onSelect={({ id }) => pointAt(id)}
          onOpen={({ id }) => void navigate({ ...itemLink(id) })}
          opensOnClick
          empty={rows.isLoading ? null : <NothingMine tab={tab} onAll={() => choose('all')} />}
        />
      )}
    </Panel>
  );
}

function MineTabs({ tab, onChoose }: { readonly tab: MineTab; readonly onChoose: (tab: MineTab) => void }) {
  const all = useQuery(workListQueries.mineTotal('all')).data;
  const urgent = useQuery(workListQueries.mineTotal('urgent')).data;
  const returned = useQuery(workListQueries.mineTotal('returned')).data;
  const counts = { all, urgent, returned };
  return (
    <Tabs
      label={text.tabsLabel}
      tabs={TABS.map((id) => ({ id, title: text.tabs[id], count: counts[id], tone: TONES[id] }))}
      chosen={tab}
      onChoose={onChoose}
    />
  );
}

function NothingMine({ tab, onAll }: { readonly tab: MineTab; readonly onAll: () => void }) {
  const action =
    tab === 'all' ? (
      <Link to="/rectification">{text.toLedger}</Link>
    ) : (
      <Button onClick={onAll}>{text.showAll}</Button>
    );
  return <Empty action={action}>{text.empty[tab]}</Empty>;
}
