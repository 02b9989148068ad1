import './actions.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useRoomAddress } from '../../state/room-address.ts';
import { useIdentity, useMay } from '../../state/session.ts';
import { actionsText as text } from '../../text/actions-page.ts';
import { figureTexts } from '../../text/figures.ts';
import { useShortcuts } from '../../ui/keyboard.ts';
import { Empty, Key, Page } from '../../ui/page.tsx';
import { ActionDialog } from './action-dialog.tsx';
import { ActionPanel } from './action-panel.tsx';
import { ActionsCalendar } from './actions-calendar.tsx';
import { ActionsList } from './actions-list.tsx';
import { actionsQueries, type Office } from './actions-queries.ts';
import { ACTIONS_ROOM, actionsSearchOf } from './actions-search.ts';
import { ActionsViews } from './actions-views.tsx';
import { PhaseStrip } from './phase-strip.tsx';
import { PlanDialog } from './plan-dialog.tsx';

/** The own actions; a guidance group reads here those of the office that the address names. */
export function ActionsPage() {
  const { office }: { readonly office?: string } = useSearch({ strict: false });
  const isGroup = useIdentity().role === 'group';
  if (!isGroup) return <OwnActions />;
  if (!office)
    return (
      <Page title={text.title}>
        <Empty action={<Link to="/offices">{text.toOffices}</Link>}>{text.chooseOffice}</Empty>
      </Page>
    );
  return (
    <Page title={text.title} subtitle={<Completion office={office} />} flush>
      <ActionsRoom office={office} />
    </Page>
  );
}

function OwnActions() {
  const mayWrite = useMay('clerk', 'reviewer');
  const isReviewer = useMay('reviewer');
  const [open, setOpen] = useState<'plan' | 'create' | null>(null);
  const navigate = useNavigate();
  const close = () => setOpen(null);
  useShortcuts({ 'ctrl+n': () => setOpen('create') }, mayWrite && open === null);
  return (
    <Page
      title={text.title}
      subtitle={<Completion office={undefined} />}
      actions={
        <>
          <Link to="/forms" search={{ form: 'actionList' }} className="button-link">
            {text.toForm}
          </Link>
          <Button
            onClick={() => setOpen('plan')}
            disabled={!isReviewer}
            title={isReviewer ? undefined : text.planWho}
          >
            {isReviewer ? text.plan : `${text.plan}（${text.planWho}）`}
          </Button>
          {mayWrite && (
            <Button type="primary" onClick={() => setOpen('create')}>
              {text.create}
              <Key>Ctrl+N</Key>
            </Button>
          )}
        </>
      }
      flush
    >
      <ActionsRoom office={undefined} {...(isReviewer && { onPlan: () => setOpen('plan') })} />
      {open === 'plan' && <PlanDialog onClose={close} />}
      {open === 'create' && <ActionDialog action={null} onClose={close} onSaved={show} />}
    </Page>
  );

  function show(action: string): void {
    void navigate({
      to: '.',
      search: (search: Record<string, string | undefined>) => ({ ...search, action }),
    });
  }
}

interface ActionsRoomProps {
  readonly office: Office;
  readonly onPlan?: () => void;
}

/** Timeline, views and the list or the calendar of one office's actions. */
export function ActionsRoom({ office, onPlan }: ActionsRoomProps) {
  const { params, change } = useRoomAddress(ACTIONS_ROOM);
  const search = actionsSearchOf(params);
  const openAction = (action: string | undefined) => change({ action });
  const shared = { office, search, change, onOpen: openAction };
  return (
    <div className="actions-room">
      <PhaseStrip {...shared} />
      <ActionsViews {...shared} />
      <div className={search.action ? 'actions-body with-panel' : 'actions-body'}>
        {search.as === 'calendar' ? (
          <ActionsCalendar {...shared} />
        ) : (
          <ActionsList {...shared} onPlan={onPlan} />
        )}
        {search.action && (
          <ActionPanel id={search.action} office={office} onClose={() => openAction(undefined)} />
        )}
      </div>
    </div>
  );
}

/** 完成率 with what it is made of. */
function Completion({ office }: { readonly office: Office }) {
  const { today } = useIdentity();
  const { data } = useQuery(actionsQueries.completion(office, today));
  if (!data) return null;
  return (
    <span title={figureTexts.actionCompletion.definition}>
      {text.completion} <b>{data.text}</b> {text.completionParts(data.numerator, data.denominator)}
    </span>
  );
}
