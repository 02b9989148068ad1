/** Words of 三级评估 with fixed values; see words.ts for how they are kept. */

/** 自评 复评 指导组评估 省级评估: the levels in the order in which they follow each other. */
export const EVALUATION_LEVELS = ['own', 'office', 'group', 'province'] as const;
export type EvaluationLevel = (typeof EVALUATION_LEVELS)[number];

/** Who wrote an evaluation, as this installation sees it. */
export const EVALUATION_ORIGINS = ['here', 'office', 'group'] as const;
export type EvaluationOrigin = (typeof EVALUATION_ORIGINS)[number];

/** 通过 补课 返工 */
export const EVALUATION_VERDICTS = ['passed', 'makeup', 'rework'] as const;
export type EvaluationVerdict = (typeof EVALUATION_VERDICTS)[number];

/** 草稿 已冻结 已撤回 */
export const EVALUATION_STATES = ['draft', 'frozen', 'withdrawn'] as const;
export type EvaluationState = (typeof EVALUATION_STATES)[number];

/** 冻结 撤回 */
export const EVALUATION_MOVES = ['freeze', 'withdraw'] as const;
export type EvaluationMove = (typeof EVALUATION_MOVES)[number];

/** What an order names: 场次 动作 问题 补课 其他 */
export const ORDER_KINDS = ['session', 'action', 'item', 'makeup', 'other'] as const;
export type OrderKind = (typeof ORDER_KINDS)[number];

/** 拟责令 未完成 已完成 已撤回; computed from the evaluation and from what the order names. */
export const ORDER_STATES = ['planned', 'open', 'done', 'withdrawn'] as const;
export type OrderState = (typeof ORDER_STATES)[number];
