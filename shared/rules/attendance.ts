import type { ErrorCode } from '../vocabulary/error-codes.ts';
import type { RefusalFields } from '../vocabulary/refusal.ts';
import { type AccountRole, MARKS, type Makeup, type Mark, type SessionState } from '../vocabulary/words.ts';
import { sessionMachine, takesMarks } from './session-moves.ts';

/** 到 假 缺 免 未: all that a bundle tells of a mark, and all that the figures need. */
export type CoarseMark = 'present' | 'leave' | 'absent' | 'exempt' | 'unmarked';

const COARSE = {
  unmarked: 'unmarked',
  present: 'present',
  video: 'present',
  late: 'present',
  officialLeave: 'leave',
  sickLeave: 'leave',
  personalLeave: 'leave',
  duty: 'leave',
  leave: 'leave',
  absent: 'absent',
  exempt: 'exempt',
} as const satisfies Record<Mark, CoarseMark>;

/** What of a mark leaves the office and counts in the figures. */
export function coarseMark(mark: Mark): CoarseMark {
  return COARSE[mark];
}

/** 实到 = 出席 + 视频参加 + 迟到; 请假 = 公假 + 病假 + 事假 + 值班备勤, and leave whose kind was not passed on. */
export const PRESENT_MARKS: readonly Mark[] = MARKS.filter((mark) => COARSE[mark] === 'present');
export const LEAVE_MARKS: readonly Mark[] = MARKS.filter((mark) => COARSE[mark] === 'leave');

/** “无需 never applies to an absence”: leave and absence owe a make-up, the exempt and the unmarked do not. */
export function owesMakeup(mark: Mark): boolean {
  return COARSE[mark] === 'leave' || COARSE[mark] === 'absent';
}

/** “reason* where not present”; leave of an unknown kind came without one and was never ours to explain. */
export function needsReason(mark: Mark): boolean {
  return mark !== 'leave' && (owesMakeup(mark) || mark === 'exempt');
}

/**
 * The make-up after a mark was set or corrected. “Correcting a mark to present cancels its make-up”, so does
 * any mark that owes none; an absence that stays an absence, whatever its kind, keeps what was made good.
 */
export function makeupAfterMark(makeup: Makeup, mark: Mark): Makeup {
  if (!owesMakeup(mark)) return 'none';
  return makeup === 'none' ? 'pending' : makeup;
}

/**
 * Why these roles may not set `mark` in a session of this state, or null. “Clerk records; reviewer … grants
 * exemptions”: 免到 needs the reviewer, every other mark the clerk; `leave` is never typed.
 */
export function markRefusal(
  state: SessionState,
  mark: Mark,
  roles: readonly AccountRole[],
): { readonly code: ErrorCode; readonly fields: RefusalFields } | null {
  const { register } = sessionMachine;
  if (!takesMarks(state)) return { code: 'move_not_allowed', fields: { register, state, move: 'mark' } };
  if (mark === 'leave') return { code: 'invalid_input', fields: { field: 'mark' } };
  const needs: AccountRole = mark === 'exempt' ? 'reviewer' : 'clerk';
  return roles.includes(needs) ? null : { code: 'not_allowed', fields: { register, needs: [needs] } };
}

/** The columns of attendance_summary: people of one session and unit, or any sum of such. */
export interface AttendanceSums {
  /** Everybody on the list, those with 免到 included. */
  readonly expected: number;
  readonly present: number;
  readonly onLeave: number;
  readonly absent: number;
  readonly exempt: number;
  readonly unmarked: number;
  readonly makeupPending: number;
  readonly makeupDone: number;
  readonly makeupConfirmed: number;
  readonly makeupWaived: number;
}

/** Of a session without a list, and where every sum begins. */
export const NO_ATTENDANCE: AttendanceSums = {
  expected: 0,
  present: 0,
  onLeave: 0,
  absent: 0,
  exempt: 0,
  unmarked: 0,
  makeupPending: 0,
  makeupDone: 0,
  makeupConfirmed: 0,
  makeupWaived: 0,
};

const MARK_COLUMN = {
  present: 'present',
  leave: 'onLeave',
  absent: 'absent',
  exempt: 'exempt',
  unmarked: 'unmarked',
} as const satisfies Record<CoarseMark, keyof AttendanceSums>;

const MAKEUP_COLUMN = {
  none: null,
  pending: 'makeupPending',
  done: 'makeupDone',
  confirmed: 'makeupConfirmed',
  waived: 'makeupWaived',
} as const satisfies Record<Makeup, keyof AttendanceSums | null>;

export interface MarkedPerson {
  readonly mark: Mark;
  readonly makeup: Makeup;
}

/** The sums with `times` more people of this mark and make-up; −1 takes one out, as a correction does. */
export function addMarked(sums: AttendanceSums, { mark, makeup }: MarkedPerson, times = 1): AttendanceSums {
  const column = MARK_COLUMN[COARSE[mark]];
  const counted = { ...sums, expected: sums.expected + times, [column]: sums[column] + times };
  const made = owesMakeup(mark) ? MAKEUP_COLUMN[makeup] : null;
  return made ? { ...counted, [made]: sums[made] + times } : counted;
}

/** The sums of a whole list; `addMarked` is the same by single steps. */
export function sumAttendance(people: Iterable<MarkedPerson>): AttendanceSums {
  let sums = NO_ATTENDANCE;
  for (const person of people) sums = addMarked(sums, person);
  return sums;
}

/** 应到 = expected − 免到. */
export function dueAttendance(sums: AttendanceSums): number {
  return sums.expected - sums.exempt;
}

/** 应到 = 实到 + 请假 + 缺席 + 未登记, and every leave and absence stands in exactly one make-up column. */
export function isBalanced(sums: AttendanceSums): boolean {
  const owed = sums.makeupPending + sums.makeupDone + sums.makeupConfirmed + sums.makeupWaived;
  return (
    dueAttendance(sums) === sums.present + sums.onLeave + sums.absent + sums.unmarked &&
    owed === sums.onLeave + sums.absent
  );
}

/** A cell of the matrix people × sessions; a present, exempt or unmarked one has no make-up. */
export interface MatrixCell {
  readonly mark: CoarseMark;
  readonly makeup: Makeup;
}

/** Not on the list of that session. */
export const NOT_EXPECTED = '-';

/** What each character of the matrix says; released ones are never given another meaning. */
export const MATRIX_CELLS: Readonly<Record<string, MatrixCell>> = {
  u: { mark: 'unmarked', makeup: 'none' },
  p: { mark: 'present', makeup: 'none' },
  e: { mark: 'exempt', makeup: 'none' },
  l: { mark: 'leave', makeup: 'pending' },
  m: { mark: 'leave', makeup: 'done' },
  n: { mark: 'leave', makeup: 'confirmed' },
  o: { mark: 'leave', makeup: 'waived' },
  a: { mark: 'absent', makeup: 'pending' },
  b: { mark: 'absent', makeup: 'done' },
  c: { mark: 'absent', makeup: 'confirmed' },
  d: { mark: 'absent', makeup: 'waived' },
};

const CELL_CODES = new Map(
  Object.entries(MATRIX_CELLS).map(([code, { mark, makeup }]) => [`${mark}.${makeup}`, code]),
);

/** The character of a mark with its make-up. */
export function matrixCode({ mark, makeup }: MarkedPerson): string {
  const owed = makeup === 'none' ? 'pending' : makeup;
  const code = CELL_CODES.get(`${COARSE[mark]}.${owesMakeup(mark) ? owed : 'none'}`);
  if (!code) throw new RangeError(`no cell for ${mark}, ${makeup}`);
  return code;
}
