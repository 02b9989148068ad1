import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useRef } from 'react';
import type { PackKind } from '../../../shared/vocabulary/pack-words.ts';
import { packsText, takenText, takeText as text } from '../../text/packs-page.ts';
import { FileButton } from '../../ui/file-button.tsx';
import { useShortcuts } from '../../ui/keyboard.ts';
import { LongWorkNotice } from '../../ui/long-work-notice.tsx';
import { ProgressNotice } from '../../ui/notices.tsx';
import { Empty, Key, Page } from '../../ui/page.tsx';
import { useDrop } from './file-and-folder-drop.ts';
import { TakeFoot } from './take-foot.tsx';
import { TakeReport } from './take-report.tsx';
import { type TakenPacks, useTakenPacks } from './taken-packs.ts';
import { useMayKeepPacks } from './who-may.ts';

/** Files that came back, beside what went out and what stands now, before anything is written. */
export function TakeRoom({ kind }: { readonly kind: PackKind }) {
  const navigate = useNavigate();
  const mayKeep = useMayKeepPacks();
  const taken = useTakenPacks();
  const back = () => void navigate({ to: '/packs', search: { kind } });
  const room = useRef<HTMLDivElement>(null);
  const choose = () => room.current?.querySelector<HTMLInputElement>('input[type="file"]')?.click();
  const isReady = mayKeep && !taken.writing.isRunning;
  useShortcuts({ 'ctrl+i': choose, 'ctrl+enter': taken.write }, isReady);
  const isDraggedOver = useDrop((files) => void taken.addFiles(files), isReady);
  return (
    <Page
      title={
        <>
          <Link to="/packs" search={{ kind }} className="packs-before-title">
            {packsText.title}
          </Link>
          {' / '}
          {text.title}
        </>
      }
      subtitle={filesSaid(taken)}
      actions={taken.files.length > 0 && mayKeep && <ChooseFiles taken={taken} />}
      flush
    >
      <div ref={room} className={isDraggedOver ? 'packs-take dragged-over' : 'packs-take'}>
        <div className="packs-take-body">
          <Notices taken={taken} />
          {taken.files.length === 0 && <NoFiles taken={taken} mayKeep={mayKeep} />}
          {taken.report && <TakeReport taken={taken} />}
        </div>
        {taken.report && <TakeFoot taken={taken} onLeave={leave} />}
      </div>
    </Page>
  );

  function leave(): void {
    taken.giveUp();
    back();
  }
}

function filesSaid({ files, others }: TakenPacks): string {
  return files.length === 0 ? '' : text.files(files.length, others);
}

function NoFiles({ taken, mayKeep }: { readonly taken: TakenPacks; readonly mayKeep: boolean }) {
  if (!mayKeep) return <Empty>{packsText.clerksOnly}</Empty>;
  return <Empty action={<ChooseFiles taken={taken} primary />}>{text.empty}</Empty>;
}

function ChooseFiles({ taken, primary = false }: { readonly taken: TakenPacks; readonly primary?: boolean }) {
  const add = (files: readonly File[]) => void taken.addFiles(files);
  return (
    <div className="packs-choose">
      <FileButton label={primary ? text.folder : text.moreFolder} folder primary={primary} onChoose={add} />
      <FileButton
        label={primary ? text.choose : text.more}
        accept=".xlsx,.xls,.csv"
        multiple
        onChoose={add}
      />
    </div>
  );
}

function Notices({ taken }: { readonly taken: TakenPacks }) {
  const { writing, work, unreadable, isFound, isReading, isTooMany, report } = taken;
  const { progress } = writing;
  useShortcuts({ escape: writing.stop }, writing.isRunning);
  return (
    <>
      {isFound && (
        <div className="notice ok" role="status">
          {text.found}
        </div>
      )}
      {isTooMany && (
        <div className="notice danger" role="alert">
          {text.tooMany}
        </div>
      )}
      {unreadable.length > 0 && (
        <div className="notice warn" role="status">
          {text.unreadable(unreadable)}
        </div>
      )}
      {isReading && <p className="secondary">{text.reading}</p>}
      {progress && (
        <ProgressNotice
          title={text.writingOf(progress.done + 1, progress.total, progress.unitName)}
          done={progress.done}
          total={progress.total}
          detail={
            <>
              {text.stopLeaves}{' '}
              <Button size="small" onClick={writing.stop} disabled={progress.isStopping}>
                {progress.isStopping ? text.stopping : text.stop}
                <Key>Esc</Key>
              </Button>
            </>
          }
        />
      )}
      {(report === null || !work.isRunning) && (
        <LongWorkNotice work={work} title={text.rehearsing}>
          <Button onClick={taken.again}>{takenText.again}</Button>
        </LongWorkNotice>
      )}
    </>
  );
}
