import { attendanceText } from '../../text/study-page.ts';
import { IdentitySum } from '../../ui/identity-sum.tsx';
import type { SheetSums } from './sheet-sums.ts';

const TONES = { present: undefined, onLeave: undefined, absent: 'danger', unmarked: 'warn' } as const;
const TERMS = ['present', 'onLeave', 'absent', 'unmarked'] as const;

/** 名单 − 免到 ＝ 应到 ＝ 实到 ＋ 请假 ＋ 缺席 ＋ 未登记. */
export function AttendanceSums({ sums }: { readonly sums: SheetSums }) {
  const { terms } = attendanceText;
  return (
    <>
      <span className="sum">{attendanceText.listLessExempt(sums.expected, sums.exempt)}</span>
      <IdentitySum
        whole={{ title: terms.due, value: sums.due }}
        terms={TERMS.map((id) => ({ id, title: terms[id], value: sums[id], tone: TONES[id] }))}
      />
    </>
  );
}
