import { Link } from '@tanstack/react-router';
import { papersText, remindersText } from '../../text/self-inspection-batches.ts';

interface RoundPapersProps {
  readonly round: string;
  /** Whose round it is, where a group reads it: of another office no names are printed. */
  readonly office?: string;
  /** Opens the list of who still owes a form. */
  readonly onRemind?: (() => void) | undefined;
}

/** What of a round goes onto paper: form 4, the same with names, and who is to be reminded. */
export function RoundPapers({ round, office, onRemind }: RoundPapersProps) {
  const form = { form: 'selfInspectionSummary', round, ...(office !== undefined && { office }) };
  return (
    <span className="self-inspection-papers">
      {onRemind && (
        <button type="button" className="link-button" title={remindersText.openHint} onClick={onRemind}>
          {remindersText.open}
        </button>
      )}
      <Link to="/forms" search={form} title={papersText.summaryHint}>
        {papersText.summary}
      </Link>
      {office === undefined && (
        <Link to="/forms" search={{ ...form, named: 'true' }} title={papersText.namedHint}>
          {papersText.named}
        </Link>
      )}
    </span>
  );
}
