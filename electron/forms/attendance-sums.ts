import type { AttendanceSums } from '../registers/study/study-forms.ts';

export const NOBODY: AttendanceSums = {
  due: 0,
  present: 0,
  onLeave: 0,
  absent: 0,
  unmarked: 0,
  exempt: 0,
  confirmed: 0,
};

export function addedUp(parts: Iterable<AttendanceSums>): AttendanceSums {
  const sum = { ...NOBODY };
  for (const part of parts) {
    sum.due += part.due;
    sum.present += part.present;
    sum.onLeave += part.onLeave;
    sum.absent += part.absent;
    sum.unmarked += part.unmarked;
    sum.exempt += part.exempt;
    sum.confirmed += part.confirmed;
  }
  return sum;
}
