import { onlyText } from '../text/matters.ts';

/** What a list is narrowed to by the link that led here; a click shows the rest again. */
export function OnlyChip({ word, onClear }: { readonly word: string; readonly onClear: () => void }) {
  return (
    <button type="button" className="chip line only-chip" aria-label={onlyText.clear(word)} onClick={onClear}>
      {onlyText.only(word)} <span aria-hidden="true">×</span>
    </button>
  );
}
