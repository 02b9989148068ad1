import { attendanceText } from '../../text/attendance-page.ts';
import { IdentitySum } from '../../ui/identity-sum.tsx';
import type { SumTerm } from './sheet-filter.ts';
import type { SheetSums } from './sheet-sums.ts';

const TONES = { present: undefined, onLeave: undefined, absent: 'danger', unmarked: 'warn' } as const;
const TERMS = ['present', 'onLeave', 'absent', 'unmarked'] as const;

interface AttendanceSumsProps {
  readonly sums: SheetSums;
  readonly chosen: SumTerm | null;
  readonly onChoose: (term: SumTerm | null) => void;
}

/** 名单 − 免到 ＝ 应到 ＝ 实到 ＋ 请假 ＋ 缺席 ＋ 未登记; each term leaves on the sheet whom it counts. */
export function AttendanceSums({ sums, chosen, onChoose }: AttendanceSumsProps) {
  const { terms } = attendanceText;
  return (
    <>
      <span className="sum">{attendanceText.listLessExempt(sums.expected, sums.exempt)}</span>
      <IdentitySum
        whole={{ title: terms.due, value: sums.due }}
        terms={TERMS.map((id) => ({ id, title: terms[id], value: sums[id], tone: TONES[id] }))}
        chosen={chosen}
        onChoose={(id) => onChoose(TERMS.find((term) => term === id) ?? null)}
      />
    </>
  );
}
