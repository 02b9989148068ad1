/** What a group's remark can speak of, beside an office as a whole. */
export const REMARK_REGISTERS = ['item', 'session', 'round', 'action'] as const;
export type RemarkRegister = (typeof REMARK_REGISTERS)[number];

/** The fields that a remark can be put beside; none: it speaks of the whole record. Fields that never leave are not here. */
export const REMARK_FIELDS = {
  item: ['problem', 'category', 'source', 'unit', 'leader', 'owner', 'measures', 'dueOn', 'evidenceNumber'],
  session: ['title', 'day', 'types', 'form', 'venues', 'materialNumber', 'attendance', 'makeups'],
  round: ['span', 'filings', 'declared'],
  action: ['name', 'dueOn', 'unit', 'doneOn', 'sessions', 'evidenceNumber', 'note'],
} as const satisfies Record<RemarkRegister, readonly string[]>;
export type RemarkField = (typeof REMARK_FIELDS)[RemarkRegister][number];

/** All of them, each once. */
export const ALL_REMARK_FIELDS = [...new Set(Object.values(REMARK_FIELDS).flat())] as [
  RemarkField,
  ...RemarkField[],
];

export function isFieldOf(register: RemarkRegister, field: string): boolean {
  return REMARK_FIELDS[register].some((one) => one === field);
}

/** 方案 规定动作: what a group hands down for its offices to take over. */
export const TEMPLATE_KINDS = ['campaign', 'action'] as const;
export type TemplateKind = (typeof TEMPLATE_KINDS)[number];

/** What an import does with a row of feedback: carries it out, keeps it as 未适用, lays it before somebody, or has it. */
export const FEEDBACK_FATES = ['applied', 'notApplicable', 'waiting', 'unchanged'] as const;
export type FeedbackFate = (typeof FEEDBACK_FATES)[number];
