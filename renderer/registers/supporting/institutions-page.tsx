import './supporting.css';
import './institutions.css';
import { Button } from 'antd';
import { useState } from 'react';
import { core } from '../../state/core.ts';
import { useMay } from '../../state/session.ts';
import { useWrite } from '../../state/writes.ts';
import { institutionsText as text } from '../../text/institutions-page.ts';
import { download } from '../../ui/file-content.ts';
import { useShortcuts } from '../../ui/keyboard.ts';
import { Key, Page } from '../../ui/page.tsx';
import { InstitutionDialog } from './institution-dialog.tsx';
import { InstitutionEntry } from './institution-entry.tsx';
import { InstitutionImportDialog } from './institution-import-dialog.tsx';
import { InstitutionsPanel } from './institutions-panel.tsx';
import type { Institution } from './supporting-queries.ts';
import { SupportingTabs } from './supporting-tabs.tsx';

/** Institutions are written down line by line, or taken in as a list; the printed list comes home too. */
export function InstitutionsPage() {
  const [edited, edit] = useState<Institution | null>(null);
  const [isImporting, setImporting] = useState(false);
  const mayWrite = useMay('clerk', 'reviewer');
  const save = useWrite(() => core.forms.save({ asked: { form: 'institutionList' }, as: 'xlsx' }), {
    done: ({ fileName }) => text.exported(fileName),
    onDone: ({ fileName, content }) => download(fileName, content),
  });
  useShortcuts({ 'ctrl+e': () => save.mutate() });
  useShortcuts({ 'ctrl+i': () => setImporting(true) }, mayWrite);
  return (
    <Page
      title={text.title}
      subtitle={text.subtitle}
      flush
      strip={<SupportingTabs chosen="institutions" />}
      actions={
        <>
          {mayWrite && (
            <Button onClick={() => setImporting(true)}>
              {text.import} <Key>Ctrl+I</Key>
            </Button>
          )}
          <Button href="#/forms?form=institutionList">{text.print}</Button>
          <Button onClick={() => save.mutate()} loading={save.isPending}>
            {text.export} <Key>Ctrl+E</Key>
          </Button>
        </>
      }
    >
      <div className="institutions">
        {mayWrite && <InstitutionEntry />}
        <InstitutionsPanel onEdit={mayWrite ? edit : null} />
      </div>
      {edited && <InstitutionDialog institution={edited} onClose={() => edit(null)} />}
      {isImporting && <InstitutionImportDialog onClose={() => setImporting(false)} />}
    </Page>
  );
}
