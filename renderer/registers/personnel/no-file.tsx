import { Button } from 'antd';
import type { ReactNode } from 'react';
import { importText } from '../../text/roster-import-page.ts';
import { Empty, Key } from '../../ui/page.tsx';

interface NoFileProps {
  readonly mayChoose: boolean;
  readonly onChoose: () => void;
  /** Why the file chosen before could not be taken. */
  readonly children: ReactNode;
}

export function NoFile({ mayChoose, onChoose, children }: NoFileProps) {
  if (!mayChoose) return <Empty>{importText.clerksOnly}</Empty>;
  return (
    <div className="import-no-file">
      {children}
      <Empty
        action={
          <Button type="primary" onClick={onChoose} autoFocus>
            {importText.choose}
            <Key>Ctrl+I</Key>
          </Button>
        }
      >
        {importText.chooseSentence}
      </Empty>
    </div>
  );
}
