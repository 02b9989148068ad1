import { useState } from 'react';
import { DisposeDialog } from './dispose-dialog.tsx';
import type { Disposal } from './filing-items.tsx';
import { RefileDialog } from './refile-dialog.tsx';
import { ReturnDialog } from './return-dialog.tsx';
import type { Filing, FilingItem } from './self-inspection-queries.ts';

/** What needs more than one key: a reason, the form's text, or a document's number. */
export type OpenTask =
  | { readonly filing: Filing; readonly task: 'file' | 'supplement' | 'return' }
  | { readonly filing: Filing; readonly task: Disposal; readonly item: FilingItem };

interface TaskDialogProps {
  readonly onClose: () => void;
  readonly onReviewed: (id: string) => void;
}

export function FilingTaskDialog(props: OpenTask & TaskDialogProps) {
  // The version that the user decided on, whatever the list behind reads meanwhile.
  const [opened] = useState<OpenTask>(props);
  const { onClose, onReviewed } = props;
  const { filing } = opened;
  if ('item' in opened)
    return <DisposeDialog filing={filing} item={opened.item} disposition={opened.task} onClose={onClose} />;
  if (opened.task === 'return')
    return (
      <ReturnDialog
        filing={filing}
        onClose={onClose}
        onDone={() => {
          onClose();
          if (filing.id) onReviewed(filing.id);
        }}
      />
    );
  return <RefileDialog filing={filing} move={opened.task} onClose={onClose} />;
}
