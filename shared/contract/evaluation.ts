import { z } from 'zod';
import {
  EVALUATION_LEVELS,
  EVALUATION_MOVES,
  EVALUATION_ORIGINS,
  EVALUATION_STATES,
  EVALUATION_VERDICTS,
  ORDER_KINDS,
  ORDER_STATES,
} from '../vocabulary/evaluation-words.ts';
import { FEEDBACK_STATES, FIGURE_IDS } from '../vocabulary/words.ts';
import {
  allowedMove,
  calendarDate,
  figure,
  id,
  longText,
  page,
  pastMove,
  procedure,
  REGISTER_READERS,
  refusalFields,
  rev,
  rowVersion,
  shortText,
} from './base.ts';

/** Who writes drafts of some level, at an office or at a group. */
const WRITERS = ['clerk', 'reviewer', 'member'] as const;
/** Who freezes, which at a group lets it leave. */
const FREEZERS = ['reviewer', 'leader'] as const;

const level = z.enum(EVALUATION_LEVELS);
/** Id of a phase, a list or an indicator, as the campaign has it. */
const code = z.string().min(1).max(64);
const figureId = z.enum(FIGURE_IDS);
const orderText = longText.max(500);

const order = z.object({
  id,
  rev,
  evaluation: id,
  phase: z.string(),
  round: z.int(),
  level,
  kind: z.enum(ORDER_KINDS),
  /** What it names: a session, an action, an item; of `makeup` a session, or null for every open make-up. */
  subject: id.nullable(),
  /** The subject's title or number as it stands today; null where it names none. */
  subjectName: z.string().nullable(),
  text: z.string(),
  deadline: z.string(),
  state: z.enum(ORDER_STATES),
  /** The day on which what it names was approved, done or closed again, or on which it was closed by hand. */
  doneOn: z.string().nullable(),
  document: z.string().nullable(),
  /** Make-ups that are still open; null for orders of another kind. */
  openMakeups: z.int().nullable(),
  /** Until the deadline; negative when overdue, null once it does not run. */
  daysLeft: z.int().nullable(),
});

const line = z.object({
  indicator: z.string(),
  list: z.string(),
  listName: z.string(),
  name: z.string(),
  figure: figureId.nullable(),
  /** The figure: as it was frozen; of a draft as of its day under today's knowledge. Null: not computed. */
  value: figure.nullable(),
  text: z.string().nullable(),
  evidenceNumber: z.string().nullable(),
});

const head = {
  evaluatedOn: calendarDate,
  /** The day as of which the figures are computed. */
  asOf: calendarDate,
  /** Who evaluated. */
  by: shortText.nullable().default(null),
  documentNumber: shortText.nullable().default(null),
  verdict: z.enum(EVALUATION_VERDICTS).nullable().default(null),
  /** 整改时限, of makeup and rework. */
  deadline: calendarDate.nullable().default(null),
  remark: longText.max(500).nullable().default(null),
};

const delivery = z.object({ state: z.enum(FEEDBACK_STATES), outcome: z.string().nullable() }).nullable();

const evaluationSheet = z.object({
  id,
  rev,
  phase: z.string(),
  round: z.int(),
  level,
  state: z.enum(EVALUATION_STATES),
  evaluatedOn: z.string(),
  asOf: z.string(),
  by: z.string().nullable(),
  documentNumber: z.string().nullable(),
  verdict: z.enum(EVALUATION_VERDICTS).nullable(),
  deadline: z.string().nullable(),
  remark: z.string().nullable(),
  lines: z.array(line),
  orders: z.array(order),
  moves: z.array(pastMove),
  allowed: z.array(allowedMove(EVALUATION_MOVES)),
  /** Written in this installation, in the office's, or in that of its group. */
  origin: z.enum(EVALUATION_ORIGINS),
  /** At the group that released it: what became of it at the office, and the error code that says why not. */
  delivery,
  /** The signed-in account may write in this draft. */
  mine: z.boolean(),
});

const indicator = z.object({
  id: z.string(),
  /** Null: a placeholder that the office names in its campaign; nothing is written or frozen for it. */
  name: z.string().nullable(),
  figure: figureId.nullable(),
  /** A frozen evaluation of its own level needs the evidence's number. */
  evidence: z.boolean(),
});

export const evaluation = {
  /** Every level and round of a phase beside each other, with today's figures beside the frozen ones. */
  sheet: procedure
    .meta({ who: REGISTER_READERS })
    .input(z.object({ phase: code.optional(), office: z.string().max(64).optional() }))
    .output(
      z.object({
        today: z.string(),
        /** The one asked for; else the one that today lies in, or the last one begun. */
        phase: z.string(),
        phases: z.array(
          z.object({
            id: z.string(),
            name: z.string(),
            beginsOn: z.string(),
            endsOn: z.string(),
            evaluations: z.int(),
            openOrders: z.int(),
          }),
        ),
        lists: z.array(z.object({ id: z.string(), name: z.string(), indicators: z.array(indicator) })),
        /** As of today. */
        live: z.partialRecord(z.enum(FIGURE_IDS), figure),
        evaluations: z.array(evaluationSheet),
        /** Each level, in order: the round that it would begin now, and the error code that says why it cannot. */
        next: z.array(z.object({ level, round: z.int(), why: z.string().nullable() })),
      }),
    ),
  /** What this group drafted and released of all its offices; drafts first, then the newest. */
  ofGroup: procedure
    .meta({ who: ['member', 'leader'], at: 'group' })
    .input(z.object({ state: z.enum(EVALUATION_STATES).optional(), ...page }))
    .output(
      z.object({
        total: z.int(),
        evaluations: z.array(
          z.object({
            ...{ id, office: id, officeName: z.string(), phase: z.string() },
            /** As the office's campaign calls it. */
            phaseName: z.string(),
            ...{ round: z.int(), level, state: z.enum(EVALUATION_STATES) },
            ...{ evaluatedOn: z.string(), verdict: z.enum(EVALUATION_VERDICTS).nullable() },
            /** Orders that the office has still to carry out. */
            openOrders: z.int(),
            delivery,
          }),
        ),
      }),
    ),
  /** A draft of the level's next round; at a group of one of its offices. */
  begin: procedure
    .meta({ who: WRITERS })
    .input(
      z.object({
        phase: code,
        level,
        /** Id or code of the office that a group evaluates; none at the office itself. */
        office: z.string().max(64).optional(),
        /** Today unless given. */
        evaluatedOn: calendarDate.optional(),
        /** The day of the evaluation unless given; at a group the last day that the office's data reach. */
        asOf: calendarDate.optional(),
        by: shortText.nullable().default(null),
        documentNumber: shortText.nullable().default(null),
      }),
    )
    .output(rowVersion.extend({ round: z.int() })),
  /** The head of a draft. */
  update: procedure
    .meta({ who: WRITERS })
    .input(z.object({ id, rev, ...head }))
    .output(rowVersion),
  /** One line of a draft; `rev` is the evaluation's. */
  setLine: procedure
    .meta({ who: WRITERS })
    .input(
      z.object({
        id,
        rev,
        indicator: code,
        text: longText.nullable().default(null),
        evidenceNumber: shortText.nullable().default(null),
      }),
    )
    .output(rowVersion),
  /** One order of a draft, which takes effect when the draft is frozen; `rev` is the evaluation's. */
  addOrder: procedure
    .meta({ who: WRITERS })
    .input(
      z.object({
        id,
        rev,
        kind: z.enum(ORDER_KINDS),
        subject: id.nullable().default(null),
        text: orderText,
        /** The draft's own deadline unless given. */
        deadline: calendarDate.optional(),
      }),
    )
    .output(rowVersion.extend({ order: id })),
  removeOrder: procedure
    .meta({ who: WRITERS })
    .input(z.object({ id, rev, order: id }))
    .output(rowVersion),
  /** Throws a draft away. */
  remove: procedure.meta({ who: WRITERS }).input(z.object({ id, rev })).output(rowVersion),
  /** What freezing would do now: the figures that would stand, what the orders would reopen, and what is missing. */
  freezePreview: procedure
    .meta({ who: [...WRITERS, 'leader'] })
    .input(z.object({ id }))
    .output(
      z.object({
        rev,
        asOf: z.string(),
        figures: z.array(z.object({ name: z.string(), value: figure.nullable() })),
        texts: z.int(),
        effects: z.array(
          z.object({ order: id, kind: z.enum(ORDER_KINDS), subjectName: z.string().nullable() }),
        ),
        /** The refusal that freezing would meet; null: none. */
        why: z.object({ code: z.string(), fields: refusalFields }).nullable(),
      }),
    ),
  freeze: procedure.meta({ who: FREEZERS }).input(z.object({ id, rev })).output(rowVersion),
  /** Before a higher level of the round is frozen; what its orders reopened goes its own way. */
  withdraw: procedure
    .meta({ who: FREEZERS })
    .input(z.object({ id, rev, reason: longText }))
    .output(rowVersion),
  orders: procedure
    .meta({ who: REGISTER_READERS })
    .input(
      z.object({
        office: z.string().max(64).optional(),
        phase: code.optional(),
        state: z.enum(ORDER_STATES).optional(),
        kind: z.enum(ORDER_KINDS).optional(),
        ...page,
      }),
    )
    .output(z.object({ total: z.int(), orders: z.array(order) })),
  /** Closes an order by hand, with the day and what proves it. */
  closeOrder: procedure
    .meta({ who: ['clerk', 'reviewer'], at: 'office' })
    .input(z.object({ id, rev, doneOn: calendarDate, document: shortText }))
    .output(rowVersion),
};
