import { formText } from '../text/form.ts';

interface DraftNoteProps {
  readonly isDraft: boolean;
  readonly onDrop: () => void;
}

/** Tells that the text is one found again, and lets it go. */
export function DraftNote({ isDraft, onDrop }: DraftNoteProps) {
  if (!isDraft) return null;
  return (
    <div className="notice warn" role="status">
      {formText.draftFound}{' '}
      <button type="button" className="link-button" onClick={onDrop}>
        {formText.dropDraft}
      </button>
    </div>
  );
}
