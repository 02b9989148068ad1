import { z } from 'zod';
import {
  DECLARATIONS,
  DISPOSITIONS,
  FILING_MATTERS,
  FILING_MOVES,
  FILING_STATES,
} from '../vocabulary/words.ts';
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
  rev,
  rowVersion,
  shortText,
  whose,
} from './base.ts';
import { filingBatches } from './filing-batches.ts';
import { filingImport } from './filing-import.ts';
import { newFilingItem } from './filing-items.ts';
import { summaryPurge } from './summary-purge.ts';

/** Who has not filed yet is `due` (待填报): computed, never stored. */
const filingState = z.enum(['due', ...FILING_STATES]);
const round = z.object({
  id,
  rev,
  number: z.int(),
  name: z.string(),
  beginsOn: z.string(),
  endsOn: z.string(),
});

const filingItem = z.object({
  id,
  rev,
  category: z.string(),
  /** Null without one, and for an account that does not hold the register key: `sealed` tells which. */
  summary: z.string().nullable(),
  sealed: z.boolean(),
  disposition: z.enum(DISPOSITIONS),
  /** Id of the rectification item it became. */
  rectification: z.string().nullable(),
  transferDocument: z.string().nullable(),
  /** Why nothing follows; given with 无需. */
  reason: z.string().nullable(),
});

const filing = z.object({
  id: id.nullable(),
  rev: z.int().nullable(),
  person: id,
  name: z.string().nullable(),
  unit: id,
  unitName: z.string(),
  /** False for who has filed but is not, or no longer, among those the round expects. */
  expected: z.boolean(),
  state: filingState,
  filedOn: z.string().nullable(),
  declared: z.enum(DECLARATIONS).nullable(),
  paperNumber: z.string().nullable(),
  items: z.int(),
  whose,
});

/** People, those who filed without being expected not among them. */
const coverageSums = z.object({
  expected: z.int(),
  due: z.int(),
  filed: z.int(),
  approved: z.int(),
  archived: z.int(),
  returned: z.int(),
});

export const selfInspection = {
  ...summaryPurge,
  ...filingBatches,
  ...filingImport,
  rounds: procedure
    .meta({ who: REGISTER_READERS })
    .input(
      z.object({
        office: id.optional(),
        /** Those that begin in it. */
        phase: z.string().max(64).optional(),
      }),
    )
    .output(z.array(round.extend({ phase: z.string().nullable() }))),
  createRound: procedure
    .meta({ who: ['reviewer'], at: 'office' })
    .input(z.object({ name: shortText, beginsOn: calendarDate, endsOn: calendarDate }))
    .output(rowVersion),

  /** Between the rounds before and after it; a filing that was inside stays inside. */
  updateRound: procedure
    .meta({ who: ['reviewer'], at: 'office' })
    .input(z.object({ id, rev, name: shortText, beginsOn: calendarDate, endsOn: calendarDate }))
    .output(rowVersion),

  /** Who has filed, whole and by unit: expected = due + filed + approved + archived + returned. */
  coverage: procedure
    .meta({ who: REGISTER_READERS })
    .input(z.object({ round: id }))
    .output(
      z.object({
        whole: coverageSums,
        figure,
        units: z.array(z.object({ unit: id, unitName: z.string(), sums: coverageSums, figure })),
      }),
    ),
  /** Everybody who is to file in the round with what they filed, those who have not included. */
  filings: procedure
    .meta({ who: REGISTER_READERS })
    .input(
      z.object({
        round: id,
        state: filingState.optional(),
        unit: id.optional(),
        search: z.string().max(50).optional(),
        /** The rows that a number of the work list counts. */
        matter: z.enum(FILING_MATTERS).optional(),
        ...page,
      }),
    )
    .output(z.object({ total: z.int(), filings: z.array(filing) })),
  filing: procedure
    .meta({ who: ['clerk', 'reviewer'], at: 'office' })
    .input(z.object({ id }))
    .output(
      filing.extend({
        itemList: z.array(filingItem),
        moves: z.array(pastMove),
        allowed: z.array(allowedMove(FILING_MOVES)),
      }),
    ),
  file: procedure
    .meta({ who: ['clerk'], at: 'office' })
    .input(
      z.object({
        round: id,
        person: id,
        filedOn: calendarDate,
        declared: z.enum(DECLARATIONS),
        paperNumber: shortText.nullable().default(null),
        items: z.array(newFilingItem).max(50).default([]),
      }),
    )
    .output(rowVersion),
  /**
   * file: again after a return, and the items given then replace those that were not disposed of;
   * supplement: after 已审核, and the items given come on top.
   */
  moveFiling: procedure
    .meta({ who: ['clerk', 'reviewer'], at: 'office' })
    .input(
      z.object({
        id,
        rev,
        move: z.enum(FILING_MOVES),
        reason: longText.optional(),
        filedOn: calendarDate.optional(),
        declared: z.enum(DECLARATIONS).optional(),
        paperNumber: shortText.optional(),
        items: z.array(newFilingItem).max(50).optional(),
      }),
    )
    .output(rowVersion.extend({ state: z.enum(FILING_STATES) })),
  /** The filing that a rectification item came from, to go back to it; null when from none. */
  originOfItem: procedure
    .meta({ who: ['clerk', 'reviewer'], at: 'office' })
    .input(z.object({ rectification: id }))
    .output(z.object({ filing: id.nullable() })),
  /** 转整改 makes a draft rectification item and links both; 移交 erases the summary. */
  disposeItem: procedure
    .meta({ who: ['reviewer'], at: 'office' })
    .input(
      z.object({
        item: id,
        rev,
        disposition: z.enum(['rectification', 'handedOver', 'noAction']),
        transferDocument: shortText.optional(),
        /** 转整改: the ledger's own wording, as the summary stays behind; can be written in the draft too. */
        problem: longText.optional(),
        reason: longText.optional(),
      }),
    )
    .output(rowVersion.extend({ rectification: z.string().nullable() })),
};
