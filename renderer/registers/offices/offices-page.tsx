import './offices.css';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import type { FormAsked } from '../../../shared/contract/forms.ts';
import { core } from '../../state/core.ts';
import { refusalOf } from '../../state/refusals.ts';
import { useWrite } from '../../state/writes.ts';
import { officesText } from '../../text/offices-page.ts';
import { overviewTabs as text } from '../../text/oversight-page.ts';
import { download } from '../../ui/file-content.ts';
import { useShortcuts } from '../../ui/keyboard.ts';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Empty, Key, Page } from '../../ui/page.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { AsOfChoice } from './as-of-choice.tsx';
import { ComparisonPanel } from './comparison-panel.tsx';
import { GridPanel } from './grid-panel.tsx';
import { COMPARED, type OverviewAddress, TABS } from './offices-address.ts';
import { OfficesPanel } from './offices-panel.tsx';
import { officesQueries } from './offices-queries.ts';
import { ReminderLink } from './reminder-link.tsx';
import { useOverviewAddress } from './use-address.ts';

/** Every office beside the others, in their own order: figures, when they reported, and one figure drawn. */
export function OfficesPage() {
  const address = useOverviewAddress();
  const { tab, asOf, change } = address;
  const navigate = useNavigate();
  const { data, error } = useQuery({
    ...officesQueries.byOffice(asOf),
    placeholderData: keepPreviousData,
  });
  const count = data ? data.offices.length + data.groups.length : 0;
  const save = useWrite(() => core.forms.save({ asked: seen(address), as: 'xlsx' }), {
    done: ({ fileName }) => text.saved(fileName),
    onDone: ({ fileName, content }) => download(fileName, content),
  });
  useShortcuts({
    'ctrl+e': () => count > 0 && save.mutate(undefined),
    'ctrl+i': () => void navigate({ to: '/exchange/import' }),
  });
  return (
    <Page
      title={officesText.title}
      subtitle={data && officesText.subtitle(count, data.asOf)}
      actions={
        <>
          {tab === 'grid' && <ReminderLink />}
          {count > 0 && (
            <Button onClick={() => save.mutate(undefined)} loading={save.isPending}>
              {text.save} <Key>Ctrl+E</Key>
            </Button>
          )}
          <Button type="primary" onClick={() => void navigate({ to: '/exchange/import' })}>
            {text.import} <Key>Ctrl+I</Key>
          </Button>
        </>
      }
      strip={
        <div className="offices-strip">
          <Tabs
            label={text.label}
            tabs={TABS.map((id) => ({ id, title: text.tabs[id] }))}
            chosen={tab}
            onChoose={(id) => change({ tab: id })}
          />
          {tab !== 'grid' && <AsOfChoice reportedDays={data?.reportedDays ?? []} />}
        </div>
      }
    >
      {error && <ErrorNotice refusal={refusalOf(error)} />}
      {data && count === 0 && (
        <Empty action={<Link to="/exchange">{officesText.toExchange}</Link>}>{officesText.empty}</Empty>
      )}
      {data && count > 0 && tab === 'overview' && <OfficesPanel data={data} />}
      {count > 0 && tab === 'grid' && <GridPanel />}
      {data && count > 0 && tab === 'comparison' && <ComparisonPanel data={data} />}
    </Page>
  );
}

/** What the page shows, as a form. */
function seen({ tab, asOf, until }: OverviewAddress): FormAsked {
  if (tab === 'grid') return { form: 'reportingGrid', ...(until && { until }) };
  return { form: 'officeComparison', asOf, ...(tab === 'comparison' && { figures: [...COMPARED] }) };
}
