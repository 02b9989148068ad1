import { campaignText, actionsText as text } from '../../text/campaign-page.ts';
import type { Action, Campaign } from './campaign-queries.ts';
import { ChangeDialog } from './change-dialog.tsx';
import { grounds } from './change-schema.ts';
import { type Grounds, NO_GROUNDS, useChange } from './use-change.ts';

interface RemoveActionDialogProps {
  readonly campaign: Campaign;
  readonly action: Action;
  readonly onClose: () => void;
}

export function RemoveActionDialog({ campaign, action, onClose }: RemoveActionDialogProps) {
  const change = useChange<Grounds>({
    campaign,
    schema: grounds,
    defaults: NO_GROUNDS,
    draft: null,
    changes: (_, { actions }) => ({ actions: actions.filter(({ id }) => id !== action.id) }),
    onClose,
  });
  return (
    <ChangeDialog title={text.removeTitle(action.name)} change={change} verb={campaignText.remove}>
      <p>{text.removeSays}</p>
    </ChangeDialog>
  );
}
