import type { FormCell, FormTable } from '../../shared/contract/forms.ts';
import type { AttendanceSums, AttendanceTable } from '../registers/study/study-forms.ts';
import { addedUp } from './attendance-sums.ts';
import { blanks, cell, headRow, label, plain, sumRow } from './cells.ts';
import { formTable } from './form-document.ts';
import { printedDay } from './printed-dates.ts';

/** mm: number and unit, repeated on every strip; what is left of a landscape page for sessions. */
const LEAD = [10, 47] as const;
const FOR_SESSIONS = 210;
/** mm: no column of counts is wider, and no narrower than this where four or five make a session. */
const WIDEST = 18;
const NARROWEST = 8.75;

const COUNTS = ['due', 'present', 'onLeave', 'absent'] as const;
const COUNT_HEADS = {
  due: '应到',
  present: '实到',
  onLeave: '请假',
  absent: '缺席',
  unmarked: '未登',
} as const;
type Count = keyof typeof COUNT_HEADS;

/** Units down, sessions across, in strips as wide as the page; 未登记 only where somebody is. */
export function unitsBySessions({ sessions, units }: AttendanceTable): FormTable {
  const counts = countsOf(units.flatMap((unit) => [...unit.bySession.values()]));
  const most = Math.floor(FOR_SESSIONS / (counts.length * NARROWEST));
  const width = Math.min(
    WIDEST,
    FOR_SESSIONS / (Math.min(most, Math.max(sessions.length, 1)) * counts.length),
  );
  const ofSession = (sums: AttendanceSums | undefined): FormCell[] =>
    sums ? counts.map((count) => cell(sums[count])) : blanks(counts.length);
  const inAll = sessions.map((_, place) => addedUp(units.flatMap((unit) => unit.bySession.get(place) ?? [])));
  return formTable(
    '单位场次',
    [
      [LEAD[0], 'center'],
      [LEAD[1], 'left'],
      ...Array<[number, 'center']>(sessions.length * counts.length).fill([width, 'center']),
    ],
    {
      head: [
        headRow([
          label('序号', { down: 2 }),
          label('单位', { down: 2 }),
          ...sessions.map(({ day }, place) =>
            label(`第${place + 1}场 ${printedDay(day)}`, { across: counts.length, small: true }),
          ),
        ]),
        headRow(sessions.flatMap(() => counts.map((count) => label(COUNT_HEADS[count], { small: true })))),
      ],
      rows: [
        ...units.map(({ name, bySession }, place) =>
          plain([cell(place + 1), cell(name), ...sessions.flatMap((_, at) => ofSession(bySession.get(at)))]),
        ),
        sumRow([cell('合计', { across: 2, align: 'center' }), ...inAll.flatMap(ofSession)]),
      ],
      lead: LEAD.length,
      strips: stripsOf(sessions.length, most).map((session) => LEAD.length + session * counts.length),
    },
  );
}

function countsOf(all: readonly AttendanceSums[]): readonly Count[] {
  return all.some((one) => one.unmarked > 0) ? [...COUNTS, 'unmarked'] : COUNTS;
}

/** The sessions, by place, that begin a further strip. */
function stripsOf(sessions: number, most: number): number[] {
  return Array.from(
    { length: Math.max(Math.ceil(sessions / most) - 1, 0) },
    (_, strip) => (strip + 1) * most,
  );
}
