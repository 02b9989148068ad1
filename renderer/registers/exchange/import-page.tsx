import './exchange.css';
import { Link } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { core } from '../../state/core.ts';
import { useLongWork } from '../../state/long-work.ts';
import { useIdentity, useMay } from '../../state/session.ts';
import { importText } from '../../text/exchange-page.ts';
import { readBase64 } from '../../ui/file-content.ts';
import { useShortcuts } from '../../ui/keyboard.ts';
import { LongWorkNotice } from '../../ui/long-work-notice.tsx';
import { Key, Page, Panel } from '../../ui/page.tsx';
import { BundleFiles } from './bundle-files.tsx';
import { BundleTable, canApply, RehearsalSum } from './bundle-table.tsx';
import type { ImportReport } from './exchange-queries.ts';

interface Batch {
  readonly files: readonly File[];
  readonly apply: boolean;
  readonly dropReason: string | undefined;
}

/** Files are rehearsed on the real books and rolled back; taking them in gives the same lines. */
export function ImportPage() {
  const { role } = useIdentity();
  const mayDrop = useMay('leader', 'administrator');
  const [files, setFiles] = useState<readonly File[]>([]);
  const [report, setReport] = useState<ImportReport | null>(null);
  const [dropReason, setDropReason] = useState('');
  const work = useLongWork(importFiles, {
    writes: ({ apply }) => apply,
    done: (answer, { apply }) => (apply ? importText.applied(appliedOf(answer)) : null),
    onDone: (answer) => setReport(answer),
  });
  const applicable = report?.bundles.filter(canApply).length ?? 0;
  const lost = report?.bundles.some(({ problem }) => problem === 'epoch_drops_items') ?? false;
  const apply = () => {
    if (applicable > 0 || (lost && dropReason.trim())) start(files, true);
  };
  useShortcuts({ 'ctrl+enter': apply, escape: () => work.isRunning && work.cancel() });

  return (
    <Page
      title={
        <>
          <Link to="/exchange">{importText.back}</Link> / {importText.title(role)}
        </>
      }
      subtitle={importText.steps.join(' — ')}
    >
      <div className="import-page">
        {report ? (
          <RehearsalSum report={report} />
        ) : (
          <BundleFiles onChoose={(chosen) => start(chosen, false)} />
        )}
        <div>
          <LongWorkNotice work={work} />
        </div>
        {report && (
          <Panel foot={importText.foot}>
            <BundleTable report={report} />
          </Panel>
        )}
        {report && (
          <div className="import-foot">
            <span className="secondary">{importText.noUndo}</span>
            {lost && mayDrop && (
              <Input
                aria-label={importText.dropReason}
                placeholder={importText.dropReason}
                value={dropReason}
                onChange={({ target }) => setDropReason(target.value)}
              />
            )}
            <Button onClick={startOver}>{report.applied ? importText.again : importText.cancel}</Button>
            <Button
              type="primary"
              onClick={apply}
              disabled={work.isRunning || (applicable === 0 && !(lost && dropReason.trim()))}
            >
              {applicable === 0 ? importText.nothing : importText.apply(applicable)}
              <Key>Ctrl+Enter</Key>
            </Button>
          </div>
        )}
      </div>
    </Page>
  );

  function start(chosen: readonly File[], isApplying: boolean): void {
    setFiles(chosen);
    work.run({ files: chosen, apply: isApplying, dropReason: dropReason.trim() || undefined });
  }

  function startOver(): void {
    setReport(null);
    setFiles([]);
    work.reset();
  }
}

async function importFiles({ files, apply, dropReason }: Batch, signal: AbortSignal): Promise<ImportReport> {
  const contents = await Promise.all(
    files.map(async (file) => ({ fileName: file.name, content: await readBase64(file) })),
  );
  return await core.exchange.importBundles({ files: contents, apply, dropReason }, { signal });
}

function appliedOf({ bundles }: ImportReport): number {
  return bundles.filter(({ outcome }) => outcome === 'applied').length;
}
