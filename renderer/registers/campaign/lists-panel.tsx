import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { campaignText, listsText as text } from '../../text/campaign-page.ts';
import { categoriesText } from '../../text/categories-page.ts';
import { Panel } from '../../ui/page.tsx';
import { StateSign } from '../../ui/signs.tsx';
import { SimpleTable } from '../../ui/simple-table.tsx';
import type { Campaign, CategoryList } from './campaign-queries.ts';
import { ChangeDialog } from './change-dialog.tsx';
import { grounds } from './change-schema.ts';
import { type Grounds, NO_GROUNDS, useChange } from './use-change.ts';

interface PanelOfCampaign {
  readonly campaign: Campaign;
  readonly mayChange: boolean;
}

/** Whole lists are switched on and off here; single categories in the system room. */
export function ListsPanel({ campaign, mayChange }: PanelOfCampaign) {
  const [open, setOpen] = useState<CategoryList | null>(null);
  const { categoryLists, retired } = campaign;
  const on = categoryLists.filter(({ enabled }) => enabled).length;
  const isArchive = (list: CategoryList) =>
    !list.enabled && list.categories.every(({ id }) => retired.some((one) => one.id === id));
  return (
    <Panel
      title={text.title}
      note={text.note}
      foot={text.foot(on, categoryLists.length - on)}
      extra={<Link to="/system">{text.toSystem}</Link>}
    >
      <SimpleTable<CategoryList>
        label={text.title}
        rows={categoryLists}
        rowKey={({ id, version }) => `${id} ${version}`}
        columns={[
          { id: 'name', title: text.columns.name, width: 176, cell: ({ name }) => name },
          {
            id: 'applies',
            title: text.columns.applies,
            width: 136,
            wideOnly: true,
            cell: ({ appliesTo }) => categoriesText.appliesTo[appliesTo],
          },
          {
            id: 'categories',
            title: text.columns.categories,
            cell: ({ categories }) => <Names categories={categories} />,
          },
          {
            id: 'state',
            title: text.columns.state,
            width: 184,
            cell: (list) => stateOf(list, isArchive(list)),
          },
          ...(mayChange
            ? [
                {
                  id: 'actions',
                  title: campaignText.moveOn,
                  width: 72,
                  cell: (list: CategoryList) => (isArchive(list) ? null : moves(list)),
                },
              ]
            : []),
        ]}
      />
      {open && <SwitchDialog campaign={campaign} list={open} onClose={() => setOpen(null)} />}
    </Panel>
  );

  function moves(list: CategoryList) {
    return (
      <button type="button" className="link-button" onClick={() => setOpen(list)}>
        {list.enabled ? text.turnOff : text.turnOn}
      </button>
    );
  }
}

function Names({ categories }: Pick<CategoryList, 'categories'>) {
  const names = categories.map(({ name }) => name).join('；');
  return (
    <span className="campaign-names" title={names}>
      {names}
    </span>
  );
}

function stateOf({ enabled }: CategoryList, isArchive: boolean) {
  if (isArchive) return <StateSign shape="paused">{text.retired}</StateSign>;
  if (!enabled) return <StateSign shape="ring">{text.off}</StateSign>;
  return (
    <StateSign shape="full" tone="ok">
      {text.on}
    </StateSign>
  );
}

interface SwitchDialogProps {
  readonly campaign: Campaign;
  readonly list: CategoryList;
  readonly onClose: () => void;
}

function SwitchDialog({ campaign, list, onClose }: SwitchDialogProps) {
  const { id, version, name, enabled } = list;
  const change = useChange<Grounds>({
    campaign,
    schema: grounds,
    defaults: NO_GROUNDS,
    draft: null,
    changes: (_, { categoryLists }) => ({
      categoryLists: categoryLists.map((one) =>
        one.id === id && one.version === version ? { ...one, enabled: !enabled } : one,
      ),
    }),
    onClose,
  });
  return (
    <ChangeDialog title={enabled ? text.turnOffTitle(name) : text.turnOnTitle(name)} change={change}>
      <p>{enabled ? text.turnOffSays : text.turnOnSays}</p>
    </ChangeDialog>
  );
}
