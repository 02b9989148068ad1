import { LEAVE_MARKS } from '../../../shared/rules/attendance.ts';
import type { Mark } from '../../../shared/vocabulary/words.ts';
import { attendanceText } from '../../text/attendance-page.ts';
import { markWords } from '../../text/words.ts';
import { TickSign } from '../../ui/signs.tsx';

/** A quiet tick for who is there, pale for leave, absence the only dark block, an empty box for nothing yet. */
export function MarkSign({ mark }: { readonly mark: Mark }) {
  if (mark === 'unmarked')
    return <span className="chip empty-box" role="img" aria-label={markWords.unmarked} />;
  if (mark === 'present')
    return (
      <span className="mark-tick" role="img" aria-label={markWords.present}>
        <TickSign />
      </span>
    );
  return <span className={`chip ${styleOf(mark)}`}>{attendanceText.short[mark]}</span>;
}

function styleOf(mark: Mark): string {
  if (mark === 'absent') return 'block';
  if (LEAVE_MARKS.includes(mark)) return 'warn';
  return mark === 'exempt' ? 'grey' : 'ok';
}
