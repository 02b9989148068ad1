import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useIdentity, useMay } from '../../state/session.ts';
import { ledgerText } from '../../text/rectification-page.ts';
import { useShortcuts } from '../../ui/keyboard.ts';
import { Empty, Key, Page } from '../../ui/page.tsx';
import { ItemDialog } from './item-dialog.tsx';
import type { ItemTask } from './item-panel.tsx';
import { ItemsLedger } from './items-ledger.tsx';
import { MoveDialog } from './move-dialog.tsx';
import { type Item, rectificationQueries } from './rectification-queries.ts';

interface OpenTask {
  readonly item: Item | null;
  readonly task: 'create' | ItemTask;
}

/** The ledger of the own office; a guidance group reads here the one of the office that the address names. */
export function ItemsPage() {
  const { office }: { readonly office?: string } = useSearch({ strict: false });
  const isGroup = useIdentity().role === 'group';
  if (!isGroup) return <OwnLedger />;
  if (!office)
    return (
      <Page title={ledgerText.title}>
        <Empty action={<Link to="/offices">{ledgerText.toOffices}</Link>}>{ledgerText.chooseOffice}</Empty>
      </Page>
    );
  return (
    <Page title={ledgerText.title} subtitle={<Total office={office} />} flush>
      <ItemsLedger office={office} />
    </Page>
  );
}

function OwnLedger() {
  const mayWrite = useMay('clerk', 'reviewer');
  const [open, setOpen] = useState<OpenTask | null>(null);
  const navigate = useNavigate();
  const create = () => setOpen({ item: null, task: 'create' });
  useShortcuts({ 'ctrl+n': create }, mayWrite && open === null);
  return (
    <Page
      title={ledgerText.title}
      subtitle={<Total office={undefined} />}
      actions={
        mayWrite && (
          <Button type="primary" onClick={create}>
            {ledgerText.create}
            <Key>Ctrl+N</Key>
          </Button>
        )
      }
      flush
    >
      <ItemsLedger {...(mayWrite && { onCreate: create, onTask: (item, task) => setOpen({ item, task }) })} />
      {open && <TaskDialog {...open} onClose={() => setOpen(null)} onSaved={showItem} />}
    </Page>
  );

  function showItem(item: string): void {
    setOpen(null);
    void navigate({ to: '.', search: (search: Record<string, string | undefined>) => ({ ...search, item }) });
  }
}

function TaskDialog(props: OpenTask & { onClose: () => void; onSaved: (id: string) => void }) {
  const { item, task, onClose, onSaved } = props;
  if (item === null || task === 'create' || task === 'edit')
    return <ItemDialog item={item} onClose={onClose} onSaved={onSaved} />;
  return <MoveDialog item={item} move={task} onClose={onClose} />;
}

function Total({ office }: { readonly office: string | undefined }) {
  const { data } = useQuery(rectificationQueries.counts(office, {}));
  return data ? ledgerText.total(data.all) : null;
}
