import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { createPortal } from 'react-dom';
import { restoreText } from '../../text/restore-page.ts';
import { administrationQueries } from './administration-queries.ts';
import { RestoreDialog } from './restore-dialog.tsx';

/** Before anybody has signed in: where the ledger cannot be opened, or is not there yet. */
export function RestoreButton() {
  const [isOpen, setOpen] = useState(false);
  const backups = useQuery(administrationQueries.backups);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{restoreText.openAtGate}</Button>
      {isOpen &&
        backups.isFetched &&
        // the button may stand in a form, and the dialog is one
        createPortal(
          <RestoreDialog fileName={backups.data?.[0]?.fileName ?? null} onClose={() => setOpen(false)} />,
          document.body,
        )}
    </>
  );
}
