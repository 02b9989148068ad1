import './work-list.css';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useIdentity } from '../../state/session.ts';
import { workListText } from '../../text/work-list-page.ts';
import { Key, Page } from '../../ui/page.tsx';
import { MatterPanel } from './matter-panel.tsx';
import { MinePanel } from './mine-panel.tsx';
import { PhasePanel } from './phase-panel.tsx';
import { phaseOfDay } from './phase-scale.ts';
import { SafetyPanel } from './safety-panel.tsx';
import { WeekPanel } from './week-panel.tsx';
import { workListQueries } from './work-list-queries.ts';

/** What waits for whom; an administrator, who needs no content of registers, sees bundles and the data's safety. */
export function WorkListPage() {
  const { role, account } = useIdentity();
  const client = useQueryClient();
  const readsRegisters = account?.roles.some((one) => one !== 'administrator') ?? false;
  const isOffice = role === 'office';
  return (
    <Page
      title={workListText.title}
      subtitle={<Today />}
      actions={
        // F5 does the same on every page: the frame listens.
        <Button onClick={() => void client.invalidateQueries()}>
          {workListText.refresh}
          <Key>F5</Key>
        </Button>
      }
      flush
    >
      <div className="work-list">
        <div className="work-list-main">
          <MatterPanel readsRegisters={readsRegisters} />
          {readsRegisters && isOffice && <MinePanel />}
        </div>
        <div className="work-list-side">
          <PhasePanel />
          {readsRegisters && isOffice && <WeekPanel />}
          <SafetyPanel />
        </div>
      </div>
    </Page>
  );
}

function Today() {
  const { today } = useIdentity();
  const { data } = useQuery(workListQueries.campaign());
  const now = phaseOfDay(data?.phases ?? [], today);
  return (
    <>
      {workListText.today(today)}
      {now && workListText.phase(now.phase.name, now.day, now.phase.endsOn, now.left)}
    </>
  );
}
