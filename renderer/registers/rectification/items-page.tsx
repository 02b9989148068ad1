import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useIdentity, useMay } from '../../state/session.ts';
import { ledgerText } from '../../text/rectification-page.ts';
import { useShortcuts } from '../../ui/keyboard.ts';
import { Empty, Key, Page } from '../../ui/page.tsx';
import { ItemImportDialog } from './item-import-dialog.tsx';
import { usePastedText } from './item-paste.ts';
import { ItemsLedger } from './items-ledger.tsx';
import { NO_FILTER } from './ledger-search.ts';
import { rectificationQueries } from './rectification-queries.ts';
import { type OpenTask, TaskDialog } from './task-dialog.tsx';

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
  const [isImport, setImport] = useState(false);
  const navigate = useNavigate();
  const { pasted, letGo } = usePastedText(mayWrite);
  const isIdle = open === null && !isImport && pasted === null;
  const create = () => setOpen({ item: null });
  useShortcuts({ 'ctrl+n': create, 'ctrl+i': () => setImport(true) }, mayWrite && isIdle);
  return (
    <Page
      title={ledgerText.title}
      subtitle={<Total office={undefined} />}
      actions={
        <>
          <ReviewLink />
          <Link to="/rectification/progress" className="button-link">
            {ledgerText.more.progress}
          </Link>
          {mayWrite && (
            <Button title={ledgerText.more.paste} onClick={() => setImport(true)}>
              {ledgerText.more.import}
              <Key>Ctrl+I</Key>
            </Button>
          )}
          {mayWrite && (
            <Button type="primary" onClick={create}>
              {ledgerText.create}
              <Key>Ctrl+N</Key>
            </Button>
          )}
        </>
      }
      flush
    >
      <ItemsLedger {...(mayWrite && { onCreate: create, onTask: (item, task) => setOpen({ item, task }) })} />
      {open && <TaskDialog {...open} onClose={() => setOpen(null)} onSaved={showItem} />}
      {(isImport || pasted) && <ItemImportDialog pasted={pasted} onClose={closeImport} />}
    </Page>
  );

  function closeImport(): void {
    setImport(false);
    letGo();
  }

  function showItem(item: string): void {
    setOpen(null);
    void navigate({ to: '.', search: (search: Record<string, string | undefined>) => ({ ...search, item }) });
  }
}

/** For whoever approves: one application after the other. */
function ReviewLink() {
  const isReviewer = useMay('reviewer');
  const place = { office: undefined, today: useIdentity().today };
  const count = useQuery({ ...rectificationQueries.counts(place, NO_FILTER), enabled: isReviewer }).data
    ?.officeReview;
  if (!isReviewer) return null;
  return (
    <Link to="/rectification/review" className="button-link">
      {count ? ledgerText.more.reviewCount(count) : ledgerText.more.review}
    </Link>
  );
}

function Total({ office }: { readonly office: string | undefined }) {
  const place = { office, today: useIdentity().today };
  const { data } = useQuery(rectificationQueries.counts(place, NO_FILTER));
  return data ? ledgerText.total(data.all) : null;
}
