import { attendanceImportText as text } from '../../text/attendance-page.ts';
import type { SheetReport } from './attendance-import.ts';

const TOTALS = ['listed', 'due', 'present', 'onLeave', 'absent', 'exempt'] as const;

/** 申报值: totals that the sheet states, beside what its rows come to; the rows win. */
export function DeclaredTotals({ report: { declared, computed } }: { readonly report: SheetReport }) {
  const stated = TOTALS.filter((total) => declared[total] !== undefined);
  if (stated.length === 0) return null;
  const differs = stated.some((total) => declared[total] !== computed[total]);
  return (
    <p className={differs ? 'notice warn declared-totals' : 'secondary declared-totals'}>
      {text.declared}
      {stated.map((total) => text.total(total, declared[total] ?? 0, computed[total])).join('，')}
      {differs && text.rowsWin}
    </p>
  );
}
