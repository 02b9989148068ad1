import { Button, Checkbox, Select } from 'antd';
import { useState } from 'react';
import { campaignText, phasesText, actionsText as text } from '../../text/campaign-page.ts';
import { Empty, Panel } from '../../ui/page.tsx';
import { SimpleTable } from '../../ui/simple-table.tsx';
import { ActionDialog } from './action-dialog.tsx';
import type { Action, Campaign } from './campaign-queries.ts';
import { RemoveActionDialog } from './remove-action-dialog.tsx';

interface PanelOfCampaign {
  readonly campaign: Campaign;
  readonly mayChange: boolean;
}

/** 规定动作、自选动作 as the campaign defines them; placeholders wait for a name. */
export function ActionsPanel({ campaign, mayChange }: PanelOfCampaign) {
  const [phase, setPhase] = useState<string | null>(null);
  const [onlyUnnamed, setOnlyUnnamed] = useState(false);
  const [open, setOpen] = useState<
    'add' | { readonly action: Action; readonly verb: 'edit' | 'remove' } | null
  >(null);
  const { actions, phases } = campaign;
  const shown = actions
    .filter((one) => phase === null || one.phase === phase)
    .filter(({ name }) => !onlyUnnamed || name === null);
  const nameOfPhase = (id: string) => phases.find((one) => one.id === id)?.name ?? id;
  const close = () => setOpen(null);
  return (
    <Panel
      title={text.title}
      note={text.note}
      foot={footOf(actions)}
      extra={
        <>
          <Checkbox checked={onlyUnnamed} onChange={({ target }) => setOnlyUnnamed(target.checked)}>
            {text.onlyUnnamed}
          </Checkbox>
          <Select
            size="small"
            className="campaign-phase-filter"
            aria-label={text.columns.phase}
            value={phase ?? ''}
            onChange={(chosen) => setPhase(chosen || null)}
            options={[
              { value: '', label: text.all },
              ...phases.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
          {mayChange && (
            <Button size="small" type="primary" onClick={() => setOpen('add')}>
              {text.add}
            </Button>
          )}
        </>
      }
    >
      {shown.length === 0 ? (
        <Empty>{text.empty}</Empty>
      ) : (
        <SimpleTable<Action>
          label={text.title}
          rows={shown}
          rowKey={({ id }) => id}
          columns={[
            { id: 'phase', title: text.columns.phase, width: 120, cell: (one) => nameOfPhase(one.phase) },
            { id: 'name', title: text.columns.name, cell: nameOf },
            {
              id: 'origin',
              title: text.columns.origin,
              width: 88,
              cell: ({ origin }) => text.origin[origin],
            },
            { id: 'recurrence', title: text.columns.recurrence, width: 80, cell: recurrenceOf },
            {
              id: 'meeting',
              title: text.columns.meeting,
              width: 64,
              cell: ({ meeting }) => (meeting ? phasesText.meeting[meeting] : ''),
            },
            ...(mayChange
              ? [{ id: 'actions', title: campaignText.moveOn, width: 112, cell: (one: Action) => moves(one) }]
              : []),
          ]}
        />
      )}
      {open === 'add' && <ActionDialog campaign={campaign} action={null} phase={phase} onClose={close} />}
      {open !== null && open !== 'add' && open.verb === 'edit' && (
        <ActionDialog campaign={campaign} action={open.action} phase={null} onClose={close} />
      )}
      {open !== null && open !== 'add' && open.verb === 'remove' && (
        <RemoveActionDialog campaign={campaign} action={open.action} onClose={close} />
      )}
    </Panel>
  );

  function moves(action: Action) {
    return (
      <span className="campaign-moves">
        <button type="button" className="link-button" onClick={() => setOpen({ action, verb: 'edit' })}>
          {action.name === null ? text.nameIt : campaignText.edit}
        </button>
        <button type="button" className="link-button" onClick={() => setOpen({ action, verb: 'remove' })}>
          {campaignText.remove}
        </button>
      </span>
    );
  }
}

function nameOf({ name }: Action) {
  return name ?? <span className="chip warn">{campaignText.unnamed}</span>;
}

function recurrenceOf({ recurrence }: Action): string {
  return recurrence.kind === 'times'
    ? text.recurrence.times(recurrence.times)
    : text.recurrence[recurrence.kind];
}

function footOf(actions: readonly Action[]): string {
  const named = actions.filter(({ name }) => name !== null).length;
  const own = actions.filter(({ origin }) => origin === 'own').length;
  return text.foot(named, actions.length - named, own);
}
