import './counters.css';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import type { CounterUnits } from '../../../shared/vocabulary/words.ts';
import { core } from '../../state/core.ts';
import { refusalOf } from '../../state/refusals.ts';
import { useMay } from '../../state/session.ts';
import { useWrite } from '../../state/writes.ts';
import { countersText as text } from '../../text/counters-page.ts';
import { download } from '../../ui/file-content.ts';
import { useShortcuts } from '../../ui/keyboard.ts';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Key, Page } from '../../ui/page.tsx';
import { CounterImportDialog } from './counter-import-dialog.tsx';
import { CounterRoom } from './counter-room.tsx';
import { CounterYear } from './counter-year.tsx';
import { type CountersAddress, useCountersAddress } from './counters-address.ts';
import { MonthChoice, Views } from './month-choice.tsx';
import { supportingQueries } from './supporting-queries.ts';
import { SupportingTabs } from './supporting-tabs.tsx';
import type { Counters } from './use-counters.ts';

/** Monthly counters: a month's sheet to fill, and the year by month. */
export function CountersPage() {
  const { now, month, view, show, kind, phase, change } = useCountersAddress('counters');
  const [isImporting, setImporting] = useState(false);
  const mayWrite = useMay('clerk', 'reviewer');
  const save = useWrite(() => core.supporting.exportCounters({ month }), {
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
      strip={<SupportingTabs chosen="counters" />}
      actions={
        <>
          {mayWrite && (
            <Button onClick={() => setImporting(true)}>
              {text.import} <Key>Ctrl+I</Key>
            </Button>
          )}
          <Button onClick={() => save.mutate()} loading={save.isPending}>
            {text.export} <Key>Ctrl+E</Key>
          </Button>
        </>
      }
    >
      {view === 'year' ? (
        <CounterYear
          year={Number(month.slice(0, 4))}
          kind={kind}
          phase={phase}
          onPhase={(next) => change({ phase: next })}
          onKind={(kind) => change({ kind })}
          onMonth={(next) => change({ month: next, view: undefined, kind: undefined })}
          bar={<Views view={view} onChange={(next) => change({ view: next })} />}
          onYear={(year) => change({ month: `${year}${month.slice(4)}` })}
        />
      ) : (
        <MonthSheet
          {...{ month, show }}
          onShowAll={() => change({ show: undefined })}
          toolbar={(counters, turn) => (
            <MonthToolbar {...{ counters, turn, month, now, show, mayWrite }} onChange={change}>
              <Views view={view} onChange={(next) => change({ view: next })} />
            </MonthToolbar>
          )}
        />
      )}
      {isImporting && <CounterImportDialog month={month} onClose={() => setImporting(false)} />}
    </Page>
  );
}

interface MonthSheetProps {
  readonly month: string;
  readonly show: CounterUnits;
  readonly onShowAll: () => void;
  readonly toolbar: (counters: Counters, turn: (way: 'back' | 'again') => void) => ReactNode;
}

/** Another month is another sheet, with its own unsaved cells. */
function MonthSheet({ month, show, onShowAll, toolbar }: MonthSheetProps) {
  const sheet = useQuery(supportingQueries.counters(month));
  if (sheet.error) return <ErrorNotice refusal={refusalOf(sheet.error)} />;
  return (
    sheet.data && <CounterRoom key={month} saved={sheet.data} {...{ month, show, onShowAll, toolbar }} />
  );
}

interface MonthToolbarProps {
  readonly counters: Counters;
  readonly turn: (way: 'back' | 'again') => void;
  readonly month: string;
  readonly now: string;
  readonly show: CounterUnits;
  readonly mayWrite: boolean;
  readonly onChange: CountersAddress['change'];
  readonly children: ReactNode;
}

/** Which month and which units; the sheet's own undo and redo. */
function MonthToolbar(props: MonthToolbarProps) {
  const { counters, turn, month, now, show, mayWrite, onChange, children } = props;
  const last = counters.steps.done.at(-1);
  const next = counters.steps.undone.at(-1);
  return (
    <div className="toolbar">
      {children}
      <MonthChoice {...{ month, now, show }} onChange={onChange} />
      <span className="counters-steps">
        {counters.unsaved > 0 && !counters.refusal && (
          <span className="secondary wide-only">{text.unsaved(counters.unsaved)}</span>
        )}
        {mayWrite && last && (
          <Button size="small" title={last.said} onClick={() => turn('back')}>
            {text.undo} <Key>Ctrl+Z</Key>
          </Button>
        )}
        {mayWrite && next && (
          <Button size="small" title={next.said} onClick={() => turn('again')}>
            {text.redo} <Key>Ctrl+Y</Key>
          </Button>
        )}
        {mayWrite && last && <span className="secondary counters-last">{last.said}</span>}
        {!mayWrite && <span className="secondary">{text.readOnly}</span>}
      </span>
    </div>
  );
}
